"""Vectors that lie close are in one group, however many groups were made first."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from generator.meaning.groups import grouped, merged
from generator.meaning.neighbours import nearest, smoothed
from generator.meaning.space import Rows, unit

CROWDS = 5
EACH = 40
WHERE = np.repeat(np.arange(CROWDS), EACH)


def crowds(spread: float) -> Rows:
    """Rows about five directions at right angles, the same each time."""
    chance = np.random.default_rng(7)
    rows = np.eye(8)[WHERE] + chance.normal(0, spread, (CROWDS * EACH, 8))
    return unit(rows.astype(np.float32))


def purity(groups: NDArray[np.intp]) -> float:
    """Share of rows that are in a group of mostly their own crowd."""
    most = [np.bincount(WHERE[groups == one]).max() for one in np.unique(groups)]
    return float(sum(most)) / len(groups)


@pytest.mark.parametrize("first", [5, 12, 40])
def test_groups_that_are_merged_are_the_crowds(first: int) -> None:
    rows = crowds(0.15)
    groups = merged(rows, grouped(rows, first), CROWDS)
    assert purity(groups) == 1
    assert sorted(np.unique(groups)) == list(range(len(np.unique(groups))))


def test_no_group_is_merged_where_few_enough_are_left_and_empty_ones_do_not_count() -> None:
    rows = crowds(0.1)
    groups = np.array([0, 7] * (len(rows) // 2), np.intp)
    assert np.array_equal(merged(rows, groups, 2), groups // 7)
    assert np.array_equal(merged(rows, groups, 9), groups // 7)


def test_the_nearest_rows_are_found_best_first_and_none_is_its_own() -> None:
    rows = crowds(0.15)
    found, near = (np.concatenate(part) for part in zip(*nearest(rows, 3), strict=True))
    cosines = rows @ rows.T
    np.fill_diagonal(cosines, -1)
    assert np.allclose(near, -np.sort(-cosines, axis=1)[:, :3])
    assert np.allclose(np.take_along_axis(cosines, found, axis=1), near)


def test_fewer_rows_than_neighbours_are_no_error() -> None:
    found, near = next(nearest(crowds(0.1)[:2], 5))
    assert found.tolist() == [[1, 0], [0, 1]]
    assert near[:, 1].tolist() == [-1, -1]


def test_smoothed_rows_of_a_crowd_are_more_alike() -> None:
    rows = crowds(0.25)
    made = smoothed(rows, 10)
    assert np.allclose(np.linalg.norm(made, axis=1), 1, atol=1e-6)
    assert (made[:EACH] @ made[:EACH].T).mean() > (rows[:EACH] @ rows[:EACH].T).mean()
    assert smoothed(rows, 0) is rows
