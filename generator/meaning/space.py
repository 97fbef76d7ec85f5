"""Texts as vectors of unit length, and how alike two of them are in the units of this space.

A model's cosines say little by themselves: in one space questions that have nothing in common have 0.1, in another 0.8.
So likeness is counted in deviations from what any question has in common with any way to ask.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from generator.meaning.embedders import Embedder

Rows: TypeAlias = NDArray[np.float32]
"""A vector a row."""

_AT_ONCE: Final = 512
"""Texts that a model is given at once."""
_EVEN: Final = 0.01
"""The least deviation of cosines: where all are the same, none is far from them."""


class Space:
    """The vectors of texts, each made once. Rows have unit length, or none where a model says nothing of a text."""

    def __init__(self, embed: Embedder) -> None:
        self._embed = embed
        self._made: dict[str, Rows] = {}

    def of(self, texts: Sequence[str]) -> Rows:
        """A row for each."""
        new = sorted(set(texts) - self._made.keys(), key=lambda text: (len(text), text))  # alike long, for the model
        for at in range(0, len(new), _AT_ONCE):
            some = new[at : at + _AT_ONCE]
            self._made.update(zip(some, unit(np.asarray(self._embed(some), np.float32)), strict=True))
        return np.stack([self._made[text] for text in texts])


class Scale:
    """Turns cosines into deviations from their mean over all pairs of asked and known."""

    def __init__(self, asked: Rows, known: Rows) -> None:
        self._mean = float(asked.mean(axis=0) @ known.mean(axis=0))
        # The mean square over all pairs, without making the pairs.
        square = float(((asked.T @ asked) * (known.T @ known)).sum()) / (len(asked) * len(known))
        self._deviation = max(square - self._mean**2, _EVEN**2) ** 0.5

    def __call__(self, cosines: Rows) -> Rows:
        """In deviations: 0 is as alike as any two, 3 is much alike."""
        made: Rows = (cosines - np.float32(self._mean)) / np.float32(self._deviation)
        return made


def unit(rows: Rows) -> Rows:
    """Of length 1; nothing stays nothing, and what is no number becomes nothing."""
    known = np.nan_to_num(rows, nan=0.0, posinf=0.0, neginf=0.0)
    length = np.linalg.norm(known, axis=1, keepdims=True)
    return (known / np.where(length > 0, length, 1)).astype(np.float32)


def sums(rows: Rows, groups: NDArray[np.intp], many: int) -> Rows:
    """Of each group the sum of its rows."""
    made = np.zeros((many, rows.shape[1]), np.float32)
    np.add.at(made, groups, rows)
    return made


def best_of(columns: Rows, owners: Sequence[int], many: int) -> Rows:
    """Of each owner the highest of its columns; one without columns has the lowest there is."""
    made = np.full((len(columns), many), columns.min(initial=0.0), np.float32)
    for column, owner in enumerate(owners):
        np.maximum(made[:, owner], columns[:, column], out=made[:, owner])
    return made
