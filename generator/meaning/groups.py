"""Vectors that lie close, in groups: k-means by cosine, the same each time."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from generator.meaning.space import Rows, sums, unit

_ROUNDS: Final = 12


def grouped(rows: Rows, many: int) -> NDArray[np.intp]:
    """Of each row the number of its group, below `many`; some may be empty.

    Groups begin with rows spread evenly over the order given, so that sorted texts begin with unlike ones. Time grows
    with rows times groups.
    """
    middles = rows[np.linspace(0, len(rows) - 1, many).astype(int)]
    nearest: NDArray[np.intp] = (rows @ middles.T).argmax(axis=1)
    for _ in range(_ROUNDS):
        middles = unit(sums(rows, nearest, many))
        before, nearest = nearest, (rows @ middles.T).argmax(axis=1)
        if np.array_equal(before, nearest):
            break
    return nearest
