"""What may stand on a card: nothing invisible, nothing the typeface cannot draw, and no silence about it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cards import Item, Words, fonts
from generator.cards.words import readable
from generator.problems import Place, Severity, has_errors

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


def question_of(words: Words) -> str:
    return "".join(words.of("question"))


def test_plain_words_stay_as_they_are() -> None:
    assert readable(PLAIN, PLACE) == (PLAIN, [])


def test_emoji_are_left_out_with_a_warning_that_names_field_and_character() -> None:
    kept, problems = readable(saying(question="Where is my parcel? 📦", answer="Soon 👩🏽‍🌾 – or 1️⃣ day."), PLACE)

    assert question_of(kept) == "Where is my parcel?"
    assert kept.of("answer") == ("Soon – or 1 day.",)
    assert all(p.code == "AA401" and p.severity is Severity.WARNING and p.place == PLACE for p in problems)
    assert [p.message for p in problems] == [
        "question: no glyph for '📦' (U+1F4E6)",
        "answer: no glyph for '👩' (U+1F469), '🏽' (U+1F3FD), '🌾' (U+1F33E) and 1 more",
    ]


@pytest.mark.parametrize("question", ["كم تكلفة التوصيل؟", "送料はいくらですか", "Ценаѣ?", "Why ₸5?"])
def test_a_letter_without_glyph_is_an_error(question: str) -> None:
    _, problems = readable(saying(question=question), PLACE)

    assert has_errors(problems)
    assert problems[0].message.startswith("question: no glyph for ")
    assert problems[0].severity is Severity.ERROR


def test_invisible_characters_vanish_and_narrow_spaces_stay_unbreakable() -> None:
    text = "Kolik\u200b stojí\u00a0to\u2060 a\ufeff  kdy\u00ad\n1\u202f200\u2009Kč\u200f?\u0007"
    kept, problems = readable(saying(question=text), PLACE)

    assert question_of(kept) == "Kolik stojí\u00a0to a kdy 1\u00a0200\u00a0Kč?"
    assert problems == []


def test_letters_and_marks_are_joined_first() -> None:
    kept, _ = readable(saying(question="Cˇ\u0063\u030c?".replace("ˇ", "\u030c")), PLACE)

    assert question_of(kept) == "Čč?"


@pytest.mark.parametrize("question", ["", " \u200b ", "📦"])
def test_a_text_of_nothing_is_left_out(question: str) -> None:
    kept, _ = readable(saying(question=question), PLACE)

    assert "question" not in kept.texts


def test_items_are_cleaned_too_and_those_of_nothing_left_out() -> None:
    items = (Item(text="Tea 🍵", label="1\u200b"), Item(text="📦"))
    kept, problems = readable(replace(PLAIN, items=items), PLACE)

    assert kept.items == (Item(text="Tea", label="1"),)
    assert [p.message.partition(":")[0] for p in problems] == ["item 1", "item 2"]


@given(st.text(max_size=60))
def test_whatever_was_written_only_drawable_characters_are_left(text: str) -> None:
    kept, _ = readable(replace(saying(question=text), items=(Item(text=text, label=text),)), PLACE)
    left = [*kept.of("question"), *(item.text + item.label for item in kept.items)]

    assert all(fonts.has(character) for said in left for character in said)
