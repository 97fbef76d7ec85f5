"""Entries as a plan sees them: whether one may be posted on a day, and how well it stands among the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from generator.content.library import Entry, Library
from generator.social.demand import Asked, Demand
from generator.social.history import History

_DAY = timedelta(days=1)
_NOBODY = Asked(count=0)
_MONTHS = 12


class Bar(StrEnum):
    """Why an entry is not posted on a day."""

    SKIPPED = "kept out of posts"
    OVERDUE = "overdue for review"
    EARLY = "not to be posted yet"
    LATE = "not to be posted any more"
    SEASON = "out of season"
    CYCLES = "posted as often as they may be"
    RESTING = "posted not long before or after"
    TOPIC = "of the topic that stands next to the slot"

    @property
    def for_one(self) -> str:
        """As it is said of one entry."""
        return self.replace("they may", "it may")


class Key(NamedTuple):
    """How an entry stands: of two the one with the lesser key is posted."""

    late: bool
    """Not in the month before it is asked for most."""
    dull: bool
    """Not in season."""
    posted: bool
    waits: int
    """Never posted: the fewer, the more it is asked for. Posted: the day of its last post, earlier if asked often."""
    topic: float
    """When its topic was last posted."""
    order: int
    """Its place in the library."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An entry in the language of a channel."""

    entry: Entry
    order: int
    asked: Asked
    topic: str

    def cooldown(self, history: History) -> int:
        """Days between two posts."""
        return self.entry.meta.posting.cooldown or history.channel.cooldown

    def bar(self, day: date, history: History) -> Bar | None:
        """Why it cannot be posted on a day."""
        meta = self.entry.meta
        posting = meta.posting
        if posting.first and day < posting.first:
            return Bar.EARLY
        if posting.until and day > posting.until:
            return Bar.LATE
        if meta.season and not meta.season.holds(day):
            return Bar.SEASON
        if self.entry.id not in history.days:
            return None
        cycles = posting.cycles or history.channel.cycles
        if cycles is not None and history.times[self.entry.id] >= cycles:
            return Bar.CYCLES
        return Bar.RESTING if history.rests(self.entry.id, day, self.cooldown(history)) else None

    def key(self, day: date, history: History, topic: float) -> Key:
        """How it stands on a day it may be posted on; `topic` is when its topic was last posted."""
        last = history.last(self.entry.id, day)
        return Key(
            late=not (self.asked.is_ahead(day) and (last is None or last < day.replace(day=1))),
            dull=self.entry.meta.season is None,
            posted=last is not None,
            waits=-self.asked.count if last is None else self.waits(last, history),
            topic=topic,
            order=self.order,
        )

    def waits(self, last: date, history: History) -> int:
        """The day it waits from; one that is asked often waits as if it had been posted a cooldown earlier."""
        return last.toordinal() - (self.cooldown(history) if self.asked.often else 0)

    def changes(self, start: date, end: date, history: History) -> Iterator[date]:
        """Days of a span on which it may begin or cease to be posted, or comes to stand otherwise."""
        posting, season = self.entry.meta.posting, self.entry.meta.season
        days: list[date] = []
        days += [posting.first] if posting.first else []
        days += [posting.until + _DAY] if posting.until and posting.until < date.max else []
        if season:
            days += [_day(y, *season.start) for y in range(start.year, end.year + 1)]
            days += [_after(y, *season.end) for y in range(max(start.year - 1, 1), end.year + 1)]
        if self.asked.peak:
            months = (self.asked.peak, (self.asked.peak - 2) % _MONTHS + 1)
            days += [date(y, month, 1) for y in range(start.year, end.year + 1) for month in months]
        if posted := history.days.get(self.entry.id):
            cooldown = timedelta(days=self.cooldown(history))
            days += [day + shift for day in posted for shift in (_DAY - cooldown, cooldown)]
        return (day for day in days if start < day < end)


def candidates(library: Library, language: str, demand: Demand) -> dict[str, Candidate]:
    """Entries of a language by id, in the library's order."""
    return {
        entry.id: Candidate(entry=entry, order=order, asked=demand.get(entry.id, _NOBODY), topic=entry.topic)
        for order, entry in enumerate(library.in_language(language))
    }


def standing_bar(entry: Entry, start: date) -> Bar | None:
    """Why an entry is in no plan that begins on a day."""
    if entry.meta.skip_posts:
        return Bar.SKIPPED
    return Bar.OVERDUE if entry.meta.is_due(start) else None


def pool(found: Mapping[str, Candidate], start: date) -> list[Candidate]:
    """The candidates that a plan may choose from."""
    return [candidate for candidate in found.values() if standing_bar(candidate.entry, start) is None]


def _day(year: int, month: int, day: int) -> date:
    """The first of March for the 29th of February of most years."""
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, 3, 1)


def _after(year: int, month: int, day: int) -> date:
    found = _day(year, month, day)
    return found + _DAY if found.day == day else found
