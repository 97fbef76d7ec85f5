"""When somebody answers, where, and by when: the generated part of the contact page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import time
from zoneinfo import ZoneInfo

from babel.dates import format_time, get_day_names, get_timezone_location
from babel.lists import format_list
from babel.units import format_unit

from generator.content.organisation import ServiceChannel
from generator.language import Language
from generator.site.shape import Shape

Spans = Sequence[tuple[time, time]]
_DAYS = 7
_HOUR = 60


def contact(shape: Shape, lang: str) -> dict[str, object]:
    """Opening hours, channels with promised times, and teams, in the reader's language and free of today."""
    settings, language = shape.library.settings, shape.library.languages[lang]
    return {
        "hours": opening_hours(settings.hours, language),
        "zone": language.say("site", "zone", city=city(settings.timezone, language)) if settings.hours else "",
        "email": settings.email,
        "phone": settings.phone,
        "dial": dial(settings.phone),
        "channels": [_channel(shape, channel, language) for channel in settings.service],
        "teams": [_team(shape, id_, language) for id_, team in settings.teams.items() if team.public],
    }


def dial(phone: str) -> str:
    """A telephone number as `tel:` wants it."""
    return "".join(c for c in phone if c.isdigit() or c == "+")


def opening_hours(hours: Mapping[int, Spans], language: Language) -> list[dict[str, object]]:
    """The week in rows; neighbouring days with the same hours share one. No hours at all, no rows."""
    rows: list[tuple[list[int], Spans]] = []
    for day in range(_DAYS):
        spans = tuple(hours.get(day, ()))
        if rows and rows[-1][1] == spans:
            rows[-1][0].append(day)
        else:
            rows.append(([day], spans))
    closed = language.say("site", "closed")
    return [
        {"days": day_range(days, language), "times": [_span(s, language) for s in spans] or [closed]}
        for days, spans in rows
        if hours
    ]


def day_range(days: Sequence[int], language: Language) -> str:
    """`Monday – Friday`, in words that stand alone."""
    names = get_day_names("wide", "stand-alone", language.locale)
    ends = [names[days[0]], *([names[days[-1]]] if len(days) > 1 else [])]
    text = " – ".join(ends)
    return text[:1].upper() + text[1:]


def _span(span: tuple[time, time], language: Language) -> str:
    return " – ".join(clock(t, language) for t in span)


def clock(moment: time, language: Language) -> str:
    """A time of day as the language writes it."""
    return format_time(moment, "short", locale=language.locale)


def city(zone: str, language: Language) -> str:
    """The city that names a time zone."""
    return get_timezone_location(ZoneInfo(zone), language.locale, return_city=True)


def duration(minutes: int, language: Language) -> str:
    """`1 hour, 30 minutes`; days of opening hours would mislead, so hours are the largest unit."""
    parts = [(minutes // _HOUR, "duration-hour"), (minutes % _HOUR, "duration-minute")]
    texts = [format_unit(n, unit, locale=language.locale) for n, unit in parts if n]
    return format_list(texts, style="unit", locale=language.locale)


def deadline(hours: Mapping[int, Spans], minutes: int, day: int) -> tuple[int, time]:
    """By when a question is answered that waits as a day opens: on which working day (1 is this one), and at what time.

    Only opening hours count. Raises ValueError when no day is open.
    """
    if not any(hours.values()):
        raise ValueError("never open")
    left, working_days = minutes, 0
    while True:
        spans = hours.get(day % _DAYS, ())
        working_days += bool(spans)
        for start, end in spans:
            opens, closes = _minutes(start), _minutes(end)
            if left <= closes - opens:
                return working_days, time(*divmod(opens + left, _HOUR))
            left -= closes - opens
        day += 1


def _minutes(moment: time) -> int:
    return moment.hour * _HOUR + moment.minute


def outside(hours: Mapping[int, Spans], minutes: int, language: Language) -> str:
    """The promise to who asks while nobody is there; days that open at another time are named."""
    ends = {day: deadline(hours, minutes, day) for day in sorted(hours) if hours[day]}
    if not ends:
        return ""
    if max(count for count, _ in ends.values()) > 1:
        return language.say("site", "outside_days", count=max(count for count, _ in ends.values()))
    usual = Counter(moment for _, moment in ends.values()).most_common(1)[0][0]
    text = language.say("site", "outside", time=clock(usual, language))
    others = [(day, moment) for day, (_, moment) in ends.items() if moment != usual]
    names = get_day_names("wide", "stand-alone", language.locale)
    named = "; ".join(f"{names[day]}: {clock(moment, language)}" for day, moment in others)
    return f"{text} ({named})" if named else text


def _channel(shape: Shape, channel: ServiceChannel, language: Language) -> dict[str, str]:
    minutes = channel.reply_minutes
    return {
        "name": channel.name,
        "address": channel.address,
        "url": channel.url,
        "team": _answerers(shape, channel.team, language),
        "reply": language.say("site", "within", time=duration(minutes, language)),
        "outside": outside(shape.library.settings.hours, minutes, language),
    }


def _answerers(shape: Shape, id_: str, language: Language) -> str:
    """A team and its people: `Customer care: Ana, Luka`; empty for a team that is not public."""
    name, people = shape.team(id_, language.code), ", ".join(shape.library.settings.teams[id_].people)
    return f"{name}: {people}" if name and people else name


def _team(shape: Shape, id_: str, language: Language) -> dict[str, str]:
    team = shape.library.settings.teams[id_]
    backup = shape.team(team.backup, language.code) if team.backup else ""
    return {
        "name": shape.team(id_, language.code),
        "people": ", ".join(team.people),
        "backup": language.say("site", "backup", team=backup) if backup else "",
    }
