"""Where a person may move a draft: its channel's slots, as far as no rule of the plan is against them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from generator.content.library import Library
from generator.content.organisation import PostChannel
from generator.social.candidates import Candidate
from generator.social.demand import Asked
from generator.social.draft import Draft
from generator.social.hindrance import Hindrance, said
from generator.social.history import History
from generator.social.moments import clock_fault, format_slot
from generator.social.rules.base import SILENT
from generator.social.timetable import closure, has_slot, moments


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """What the times of one draft are judged by."""

    draft: Draft
    channel: PostChannel | None
    candidate: Candidate | None
    history: History | None
    """Of the channel's other posts."""
    today: date

    def bar(self, when: datetime) -> str:
        """Why the draft cannot be posted at a time; empty where it can."""
        return said(self.hindrance(when))

    def hindrance(self, when: datetime) -> Hindrance | None:
        """The same, with the name of the rule."""
        if self.channel is None or self.history is None:
            return Hindrance("channel", f"no channel is called '{self.draft.channel}'")
        return self._never(self.channel, when) or self._beside(when, self.history)

    def _never(self, channel: PostChannel, when: datetime) -> Hindrance | None:
        """What stands against a time, whatever else is posted."""
        if not has_slot(channel, when):
            return Hindrance("no_slot", f"{when:%a %H:%M} is no slot of '{channel.id}'")
        if when.date() < self.today:
            return Hindrance("past", f"{when.date()} is past")
        if fault := clock_fault(when):
            return Hindrance(fault.name.lower(), f"{when:%H:%M} {fault}")
        return closure(channel, when)

    def _beside(self, when: datetime, history: History) -> Hindrance | None:
        """What other posts stand against it."""
        if history.is_taken(when):
            return Hindrance("taken", "another post has this time")
        return self._entry(when.date(), history) or history.crowding(when)

    def _entry(self, day: date, history: History) -> Hindrance | None:
        found = self.candidate.bar(day, history) if self.candidate else None
        return Hindrance(found.name.lower(), f"the entry is {found.for_one}") if found else None

    def offered(self, start: date, days: int) -> Iterator[tuple[str, Hindrance | None]]:
        """The channel's slots from a day on, and of each why it cannot be; its own may be, since it is there."""
        for when in moments(self.channel, start, start + timedelta(days=days)) if self.channel else ():
            yield format_slot(when), None if when == self.draft.slot else self.hindrance(when)


def times(draft: Draft, drafts: Iterable[Draft], library: Library, today: date) -> Times:
    """The times of a draft among all drafts of the folder."""
    channel = next((one for one in library.settings.posts if one.id == draft.channel), None)
    entry = library.by_id.get(draft.entry, {}).get(draft.language)
    history = History(channel) if channel else None
    for other in drafts:
        if history and other.channel == draft.channel and other.id != draft.id and other.state not in SILENT:
            topics = (entry.topic for entry in library.by_id.get(other.entry, {}).values())
            history.add(other.entry, next(topics, ""), other.n, other.slot)
    return Times(
        draft=draft,
        channel=channel,
        candidate=Candidate(entry=entry, order=0, asked=Asked(count=0), topic=entry.topic) if entry else None,
        history=history,
        today=today,
    )
