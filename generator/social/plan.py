"""Which entry gets which slot: every channel's weekly rhythm, filled by rules that anybody can check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from generator.content.library import Entry, Library
from generator.content.organisation import PostChannel
from generator.problems import Problem, Severity
from generator.social.draft import draft_id
from generator.social.ledger import Ledger, Record
from generator.social.moments import clock_fault, format_slot, moment
from generator.social.network import Network

COOLDOWN = 60
"""Days between two posts of one entry in one channel."""
_LONG_AGO = date(1, 1, 1)


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

    @property
    def id(self) -> str:
        """The id of the slot's draft."""
        return draft_id(self.channel, self.entry, self.n)


def plan(  # noqa: PLR0913, PLR0917 - everything a plan depends on, and nothing hidden
    library: Library,
    channels: Iterable[PostChannel],
    networks: Mapping[str, Network],
    ledger: Ledger,
    start: date,
    weeks: int,
    *,
    cooldown: int = COOLDOWN,
) -> tuple[tuple[Slot, ...], list[Problem]]:
    """The slots of all channels from `start` on, by time; what the ledger already holds stays as it is.

    An entry is chosen in this order: in season, never posted, posted longest ago, its topic longest unused, first
    in the library; a topic does not follow itself where another entry is free. A slot for which no entry is left
    stays empty (AA303).
    """
    slots: list[Slot] = []
    problems: list[Problem] = []
    for channel in channels:
        faults = _channel_faults(channel, library, networks)
        problems += faults
        if not faults:
            found, more = _plan_channel(library, channel, ledger, (start, start + timedelta(weeks=weeks)), cooldown)
            slots += found
            problems += more
    return tuple(sorted(slots, key=lambda s: (s.when.astimezone(UTC), s.id))), problems


def _channel_faults(channel: PostChannel, library: Library, networks: Mapping[str, Network]) -> list[Problem]:
    faults = []
    if channel.network not in networks:
        known = ", ".join(sorted(networks))
        message = f"channel '{channel.id}': there is no network '{channel.network}'"
        faults.append(Problem(channel.place, "AA301", message, f"known networks: {known}; more in faq/_data/networks/"))
    if channel.language not in library.languages:
        known = ", ".join(library.languages)
        message = f"channel '{channel.id}': the FAQ is not written in '{channel.language}'"
        faults.append(Problem(channel.place, "AA301", message, f"its languages: {known}"))
    return faults


def _plan_channel(
    library: Library, channel: PostChannel, ledger: Ledger, span: tuple[date, date], cooldown: int
) -> tuple[list[Slot], list[Problem]]:
    history = _History(library, [r for r in ledger if r.channel == channel.id], cooldown)
    entries = [e for e in library.in_language(channel.language) if not e.meta.skip_posts]
    planned = [_kept(record) for record in history.records if span[0] <= record.slot.date() < span[1]]
    taken = {record.slot.replace(tzinfo=None) for record in history.records}
    problems = []
    empty = []
    for when in _moments(channel, *span):
        if when.replace(tzinfo=None) in taken:
            continue
        fault = clock_fault(when)
        if fault:
            hint = "choose an hour outside 02:00 to 04:00 for this weekday"
            message = f"channel '{channel.id}': {format_slot(when)} {fault}"
            problems.append(Problem(channel.place, "AA302", message, hint))
            continue
        slot = _choose(channel, entries, history, when)
        if slot is None:
            empty.append(when)
        else:
            history.add(slot)
            planned.append(slot)
    return planned, problems + _empty(channel, empty, len(entries), cooldown)


def _moments(channel: PostChannel, start: date, end: date) -> Iterator[datetime]:
    """The channel's slots of a span of days, by time."""
    for offset in range((end - start).days):
        day = start + timedelta(days=offset)
        for weekday, clock in sorted(set(channel.slots)):
            if weekday == day.weekday():
                yield moment(day, clock, channel.timezone)


class _History:
    """What a channel posted and will post: last days of entries and topics, neighbours of a slot."""

    def __init__(self, library: Library, records: list[Record], cooldown: int) -> None:
        self.library = library
        self.cooldown = cooldown
        self.records = records
        self.days: dict[str, list[date]] = {}
        self.cycle: dict[str, int] = {}
        self.topics: dict[str, date] = {}
        self.timeline: list[tuple[datetime, str]] = []
        for record in records:
            self._note(record.entry, record.n, record.slot)

    def add(self, slot: Slot) -> None:
        self._note(slot.entry, slot.n, slot.when)

    def _note(self, entry: str, n: int, when: datetime) -> None:
        topic = next((e.topic for e in self.library.by_id.get(entry, {}).values()), "")
        self.days.setdefault(entry, []).append(when.date())
        self.cycle[entry] = max(n, self.cycle.get(entry, 0))
        self.topics[topic] = max(when.date(), self.topics.get(topic, _LONG_AGO))
        self.timeline.append((when.replace(tzinfo=None), topic))

    def rests(self, entry: str, day: date) -> bool:
        """Whether a post of the entry stands too near, before or after."""
        return any(abs((day - other).days) < self.cooldown for other in self.days.get(entry, ()))

    def last(self, entry: str, day: date) -> date:
        """The last day before this one that the entry was posted on."""
        return max((other for other in self.days.get(entry, ()) if other <= day), default=_LONG_AGO)

    def neighbours(self, when: datetime) -> frozenset[str]:
        """Topics of the slot before and the slot after."""
        wall = when.replace(tzinfo=None)
        before = max((item for item in self.timeline if item[0] < wall), default=None)
        after = min((item for item in self.timeline if item[0] > wall), default=None)
        return frozenset(item[1] for item in (before, after) if item)


def _choose(channel: PostChannel, entries: list[Entry], history: _History, when: datetime) -> Slot | None:
    day = when.date()
    free = [e for e in entries if _in_season(e, day) is not False and not history.rests(e.id, day)]
    if not free:
        return None
    neighbours = history.neighbours(when)
    fresh_topics = [e for e in free if e.topic not in neighbours] or free

    def rank(entry: Entry) -> tuple[bool, date, date]:
        topic_used = history.topics.get(entry.topic, _LONG_AGO)
        return not _in_season(entry, day), history.last(entry.id, day), topic_used

    entry = min(fresh_topics, key=rank)  # the first of equals: the library's order
    return Slot(
        when=when,
        channel=channel.id,
        network=channel.network,
        language=channel.language,
        entry=entry.id,
        n=history.cycle.get(entry.id, 0) + 1,
        why=_why(history.library, entry, history.last(entry.id, day), day),
    )


def _in_season(entry: Entry, day: date) -> bool | None:
    """None where an entry has no season: it is right all year, one out of season is not posted."""
    return entry.meta.season.holds(day) if entry.meta.season else None


def _why(library: Library, entry: Entry, last: date, day: date) -> str:
    season = entry.meta.season
    reasons = []
    if season and season.holds(day):
        reasons.append("in season {:02}-{:02}..{:02}-{:02}".format(*season.start, *season.end))
    reasons.append("never posted here" if last == _LONG_AGO else f"last posted {last}")
    reasons.append(f"turn of topic {library.topic_title(entry.topic, library.settings.source)}")
    return ", ".join(reasons)


def _kept(record: Record) -> Slot:
    return Slot(
        when=record.slot,
        channel=record.channel,
        network=record.network,
        language=record.language,
        entry=record.entry,
        n=record.n,
        why="planned before",
    )


def _empty(channel: PostChannel, empty: list[datetime], entries: int, cooldown: int) -> list[Problem]:
    if not empty:
        return []
    slots = "1 slot stays" if len(empty) == 1 else f"{len(empty)} slots stay"
    message = (
        f"channel '{channel.id}': {slots} empty from {empty[0]:%Y-%m-%d} on: "
        f"all of its {entries} entries are out of season or were posted within {cooldown} days"
    )
    hint = "write more entries, or plan fewer slots a week"
    return [Problem(channel.place, "AA303", message, hint, Severity.WARNING)]
