"""Vectors that lie close, in groups, the same each time: by k-means, then merged by Ward's rule."""

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


def merged(rows: Rows, groups: NDArray[np.intp], many: int) -> NDArray[np.intp]:
    """Of each row the number of its group where only `many` are left; none is empty.

    The two groups are merged whose rows move least by it (Ward 1963), again and again. Time grows with the cube of the
    groups, not of the rows.
    """
    _, numbered = np.unique(groups, return_inverse=True)
    sizes = np.bincount(numbered).astype(np.float64)
    if len(sizes) <= many:
        return numbered
    middles = sums(rows, numbered, len(sizes)).astype(np.float64) / sizes[:, None]
    into = np.arange(len(sizes))
    square = (middles**2).sum(axis=1)
    cost = _cost(square[:, None] + square - 2 * middles @ middles.T, sizes[:, None], sizes)
    np.fill_diagonal(cost, np.inf)
    for _ in range(len(sizes) - many):
        one, other = np.unravel_index(cost.argmin(), cost.shape)
        middles[one] = middles[one] * sizes[one] + middles[other] * sizes[other]
        sizes[one] += sizes[other]
        middles[one] /= sizes[one]
        into[into == other] = one
        gone = np.isinf(cost[one])
        cost[one] = _cost(((middles - middles[one]) ** 2).sum(axis=1), sizes, sizes[one])
        cost[one, gone] = np.inf
        cost[:, one] = cost[one]
        cost[other] = cost[:, other] = np.inf
    _, left = np.unique(into, return_inverse=True)
    result: NDArray[np.intp] = left[numbered]
    return result


def _cost(square: NDArray[np.float64], some: NDArray[np.float64], others: NDArray[np.float64]) -> NDArray[np.float64]:
    """Of merging groups so far from each other."""
    made: NDArray[np.float64] = square * some * others / (some + others)
    return made
