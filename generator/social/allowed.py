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
from generator.social.history import History
from generator.social.moments import clock_fault, format_slot
from generator.social.rules.base import SILENT
from generator.social.timetable import closed, has_slot, moments


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
        if self.channel is None or self.history is None:
            return f"no channel is called '{self.draft.channel}'"
        if not has_slot(self.channel, when):
            return f"{when:%a %H:%M} is no slot of '{self.channel.id}'"
        if when.date() < self.today:
            return f"{when.date()} is past"
        fault = clock_fault(when)
        return (
            (f"{when:%H:%M} {fault}" if fault else "")
            or closed(self.channel, when)
            or ("another post has this time" if self.history.is_taken(when) else "")
            or self._entry(when.date(), self.history)
            or self.history.too_many(when)
        )

    def _entry(self, day: date, history: History) -> str:
        found = self.candidate.bar(day, history) if self.candidate else None
        return f"the entry is {found.for_one}" if found else ""

    def offered(self, start: date, days: int) -> Iterator[tuple[str, str]]:
        """The channel's slots from a day on, and of each why it cannot be; its own may be, since it is there."""
        for when in moments(self.channel, start, start + timedelta(days=days)) if self.channel else ():
            yield format_slot(when), "" if when == self.draft.slot else self.bar(when)


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
