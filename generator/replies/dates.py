"""How a language says days and times: from CLDR and from its own phrases, as templates that a browser can fill, too."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from babel import Locale
from babel.units import format_unit

from generator.content.organisation import Settings
from generator.language import Language
from generator.replies.phrases import fill

_ROOM = "site"
_ON_DAYS = ("on_mon", "on_tue", "on_wed", "on_thu", "on_fri", "on_sat", "on_sun")
_TOMORROW, _WEEK = 1, 7
_NOON, _HALF = 12, 12
_COUNTED = range(31)
"""Enough numbers to meet every plural form of whole numbers."""
_LATIN_SISTER = "_Latn"
_MARKS = re.compile(r"'([^']*)'|d+|M+|y+|H+|h+|m+|a+")
_NAMED: Mapping[str, str] = {
    "d": "{day}", "MMMM": "{month}", "y": "{year}", "H": "{hour}", "HH": "{hour2}", "h": "{half}", "mm": "{minute}",
    "a": "{period}",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """One language's words and templates."""

    zone: str
    """By whose clock its customers live."""
    promise: str
    today: str
    tomorrow: str
    on_days: tuple[str, ...]
    on_date: str
    clock: str
    periods: tuple[str, str]
    long: str
    months: tuple[str, ...]
    """As they are called after a day's number: CLDR has `november` where Slovene says `5. novembra`."""
    locale: str
    """As browsers call it, for plural forms."""
    days: Mapping[str, str]
    """Plural category -> `{count} days`."""


def dates_of(language: Language, promise: str, settings: Settings) -> Dates:
    """A language's words for days and times. Latin Serbian's are made from Cyrillic, as CLDR has few of them."""
    spelled = language.in_latin if language.locale.endswith(_LATIN_SISTER) else str
    name = language.locale.removesuffix(_LATIN_SISTER)
    locale = Locale.parse(name)
    market = settings.market(language.code) or settings.market(language.code.partition("-")[0])
    periods = locale.day_periods["format"]["abbreviated"]
    kept = {placeholder: f"{{{placeholder}}}" for placeholder in ("day", "number", "month")}
    return Dates(
        zone=market.timezone if market else settings.timezone,
        promise=promise,
        today=language.say(_ROOM, "on_today"),
        tomorrow=language.say(_ROOM, "on_tomorrow"),
        on_days=tuple(language.say(_ROOM, key) for key in _ON_DAYS),
        on_date=language.say(_ROOM, "on_date", None, **kept),
        clock=_template(locale.time_formats["short"].pattern),
        periods=(periods["am"], periods["pm"]),
        long=_template(locale.date_formats["long"].pattern),
        months=tuple(language.say(_ROOM, "on_months").split()),
        locale=name.replace("_", "-"),
        days={category: spelled(words) for category, words in _days(name).items()},
    )


def clock_in_words(clock: time, dates: Dates) -> str:
    """A time of day as the language writes it."""
    values = {
        "hour": f"{clock.hour}",
        "hour2": f"{clock.hour:02}",
        "half": f"{clock.hour % _HALF or _HALF}",
        "minute": f"{clock.minute:02}",
        "period": dates.periods[clock.hour >= _NOON],
    }
    return fill(dates.clock, values)


def date_in_words(day: date, dates: Dates) -> str:
    """A date in full."""
    return fill(dates.long, {"day": f"{day.day}", "month": dates.months[day.month - 1], "year": f"{day.year}"})


def days_in_words(count: int, dates: Dates) -> str:
    """A number of days in its plural form."""
    category = Locale.parse(dates.locale, sep="-").plural_form(count)
    return fill(dates.days.get(category) or dates.days["other"], {"count": f"{count}"})


def day_in_words(day: date, ahead: int, dates: Dates) -> str:
    """A day that lies some days ahead: `tomorrow`, `on Monday`, `on Monday, 7 December`."""
    if ahead <= _TOMORROW:
        return dates.tomorrow if ahead else dates.today
    name = dates.on_days[day.weekday()]
    if ahead < _WEEK:
        return name
    return fill(dates.on_date, {"day": name, "number": f"{day.day}", "month": dates.months[day.month - 1]})


@functools.cache
def _days(locale: str) -> dict[str, str]:
    parsed = Locale.parse(locale)
    found: dict[str, str] = {}
    for count in _COUNTED:
        words = format_unit(count, "duration-day", length="long", locale=locale).replace(f"{count}", "{count}", 1)
        found.setdefault(str(parsed.plural_form(count)), words)
    return found


def _template(pattern: str) -> str:
    """CLDR's `d. MMMM y` as `{day}. {month} {year}`."""
    return _MARKS.sub(lambda found: found[1] if found[1] is not None else _NAMED[found[0]], pattern)
