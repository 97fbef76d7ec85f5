"""How sure it is that the entries found answer: by what speaks for them, and by the questions alike in the log.

One question alone says little: a question about a topic that no entry has looks like some entry by chance. The others
about that topic then look like other entries, or like none, while questions that an entry does answer bear each other
out. So the evidence of each question is levelled with that of all questions it shares rare features with, and this
some times over, as it spreads from neighbour to neighbour.

The sum over all pairs of questions is one over their features (a product of matrices may be bracketed either way), so
that all this is linear in the questions.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from typing import Final

from generator.demand.vectors import Vector

_MOST: Final = 64
"""Questions that a feature may have in common: what more share says too little."""
_NEIGHBOURS: Final = 1.5
"""Weight of the questions alike beside a question's own evidence."""
_ROUNDS: Final = 3
_SELF: Final = 0.1
"""How alike a question is to itself: with nothing alike in the log, its own evidence stands."""
_EVEN: Final = 1.9
"""Evidence at which a match is as likely right as wrong; by logistic regression on its logarithm, like the next."""
_STEEP: Final = 3.5
"""How fast that changes."""


def confidence(evidence: Sequence[float], vectors: Sequence[Vector]) -> list[float]:
    """Of each question, 0 to 1, from what speaks for the entry that was found for it."""
    return [_chance(one) for one in levelled(evidence, vectors)]


def levelled(own: Sequence[float], vectors: Sequence[Vector]) -> list[float]:
    """Each value with those of the questions alike, by how alike they are."""
    shared = _shared(vectors)
    itself = [sum(weight * weight for weight in weights) - _SELF for _, weights in shared]
    alike = [max(whole - its, _SELF) for whole, its in zip(_spread([1.0] * len(shared), shared), itself, strict=True)]
    values = list(own)
    for _ in range(_ROUNDS):
        spread = zip(_spread(values, shared), itself, values, alike, strict=True)
        values = [
            (one + _NEIGHBOURS * (whole - its * value) / weight) / (1 + _NEIGHBOURS)
            for one, (whole, its, value, weight) in zip(own, spread, strict=True)
        ]
    return values


def _shared(vectors: Sequence[Vector]) -> list[Vector]:
    """Of each vector the features that some others have, too."""
    having = Counter(feature for vector in vectors for feature in vector.features)
    shared = []
    for vector in vectors:
        kept = [(f, w) for f, w in zip(*vector, strict=True) if 1 < having[f] <= _MOST]
        shared.append(Vector(array("i", (f for f, _ in kept)), array("f", (w for _, w in kept))))
    return shared


def _spread(values: Sequence[float], vectors: Sequence[Vector]) -> list[float]:
    """Of each vector the sum of all values, each times how alike its vector is."""
    sums: dict[int, float] = {}
    for value, (features, weights) in zip(values, vectors, strict=True):
        for feature, weight in zip(features, weights, strict=True):
            sums[feature] = sums.get(feature, 0.0) + value * weight
    return [
        sum(sums[feature] * weight for feature, weight in zip(features, weights, strict=True))
        for features, weights in vectors
    ]


def _chance(evidence: float) -> float:
    """Of being right."""
    risen: float = (max(evidence, 0.0) / _EVEN) ** _STEEP
    return risen / (1 + risen)
