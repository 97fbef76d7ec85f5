"""Blanks, and numbers with their units."""

from __future__ import annotations

import pytest

from generator.proof import check
from tests.proof.conftest import STYLES


def said(text: str, lang: str, code: str) -> list[str]:
    return [text[one.start : one.end] for one in check(text, STYLES[lang]) if one.code == code]


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("hr", "5kg, 20°C i 50€", ["kg", "°C", "€"]),
        ("hr", "15% popusta", ["%"]),
        ("hr", "15 % i 10 km/h, 5 kg, A4, F1, 3D, Ilica 12a", []),
        ("cs", "15% sleva a 15 %", []),
        ("sr", "15% и 15 %, 5кг", ["кг"]),
        ("bg", "2026г. и 7лв.", ["г.", "лв."]),
        ("en", "15 % of 50 €", ["%", "€"]),
        ("en", "15% of €50, £1,200 and 10 cm", []),
        ("en", "10km/h", ["km"]),
        ("hr", "{{ price }}€", ["€"]),
    ],
)
def test_units(lang: str, text: str, found: list[str]) -> None:
    assert said(text, lang, "AA184") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One  two", ["  "]),
        ("One \u00a0two", [" \u00a0"]),
        ("One , two .", [" ,", " ."]),
        ("One\u00a0?", ["\u00a0?"]),
        ("Ends with a break  \nand goes on.  \n", []),
        ("**Bold** and *this*, `code` and [a link](entry:a) .NET", []),
        ("1.  a list\n   goes on\n\n    indented", []),
        ("Smile :) and …", []),
        ("| a | b |\n|---|---|\n| c  | d   |", []),
    ],
)
def test_blanks(text: str, found: list[str]) -> None:
    assert said(text, "en", "AA186") == found
