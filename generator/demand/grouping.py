"""Questions that mean the same, in groups: by the words that say something, whatever language they are in.

Groups begin where questions stand closest, each around one question and those nearest to it; then every question goes
to the group it is most like, a few times over. What is looked at for one question is bounded, so that time grows with
the log's length and no faster.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias

from generator.search.analysis import Analyser

Weighted: TypeAlias = Mapping[str, float]
"""Stem -> weight, of unit length."""

_MOST: Final = 600
"""Questions that a stem finds others in: what more have says too little for what it takes."""
_AROUND: Final = 15
"""Questions nearest to one, which tell how close they stand."""
_ALIKE: Final = 0.4
"""Cosine from which two groups would be one."""
_GROUPS: Final = 100
"""At most: of more, each is a part of a topic."""
_ROUNDS: Final = 3
_STEMS: Final = 40
"""That are kept of a group's words."""


class Member(NamedTuple):
    """A question of a group, and how typical of it."""

    number: int
    likeness: float


def grouped(texts: Sequence[Iterable[str]], counts: Sequence[int]) -> list[list[Member]]:
    """Groups of the numbers of texts, given as stems with how often each was asked; the most typical first."""
    vectors = _vectors(texts, counts)
    centres = _Index(_begun(vectors, counts))
    for _ in range(_ROUNDS):
        members = _assigned(vectors, centres)
        centres = _Index([_middle(vectors[one.number] for one in group) for group in members if group])
    return [
        sorted(group, key=lambda one: (-one.likeness, one.number)) for group in _assigned(vectors, centres) if group
    ]


def telling(analyser: Analyser, words: str) -> list[str]:
    """The stems of a question without the words that every question has."""
    return [analyser.stem(word) for word in analyser.words(words) if word not in analyser.stop]


def _vectors(texts: Sequence[Iterable[str]], counts: Sequence[int]) -> list[Weighted]:
    """By how rare a stem is; what was asked only once says nothing of others."""
    times = [Counter(text) for text in texts]
    having: Counter[str] = Counter()
    for stems, count in zip(times, counts, strict=True):
        for stem in stems:
            having[stem] += count
    whole = 2 + sum(counts)
    rarity = {stem: math.log(whole / (1 + n)) for stem, n in having.items() if n > 1}
    return [_unit({s: (1 + math.log(n)) * rarity[s] for s, n in one.items() if s in rarity}) for one in times]


def _unit(weights: Mapping[str, float]) -> Weighted:
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {stem: weight / length for stem, weight in weights.items()} if length else {}


def _middle(vectors: Iterable[Weighted]) -> Weighted:
    """What many say in common."""
    total: dict[str, float] = {}
    for vector in vectors:
        for stem, weight in vector.items():
            total[stem] = total.get(stem, 0.0) + weight
    return _unit({stem: total[stem] for stem in heapq.nsmallest(_STEMS, total, key=lambda stem: (-total[stem], stem))})


class _Index:
    """Vectors, found by their stems: those of questions, or the middles of groups."""

    def __init__(self, vectors: Iterable[Weighted] = ()) -> None:
        self.vectors: list[Weighted] = []
        self._postings: dict[str, list[tuple[int, float]]] = {}
        for vector in vectors:
            self.add(vector)

    def add(self, vector: Weighted) -> None:
        for stem, weight in vector.items():
            self._postings.setdefault(stem, []).append((len(self.vectors), weight))
        self.vectors.append(vector)

    def alike(self, vector: Weighted) -> dict[int, float]:
        """Number -> cosine, by stems that not too many have."""
        found: dict[int, float] = {}
        for stem, weight in vector.items():
            having = self._postings.get(stem, ())
            for number, its in having if len(having) <= _MOST else ():
                found[number] = found.get(number, 0.0) + weight * its
        return found

    def nearest(self, vector: Weighted) -> tuple[int, float]:
        """The one that a vector is most like, and how much; -1 where it is like none."""
        found = self.alike(vector)
        best = min(found, key=lambda number: (-found[number], number), default=-1)
        return best, found.get(best, 0.0)


def _begun(vectors: Sequence[Weighted], counts: Sequence[int]) -> list[Weighted]:
    """The middles that groups begin with: where questions stand closest, and no two alike."""
    around = _neighbours(vectors)
    closeness = [
        sum(likeness for likeness, _ in found) + min(count - 1, _AROUND)
        for found, count in zip(around, counts, strict=True)
    ]
    centres = _Index()
    for number in sorted(range(len(vectors)), key=lambda number: (-closeness[number], number)):
        if len(centres.vectors) >= _GROUPS:
            break
        middle = _middle([vectors[number], *(vectors[other] for _, other in around[number])])
        if middle and centres.nearest(middle)[1] <= _ALIKE:
            centres.add(middle)
    return centres.vectors


def _neighbours(vectors: Sequence[Weighted]) -> list[list[tuple[float, int]]]:
    """Of each the nearest others with their likeness."""
    index, around = _Index(vectors), []
    for number, vector in enumerate(vectors):
        found = index.alike(vector)
        found.pop(number, None)
        nearest = heapq.nsmallest(_AROUND, ((-likeness, other) for other, likeness in found.items()))
        around.append([(-likeness, other) for likeness, other in nearest])
    return around


def _assigned(vectors: Sequence[Weighted], centres: _Index) -> list[list[Member]]:
    """The members of each group; who is like none is in none."""
    groups: list[list[Member]] = [[] for _ in centres.vectors]
    for number, vector in enumerate(vectors):
        group, likeness = centres.nearest(vector)
        if group >= 0:
            groups[group].append(Member(number, likeness))
    return groups
