"""Which entry answers, where a model tells what questions mean: its likeness beside what `matching.py` counts.

As there, three kinds of evidence are added: how alike a question is to the nearest way to ask of an entry, to the
middle of the entry's ways to ask and of the log's surest questions for it, and what words say. How sure a match is, is
levelled within groups of questions that mean the same: those about what no entry answers look like one by chance, but
not all like the same.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from generator.meaning.groups import grouped
from generator.meaning.space import Rows, Scale, best_of, sums, unit

_PHRASING: Final = 0.6
"""Weight of the nearest way to ask, beside words; chosen like the next with other topics left out, and other logs, than
benchmarks/demand.py measures."""
_MIDDLE: Final = 0.5
"""Weight of the middle of what an entry is asked with."""
_SURE: Final = 0.5
"""Share of the questions, by the margin to the second entry, that middles are taken from."""
_WORDS: Final = 0.5
"""Weight of the logarithm of what words say in how sure a match is, beside the nearest way to ask."""
_LITTLE: Final = 0.05
"""What words say where they say nothing: its logarithm is still a number."""
_GROUPS: Final = 2
"""For each entry."""
_LEAST: Final = 6
"""Questions of a group on average: a small log has fewer groups."""
_LEVELLED: Final = 3.0
"""Weight of a large group beside a question's own evidence."""
_HALF: Final = 10
"""Questions of a group from which it has half of that weight."""
_APART: Final = 1.5
"""Likeness to the others of a group up to which they say nothing of a question."""
_CLOSE: Final = 3.5
"""And from which they say all they can."""
_EVEN: Final = 3.4
"""Evidence from which a match counts as right: seven to nine of ten such are, as with words alone."""
_STEEP: Final = 1.1
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
        many = max(1, min(_GROUPS * self._entries, len(own) // _LEAST))
        group = grouped(self._asked, many)
        count, total = np.bincount(group, minlength=many)[group] - 1, np.bincount(group, own, many)[group] - own
        weight = _LEVELLED * count / (count + _HALF) * self._closeness(group, many)
        level = (own + weight * total / np.maximum(count, 1)) / (1 + weight)
        return [1 / (1 + math.exp(-_STEEP * (one - _EVEN))) for one in level.tolist()]

    def _closeness(self, group: NDArray[np.intp], many: int) -> Rows:
        """Of each question to the others of its group, 0 to 1."""
        others = unit(sums(self._asked, group, many)[group] - self._asked)
        alike = self._scale((others * self._asked).sum(axis=1))
        close: Rows = np.clip((alike - _APART) / (_CLOSE - _APART), 0, 1)
        return close
