"""Figures in one form, however people write them."""

from __future__ import annotations

import pytest

from generator.social.rules.claims import claims, every_number

UNITS = {"EUR": ("€", "EUR", "eura"), "CZK": ("Kč",), "%": ("%", "posto")}


@pytest.mark.parametrize(
    ("text", "locale", "amounts"),
    [
        ("4,00 €", "hr", {("4", "EUR")}),
        ("€4", "en", {("4", "EUR")}),
        ("EUR 1,200.50", "en", {("1200.5", "EUR")}),
        ("1\u00a0200 Kč", "cs", {("1200", "CZK")}),
        ("3–5 eura", "hr", {("3", "EUR"), ("5", "EUR")}),
        ("20% ili 20 posto", "hr", {("20", "%")}),
        ("5 eurasian birds", "en", set()),
    ],
)
def test_amounts(text: str, locale: str, amounts: set[tuple[str, str]]) -> None:
    assert claims(text, locale, UNITS).amounts == amounts


@pytest.mark.parametrize(
    ("text", "locale", "days"),
    [
        ("do 15. svibnja 2027.", "hr", {(15, 5, 2027)}),
        ("od 1. června do 7. července", "cs", {(1, 6, None), (7, 7, None)}),
        ("červen 2, červenec 3", "cs", {(2, 6, None), (3, 7, None)}),
        ("15. 5. 2027.", "hr", {(15, 5, 2027)}),
        ("15.05.2027", "bg", {(15, 5, 2027)}),
        ("2027-05-15", "en", {(15, 5, 2027)}),
        ("May 15th, 2027 and 3 June", "en", {(15, 5, 2027), (3, 6, None)}),
        ("24. децембра", "sr", {(24, 12, None)}),
        ("24. decembra", "sr_Latn", {(24, 12, None)}),
        ("verze 45.13.2027", "cs", set()),
        ("1.5 May-like", "en", set()),
        ("do početka ožujka.\n1. Sjeme namočite", "hr", set()),
        ("kroky 3.\n2. Zasejte", "cs", set()),
    ],
)
def test_days(text: str, locale: str, days: set[tuple[int, int, int | None]]) -> None:
    assert claims(text, locale, UNITS).days == days


def test_numbers_of_lists_are_no_claims() -> None:
    found = claims("1. Open.\n2) Wait 5 minutes.\nA) Close 3️⃣", "en", UNITS)

    assert found.numbers == {"5"}


def test_every_number_counts_those_of_days_and_amounts() -> None:
    text = "Until 15 May 2027 it costs €4 for 3."

    assert every_number(text, claims(text, "en", UNITS)) == {"15", "5", "2027", "4", "3"}
