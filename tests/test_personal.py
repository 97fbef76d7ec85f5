"""What customers write, without what names them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.personal import masked
from generator.search.analysis import Analyser
from generator.search.tables import Tables


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
        ("call 0\ufe0f\u20e39\ufe0f\u20e31\ufe0f\u20e31\ufe0f\u20e32\ufe0f\u20e3", "call …"),
        ("broj narudžbe je ZR-4821 i kasni", "broj narudžbe … i kasni"),
        ("naročilo 47213 v petek", "naročilo … v petek"),
        ("objednávka 41213 k vrácení", "objednávka … k vrácení"),
        ("Zovem se A. Horvat i kasni", "Zovem se … i kasni"),
        ("My name is Jan van der Berg, hi", "My name is …, hi"),
        ("Zovem se ana i pitam za povrat", "Zovem se … i pitam za povrat"),
        ("Kada stiže? Hvala, Ana Horvat", "Kada stiže? Hvala, …"),
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


def test_no_day_of_our_years_is_taken_for_a_number_of_somebody() -> None:
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(0, 730, 3)]
    written = [f"{d:%d.%m.%Y} or {d.day}. {d.month}. {d.year} or {d:%Y-%m-%d} or {d:%d/%m/%Y}" for d in days]
    assert [masked(f"Open on {one}?") for one in written] == [f"Open on {one}?" for one in written]


@pytest.mark.parametrize("piece", ["A", "Aa", "a-", "a dot ", "1", "1.", "order is ", "@", "ul. A ", "A. "])
def test_a_line_that_nobody_wrote_takes_no_longer_than_its_length_says(piece: str) -> None:
    assert masked(piece * (50_000 // len(piece)))


def test_a_mask_is_no_word_to_match_by() -> None:
    words = Analyser(Tables()).words
    assert words(masked("Where is order no. 4821, ana@mail.example?")) == words("Where is order?")
