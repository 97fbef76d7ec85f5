"""Questions as vectors: stems, pairs of them, and short runs of letters, each by how rare it is in the log.

Runs of letters find what endings, slips and joined words hide, in any language and both scripts; stems keep them from
finding everything.
"""

from __future__ import annotations

import itertools
import math
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from generator.search.analysis import Analyser

_SHORTEST, _LONGEST = 3, 5
"""Letters of a run."""
_WORDS: Final = 0.7
"""Weight of stems beside runs of letters."""
_LETTERS: Final = 160
"""Of a question that are looked at: what follows explains."""
UNHEARD: Final = 0.5
"""Weight of what no entry says: it tells that a question is about something else, and often only how one talks."""


class Vector(NamedTuple):
    """Features by number, and their weights: of unit length."""

    features: array[int]
    weights: array[float]


class Vectors:
    """Makes vectors of texts that are all known beforehand: rarity is counted in them."""

    def __init__(self, known: Sequence[str], asked: Sequence[str], analyser: Analyser) -> None:
        self._analyser = analyser
        self._numbers: dict[str, int] = {}
        self._words: list[bool] = []
        counted = [self._counted(text) for text in known]
        heard = len(self._words)
        counted += [self._counted(text) for text in asked]
        self._heard = heard
        frequency = Counter(number for features, _ in counted for number in features)
        texts = len(counted)
        self._rarity = [
            math.log((1 + texts) / (1 + frequency[n])) * (1.0 if n < heard else UNHEARD)
            for n in range(len(self._words))
        ]
        self.known = [self._vector(*one) for one in counted[: len(known)]]
        self.asked = [self._vector(*one) for one in counted[len(known) :]]

    def __len__(self) -> int:
        """How many features there are."""
        return len(self._words)

    def is_word(self, feature: int) -> bool:
        """Whether a feature is a stem or a pair of them."""
        return self._words[feature]

    def _counted(self, text: str) -> tuple[array[int], array[float]]:
        """The features of a text and how often it has them."""
        words = self._analyser.words(text[:_LETTERS])
        stems = [self._analyser.stem(word) for word in words]
        line = f" {' '.join(words)} "
        runs = (line[at : at + n] for n in range(_SHORTEST, _LONGEST + 1) for at in range(len(line) - n + 1))
        pairs = (f"{a} {b}" for a, b in itertools.pairwise(stems))
        counts = Counter(self._number("=" + stem, word=True) for stem in (*stems, *pairs))
        counts.update(self._number(run, word=False) for run in runs)
        return array("i", counts), array("f", counts.values())

    def _number(self, feature: str, *, word: bool) -> int:
        number = self._numbers.setdefault(feature, len(self._words))
        if number == len(self._words):
            self._words.append(word)
        return number

    def _vector(self, features: array[int], times: array[float]) -> Vector:
        weights = [(1 + math.log(n)) * self._rarity[f] for f, n in zip(features, times, strict=True)]
        of_words = math.sqrt(sum(w * w for f, w in zip(features, weights, strict=True) if self._words[f])) or 1.0
        of_runs = math.sqrt(sum(w * w for f, w in zip(features, weights, strict=True) if not self._words[f])) or 1.0
        whole = math.sqrt(1 + _WORDS * _WORDS)
        scale = {True: _WORDS / of_words / whole, False: 1 / of_runs / whole}
        return Vector(features, array("f", (w * scale[self._words[f]] for f, w in zip(features, weights, strict=True))))


def together(vectors: Iterable[Vector], most: int) -> Vector:
    """What many say in common: their sum's strongest features, of unit length."""
    total: dict[int, float] = {}
    for features, weights in vectors:
        for feature, weight in zip(features, weights, strict=True):
            total[feature] = total.get(feature, 0.0) + weight
    length = math.sqrt(sum(w * w for w in total.values())) or 1.0
    strongest = sorted(total, key=lambda feature: (-total[feature], feature))[:most]
    return Vector(array("i", strongest), array("f", (total[feature] / length for feature in strongest)))
