"""Two entries that answer one question, in whatever words and languages.

Entries that share rare words are compared, so that nothing is quadratic. Shares add up to one score, as of a logistic
regression: how many of the shorter answer's words the longer one has, and how many more than the next likely entry has;
how alike the two are in what they say first; how well the site's search finds one for the other's question; and how
alike the ways to ask are, in the search's synonyms, too. Words count by how rare they are. Against that weighs what of
a question only its own answer knows; where that is most of both questions, or each has a number of its own, they are
about two things ("change my password", "change my address"). Two entries are in several languages, and neighbours are
alike by chance in one of them: the mean of all tells.

Of 114 entries written in other words to questions of the demo, in six languages, 111 are found and none of the demo's
own; weights were fitted to these and to the 1,000 nearest pairs of the FAQs of Bitcoin, Let's Encrypt and Scratch, of
which 4 are told. Of 36 more, written before, whose misses nobody looked at, 34 are found, where 32 were. Eight times an
entry beside the right one is told, too (`tests/proof/test_duplicates.py`). Of the demo in one language alone, one pair
is told in three of six. A sentence-embedding model (multilingual E5) added nothing to the score. Questions alone do not
tell: with two questions of each label of banking77 as entries, precision .9 leaves a recall of .06. So entries without
answers are not compared.
"""

from __future__ import annotations

import functools
import heapq
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from generator.proof.alike import Alike
from generator.search import Document, Searcher, Tables, build
from generator.search.analysis import Analyser

_BASE, _WORDS, _AHEAD, _FIRST, _FOUND, _ASKED, _APART = -4.7, 4.0, 4.0, 5.0, 2.0, 2.0, -4.0
"""Weights, rounded: at 0 and more two are one."""
_TWO: Final = 0.5
"""From what share of both questions on, that only their own answers know, they are about two things."""
_UNLIKE: Final = -2.1
"""Where two are not compared, or hardly have a word in common."""
_BEST = 1.5
"""How much less likely than an entry's likeliest twin others are: who repeats an answer touches on its neighbours."""
_SYNONYM, _FAMILY = 0.8, 0.5
"""What a synonym of a question's word counts, and a word that differs by a prefix."""
_LEAST = 0.2
"""Share of the words of the shorter answer that the longer one has."""
_SHORTEST, _BEGINNING = 6, 25
"""Different words of an answer, with fewer they are found anywhere; and words that are said first."""
_LOOKED_AT, _MOST_ASKED = 5, 500
"""Hits of a question, and questions that the search is asked."""
_MOST, _RARE, _NEAR = 50, 20, 8
"""Entries that a rare word has at most, such words of an entry that are looked up, and entries compared with it."""

Stems = frozenset[str]


class Twins(NamedTuple):
    """Two documents by their ids, the one with the shorter answer first, and in which language."""

    one: str
    other: str
    words: float
    """Share of the shorter answer's words that the longer one has."""
    lang: str


class Scored(NamedTuple):
    """How likely two are one in a language."""

    score: float
    one: str
    other: str
    words: float


class Pairs(NamedTuple):
    """Of one language: who is in it, and pairs of them."""

    ids: frozenset[str]
    scores: Mapping[frozenset[str], Scored]


def duplicates(languages: Mapping[str, Pairs]) -> Iterator[Twins]:
    """Pairs that answer one question in all the languages that have both, in order."""
    pairs = dict.fromkeys(pair for one in languages.values() for pair in one.scores)
    told = [(score, _told(pair, languages)) for pair in pairs if (score := _mean(pair, languages)) >= 0]
    most: dict[str, float] = {}
    for score, twins in told:
        most[twins.one] = max(score, most.get(twins.one, 0.0))
    yield from (twins for score, twins in told if score >= most[twins.one] - _BEST)


def _mean(pair: frozenset[str], languages: Mapping[str, Pairs]) -> float:
    having = [one.scores for one in languages.values() if pair <= one.ids]
    return math.fsum(scores[pair].score if pair in scores else _UNLIKE for scores in having) / len(having)


def _told(pair: frozenset[str], languages: Mapping[str, Pairs]) -> Twins:
    """In the first language that shows it, or else in the first that has it."""
    having = [(lang, one.scores[pair]) for lang, one in languages.items() if pair in one.scores]
    lang, found = next((each for each in having if each[1].score >= 0), having[0])
    return Twins(found.one, found.other, found.words, lang)


def likely(documents: Sequence[Document], tables: Tables) -> Pairs:
    """All pairs of a language that have rare words in common."""
    compared, search = _Compared(documents, Analyser(tables)), _Search(documents, tables)
    shares = {pair: compared.share(*pair) for pair in sorted(compared.near())}
    ahead = _Ahead(shares)
    scores: dict[frozenset[str], Scored] = {}
    for pair, share in shares.items():
        if share >= _LEAST and compared.comparable(*pair):
            short, long = compared.by_length(*pair)
            score = _BASE + _WORDS * share + _AHEAD * ahead.of(short, long) + compared.likely(*pair)
            if score + _FOUND >= 0:  # a search takes longer than all the rest
                score += _FOUND * search.share(*pair)
            ids = documents[short].id, documents[long].id
            scores[frozenset(ids)] = Scored(max(score, _UNLIKE), *ids, share)
    return Pairs(frozenset(one.id for one in documents), scores)


class _Ahead:
    """How much nearer one is to another than to the next."""

    def __init__(self, shares: Mapping[tuple[int, int], float]) -> None:
        self._shares = shares
        self._nearest: dict[int, list[tuple[float, int]]] = {}
        for (one, other), share in shares.items():
            self._nearest.setdefault(one, []).append((share, other))
            self._nearest.setdefault(other, []).append((share, one))

    def of(self, short: int, long: int) -> float:
        """Of the shorter one."""
        others = (share for share, other in self._nearest[short] if other != long)
        return self._shares[min(short, long), max(short, long)] - max(others, default=0.0)


class _Search:
    """The site's search, asked the questions of entries; it is made when it is needed."""

    def __init__(self, documents: Sequence[Document], tables: Tables) -> None:
        self._documents = documents
        self._searcher = functools.cache(lambda: Searcher(build(documents, tables)))
        self._found: dict[int, dict[int, float]] = {}

    def share(self, one: int, other: int) -> float:
        """How well the question of one finds the other, of how well it finds itself; the better way of both.

        Nothing where too many have been asked: a search takes longer the more entries there are.
        """
        if len(self._found) >= _MOST_ASKED and not {one, other} <= self._found.keys():
            return 0.0
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
        self._first = [stems([one.title, _beginning(one)]) for one in documents]
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

    def comparable(self, one: int, other: int) -> bool:
        """Whether both say enough, and neither question says that it is about something else."""
        shortest = min(len(self._answers[one]), len(self._answers[other]))
        return shortest >= _SHORTEST and self.apart(one, other) <= _TWO and not self._numbered(one, other)

    def likely(self, one: int, other: int) -> float:
        """What questions and beginnings add to the answers' words."""
        asked = max(self._alike(a, b) for a in self._asked[one] for b in self._asked[other])
        first = self._alike(self._first[one], self._first[other])
        return _FIRST * first + _ASKED * asked + _APART * self.apart(one, other)

    def apart(self, one: int, other: int) -> float:
        """What each question has that only its own answer knows, the less of both."""
        return min(self._apart(one, other), self._apart(other, one))

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

    def _numbered(self, one: int, other: int) -> bool:
        """Whether the questions have a number each, which the other has not: error 401, error 403."""
        first, second = self._asked[one][0], self._asked[other][0]
        return all(any(map(str.isdigit, "".join(own))) for own in (first - second, second - first))


def _beginning(document: Document) -> str:
    """The short answer, or as much of the long one."""
    words = document.short.split()
    return " ".join([*words, *document.text.split()[: max(0, _BEGINNING - len(words))]])
