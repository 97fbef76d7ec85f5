"""Who is next: a channel's entries in groups that change little from slot to slot, so that no slot asks all of them."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from generator.social.candidates import Candidate, Key
from generator.social.history import History

_Group: TypeAlias = tuple[str, bool, bool, bool]
"""A topic, and the first three parts of a key."""
_Item: TypeAlias = tuple[int, int, int]
"""Wait, position in the pool, and the version of the position when it was put there."""
_ANY_TOPIC = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A candidate and how it stands."""

    candidate: Candidate
    key: Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Whose slot it is, and who would have it otherwise."""

    winner: Ranked
    second: Ranked | None
    """The next best."""
    elsewhere: Ranked | None
    """The best of another topic."""
    kept_back: Ranked | None
    """The best of the topics that stand next to the slot, which do not follow themselves."""


class Queue:
    """The candidates of a channel over the days of a plan; days only go forward.

    Most candidates stand the same all the time. The others are looked at anew on the days that change them; what they
    were before stays in its group with an old version, and is thrown away when it comes up.
    """

    def __init__(self, pool: Sequence[Candidate], history: History, start: date, end: date) -> None:
        self._pool, self._history, self._end = pool, history, end
        self._versions = [0] * len(pool)
        self._groups: dict[_Group, list[_Item]] = {}
        self._changes: list[tuple[date, int]] = []
        self._positions = {candidate.entry.id: position for position, candidate in enumerate(pool)}
        self._topics = Counter(candidate.topic for candidate in pool)
        self._largest = next((topic for topic, count in self._topics.items() if count * 2 > len(pool)), None)
        for position, candidate in enumerate(pool):
            self._put(position, start)
            self._changes += [(day, position) for day in candidate.changes(start, end, history)]
        heapq.heapify(self._changes)

    def choose(self, when: datetime) -> Choice | None:
        """Whose turn it is. No topic follows itself, unless nobody else is left and it has most of all entries."""
        self._advance(when.date())
        avoid = self._history.neighbours(when)
        heads = dict(self._heads(when))
        free = {group: ranked for group, ranked in heads.items() if group[0] not in avoid}
        if not free:
            avoid -= {self._largest}
            free = {group: ranked for group, ranked in heads.items() if group[0] not in avoid}
        if not free:
            return None
        group, winner = min(free.items(), key=lambda item: item[1].key)
        others = [ranked for other, ranked in free.items() if other != group]
        beside = self._second(group, winner)
        return Choice(
            winner=winner,
            second=_best([*others, *([beside] if beside else [])]),
            elsewhere=_best(ranked for ranked in others if ranked.candidate.topic != winner.candidate.topic),
            kept_back=_best(ranked for other, ranked in heads.items() if other[0] in avoid),
        )

    def posted(self, choice: Choice, when: datetime) -> None:
        """The winner has its slot: it rests, until a day comes that changes it."""
        position = self._positions[choice.winner.candidate.entry.id]
        self._versions[position] += 1
        for day in choice.winner.candidate.changes(when.date(), self._end, self._history):
            heapq.heappush(self._changes, (day, position))

    def _advance(self, day: date) -> None:
        changed: set[int] = set()
        while self._changes and self._changes[0][0] <= day:
            changed.add(heapq.heappop(self._changes)[1])
        for position in sorted(changed):
            self._put(position, day)

    def _put(self, position: int, day: date) -> None:
        """Into the group it belongs to on a day, if to any."""
        self._versions[position] += 1
        candidate = self._pool[position]
        if candidate.bar(day, self._history) is None:
            key = candidate.key(day, self._history, _ANY_TOPIC)
            group = (candidate.topic, key.late, key.dull, key.posted)
            heapq.heappush(self._groups.setdefault(group, []), (key.waits, position, self._versions[position]))

    def _heads(self, when: datetime) -> Iterator[tuple[_Group, Ranked]]:
        """The first of every group."""
        used = {topic: self._history.used(topic, when) for topic in self._topics}
        for group, items in self._groups.items():
            while items and items[0][2] != self._versions[items[0][1]]:
                heapq.heappop(items)
            if items:
                yield group, self._ranked(group, items[0], used[group[0]])

    def _second(self, group: _Group, first: Ranked) -> Ranked | None:
        """The next of the group whose first was found."""
        items = self._groups[group]
        top = heapq.heappop(items)
        while items and items[0][2] != self._versions[items[0][1]]:
            heapq.heappop(items)
        second = self._ranked(group, items[0], first.key.topic) if items else None
        heapq.heappush(items, top)
        return second

    def _ranked(self, group: _Group, item: _Item, topic: float) -> Ranked:
        candidate = self._pool[item[1]]
        return Ranked(candidate=candidate, key=Key(*group[1:], item[0], topic, candidate.order))


def _best(found: Iterable[Ranked]) -> Ranked | None:
    return min(found, key=lambda ranked: ranked.key, default=None)
