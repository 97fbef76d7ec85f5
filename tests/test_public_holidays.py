"""Public holidays: the same for the site's opening hours and for the calendar of posts."""

from __future__ import annotations

from datetime import date

import pytest

from generator.public_holidays import public_holidays


def test_a_country_its_parts_and_nothing() -> None:
    assert date(2027, 3, 29) in (public_holidays("HR", [2027]) or ())
    epiphany = date(2027, 1, 6)
    assert epiphany in (public_holidays("DE-BY", [2027]) or ())
    assert epiphany not in (public_holidays("DE-BE", [2027]) or ())
    assert public_holidays("", [2027]) == frozenset()


@pytest.mark.parametrize("place", ["XX", "HR-99"])
def test_a_place_nobody_knows(place: str) -> None:
    assert public_holidays(place, [2027]) is None
