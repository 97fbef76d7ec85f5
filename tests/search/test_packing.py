"""Numbers and words as letters, and back."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.packing import (
    LETTERS,
    dense,
    fronted,
    packed,
    packed_lists,
    undense,
    unfronted,
    unpacked,
    unpacked_lists,
)

NUMBERS = st.lists(st.one_of(st.integers(0, 100), st.integers(0, 10**9)))


def test_letters_need_no_escape() -> None:
    assert json.dumps(LETTERS) == f'"{LETTERS}"'
    assert "<" not in LETTERS


@given(NUMBERS)
def test_numbers_come_back(numbers: list[int]) -> None:
    assert unpacked(packed(numbers)) == numbers


@pytest.mark.parametrize(("number", "letters"), [(0, 1), (77, 1), (78, 2), (1091, 2), (1092, 3)])
def test_small_numbers_are_short(number: int, letters: int) -> None:
    assert len(packed([number])) == letters


@given(st.integers(2, 20).flatmap(lambda base: st.tuples(st.just(base), st.lists(st.integers(0, base - 1)))))
def test_dense_numbers_come_back_with_zeros_behind_them(given_: tuple[int, list[int]]) -> None:
    base, numbers = given_
    back = undense(dense(numbers, base), base)
    assert back[: len(numbers)] == numbers
    assert not any(back[len(numbers) :])


@given(st.sets(st.text(alphabet="abčж9配", min_size=1, max_size=40)))
def test_terms_come_back(terms: set[str]) -> None:
    assert unfronted(fronted(sorted(terms))) == sorted(terms)


def test_neighbours_share_their_beginning() -> None:
    assert fronted(["dostav", "dostavljac", "dot"]) == "AdostavGljacCt"


LISTS = st.lists(st.dictionaries(st.integers(0, 99), st.integers(0, 2)).map(lambda found: sorted(found.items())))


@given(LISTS)
def test_lists_come_back(lists: list[list[tuple[int, int]]]) -> None:
    back = unpacked_lists(packed_lists(lists, 3, 100), [len(found) for found in lists], 3, 100)
    assert [list(found) for found in back] == lists
    assert all(a < b for found in back for (a, _), (b, _) in pairwise(found))


def test_a_list_takes_no_more_letters_than_units_and_terms_call_for() -> None:
    worst = [(unit, 0) for unit in range(9_000, 10_000)]
    assert len(packed_lists([worst], 3, 10_000)["units"]) < 2 * 1000
    assert packed_lists([[(0, 0)]], 3, 1)["units"] == LETTERS[0]
