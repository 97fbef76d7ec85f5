"""Which entry answers a question of a log, and how surely.

Three kinds of evidence are added. The ways to ask that entries know, letter by letter (`vectors.py`); the site's
search, which knows synonyms and which words say little; and what the log's surest questions of each entry say, which
are customers' words that no editor has thought of. How sure a match is, `confidence.py` says.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.demand.confidence import confidence, levelled
from generator.demand.log import Question
from generator.demand.vectors import Vector, Vectors, together
from generator.search import Document, Searcher, Tables, build
from generator.search.analysis import Analyser
from generator.search.weights import WEIGHTS

if TYPE_CHECKING:
    from generator.meaning.space import Space

THRESHOLD: Final = 0.5
"""Score from which a question counts as answered: seven to nine of ten such matches are right, by the log. Kept from
other logs and other topics left out than benchmarks/demand.py measures."""
_SURE: Final = 0.5
"""Share of the questions, by the margin to the second entry, that an entry's words are taken from."""
_FEATURES: Final = 400
"""That are kept of an entry's words."""
_MOST: Final = 64
"""Phrasings that a feature stands for: what more have says too little for what it takes."""
_FURTHER: Final = 0.5
"""Weight of an entry's second phrasing that is alike, and its square of the third."""
_LOOKED_AT: Final = 10
"""Hits of the site's search."""
_SEARCH: Final = 1.0
"""Weight of the search beside the phrasings, for which entry it is."""
_SAID: Final = 1.0
"""Weight of customers' words."""
_NEAREST: Final = 3


class Index:
    """Finds the vectors that share features with another."""

    def __init__(self, vectors: Iterable[Vector], most: int = _MOST) -> None:
        postings: dict[int, list[tuple[int, float]]] = {}
        for number, (features, weights) in enumerate(vectors):
            for feature, weight in zip(features, weights, strict=True):
                postings.setdefault(feature, []).append((number, weight))
        self._postings = {feature: found for feature, found in postings.items() if len(found) <= most}

    def alike(self, vector: Vector) -> dict[int, float]:
        """Number -> cosine."""
        found: dict[int, float] = {}
        get = self._postings.get
        for feature, weight in zip(vector.features, vector.weights, strict=True):
            for number, its in get(feature, ()):
                found[number] = found.get(number, 0.0) + weight * its
        return found


class Way(NamedTuple):
    """A way to ask that an entry knows."""

    entry: str
    lang: str
    words: str


class Near(NamedTuple):
    """An entry by its id, and how near a question is to it: comparable for one question only."""

    entry: str
    score: float


@dataclass(frozen=True, slots=True)
class Matched:
    """What a question was about."""

    nearest: tuple[Near, ...]
    """Best first; at most three."""
    score: float
    """How sure it is that the first of them answers, 0 to 1."""

    @property
    def is_answered(self) -> bool:
        """Whether it is sure enough to count."""
        return bool(self.nearest) and self.score >= THRESHOLD


def match(
    questions: Sequence[Question],
    documents: Mapping[str, Sequence[Document]],
    tables: Mapping[str, Tables],
    space: Space | None = None,
) -> list[Matched]:
    """Of every question the entries it may be about; `documents` are what the search finds, by language.

    With a space, what questions mean counts beside their words.
    """
    ways = ways_to_ask(documents)
    ids, owners = entries(ways)
    numbers = {id_: n for n, id_ in enumerate(ids)}
    vectors = Vectors(
        [way.words for way in ways],
        [question.words for question in questions],
        Analyser(Tables(letters=next((one.letters for one in tables.values()), {}))),
    )
    index = Index(vectors.known, max(_MOST, len(ways) // 4))
    search = {lang: _Search(found, tables[lang], numbers) for lang, found in documents.items()}
    codes = {lang.lower(): lang for lang in documents}
    first: list[dict[int, float]] = []
    sure: list[float] = []
    for question, vector in zip(questions, vectors.asked, strict=True):
        alike = index.alike(vector)
        scores = _of_entries(alike, owners)
        most = max(alike, key=lambda n: (alike[n], -n), default=None)
        lang = _known(question.language, codes) or (ways[most].lang if most is not None else "")
        hits = search[lang].ask(question.words) if lang else {}
        sure.append(max(scores.values(), default=0.0) + _margin(hits.values()))
        first.append({n: scores.get(n, 0.0) + _SEARCH * hits.get(n, 0.0) for n in scores.keys() | hits.keys()})
    said = Index(_said(vectors, owners, first), max(_MOST, len(ids) // 4))
    added = [_added(one, said.alike(vector)) for one, vector in zip(first, vectors.asked, strict=True)]
    nearest = [_nearest(one, ids) for one in added]
    evidence = [
        one + max((near.score for near in found), default=0.0) for one, found in zip(sure, nearest, strict=True)
    ]
    if space is None or not questions or not ways:
        chances = confidence(evidence, vectors.asked)
    else:
        from generator.demand.meant import Meant  # noqa: PLC0415 - needs what only a model brings

        meant = Meant(space.of([one.words for one in questions]), space.of([way.words for way in ways]), owners)
        found, chances = meant.matched(added, levelled(evidence, vectors.asked), _NEAREST)
        nearest = [tuple(Near(ids[n], score) for n, score in one) for one in found]
    return [Matched(*one) for one in zip(nearest, chances, strict=True)]


def ways_to_ask(documents: Mapping[str, Sequence[Document]]) -> list[Way]:
    """All of them, by language."""
    return [
        Way(document.id, lang, words)
        for lang, found in documents.items()
        for document in found
        if not document.lang
        for words in dict.fromkeys((document.title, *document.also))
    ]


def entries(ways: Sequence[Way]) -> tuple[list[str], list[int]]:
    """The ids of the entries, and of each way to ask the number of its entry among them."""
    numbers = {id_: n for n, id_ in enumerate(dict.fromkeys(way.entry for way in ways))}
    return list(numbers), [numbers[way.entry] for way in ways]


def _known(language: str, codes: Mapping[str, str]) -> str:
    """The FAQ's language of a log's: `en-gb` is asked in English."""
    while language and language not in codes:
        language = language.rpartition("-")[0]
    return codes.get(language, "")


class _Search:
    """The site's search of one language, its scores such that a short question's perfect match has about 1."""

    def __init__(self, documents: Sequence[Document], tables: Tables, numbers: Mapping[str, int]) -> None:
        self._searcher = Searcher(build(documents, tables), replace(WEIGHTS, reranked=_LOOKED_AT))
        self._numbers = [numbers.get(document.id) for document in documents]
        self._scale = 1e6 * 3 * WEIGHTS.title * math.log2(2 + len(documents))

    def ask(self, words: str) -> dict[int, float]:
        """Entry -> score."""
        hits = self._searcher.search(words, _LOOKED_AT)
        return {n: hit.score / self._scale for hit in hits if (n := self._numbers[hit.document]) is not None}


def _margin(scores: Iterable[float]) -> float:
    """Between the first and the second."""
    best = [*heapq.nlargest(2, scores), 0.0, 0.0]
    return best[0] - best[1]


def _of_entries(alike: Mapping[int, float], owners: Sequence[int]) -> dict[int, float]:
    """Entry -> score: that of its most alike phrasing, and less of its second and third."""
    best: dict[int, list[float]] = {}
    for phrasing, score in alike.items():
        best.setdefault(owners[phrasing], []).append(score)
    scores = {}
    for entry, found in best.items():
        if len(found) > 1:
            found.sort(reverse=True)
        scores[entry] = sum(score * _FURTHER**n for n, score in enumerate(found[:3]))
    return scores


def _said(vectors: Vectors, owners: Sequence[int], first: Sequence[Mapping[int, float]]) -> list[Vector]:
    """Of each entry its phrasings and, as heavy as they, its surest questions."""
    own: list[list[Vector]] = [[] for _ in range(max(owners, default=-1) + 1)]
    for vector, entry in zip(vectors.known, owners, strict=True):
        own[entry].append(vector)
    sure: list[list[Vector]] = [[] for _ in own]
    margins = []
    for number, scores in enumerate(first):
        best = heapq.nsmallest(2, ((-score, entry) for entry, score in scores.items()))
        if best:
            margins.append((best[0][0] - (best[1][0] if len(best) > 1 else 0.0), number, best[0][1]))
    margins.sort()
    for _, number, entry in margins[: max(1, int(len(margins) * _SURE))]:
        sure[entry].append(vectors.asked[number])
    whole = 10 * _FEATURES
    halves = ([together(some, whole), together(others, whole)] for some, others in zip(own, sure, strict=True))
    return [together(both, _FEATURES) for both in halves]


def _added(first: Mapping[int, float], said: Mapping[int, float]) -> dict[int, float]:
    return {n: first.get(n, 0.0) + _SAID * said.get(n, 0.0) for n in first.keys() | said.keys()}


def _nearest(scores: Mapping[int, float], ids: Sequence[str]) -> tuple[Near, ...]:
    best = heapq.nsmallest(_NEAREST, ((-score, n) for n, score in scores.items()))
    return tuple(Near(ids[n], -score) for score, n in best)
