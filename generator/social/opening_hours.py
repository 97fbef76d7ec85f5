"""When and where somebody answers: in lines of a post, and in rows of a card."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from babel.dates import get_day_names, get_timezone_location

from generator.content.library import Library
from generator.content.organisation import Settings
from generator.language import Language
from generator.social.phrases import ROOM

_SEASONS = (datetime(2026, 1, 15, tzinfo=UTC), datetime(2026, 7, 15, tzinfo=UTC))


def hours(library: Library, language: Language) -> str:
    """A line for each run of days with the same hours, and the time zone where readers may live in another."""
    lines = [f"• {days}: {times}" for days, times in rows(library, language)]
    return "\n".join([*lines, *filter(None, [zone(library, language)])])


def rows(library: Library, language: Language) -> list[tuple[str, str]]:
    """Days and their hours, for each run of days with the same ones."""
    names = get_day_names("wide", "stand-alone", language.locale)
    return [(_days(run, names), _spans(spans)) for run, spans in _runs(library.settings)]


def zone(library: Library, language: Language) -> str:
    """Whose clock the hours mean; empty where readers have the same."""
    if not _elsewhere(library.settings, language.code):
        return ""
    city = get_timezone_location(ZoneInfo(library.settings.timezone), language.locale, return_city=True)
    return language.say(ROOM, "hours_zone", city=city)


def contact(library: Library) -> str:
    """Where to write or call, a line each."""
    return "\n".join(f"• {way}" for way in ways(library))


def ways(library: Library) -> tuple[str, ...]:
    """Where to write or call."""
    return tuple(way for way in (library.settings.email, library.settings.phone) if way)


def _runs(settings: Settings) -> list[tuple[list[int], tuple[tuple[time, time], ...]]]:
    runs: list[tuple[list[int], tuple[tuple[time, time], ...]]] = []
    for day, spans in sorted(settings.hours.items()):
        if not spans:
            continue
        if runs and runs[-1][1] == spans and runs[-1][0][-1] == day - 1:
            runs[-1][0].append(day)
        else:
            runs.append(([day], spans))
    return runs


def _days(run: list[int], names: Mapping[int, str]) -> str:
    first, last = names[run[0]], names[run[-1]]
    first = first[0].upper() + first[1:]
    return first if len(run) == 1 else f"{first}–{last}"


def _spans(spans: tuple[tuple[time, time], ...]) -> str:
    return ", ".join(f"{start:%H:%M}–{end:%H:%M}" for start, end in spans)


def _elsewhere(settings: Settings, code: str) -> bool:
    """Whether clocks differ between readers of a language and those who answer, in winter or in summer."""
    market = settings.market(code) or settings.market(code.partition("-")[0])
    ours, theirs = ZoneInfo(settings.timezone), ZoneInfo(market.timezone if market else settings.timezone)
    return any(when.astimezone(ours).utcoffset() != when.astimezone(theirs).utcoffset() for when in _SEASONS)
