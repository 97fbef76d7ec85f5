"""What may stand on a card: nothing invisible, nothing the typeface cannot draw, and no silence about it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cards import Item, Words, fonts
from generator.cards.typeface import bundled
from generator.cards.words import readable
from generator.problems import Place, Problem, Severity

PLACE = Place("faq/delivery/delivery-time.en.md", 2, 11)
PLAIN = Words(
    texts={
        "question": ("Where is my parcel?",),
        "answer": ("On its way.",),
        "topic": ("Delivery",),
        "address": ("a.example",),
        "brand": ("Zrno",),
    }
)


def saying(**texts: str) -> Words:
    return replace(PLAIN, texts={**PLAIN.texts, **{role: (text,) for role, text in texts.items()}})


def read(words: Words) -> tuple[Words, list[Problem]]:
    return readable(words, PLACE, bundled(), "en")


def question_of(words: Words) -> str:
    return "".join(words.of("question"))


def test_plain_words_stay_as_they_are() -> None:
    assert read(PLAIN) == (PLAIN, [])


def test_emoji_are_left_out_with_a_warning_that_names_field_and_character() -> None:
    kept, problems = read(saying(question="Where is my parcel? 📦", answer="Soon 👩🏽‍🌾 – or 1️⃣ day."))

    assert question_of(kept) == "Where is my parcel?"
    assert kept.of("answer") == ("Soon – or 1 day.",)
    assert all(p.code == "AA401" and p.severity is Severity.WARNING and p.place == PLACE for p in problems)
    assert [p.message for p in problems] == [
        "question: no glyph for '📦' (U+1F4E6)",
        "answer: no glyph for '👩' (U+1F469), '🏽' (U+1F3FD), '🌾' (U+1F33E) and 1 more",
    ]


@pytest.mark.parametrize("question", ["", " \u200b ", "📦"])
def test_a_text_of_nothing_is_left_out(question: str) -> None:
    kept, _ = read(saying(question=question))

    assert "question" not in kept.texts


def test_items_are_cleaned_too_and_those_of_nothing_left_out() -> None:
    items = (Item(text="Tea 🍵", label="1\u200b"), Item(text="📦"))
    kept, problems = read(replace(PLAIN, items=items))

    assert kept.items == (Item(text="Tea", label="1"),)
    assert [p.message.partition(":")[0] for p in problems] == ["item 1", "item 2"]


@given(st.text(max_size=60))
def test_whatever_was_written_only_drawable_characters_are_left(text: str) -> None:
    kept, _ = read(replace(saying(question=text), items=(Item(text=text, label=text),)))
    left = [*kept.of("question"), *(item.text + item.label for item in kept.items)]

    assert all(fonts.has(character) for said in left for character in said)
