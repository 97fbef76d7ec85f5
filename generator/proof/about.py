"""Which fact an amount is about: by the words around it, and by how such amounts are written elsewhere in the library.

One score, as of a logistic regression: for the words that stand around the fact wherever it is used, each by how few
facts have it; a little against the other words of the sentence; for amounts that are facts wherever they stand (no
price is written out: this one is about a fact, too), and for those of the same form, a range or one value; against
values that nobody mistakes for the fact's, and against times that are no limit: every two days, the first five days.
Words that any amount has (costs, lasts, until) say nothing. Weights are rounded from a fit to 336 sentences with
another value in six languages, 180 with amounts of other things, and the 200 amounts of the demo
(`tests/proof/contradictions*.yml`, `other_*.yml`).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from generator.proof.alike import Alike
from generator.proof.amounts import Amount, Measures
from generator.proof.passages import Facts, Sentence
from generator.search.analysis import Analyser
from generator.voice.tokens import HOLE

_BASE, _SHARED, _OTHER, _HABIT, _FORM, _DOUBLINGS = -3.3, 4.1, 0.9, 0.7, 2.8, 1.8
"""Weights; with this constant 24 of 25 sentences with another value are told, and nothing of the demo."""
_LOOSE: Final = 2.7
"""What counts against an amount that is no limit: ten days before planting, another three days, about €5."""
SURE: Final = 3.0
"""From here on hardly any amount is about something else."""
UNLIKELY: Final = -7.0
"""Of an amount that shares no word with a fact; no score counts for less."""
_FARTHEST: Final = 2.0
"""Doublings, or months, that count against another value."""
_RIVAL: Final = 0.2
"""As likely as the likeliest fact, so that its value is right, too."""
_SUBJECT, _FAR, _NEAR, _CLAUSES = 0.7, 0.5, 6, 0.7
"""Weight of the question's words, of those further than so many words away, and of those of the next clause."""
_LETTERS = 400
"""Of a sentence that are looked at on each side."""
_SYNONYM, _FAMILY = 1.0, 0.6
"""What a synonym of a fact's word counts, and one that differs by a prefix."""
_RARE = (0.5, 0.5)
"""What it counts how few facts have a word, of all and of the same measure."""
_CLAUSE = re.compile(r"[,;:()–—]\s")
_BESIDE = 24
"""Letters on each side of an amount that tell whether it is a limit."""


class Likely(NamedTuple):
    """A fact, and how likely an amount is about it, from 0 on."""

    name: str
    score: float


class About:
    """Of one language."""

    def __init__(self, analyser: Analyser, facts: Facts, sentences: Sequence[Sentence], measures: Measures) -> None:
        self._analyser, self._known = analyser, facts.amounts
        self._alike = Alike(analyser, synonym=_SYNONYM, family=_FAMILY)
        self._back, self._loose, self._about = (
            frozenset(analyser.words(" ".join(words))) for words in (measures.back, measures.loose, measures.about)
        )
        self._measuring = frozenset(map(analyser.stem, analyser.words(measures.measuring)))
        profiles: dict[str, dict[str, float]] = {}
        for sentence in sentences:
            for name in sentence.facts.keys() & self._known.keys():
                _keep(profiles.setdefault(name, {}), self._around_fact(sentence, name))
        self._having: dict[str, list[tuple[str, float]]] = {}
        for name, profile in profiles.items():
            for stem, weight in self._alike.widened(profile).items():
                self._having.setdefault(stem, []).append((name, weight))
        self._facts, self._of_measure = len(profiles), Counter(self._known[name].measure for name in profiles)
        self._habit = _habit(sentences, self._known)

    def _around_fact(self, sentence: Sentence, name: str) -> dict[str, float]:
        """Those of its sentence and, at a lower weight, of what people ask there."""
        said = dict.fromkeys(self.stems(sentence.passage.subject), _SUBJECT)
        _keep(said, self.around(sentence, sentence.facts[name]))
        return said

    def stems(self, text: str) -> list[str]:
        """Those that say something."""
        analyser = self._analyser
        words = (word for word in analyser.words(text.replace(HOLE, " ")) if word not in analyser.stop)
        return [analyser.stem(word) for word in words if not word.isdigit()]

    def around(self, sentence: Sentence, span: tuple[int, int]) -> dict[str, float]:
        """Stems of a sentence without an amount, each with its weight."""
        said: dict[str, float] = {}
        before, after = sentence.beside(span, _LETTERS)
        for parts, way in ((_CLAUSE.split(before)[::-1], -1), (_CLAUSE.split(after), 1)):
            stems = [(n, stem) for n, part in enumerate(parts) for stem in self.stems(part)[::way]]
            for at, (clause, stem) in enumerate(stems):
                weight = (1.0 if at < _NEAR else _FAR) * (_CLAUSES ** min(clause, 2))
                said[stem] = max(said.get(stem, 0.0), weight)
        return said

    def facts(self, sentence: Sentence, amount: Amount) -> list[Likely]:
        """The likeliest first, and only those that are nearly as likely."""
        around = {stem: n for stem, n in self.around(sentence, amount[:2]).items() if stem not in self._measuring}
        shared, known = dict[str, float](), dict[str, float]()
        for stem, weight in around.items():
            worth, having = self._told(stem, amount.measure)
            for name, its in having.items():
                if name not in sentence.facts:
                    shared[name] = shared.get(name, 0.0) + weight * its * worth
                    known[name] = known.get(name, 0.0) + weight
        whole, less = sum(around.values()), _LOOSE * (bool(shared) and self._is_loose(sentence, amount))
        likely = [
            Likely(name, self._score(amount, name, own, whole - known[name]) - less) for name, own in shared.items()
        ]
        most = max((one.score for one in likely), default=0.0)
        return sorted((one for one in likely if one.score > most - _RIVAL), key=lambda one: (-one.score, one.name))

    def _score(self, amount: Amount, name: str, shared: float, other: float) -> float:
        fact = self._known[name]
        return (
            _BASE
            + _SHARED * math.sqrt(shared)
            - _OTHER * math.log(1 + other)
            + _HABIT * self._habit.get(amount.measure, 0.0)
            + _FORM * (len(amount.values) == len(fact.values))
            - _DOUBLINGS * _too_far(amount, fact)
        )

    def _told(self, stem: str, measure: str) -> tuple[float, Mapping[str, float]]:
        """What a stem is worth, and how much the facts of a measure have of it."""
        having: dict[str, float] = {}
        for form, share in self._alike.forms(stem):
            for name, its in self._having.get(form, ()):
                having[name] = max(having.get(name, 0.0), its * share)
        those = {name: its for name, its in having.items() if self._known[name].measure == measure}
        if those:
            rare = _rarity(len(having), self._facts), _rarity(len(those), self._of_measure[measure])
            return math.fsum(map(math.prod, zip(rare, _RARE, strict=True))), those
        return 1.0, those

    def _is_loose(self, sentence: Sentence, amount: Amount) -> bool:
        """Whether it is a time before something, one of many, a further one, or any amount that is a guess."""
        before, after = (self._analyser.words(text) for text in sentence.beside(amount[:2], _BESIDE))
        if not self._about.isdisjoint(before[-1:]):
            return True
        return amount.measure in {"time", "workdays"} and not (
            self._back.isdisjoint([*before[-1:], *after[:1]]) and self._loose.isdisjoint(before[-1:])
        )


def _habit(sentences: Iterable[Sentence], known: Mapping[str, Amount]) -> Mapping[str, float]:
    """Of each measure, how much more often facts are used than amounts are written out."""
    used: Counter[str] = Counter()
    written: Counter[str] = Counter()
    for one in sentences:
        used.update(known[name].measure for name in one.facts.keys() & known.keys())
        written.update(amount.measure for amount in one.amounts if one.passage.is_true)
    return {measure: math.log((n + 1) / (written[measure] + 1)) for measure, n in used.items()}


def _rarity(having: int, every: int) -> float:
    """1 for a word that one of them has, next to nothing for one that all have."""
    return math.log((every + 1) / having) / math.log(every + 1)


def _keep(most: dict[str, float], more: Mapping[str, float]) -> None:
    for stem, weight in more.items():
        most[stem] = max(weight, most.get(stem, 0.0))


def _too_far(amount: Amount, fact: Amount) -> float:
    """Doublings beyond the first, or months beyond two; a zero too many is a mistake, too, so that some are enough."""
    if amount.measure == "clock":
        return 0.0
    if amount.measure == "date":
        apart = abs(int(amount.values[0] - fact.values[0]))
        return float(min(max(0, min(apart, 12 - apart) - 2), _FARTHEST))
    low, high = sorted(max(one.values) for one in (amount, fact))
    return min(max(0.0, math.log2(high / low) - 1), _FARTHEST) if low > 0 else _FARTHEST
