"""The rows nearest to each, among so many that time grows with the rows and no faster."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from generator.meaning.space import Rows, unit

_POOL: Final = 8192
"""Rows that neighbours are looked for among."""
_AT_ONCE: Final = 1024
"""Rows that are looked at together: bounds memory."""


def nearest(rows: Rows, many: int) -> Iterator[tuple[NDArray[np.intp], Rows]]:
    """Some rows at a time: of each the numbers of the rows nearest to it, at most `many`, and their cosines.

    No row is its own neighbour: where there are too few others, it is there with the cosine -1.
    """
    pool = np.arange(0, len(rows), max(1, -(-len(rows) // _POOL)))
    for at in range(0, len(rows), _AT_ONCE):
        some = rows[at : at + _AT_ONCE]
        cosines = some @ rows[pool].T
        cosines[pool == np.arange(at, at + len(some))[:, None]] = -1.0
        some_best = np.argpartition(-cosines, min(many, len(pool)) - 1, axis=1)[:, :many]
        near = np.take_along_axis(cosines, some_best, axis=1)
        order = np.argsort(-near, axis=1, kind="stable")
        yield pool[np.take_along_axis(some_best, order, axis=1)], np.take_along_axis(near, order, axis=1)


def smoothed(rows: Rows, many: int) -> Rows:
    """Each row with those nearest to it added, by how near they are: what lies between two crowds goes to one."""
    if not many:
        return rows
    added = [(rows[found] * np.maximum(near, 0)[:, :, None]).sum(axis=1) for found, near in nearest(rows, many)]
    return unit(rows + np.concatenate(added))
