"""Contrast as WCAG counts it, and colours that have enough."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cards.color import contrast, passing

hexes = st.integers(0, 0xFFFFFF).map("#{:06X}".format)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#777777", "#FFFFFF", 4.48),
        ("#767676", "#FFFFFF", 4.54),
        ("#0000FF", "#FFFFFF", 8.59),
    ],
)
def test_contrast_is_what_known_checkers_say(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


@settings(deadline=None)
@given(hexes, hexes)
def test_the_proposed_colour_passes(color: str, ground: str) -> None:
    better = passing(color, ground, 4.5)

    assert better
    assert contrast(better, ground) >= 4.5


def test_a_colour_that_passes_stays_and_an_impossible_wish_has_no_answer() -> None:
    assert passing("#123456", "#FFFFFF", 7) == "#123456"
    assert passing("#123456", "#777777", 7) is None
