"""What customers write, without what names them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.personal import masked


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Write to ana.horvat@mail.example please", "Write to … please"),
        ("ana (at) mail (dot) example", "…"),
        ("ana＠mail.example", "…"),
        ("I am @ana.horvat on Instagram", "I am … on Instagram"),
        ("zovite 091/123-4567 ili +385 91 123 4567", "zovite … ili …"),
        ("narudžba #48213 kasni", "narudžba … kasni"),
        ("поруџбина бр. 4821 касни", "поруџбина … касни"),
        ("order ZR-2026-0012 is late", "order … is late"),
        ("IBAN HR12 1001 0051 8630 0016 0, molim", "IBAN …, molim"),
        ("IBAN GB82WEST12345698765432", "IBAN …"),
        ("kartica 4111 1111 1111 1111", "kartica …"),
        ("card 4111\u200b1111\u200b1111\u200b1111", "card …"),
        ("٠٩١١٢٣٤٥٦٧ call", "… call"),
        ("see https://track.example/?p=HR1 where", "see … where"),
        ("a@b.example, +385 91 123 4567", "…"),
    ],
)
def test_addresses_phones_orders_and_accounts_are_left_out(words: str, kept: str) -> None:
    assert masked(words) == kept


@pytest.mark.parametrize(
    "words", ["Do seeds keep 2 or 3 years?", "Is 10x15cm enough for 24 plants?", "Колко струва доставката до 50 лв.?"]
)
def test_questions_stay_as_they_are(words: str) -> None:
    assert masked(words) == words


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_what_is_left_is_one_line_and_stays_so(words: str) -> None:
    kept = masked(words)
    assert "\n" not in kept
    assert "@" not in kept
    assert masked(kept) == kept
