"""Which entry answers, where a model tells what questions mean: its likeness beside what `matching.py` counts.

As there, three kinds of evidence are added: how alike a question is to the nearest way to ask of an entry, to the
middle of the entry's ways to ask and of the log's surest questions for it, and what words say. How sure a match is, is
levelled among the questions that mean nearly the same: those about what no entry answers look like one by chance.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from generator.meaning.neighbours import nearest
from generator.meaning.space import Rows, Scale, best_of, sums, unit

_PHRASING: Final = 0.6
"""Weight of the nearest way to ask, beside words; chosen like the next with other topics left out, and other logs, than
benchmarks/demand.py measures."""
_MIDDLE: Final = 0.5
"""Weight of the middle of what an entry is asked with."""
_SURE: Final = 0.5
"""Share of the questions, by the margin to the second entry, that middles are taken from."""
_WORDS: Final = 1.0
"""Weight of the logarithm of what words say in how sure a match is, beside the nearest way to ask."""
_LITTLE: Final = 0.05
"""What words say where they say nothing: its logarithm is still a number."""
_NEIGHBOURS: Final = 10
"""Questions that mean nearly the same, which a question's evidence is levelled with."""
_LEVELLED: Final = 1.0
"""Their weight beside its own, where they are as near as the nearest way to ask; none where half as near. More finds
missing topics better that many ask for, and worse the many things that one or two do."""
_ROUNDS: Final = 3
_EVEN: Final = 3.9
"""Evidence from which a match counts as right: seven to nine of ten such are, as with words alone."""
_STEEP: Final = 1.15
"""How fast that changes; by logistic regression."""
_AT_ONCE: Final = 1024
"""Questions that are looked at together: bounds memory."""


class Meant:
    """Questions and ways to ask as vectors, a row each; `owners` are the numbers of the entries of the latter."""

    def __init__(self, asked: Rows, known: Rows, owners: Sequence[int]) -> None:
        self._asked, self._known, self._owners = asked, known, owners
        self._entries = max(owners) + 1
        self._scale = Scale(np.concatenate([asked, known]), known)

    def matched(
        self, words: Sequence[Mapping[int, float]], evidence: Sequence[float], many: int
    ) -> tuple[list[list[tuple[int, float]]], list[float]]:
        """Of each question the entries with their scores, best first, and how sure it is of the first, 0 to 1.

        `words` has what words say for each entry, `evidence` how sure they are.
        """
        middles = self._middles(words)
        found, nearest = [], []
        for at, alike, scores in self._first(words):
            whole = scores + _MIDDLE * self._scale(self._asked[at : at + _AT_ONCE] @ middles.T)
            order = np.argsort(-whole, axis=1, kind="stable")[:, :many]
            best = np.take_along_axis(whole, order, axis=1)
            found += [list(zip(*one, strict=True)) for one in zip(order.tolist(), best.tolist(), strict=True)]
            nearest += alike.max(axis=1).tolist()
        return found, self._chances(evidence, nearest)

    def _first(self, words: Sequence[Mapping[int, float]]) -> Iterator[tuple[int, Rows, Rows]]:
        """Some questions at a time: where they begin, likeness to entries, and that with what words say."""
        for at in range(0, len(self._asked), _AT_ONCE):
            cosines = self._scale(self._asked[at : at + _AT_ONCE] @ self._known.T)
            alike = best_of(cosines, self._owners, self._entries)
            scores = _PHRASING * alike
            for row, said in zip(scores, words[at : at + _AT_ONCE], strict=True):
                row[list(said)] += np.fromiter(said.values(), np.float32, len(said))
            yield at, alike, scores

    def _middles(self, words: Sequence[Mapping[int, float]]) -> Rows:
        """Of each entry the middle of its ways to ask and, as heavy as they, of its surest questions."""
        first, margins = [], []
        for _, _, scores in self._first(words):
            best = np.sort(np.pad(scores, ((0, 0), (1, 0))), axis=1)[:, -2:]
            margins.append(best[:, 1] - best[:, 0])
            first.append(scores.argmax(axis=1))
        entry, margin = np.concatenate(first), np.concatenate(margins)
        sure = np.argsort(-margin, kind="stable")[: max(1, int(len(margin) * _SURE))]
        own = sums(self._known, np.asarray(self._owners), self._entries)
        return unit(unit(own) + unit(sums(self._asked[sure], entry[sure], self._entries)))

    def _chances(self, evidence: Sequence[float], alike: Sequence[float]) -> list[float]:
        """Of being right: by what words say, the likeness, and the questions that mean the same."""
        own = np.asarray(alike) + _WORDS * np.log(np.maximum(evidence, _LITTLE))
        neighbours, near = self._neighbours(np.asarray(alike))
        weight = _LEVELLED * near.mean(axis=1)
        share = near / np.maximum(near.sum(axis=1, keepdims=True), 1e-9)
        level = own
        for _ in range(_ROUNDS):
            level = (own + weight * (share * level[neighbours]).sum(axis=1)) / (1 + weight)
        return [1 / (1 + math.exp(-_STEEP * (one - _EVEN))) for one in level.tolist()]

    def _neighbours(self, alike: NDArray[np.float64]) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
        """Of each question those nearest to it, and how near, 0 to 1: beside the nearest way to ask."""
        found, near = zip(*nearest(self._asked, _NEIGHBOURS), strict=True)
        beside = self._scale(np.concatenate(near)) / np.maximum(alike, 1.0)[:, None]
        return np.concatenate(found), np.clip(2 * beside - 1, 0, 1)
