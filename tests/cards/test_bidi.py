"""Text that runs to the left stands as its readers expect; numbers and addresses in it read from left to right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cards import bidi


def shown(text: str, *, rtl: bool = True) -> str:
    return "".join(bidi.visual(list(zip(bidi.levels(text, rtl=rtl), text, strict=True))))


@pytest.mark.parametrize(
    ("text", "visual"),
    [
        ("אבג", "גבא"),
        ("אב 12 גד", "דג 12 בא"),
        ("אב 3,90 גד", "דג 3,90 בא"),
        ("אב faq.zrno.example/ar/q/a-b/ גד", "דג faq.zrno.example/ar/q/a-b/ בא"),
        ("אב +385 1 234 5678 גד", "דג +385 1 234 5678 בא"),
        ("אב -5 גד", "דג -5 בא"),
        ("אב 1 200 000 גד", "דג 1 200 000 בא"),
        ("אב info@zrno.example.", ".info@zrno.example בא"),
        ("אב (PayPal) 12", "12 )PayPal( בא"),  # brackets are mirrored by shaping
        ("كم 2–3 أيام", "مايأ 3–2 مك"),
        ("אב PayPal ו־Visa גד", "דג Visa־ו PayPal בא"),
    ],
)
def test_a_line_that_runs_to_the_left(text: str, visual: str) -> None:
    assert shown(text) == visual


def test_words_to_the_left_within_a_line_to_the_right() -> None:
    assert shown("Riječ אבג znači", rtl=False) == "Riječ גבא znači"
    assert shown("Dostava (بت 40 €) od", rtl=False) == "Dostava (تب 40 €) od"


def test_only_text_with_such_letters_is_bidirectional() -> None:
    assert not bidi.runs_left("Koliko košta? 3,90 €")
    assert bidi.runs_left("a ب")


@given(st.text(alphabet="abא ب(12) ./-+é📦'\"\u200f\u2067\u2069[]:,\\\n", max_size=40), st.booleans())
def test_every_character_has_a_level_and_stands_somewhere(text: str, rtl: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
    levels = bidi.levels(text, rtl=rtl)

    assert len(levels) == len(text)
    assert sorted(bidi.visual(list(zip(levels, text, strict=True)))) == sorted(text)


def test_a_text_that_looks_like_the_library_s_answer_is_only_text() -> None:
    text = 'א "\n    levels: [ Level(9,)\n    paragraphs: ['

    assert len(bidi.levels(text, rtl=True)) == len(text)
