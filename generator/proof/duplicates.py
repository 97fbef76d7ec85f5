"""Two entries that answer one question, in whatever words.

Entries that share rare words are compared, so that nothing is quadratic. Three shares add up: how many of the shorter
answer's words the longer one has, how well the site's search finds one entry for the other's question (asked only where
it decides), and how alike the ways to ask are; words count by how rare they are.
Two entries whose questions each hold a word that only its own answer knows are about two things ("change my password",
"change my address").

Measured with weights and limit chosen on the same data: of 54 entries written in other words to questions of the demo, in
six languages, 46 are found and nothing else is (`tests/proof/test_duplicates.py`); in 1,585 entries of FAQs of others
36 pairs are, most of which tell one thing twice ("Mining", "How does mining work?"). Questions alone do not tell: with two
questions of each label of banking77 as entries, precision .9 leaves a recall of .06. So entries without answers are not
compared.
"""

from __future__ import annotations

import functools
import heapq
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from generator.search import Document, Searcher, Tables, build
from generator.search.analysis import Analyser

LEAST: Final = 0.75
_FOUND, _ASKED = 0.3, 0.2
"""Weight of the search, and of the ways to ask, beside the answers' words."""
_APART: Final = 0.1
"""Share of a question that only its own answer knows, from which two entries are about two things."""
_SHORTEST = 6
"""Different words of an answer; with fewer they are found anywhere."""
_LOOKED_AT = 5
"""Hits of a question."""
_MOST, _RARE, _NEAR = 50, 20, 8
"""Entries that a word leads to at most, rare words of an entry that are looked up, and entries that it is compared with."""

Stems = frozenset[str]


class Twins(NamedTuple):
    """Two documents by their numbers, the one with the shorter answer first."""

    one: int
    other: int
    words: float
    """Share of the shorter answer's words that the longer one has."""
    finds: bool
    """Whether the search finds the other first for the question of the one."""


def duplicates(documents: Sequence[Document], tables: Tables) -> Iterator[Twins]:
    """Pairs that answer one question, in order."""
    compared = _Compared(documents, Analyser(tables))
    searcher = functools.cache(lambda: Searcher(build(documents, tables)))
    asked = functools.cache(lambda number: _asked(searcher(), documents, number))
    for one, other in sorted(compared.near()):
        if (likely := compared.likely(one, other)) + _FOUND >= LEAST:
            search = max(asked(one).get(other, 0.0), asked(other).get(one, 0.0))
            if search and likely + _FOUND * min(1.0, search) >= LEAST:
                first, second = compared.by_length(one, other)
                yield Twins(first, second, compared.share(one, other), finds=asked(first).get(second, 0.0) > 1)


def _asked(searcher: Searcher, documents: Sequence[Document], number: int) -> dict[int, float]:
    """What an entry's question finds beside it -> how well, of how well it finds itself."""
    hits = searcher.search(documents[number].title, _LOOKED_AT)
    own = next((hit.score for hit in hits if hit.document == number), hits[0].score if hits else 0)
    return {hit.document: hit.score / own for hit in hits if hit.document != number and own}


class _Compared:
    """The words of questions and answers."""

    def __init__(self, documents: Sequence[Document], analyser: Analyser) -> None:
        def stems(texts: Iterable[str]) -> Stems:
            return frozenset(
                analyser.stem(word) for text in texts for word in analyser.words(text) if word not in analyser.stop
            )

        self._asked = [[stems([text]) for text in (one.title, *one.also)] for one in documents]
        self._answers = [stems([one.short, one.text]) for one in documents]
        self._known = [answer.union(*asked) for answer, asked in zip(self._answers, self._asked, strict=True)]
        having = Counter(stem for known in self._known for stem in known)
        self._worth = {stem: math.log((len(self._known) + 1) / (n + 0.5)) for stem, n in having.items()}

    def near(self) -> set[tuple[int, int]]:
        """Pairs that share rare words; each entry with those that share most."""
        having: dict[str, list[int]] = {}
        for number, known in enumerate(self._known):
            for stem in known:
                having.setdefault(stem, []).append(number)
        rare = {stem: numbers for stem, numbers in having.items() if 1 < len(numbers) <= _MOST}
        pairs = set()
        for number, known in enumerate(self._known):
            shared: dict[int, float] = {}
            for stem in heapq.nsmallest(_RARE, known & rare.keys(), key=lambda stem: (len(rare[stem]), stem)):
                for other in rare[stem]:
                    shared[other] = shared.get(other, 0.0) + self._worth[stem]
            shared.pop(number, None)
            best = heapq.nsmallest(_NEAR, ((-score, other) for other, score in shared.items()))
            pairs |= {(min(number, other), max(number, other)) for _, other in best}
        return pairs

    def by_length(self, one: int, other: int) -> tuple[int, int]:
        """The shorter answer first; of equal ones the later entry's."""
        first, second = sorted((one, other), key=lambda n: (len(self._answers[n]), -n))
        return first, second

    def share(self, one: int, other: int) -> float:
        """Of the shorter answer's words, what the longer one has."""
        short, long = (self._answers[n] for n in self.by_length(one, other))
        return self._weight(short & long) / (self._weight(short) or 1.0)

    def likely(self, one: int, other: int) -> float:
        """By words alone how likely two are; nothing where they are about two things."""
        words = self.share(one, other)
        if words + _FOUND + _ASKED < LEAST or min(len(self._answers[one]), len(self._answers[other])) < _SHORTEST:
            return 0.0
        if min(self._apart(one, other), self._apart(other, one)) > _APART:
            return 0.0
        return words + _ASKED * max(self._alike(a, b) for a in self._asked[one] for b in self._asked[other])

    def _weight(self, stems: Iterable[str]) -> float:
        return math.fsum(self._worth[stem] for stem in stems)

    def _alike(self, one: Stems, other: Stems) -> float:
        """Dice's coefficient."""
        return 2 * self._weight(one & other) / ((self._weight(one) + self._weight(other)) or 1.0)

    def _apart(self, one: int, other: int) -> float:
        """The share of a question that its answer says and the other entry never does."""
        asked = self._asked[one][0]
        return self._weight((asked & self._answers[one]) - self._known[other]) / (self._weight(asked) or 1.0)
