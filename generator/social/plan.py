"""Which entry gets which slot: every channel's weekly rhythm, filled by rules that anybody can check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from generator.content.library import Library
from generator.content.organisation import PostChannel
from generator.problems import Problem, Severity
from generator.social import reasons
from generator.social.candidates import Bar, Candidate, candidates, pool, standing_bar
from generator.social.demand import Demand
from generator.social.draft import Draft
from generator.social.history import History
from generator.social.ledger import Ledger, Record
from generator.social.moments import clock_fault, format_slot
from generator.social.network import Network
from generator.social.queue import Queue
from generator.social.rows import Row, rows
from generator.social.slots import Empty, Plan, Removed, Slot, Span, span
from generator.social.timetable import closed, has_slot, moments, paced

_PAINTED = frozenset({"jpg", "png"})
"""Formats that cards are made in."""


@dataclass(slots=True)
class _Made:
    """What is made of one channel."""

    slots: list[Slot] = field(default_factory=list)
    empty: list[Empty] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def plan(  # noqa: PLR0913, PLR0917 - the same without what only some callers have
    library: Library,
    channels: Iterable[PostChannel],
    networks: Mapping[str, Network],
    ledger: Ledger,
    start: date,
    weeks: int,
) -> tuple[tuple[Slot, ...], list[Problem]]:
    """The slots that `replan` makes of a ledger alone."""
    made, problems = replan(library, channels, networks, ledger, span(start, weeks))
    return made.slots, problems


def replan(  # noqa: PLR0913 - everything a plan depends on, and nothing hidden
    library: Library,
    channels: Iterable[PostChannel],
    networks: Mapping[str, Network],
    ledger: Ledger,
    days: Span,
    *,
    drafts: Iterable[Draft] | None = None,
    demand: Demand | None = None,
) -> tuple[Plan, list[Problem]]:
    """Fill what is free of the channels' slots; what is planned stays, unless a rule forbids it now.

    An entry may be posted on days between its first and last, in its season, when its review is not overdue on the
    first day of the plan, after its cooldown, and as often as it may be. Of those, the first goes by: the month before
    it is asked for most, in season, never posted, more asked for or posted longest ago, its topic longest unused, its
    place in the library. A topic does not follow itself, unless most of the entries are of it and nobody else is left.
    A slot for which no entry is left stays empty (AA303).

    Drafts that a person pinned, moved, edited, deleted or approved, and all that is past, never move.
    """
    by_channel: dict[str, list[Row]] = {}
    for row in rows(ledger, drafts):
        by_channel.setdefault(row.record.channel, []).append(row)
    by_language: dict[str, dict[str, Candidate]] = {}
    made = _Made()
    for channel in channels:
        faults = _channel_faults(channel, library, networks)
        made.problems += faults
        own = by_channel.pop(channel.id, [])
        if not faults:
            if channel.language not in by_language:
                by_language[channel.language] = candidates(library, channel.language, demand or {})
            own_pace = paced(channel, networks[channel.network])
            _Planner(library, own_pace, by_language[channel.language], days, made).plan(own)
    for row in (row for left in by_channel.values() for row in left if row.is_free and _is_open(row, days)):
        made.removed.append(Removed(record=row.record, why=f"there is no channel '{row.record.channel}' any more"))
    made.problems += _overdue(library, by_language, days.start)
    return Plan(
        slots=tuple(sorted(made.slots, key=lambda s: (s.when.astimezone(UTC), s.id))),
        empty=tuple(sorted(made.empty, key=lambda e: (e.when.astimezone(UTC), e.channel))),
        removed=tuple(sorted(made.removed, key=lambda r: (r.record.slot.astimezone(UTC), r.record.id))),
    ), made.problems


def _is_open(row: Row, days: Span) -> bool:
    """Whether it is for the plan to say what becomes of it."""
    return row.day >= max(days.start, days.today)


def _channel_faults(channel: PostChannel, library: Library, networks: Mapping[str, Network]) -> list[Problem]:
    faults = []
    if channel.network not in networks:
        known = ", ".join(sorted(networks))
        message = f"channel '{channel.id}': there is no network '{channel.network}'"
        faults.append(Problem(channel.place, "AA301", message, f"known networks: {known}; more in faq/_data/networks/"))
    elif not _drawn(networks[channel.network]):
        label = networks[channel.network].label
        message = f"channel '{channel.id}': {label} takes no pictures of a kind that cards are made in"
        faults.append(Problem(channel.place, "AA325", message, "add png, jpg or pdf to the network's image: formats"))
    if channel.language not in library.languages:
        known = ", ".join(library.languages)
        message = f"channel '{channel.id}': the FAQ is not written in '{channel.language}'"
        faults.append(Problem(channel.place, "AA301", message, f"its languages: {known}"))
    return faults


def _drawn(network: Network) -> bool:
    """Whether cards are what the network takes: one, several to leaf through, or a document of them."""
    several = network.carousel is not None and network.carousel.always
    formats = _PAINTED | {"pdf"} if several else _PAINTED
    return (network.image.min_images <= 1 or several) and not formats.isdisjoint(network.image.formats)


class _Planner:
    """One channel: first what stays of earlier plans, then the slots that are free, by time."""

    def __init__(
        self, library: Library, channel: PostChannel, found: Mapping[str, Candidate], days: Span, made: _Made
    ) -> None:
        self.library, self.channel, self.found, self.days, self.made = library, channel, found, days, made
        self.history = History(channel)

    def plan(self, own: list[Row]) -> None:
        """Everything of the channel into `made`."""
        for row in own:
            if not (row.is_free and _is_open(row, self.days)):
                self.made.problems += self._against_rules(row) if _is_open(row, self.days) else []
                self._keep(row)
        for row in own:
            if row.is_free and _is_open(row, self.days):
                broken = self._broken(row)
                if broken:
                    self.made.removed.append(Removed(record=row.record, why=broken))
                else:
                    self._keep(row)
        self._fill()

    def _keep(self, row: Row) -> None:
        record = row.record
        if row.is_out:
            self.history.rest(record.entry, record.n, row.when)
            return
        self.history.add(record.entry, self._topic(record.entry), record.n, row.when)
        self.history.take(record.slot)  # moving a draft frees no slot
        if self.days.start <= row.day < self.days.end:
            self.made.slots.append(_kept(row))

    def _against_rules(self, row: Row) -> list[Problem]:
        """AA333 for a post in people's hands at a time when nothing may be posted, not this entry, or not one more."""
        candidate = self.found.get(row.record.entry)
        day = candidate.bar(row.day, History(self.channel)) if candidate else None  # what no other post is to blame for
        broken = closed(self.channel, row.when) or (f"the entry is {day.for_one}" if day else "")
        broken = broken or self.history.too_many(row.when)
        if not broken or not row.place or row.is_out:
            return []
        message = f"this draft stays on {format_slot(row.when)}, because a person chose so, but {broken}"
        return [Problem(row.place, "AA333", message, "choose another time in 'slot'", Severity.WARNING)]

    def _topic(self, entry: str) -> str:
        return next((e.topic for e in self.library.by_id.get(entry, {}).values()), "")

    def _broken(self, row: Row) -> str:
        """Which rule forbids a planned post now; empty where it may stay."""
        record = row.record
        candidate = self.found.get(record.entry)
        if not candidate:
            return _gone(self.library, record)
        bar = standing_bar(candidate.entry, self.days.start) or candidate.bar(row.day, self.history)
        if bar:
            return f"the entry is {bar.for_one}"
        if not has_slot(self.channel, row.when):
            return f"the channel has no slot on {row.when:%a %H:%M} any more"
        if self.history.is_taken(row.when):
            return "another post stands at this time"
        return closed(self.channel, row.when) or self.history.too_many(row.when)

    def _fill(self) -> None:
        choosing = pool(self.found, self.days.start)
        queue = Queue(choosing, self.history, self.days.start, self.days.end)
        without: list[datetime] = []
        bars = ""
        for when in moments(self.channel, self.days.start, self.days.end):
            if self.history.is_taken(when):
                continue
            shut = closed(self.channel, when) or self.history.too_many(when)
            if shut:
                self._leave(when, shut)
            elif fault := clock_fault(when):
                hint = "choose an hour outside 02:00 to 04:00 for this weekday"
                message = f"channel '{self.channel.id}': {format_slot(when)} {fault}"
                self.made.problems.append(Problem(self.channel.place, "AA302", message, hint))
            elif not self._post(queue, when):
                bars = bars or self._bars(when)
                without.append(when)
                self._leave(when, "no entry may be posted then")
        self.made.problems += _no_entry(self.channel, without, bars)

    def _post(self, queue: Queue, when: datetime) -> bool:
        choice = queue.choose(when)
        if choice is None:
            return False
        entry = choice.winner.candidate.entry
        slot = Slot(
            when=when,
            channel=self.channel.id,
            network=self.channel.network,
            language=self.channel.language,
            entry=entry.id,
            n=self.history.cycle.get(entry.id, 0) + 1,
            why=reasons.why(choice, when, self.history, self.library),
            otherwise=reasons.otherwise(choice),
        )
        self.history.add(entry.id, entry.topic, slot.n, when)
        queue.posted(choice, when)
        self.made.slots.append(slot)
        return True

    def _leave(self, when: datetime, why: str) -> None:
        self.made.empty.append(Empty(when=when, channel=self.channel.id, why=why))

    def _bars(self, when: datetime) -> str:
        """Of how many entries each rule keeps from a moment."""
        bars = Counter(
            standing_bar(c.entry, self.days.start) or c.bar(when.date(), self.history) or Bar.TOPIC
            for c in self.found.values()
        )
        counts = [f"{bars[bar]} {'is' if bars[bar] == 1 else 'are'} {bar}" for bar in Bar if bars[bar]]
        return ", ".join(counts) or "there are none in its language"


def _kept(row: Row) -> Slot:
    record = row.record
    return Slot(
        when=row.when,
        channel=record.channel,
        network=record.network,
        language=record.language,
        entry=record.entry,
        n=record.n,
        why=row.why,
        is_new=False,
    )


def _gone(library: Library, record: Record) -> str:
    if record.entry in library.by_id:
        return f"the entry is not written in '{record.language}'"
    withdrawn = library.withdrawn.get(("entry", record.entry))
    return f"the entry was withdrawn on {withdrawn.on}" if withdrawn else "there is no such entry any more"


def _no_entry(channel: PostChannel, without: list[datetime], bars: str) -> list[Problem]:
    if not without:
        return []
    slots = "1 slot stays" if len(without) == 1 else f"{len(without)} slots stay"
    message = f"channel '{channel.id}': {slots} empty from {without[0]:%Y-%m-%d} on; of its entries {bars}"
    hint = "write more entries, or plan fewer slots a week"
    return [Problem(channel.place, "AA303", message, hint, Severity.WARNING)]


def _overdue(library: Library, languages: Iterable[str], start: date) -> list[Problem]:
    """AA332 for every entry that would be posted, had somebody reviewed it."""
    found = []
    wanted = set(languages)
    for by_lang in library.by_id.values():
        late = [
            entry for lang, entry in by_lang.items() if lang in wanted and standing_bar(entry, start) is Bar.OVERDUE
        ]
        if late:
            first = by_lang.get(library.settings.source, late[0])
            message = f"'{first.id}' is not planned: it {late[0].meta.lateness}"
            hint = f"check that the answer still holds, and record it with: faq review {first.id}"
            found.append(Problem(first.place("reviewed"), "AA332", message, hint, Severity.WARNING))
    return found
