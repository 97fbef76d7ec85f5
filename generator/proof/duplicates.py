"""Two entries that answer one question, in whatever words.

Entries that share rare words are compared, so that nothing is quadratic. Three shares add up: how many of the shorter
answer's words the longer one has, how well the site's search finds one entry for the other's question (asked only where
it decides), and how alike the ways to ask are, in the search's synonyms, too; words count by how rare they are.
Against that weighs what of a question only its own answer knows; where that is most of both questions, or each has a
number of its own, they are about two things ("change my password", "change my address").

Of 90 entries written in other words to questions of the demo, in six languages, 85 are found and no wrong pair; weights
and limits were chosen with these. Of 24 more, written afterwards, 14 were; since an answer that is wholly in another
one need not be found by the search, 19 are, and six times an entry beside the right one is told, too
(`tests/proof/test_duplicates.py`). In the FAQs of Bitcoin, Let's Encrypt and Scratch, in seven languages, 11 pairs are
told. Questions alone do not tell: with two questions of each label of banking77 as entries, precision .9 leaves a
recall of .06. So entries without answers are not compared.
"""

from __future__ import annotations

import functools
import heapq
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from generator.proof.alike import Alike
from generator.search import Document, Searcher, Tables, build
from generator.search.analysis import Analyser

LEAST: Final = 0.58
_FOUND, _ASKED = 0.2, 0.1
"""Weight of the search, and of the ways to ask, beside the answers' words."""
_COPIED = 0.8
"""Share of the shorter answer's words from which the search need not find one entry for the other's question."""
_BEST = 0.9
"""Share of an entry's likeliest twin that others have at least: who repeats an answer touches on its neighbours."""
_SYNONYM, _FAMILY = 0.8, 0.5
"""What a synonym of a question's word counts, and a word that differs by a prefix."""
_APART: Final = 0.5
"""Weight of what only one question's own answer knows, against two; from which share on they are about two things."""
_SHORTEST = 6
"""Different words of an answer; with fewer they are found anywhere."""
_LOOKED_AT, _MOST_ASKED = 5, 500
"""Hits of a question, and questions that the search is asked; in real FAQs every fourth is."""
_MOST, _RARE, _NEAR = 50, 20, 8
"""Entries that a rare word has at most, such words of an entry that are looked up, and entries compared with it."""

Stems = frozenset[str]


class Twins(NamedTuple):
    """Two documents by their numbers, the one with the shorter answer first."""

    one: int
    other: int
    words: float
    """Share of the shorter answer's words that the longer one has."""


def duplicates(documents: Sequence[Document], tables: Tables) -> Iterator[Twins]:
    """Pairs that answer one question, in order."""
    compared, search = _Compared(documents, Analyser(tables)), _Search(documents, tables)
    likely = {pair: score for pair in sorted(compared.near()) if (score := _likely(*pair, compared, search))}
    twins = {pair: Twins(*compared.by_length(*pair), compared.share(*pair)) for pair in likely}
    most: dict[int, float] = {}
    for pair, score in likely.items():
        most[twins[pair].one] = max(score, most.get(twins[pair].one, 0.0))
    yield from (twins[pair] for pair, score in likely.items() if score >= most[twins[pair].one] * _BEST)


def _likely(one: int, other: int, compared: _Compared, search: _Search) -> float:
    """How likely two are one; nothing where it is less than the least."""
    likely = compared.likely(one, other)
    found = search.share(one, other) if likely + _FOUND >= LEAST else 0.0
    if found is not None and found <= 0 and compared.share(one, other) < _COPIED:
        return 0.0
    likely += _FOUND * (found or 0.0)
    return likely if likely >= LEAST else 0.0


class _Search:
    """The site's search, asked the questions of entries; it is made when it is needed."""

    def __init__(self, documents: Sequence[Document], tables: Tables) -> None:
        self._documents = documents
        self._searcher = functools.cache(lambda: Searcher(build(documents, tables)))
        self._found: dict[int, dict[int, float]] = {}

    def share(self, one: int, other: int) -> float | None:
        """How well the question of one finds the other, of how well it finds itself; the better way of both.

        None where too many have been asked: a search takes longer the more entries there are.
        """
        if len(self._found) >= _MOST_ASKED and not {one, other} <= self._found.keys():
            return None
        return min(1.0, max(self._asked(one).get(other, 0.0), self._asked(other).get(one, 0.0)))

    def _asked(self, number: int) -> dict[int, float]:
        if number not in self._found:
            hits = self._searcher().search(self._documents[number].title, _LOOKED_AT)
            own = next((hit.score for hit in hits if hit.document == number), hits[0].score if hits else 0)
            self._found[number] = {hit.document: hit.score / own for hit in hits if own}
        return self._found[number]


class _Compared:
    """The words of questions and answers."""

    def __init__(self, documents: Sequence[Document], analyser: Analyser) -> None:
        def stems(texts: Iterable[str]) -> Stems:
            return frozenset(
                analyser.stem(word) for text in texts for word in analyser.words(text) if word not in analyser.stop
            )

        self._family = Alike(analyser, synonym=0, family=_FAMILY)
        self._synonyms = Alike(analyser, synonym=_SYNONYM, family=_FAMILY)
        self._asked = [[stems([text]) for text in (one.title, *one.also)] for one in documents]
        self._answers = [stems([one.short, one.text]) for one in documents]
        self._known = [answer.union(*asked) for answer, asked in zip(self._answers, self._asked, strict=True)]
        having = Counter(stem for known in self._known for stem in known)
        self._worth = {stem: math.log(1 + len(self._known) / n) for stem, n in having.items()}

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
        return self._said(short, long, self._family) / (self._weight(short) or 1.0)

    def likely(self, one: int, other: int) -> float:
        """By words alone how likely two are; nothing where they are about two things."""
        words = self.share(one, other)
        if words + _FOUND + _ASKED < LEAST or min(len(self._answers[one]), len(self._answers[other])) < _SHORTEST:
            return 0.0
        apart = self._numbered(one, other) or min(self._apart(one, other), self._apart(other, one))
        if apart > _APART:
            return 0.0
        asked = max(self._alike(a, b) for a in self._asked[one] for b in self._asked[other])
        return words + _ASKED * asked - _APART * apart

    def _said(self, stems: Stems, by: Stems, alike: Alike) -> float:
        return math.fsum(self._worth[stem] * share for stem, share in alike.said(stems, by))

    def _weight(self, stems: Iterable[str]) -> float:
        return math.fsum(self._worth[stem] for stem in stems)

    def _alike(self, one: Stems, other: Stems) -> float:
        """Dice's coefficient."""
        said = self._said(one, other, self._synonyms) + self._said(other, one, self._synonyms)
        return said / ((self._weight(one) + self._weight(other)) or 1.0)

    def _apart(self, one: int, other: int) -> float:
        """The share of a question that its answer says and the other entry never does."""
        asked = self._asked[one][0]
        return self._weight((asked & self._answers[one]) - self._known[other]) / (self._weight(asked) or 1.0)

    def _numbered(self, one: int, other: int) -> float:
        """1 for questions with a number each, which the other has not: error 401, error 403."""
        first, second = self._asked[one][0], self._asked[other][0]
        return float(all(any(map(str.isdigit, "".join(own))) for own in (first - second, second - first)))
