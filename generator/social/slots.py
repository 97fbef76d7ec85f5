"""What a plan is made of: slots with their entries, moments that stay empty, posts that leave, and its days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from generator.social.draft import draft_id
from generator.social.ledger import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A moment of a channel and the entry it is for."""

    when: datetime
    channel: str
    network: str
    language: str
    entry: str
    n: int
    """Which time the entry is posted in the channel, from 1."""
    why: str
    """The reasons without which another entry would have the slot."""
    otherwise: str = ""
    """That other entry."""
    is_new: bool = True
    """Whether no earlier plan has it."""

    @property
    def id(self) -> str:
        """The id of the slot's draft."""
        return draft_id(self.channel, self.entry, self.n)


@dataclass(frozen=True, slots=True, kw_only=True)
class Empty:
    """A moment of a channel that stays without a post."""

    when: datetime
    channel: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A planned post that leaves the calendar."""

    record: Record
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a plan comes to, all by time."""

    slots: tuple[Slot, ...]
    """Planned now or before."""
    empty: tuple[Empty, ...] = ()
    removed: tuple[Removed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The days of a plan."""

    start: date
    end: date
    """The day after the last."""
    today: date
    """What stands before this day is past, and past is past."""


def span(start: date, weeks: int, today: date | None = None) -> Span:
    """So many weeks from a day on."""
    return Span(start=start, end=start + timedelta(weeks=weeks), today=today or start)
