"""Texts as vectors, and how alike they are whatever the model's cosines are like."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from generator.meaning.groups import grouped
from generator.meaning.space import Scale, Space, unit


def letters(texts: Sequence[str]) -> NDArray[np.float32]:
    return np.array([[text.count(one) for one in "abcde"] for text in texts], np.float32)


def test_each_text_is_given_to_the_model_once() -> None:
    asked: list[str] = []

    def embed(texts: Sequence[str]) -> NDArray[np.float32]:
        asked.extend(texts)
        return letters(texts)

    space = Space(embed)
    first = space.of(["abba", "cab", "abba"])
    again = space.of(["cab", "ace"])
    assert sorted(asked) == ["abba", "ace", "cab"]
    assert np.array_equal(first[0], first[2])
    assert np.array_equal(first[1], again[0])


def test_a_row_has_unit_length_and_what_is_no_number_has_none() -> None:
    rows = unit(np.array([[3, 4], [0, 0], [np.nan, np.inf]], np.float32))
    assert np.allclose(np.linalg.norm(rows, axis=1), [1, 0, 0])


@given(st.lists(st.lists(st.floats(-1, 1, width=32), min_size=3, max_size=3), min_size=2, max_size=9))
def test_the_scale_is_that_of_all_pairs(made: list[list[float]]) -> None:
    rows = unit(np.array(made, np.float32))
    asked, known = rows, rows[: len(rows) // 2 + 1]
    cosines = asked @ known.T
    scaled = Scale(asked, known)(cosines)
    assert abs(float(scaled.mean())) < 0.05
    assert float(scaled.std()) < 1.05


def test_what_lies_close_is_one_group_the_same_each_time() -> None:
    texts = sorted(["aaab", "aab", "aaa", "cccd", "ccd", "ccc"])
    rows = unit(letters(texts))
    first = grouped(rows, 2)
    assert [len({int(first[texts.index(text)]) for text in alike}) for alike in (texts[:3], texts[3:])] == [1, 1]
    assert len(set(first.tolist())) == 2
    assert np.array_equal(first, grouped(rows, 2))
