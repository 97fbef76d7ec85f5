"""Which terms of an index a typed word stands for, how, and how strongly.

Twin of `data/search/js/matching.js`.
"""

from __future__ import annotations

import bisect
import functools
import math
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

from generator.search.index import Index
from generator.search.weights import Weights

How: TypeAlias = Literal["word", "longer", "beginning", "typo", "synonym", "related", "family"]

_TYPO_FROM, _TYPOS_FROM = 4, 8
"""Letters a stem has before one edit, and two, are forgiven."""
_BEGINNING_FROM = 5
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

    def matches(self, word: Word) -> dict[int, Match]:
        """Term -> the strongest way in which the word stands for it."""
        found: dict[int, Match] = {}

        def put(term: int | None, weight: float, how: How) -> None:
            if term is not None and weight > (found[term].weight if term in found else 0.0):
                found[term] = Match(weight, how)

        weights, exact = self._weights, self._at.get(word.stem)
        put(exact, 1.0, "word")
        for group in word.groups:
            synonyms, stems, _ = self._index.groups.groups[group]
            for stem in stems:
                put(
                    self._at.get(stem),
                    weights.synonym if synonyms else weights.related,
                    "synonym" if synonyms else "related",
                )
        for term in self._longer(word.stem, exact):
            share = len(word.stem) / len(self._index.terms[term])
            put(term, weights.prefix * (1.0 if word.last else weights.prefix_inside) * share, "longer")
        if exact is None:
            for stem in self._family(word.stem):
                put(self._at.get(stem), weights.bare, "family")
            known = self._beginning(word.stem)
            if known is not None:
                put(known, weights.beginning * len(self._index.terms[known]) / len(word.stem), "beginning")
            for term, edits in self._typos(word.stem):
                weight = weights.typo if edits == 1 else weights.typos
                same = self._index.terms[term][0] == word.stem[0]
                put(term, weight * (1.0 if same else weights.other_first), "typo")
        return found

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

    def _typos(self, stem: str) -> Iterator[tuple[int, int]]:
        """Terms that one or two edits make of a stem, with the edits."""
        if len(stem) < _TYPO_FROM:
            return
        most = 2 if len(stem) >= _TYPOS_FROM else 1
        for length in range(len(stem) - most, len(stem) + most + 1):
            for term in self._of_length.get(length, ()):
                text = self._index.terms[term]
                if self._asked[term] or text[:_SAME] == stem[:_SAME]:
                    edits = distance(stem, text, most)
                    if 0 < edits <= most:
                        yield term, edits


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
    return row[-1]


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
