"""What may stand on a card: nothing invisible, nothing the typeface cannot draw, and no silence about it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cards import Words, fonts
from generator.cards.typeface import bundled
from generator.cards.words import readable
from generator.problems import Place, Problem, Severity, has_errors

PLACE = Place("faq/delivery/delivery-time.en.md", 2, 11)
PLAIN = Words(
    question="Where is my parcel?", answers=("On its way.",), topic="Delivery", address="a.example", brand="Zrno"
)


def read(words: Words) -> tuple[Words, list[Problem]]:
    return readable(words, PLACE, bundled(), "en")


def test_plain_words_stay_as_they_are() -> None:
    assert read(PLAIN) == (PLAIN, [])


def test_emoji_are_left_out_with_a_warning_that_names_field_and_character() -> None:
    kept, problems = read(replace(PLAIN, question="Where is my parcel? 📦", answers=("Soon 👩🏽‍🌾 – or 1️⃣ day.",)))

    assert kept.question == "Where is my parcel?"
    assert kept.answers == ("Soon – or 1 day.",)
    assert all(p.code == "AA401" and p.severity is Severity.WARNING and p.place == PLACE for p in problems)
    assert [p.message for p in problems] == [
        "question: no glyph for '📦' (U+1F4E6)",
        "answer: no glyph for '👩' (U+1F469), '🏽' (U+1F3FD), '🌾' (U+1F33E) and 1 more",
    ]


@pytest.mark.parametrize("question", ["", " \u200b ", "📦"])
def test_a_question_of_nothing_is_a_problem(question: str) -> None:
    kept, problems = read(replace(PLAIN, question=question))

    assert kept.question == ""
    assert problems[-1].message == "question: nothing is left to draw"
    assert has_errors(problems)


@given(st.text(max_size=60))
def test_whatever_was_written_only_drawable_characters_are_left(text: str) -> None:
    kept, problems = read(replace(PLAIN, question=text, answers=(text,)))

    assert all(map(fonts.has, kept.question))
    assert kept.question or has_errors(problems)
