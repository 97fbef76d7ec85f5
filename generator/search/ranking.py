"""Answers to a query, best first, and why.

Every word of a query is worth its best match in a document: how strongly the word stands for the term, times how rare
the term is, times where the document has it. The sum counts by the share of words that matched at all. Sums are made
of additions, multiplications and divisions in one order, so that the twin in JavaScript gives the same bits.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.search.index import Index, Posting
from generator.search.matching import How, Matcher, Word
from generator.search.weights import WEIGHTS, Weights

MOST_LETTERS, MOST_WORDS = 300, 24
"""Of a query: what is longer is a letter, and its beginning says enough."""
_SCALE = 1_000_000
_REMEMBERED = 1000
"""Words of queries whose evidence is kept: who asks thousands of questions asks with the same words."""


@dataclass(frozen=True, slots=True)
class Reason:
    """What one word of a query did for a hit."""

    word: str
    term: str
    how: How
    parts: tuple[str, ...]
    """Where the document has the term: `title`, `also`, `text`."""
    score: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that answers, or a heading in it."""

    document: int
    heading: int | None
    """Number of the index's heading."""
    score: int
    """Millionths."""
    reasons: tuple[Reason, ...] = ()


class _Evidence(NamedTuple):
    """What a word is worth in one unit, and by which term."""

    score: float
    weight: float
    term: int
    how: How
    posting: Posting


class Searcher:
    """Searches one index."""

    def __init__(self, index: Index, weights: Weights = WEIGHTS) -> None:
        self._index, self._weights = index, weights
        self._matcher = Matcher(index, weights)
        self._title_length = sum(index.titles) / (len(index.titles) or 1) or 1.0
        self._text_length = sum(index.texts) / (len(index.texts) or 1) or 1.0
        self._title = functools.lru_cache(_REMEMBERED)(lambda title: tuple(dict.fromkeys(index.analyser.words(title))))
        self._evidence_of = functools.lru_cache(_REMEMBERED)(self._evidence)

    def search(self, query: str, limit: int = 10) -> list[Hit]:
        """The best hits, at most one a document; equal scores in the documents' order."""
        words = self._words(query)
        if not words:
            return []
        evidence = [self._evidence_of(word) for word in words]
        scored = sorted(self._scores(words, evidence), key=lambda pair: (-pair[1], pair[0]))
        best = sorted(
            ((unit, self._reranked(unit, score, words)) for unit, score in scored[: self._weights.reranked]),
            key=lambda pair: (-pair[1], pair[0]),
        )
        hits: dict[int, Hit] = {}
        for unit, score in best:
            document, heading = self._place(unit)
            if document not in hits:
                hits[document] = Hit(document, heading, score, self._reasons(unit, words, evidence))
        return list(hits.values())[:limit]

    def _words(self, query: str) -> list[Word]:
        """The query's different words."""
        analyser, by_phrase = self._index.analyser, self._index.groups.by_phrase
        typed = analyser.words(query[:MOST_LETTERS])[:MOST_WORDS]
        stems = [analyser.stem(word) for word in typed]
        said_by: dict[int, list[int]] = {}
        for at, stem in enumerate(stems):
            for phrase, group in by_phrase.get(stem, ()):
                if tuple(stems[at : at + len(phrase)]) == phrase:
                    said_by.setdefault(at, []).append(group)
        only_stop = all(word in analyser.stop for word in typed)
        words: dict[str, Word] = {}
        for at, (word, stem) in enumerate(zip(typed, stems, strict=True)):
            groups = (*self._index.groups.by_stem.get(stem, ()), *said_by.get(at, ()))
            stop = not only_stop and word in analyser.stop
            words.setdefault(word, Word(word, stem, stop, at == len(typed) - 1, groups))
        return list(words.values())

    def _evidence(self, word: Word) -> dict[int, _Evidence]:
        """Unit -> the best that one word finds there."""
        best: dict[int, _Evidence] = {}
        importance = self._weights.stop if word.stop else 1.0
        for term, (weight, how) in self._matcher.matches(word).items():
            postings = self._index.postings[term]
            worth = weight * importance * self._matcher.rarity(self._index.terms[term], word.stem)
            for posting in postings:
                score = worth * self._part_score(posting)
                if posting.unit not in best or score > best[posting.unit].score:
                    best[posting.unit] = _Evidence(score, weight, term, how, posting)
        return best

    def _part_score(self, posting: Posting) -> float:
        weights, score = self._weights, 0.0
        if posting.title or posting.also:
            length = (
                1 - weights.title_length + weights.title_length * self._index.titles[posting.unit] / self._title_length
            )
            part = self._saturated(1 / length)
            score += (weights.title if posting.title else 0.0) * part + (weights.also if posting.also else 0.0) * part
        if posting.text:
            length = 1 - weights.text_length + weights.text_length * self._index.texts[posting.unit] / self._text_length
            score += weights.text * self._saturated(posting.text / length)
        return score

    def _saturated(self, times: float) -> float:
        return times * (self._weights.saturation + 1) / (times + self._weights.saturation)

    def _scores(self, words: Sequence[Word], evidence: Sequence[dict[int, _Evidence]]) -> Iterator[tuple[int, int]]:
        """(Unit, score) of everything that any word found."""
        weight = [self._weights.stop if word.stop else 1.0 for word in words]
        everything = 0.0
        for one in weight:  # not sum(), which from Python 3.12 on rounds in another way than the twin
            everything += one
        units = dict.fromkeys(unit for found in evidence for unit in found)
        documents = len(self._index.documents)
        for unit in units:
            parent = self._index.headings[unit - documents][0] if unit >= documents else None
            score = covered = 0.0
            for n, found in enumerate(evidence):
                own = found.get(unit)
                worth = own.score if own else 0.0
                if parent is not None and parent in found and self._weights.inherited * found[parent].score > worth:
                    own = found[parent]
                    worth = self._weights.inherited * own.score
                if own:
                    score += worth
                    covered += weight[n] * (self._weights.related_covers if own.how == "related" else 1.0)
            yield unit, math.floor(score * covered / everything * _SCALE + 0.5)

    def _reranked(self, unit: int, score: int, words: Sequence[Word]) -> int:
        """More for a title with the words just as they were typed, and for one that says no more than them."""
        document, heading = self._place(unit)
        index = self._index
        title = index.documents[document].title if heading is None else index.headings[heading][1].title
        exact = self._title(title)
        share = sum(word.typed in exact for word in words) / len(words)
        likeness = self._likeness({word.stem: word.stop for word in words}, exact)
        bonus = self._weights.exact * share * share * share + self._weights.title_alike * likeness
        return math.floor(score * (1 + bonus) + 0.5)

    def _likeness(self, asked: Mapping[str, bool], title: Iterable[str]) -> float:
        """Dice's coefficient of the query's stems and a title's, the rare ones weighing more."""
        analyser = self._index.analyser
        has = {analyser.stem(word): word in analyser.stop for word in title}
        both = all_asked = all_has = 0.0
        for stem, stop in asked.items():
            worth = self._worth(stem, stop)
            all_asked += worth
            both += worth if stem in has else 0.0
        for stem, stop in has.items():
            all_has += self._worth(stem, stop)
        return 2 * both / (all_asked + all_has) if both else 0.0

    def _worth(self, stem: str, stop: bool) -> float:  # noqa: FBT001 - a property of the stem
        return self._matcher.rarity(stem) * (self._weights.stop if stop else 1.0)

    def _place(self, unit: int) -> tuple[int, int | None]:
        """Document and heading of a unit."""
        documents = len(self._index.documents)
        if unit < documents:
            return unit, None
        return self._index.headings[unit - documents][0], unit - documents

    def _reasons(
        self, unit: int, words: Sequence[Word], evidence: Sequence[dict[int, _Evidence]]
    ) -> tuple[Reason, ...]:
        """What each word did for a unit; for a heading also by the entry it stands in."""
        document, _ = self._place(unit)
        reasons = []
        for word, found in zip(words, evidence, strict=True):
            best = found.get(unit) or found.get(document)
            if best:
                parts = tuple(name for name in ("title", "also", "text") if getattr(best.posting, name))
                reasons.append(Reason(word.typed, self._index.terms[best.term], best.how, parts, best.score))
        return tuple(reasons)
