"""Which words somebody changed: whole words, nothing lost on either side."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.desk.changed import pieces


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("Our tip: sow.", "Our own tip: sow.", [["=", "Our"], ["+", " own"], ["=", " tip: sow."]]),
        ("For 14 days.", "For 30 days.", [["=", "For"], ["-", " 14"], ["+", " 30"], ["=", " days."]]),
        ("Тек данас.", "Тек сутра!", [["=", "Тек"], ["-", " данас."], ["+", " сутра!"]]),
        ("it's", "its", [["-", "it's"], ["+", "its"]]),
        ("", "New.", [["+", "New."]]),
        ("Same.", "Same.", [["=", "Same."]]),
    ],
)
def test_changes_are_told_word_by_word(before: str, after: str, found: list[list[str]]) -> None:
    assert pieces(before, after) == found


@given(st.text(max_size=60), st.text(max_size=60))
def test_both_texts_can_be_read_from_the_pieces(before: str, after: str) -> None:
    found = pieces(before, after)
    assert "".join(words for kind, words in found if kind != "+") == before
    assert "".join(words for kind, words in found if kind != "-") == after
