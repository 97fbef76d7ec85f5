"""By when a question is answered: opening hours and holidays counted through, told by the customer's own clock."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from generator.content.organisation import Settings
from generator.public_holidays import public_holidays
from generator.replies.dates import Dates, clock_in_words, day_in_words
from generator.replies.phrases import fill

_WEEK = 7
_HOUR = 60
_ROUND = 5
"""Minutes: nobody promises 14:22."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskHours:
    """When somebody answers, in wall-clock minutes of the organisation's zone."""

    zone: str
    week: tuple[tuple[tuple[int, int], ...], ...]
    """Monday first."""
    closed: frozenset[date]
    until: date
    """The last day of which it is known whether somebody is there."""


def desk_hours(settings: Settings, today: date) -> DeskHours:
    """Opening hours, with the closed days of this year and the next. Unknown holidays count as none."""
    years = (today.year, today.year + 1)
    holidays = public_holidays(settings.holidays, years) or frozenset()
    return DeskHours(
        zone=settings.timezone,
        week=tuple(tuple((_minutes(a), _minutes(b)) for a, b in settings.hours.get(day, ())) for day in range(_WEEK)),
        closed=holidays | {day for day in settings.closed if day.year in years},
        until=date(today.year + 1, 12, 31),
    )


def promised(now: datetime, minutes: int, hours: DeskHours) -> datetime | None:
    """When so many minutes of opening hours have passed since `now`, rounded up to five; None where that is not known.

    Both moments are aware; what comes back is in the organisation's zone.
    """
    zone = ZoneInfo(hours.zone)
    here = now.astimezone(zone)
    day, begun, left = here.date(), _minutes(here.time()), minutes
    while day <= hours.until:
        for opens, closes in () if day in hours.closed else hours.week[day.weekday()]:
            start = max(opens, begun)
            if closes - start >= left:
                return _moment(day, math.ceil((start + left) / _ROUND) * _ROUND, zone)
            left -= max(closes - start, 0)
        day, begun = day + timedelta(days=1), 0
    return None


def promise(now: datetime, minutes: int, hours: DeskHours, dates: Dates) -> str:
    """The promised time by the customer's clock: `by 09:30 tomorrow`; empty where it is not known."""
    moment = promised(now, minutes, hours)
    if moment is None:
        return ""
    zone = ZoneInfo(dates.zone)
    theirs, today = moment.astimezone(zone), now.astimezone(zone).date()
    day = day_in_words(theirs.date(), (theirs.date() - today).days, dates)
    return fill(dates.promise, {"day": day, "time": clock_in_words(theirs.time(), dates)})


def _moment(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    """A wall-clock time; one that the clocks skip in spring is moved on by what they skip."""
    there = datetime.combine(day, time(), zone) + timedelta(minutes=minutes)
    return there.astimezone(UTC).astimezone(zone)


def _minutes(clock: time) -> int:
    return clock.hour * _HOUR + clock.minute
