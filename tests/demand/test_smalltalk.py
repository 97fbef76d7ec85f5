"""What customers say around a question is no part of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.demand.log import cleaned
from generator.demand.smalltalk import question


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Hi when do you open, on Monday?", "when do you open, on Monday?"),
        ("Hi there! Hello Emily, where is my parcel? Thanks in advance!", "where is my parcel?"),
        ("Hvala na pomoći! Mogu li platiti karticom? Lp", "Mogu li platiti karticom?"),
        ("how to pay by card asap!!!", "how to pay by card"),
        ("where is it???", "where is it?"),
        ("postovani gdje mi je paket hvala", "gdje mi je paket"),
        ("Поштовани, када стиже пакет? Унапред хвала", "када стиже пакет?"),
        ("Pozdravljeni, kdaj pride paket Lep pozdrav, Petra Novak", "kdaj pride paket"),
        ("Dobrý den, pane Nováku, kdy přijde balík? Děkuji předem. S pozdravem Jana", "kdy přijde balík?"),
        ("Здравейте, кога ще дойде пратката Благодаря", "кога ще дойде пратката"),
        ("Guten Tag, wann kommt mein Paket? MfG", "wann kommt mein Paket?"),
    ],
)
def test_greetings_and_thanks_are_left_out(said: str, asked: str) -> None:
    assert cleaned(said) == asked


@pytest.mark.parametrize(
    "said", ["Hello!", "ok hvala", "Hvala puno!!", "Да, благодаря", "Dobrý den,", "super, thanks Emily", "lp", "Ano."]
)
def test_what_asks_nothing_is_no_question(said: str) -> None:
    assert cleaned(said) == ""


@pytest.mark.parametrize(
    "words",
    [
        "Bok matrace je tvrdý?",
        "zdravo sjeme",
        "Hvala na brzoj dostavi",
        "da li dostavljate",
        "Ne radi kod",
        "Do you sell LPs?",
        "no-show fee?",
        "Imate li televizor LG",
    ],
)
def test_words_that_mean_something_stay(words: str) -> None:
    assert cleaned(words) == words


@pytest.mark.parametrize(
    "letter",
    [
        "Where is it?\n\nKind regards,\nJohn Smith\nCEO\nBaker Street",
        "Where is it?\nSent from my phone",
        "Where is it?\nOdesláno z iPhonu",
        "Where is it?\n--\nSmith Ltd",
        "Where is it?\n\nOn Mon, 2 Nov 2026 at 9:00, Zrno <help@zrno.example> wrote:\n> Dear customer\n> bye",
        "Where is it?\n\nDne 2. 11. 2026 v 9:00 Zrno\n<pomoc@zrno.example> napsal(a):\nDobrý den",
        "On Monday, Zrno wrote:\n> Dear customer\nWhere is it?",
        "> Dear customer\n\nWhere is it?",
        "<p>Hello,</p><p>Where is it?</p><p>Thanks,<br>John</p><p>Smith Ltd</p>",
    ],
)
def test_signatures_and_quoted_letters_are_left_out(letter: str) -> None:
    assert cleaned(letter) == "Where is it?"


def test_lines_that_begin_like_those_of_a_phone_stay() -> None:
    assert cleaned("Kde je?\nOdesláno zboží nedorazilo.") == "Kde je? Odesláno zboží nedorazilo."


@given(st.text(st.characters(codec="utf-8"), max_size=100))
def test_what_is_left_stood_there(words: str) -> None:
    assert "\n" in words or question(words) in words or max(words) >= "\u0300"
