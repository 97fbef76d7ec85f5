"""Which terms of an index a typed word stands for, how, and how strongly.

Twin of `data/search/js/matching.js`.
"""

from __future__ import annotations

import bisect
import functools
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

from generator.search.index import Index
from generator.search.weights import Weights

How: TypeAlias = Literal["word", "longer", "beginning", "typo", "synonym", "related", "family"]

_TYPO_FROM, _TYPOS_FROM = 4, 8
"""Letters a stem has before one edit, and two, are forgiven."""
_SHORT_TYPO = 3
"""So short a stem only where the word had an ending, and begins alike."""
_BEGINNING_FROM = 5
_ALIKE_FROM = 5
_BEGINNING_LEFT, _BEGINNING_SHARE = 4, 0.55
"""Letters of an unknown word's beginning, and their share of it, that must be known."""
_SAME = 2
"""First letters that an answer's word shares with one it was mistaken for: such words are kept by them (shards)."""


class Match(NamedTuple):
    """A term that a word stands for."""

    weight: float
    how: How


class Word(NamedTuple):
    """One word of a query."""

    typed: str
    """Folded."""
    stem: str
    stop: bool
    last: bool
    groups: tuple[int, ...]
    """That it leads to, alone or in a phrase."""


class Matcher:
    """Finds the terms of one index for words."""

    def __init__(self, index: Index, weights: Weights) -> None:
        self._index, self._weights = index, weights
        self._at = {term: number for number, term in enumerate(index.terms)}
        self._asked = [any(p.title or p.also for p in postings) for postings in index.postings]
        self._of_length: dict[int, list[int]] = {}
        for number, term in enumerate(index.terms):
            self._of_length.setdefault(len(term), []).append(number)

    def rarity(self, term: str, typed: str = "") -> float:
        """How much a term tells, in bits: not more than the known word that was typed and led to it."""
        at, known = self._at.get(term), self._at.get(typed)
        having = max((len(self._index.postings[n]) for n in (at, known) if n is not None), default=0)
        return rarity(len(self._index.titles), having)

    def matches(self, word: Word) -> dict[int, Match]:
        """Term -> the strongest way in which the word stands for it; of equal ones the first."""
        found: dict[int, Match] = {}
        for term, match in self._ways(word):
            if term is not None and (term not in found or match.weight > found[term].weight):
                found[term] = match
        return found

    def _ways(self, word: Word) -> Iterator[tuple[int | None, Match]]:
        """Everything that a word may stand for."""
        exact = self._at.get(word.stem)
        yield exact, Match(1.0, "word")
        if word.stop and not word.last:
            return
        yield from self._by_meaning(word)
        weight = self._weights.prefix * (1.0 if word.last else self._weights.prefix_inside)
        for term in self._longer(word.stem, exact):
            yield term, Match(weight * len(word.stem) / len(self._index.terms[term]), "longer")
        if exact is None:
            yield from self._by_spelling(word.stem, len(word.typed))

    def _by_meaning(self, word: Word) -> Iterator[tuple[int | None, Match]]:
        """The words that stand in a group with it."""
        synonym, related = Match(self._weights.synonym, "synonym"), Match(self._weights.related, "related")
        for number in word.groups:
            group = self._index.groups.groups[number]
            for stem in group.stems:
                yield self._at.get(stem), synonym if group.synonyms else related
            for stem in group.hints:
                yield self._at.get(stem), related

    def _by_spelling(self, stem: str, typed: int) -> Iterator[tuple[int | None, Match]]:
        """What an unknown word may have been meant to be."""
        weights = self._weights
        for other in self._family(stem):
            yield self._at.get(other), Match(weights.bare, "family")
        known = self._beginning(stem)
        if known is not None:
            yield known, Match(weights.beginning * len(self._index.terms[known]) / len(stem), "beginning")
        for term, edits in self._typos(stem, typed):
            same = self._index.terms[term][0] == stem[0]
            weight = (weights.typo if edits == 1 else weights.typos) * (1.0 if same else weights.other_first)
            yield term, Match(weight * self._says(term), "typo")
        for term, likeness in self._alike(stem):
            yield term, Match(weights.alike * likeness * self._says(term), "family")

    def _says(self, term: int) -> float:
        """Less for a stop word: what was mistyped for one says as little."""
        return self._weights.stop if self._index.terms[term] in self._index.analyser.stop else 1.0

    def _longer(self, stem: str, exact: int | None) -> list[int]:
        """Terms that begin with a stem of two letters or more."""
        if len(stem) < _SAME:
            return []
        start = bisect.bisect_left(self._index.terms, stem)
        end = start
        while end < len(self._index.terms) and self._index.terms[end].startswith(stem):
            end += 1
        found = [term for term in range(start, end) if term != exact]
        if len(found) > self._weights.most_longer:
            found = sorted(found, key=lambda term: (len(self._index.terms[term]), term))[: self._weights.most_longer]
        return found

    def _family(self, stem: str) -> Iterator[str]:
        """The stem without a prefix of its language, or with one."""
        yield from self._index.analyser.bare(stem)
        yield from (prefix + stem for prefix in self._index.tables.prefixes)

    def _beginning(self, stem: str) -> int | None:
        """The longest beginning that is a term."""
        if len(stem) < _BEGINNING_FROM:
            return None
        least = max(_BEGINNING_LEFT, math.ceil(len(stem) * _BEGINNING_SHARE))
        beginnings = (self._at.get(stem[:length]) for length in range(len(stem) - 1, least - 1, -1))
        return next((term for term in beginnings if term is not None), None)

    def _typos(self, stem: str, typed: int) -> Iterator[tuple[int, int]]:
        """Terms that one or two edits make of a stem, with the edits; not for words of few letters."""
        if len(stem) < _TYPO_FROM and (len(stem) < _SHORT_TYPO or typed <= _TYPO_FROM):
            return
        most = 2 if len(stem) >= _TYPOS_FROM else 1
        for length in range(len(stem) - most, len(stem) + most + 1):
            for term in self._of_length.get(length, ()):
                text = self._index.terms[term]
                if self._may_be(term, stem) and (len(stem) >= _TYPO_FROM or text[0] == stem[0]):
                    edits = distance(stem, text, most)
                    if 0 < edits <= most:
                        yield term, edits

    def _alike(self, stem: str) -> Iterator[tuple[int, float]]:
        """Terms that share many of a stem's trigrams, with their likeness (Dice's coefficient)."""
        if len(stem) < _ALIKE_FROM:
            return
        typed = trigrams(stem)
        shared = Counter(term for gram in typed for term in self._having.get(gram, ()))
        for term in sorted(shared):
            text = self._index.terms[term]
            likeness = 2 * shared[term] / (len(typed) + len(trigrams(text)))
            if likeness > self._weights.least_alike and self._may_be(term, stem):
                yield term, likeness

    @functools.cached_property
    def _having(self) -> dict[str, list[int]]:
        """Trigram -> terms; made when the first unknown word is typed."""
        having: dict[str, list[int]] = {}
        for number, term in enumerate(self._index.terms):
            for gram in trigrams(term):
                having.setdefault(gram, []).append(number)
        return having

    def _may_be(self, term: int, stem: str) -> bool:
        """Whether a term may be what was meant by a word that it does not begin with."""
        return self._asked[term] or self._index.terms[term][:_SAME] == stem[:_SAME]


def trigrams(term: str) -> frozenset[str]:
    """Every three letters in a row, its beginning and its end marked."""
    marked = f"^{term}$"
    return frozenset(marked[at : at + 3] for at in range(len(marked) - 2))


def distance(a: str, b: str, most: int) -> int:
    """Edits between two words, neighbours that change places being one; `most` + 1 for anything above `most`."""
    if abs(len(a) - len(b)) > most:
        return most + 1
    before: Sequence[int] = ()
    row = list(range(len(b) + 1))
    for i, char in enumerate(a, 1):
        new = [i]
        for j, other in enumerate(b, 1):
            edits = min(row[j] + 1, new[j - 1] + 1, row[j - 1] + (char != other))
            if i > 1 and j > 1 and char == b[j - 2] and a[i - 2] == other:
                edits = min(edits, before[j - 2] + 1)
            new.append(edits)
        if min(new) > most:
            return most + 1
        before, row = row, new
    return min(row[-1], most + 1)


@functools.lru_cache(maxsize=65_536)
def rarity(units: int, having: int) -> float:
    """BM25's idf, in bits: how much a word tells that `having` of `units` have."""
    return log2(1 + (units - having + 0.5) / (having + 0.5))


def log2(number: float) -> float:
    """Of a number from 1 on, to a millionth; by operations that every machine rounds alike, which `log` is not."""
    whole = 0
    while number >= 2:
        number /= 2
        whole += 1
    fraction, bit = 0.0, 0.5
    for _ in range(20):
        number *= number
        if number >= 2:
            number /= 2
            fraction += bit
        bit /= 2
    return whole + fraction
