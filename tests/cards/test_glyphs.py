"""One text made fit for a card: what is not seen goes, what spelling and emoji need stays, the rest is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cards import fonts, glyphs
from generator.cards.glyphs import Missing, clean, drawable, missing
from generator.cards.typeface import Typeface, bundled
from generator.problems import Place, Severity

PLACE = Place("faq/delivery/delivery-time.en.md", 2, 11)
FAMILY = "👨\u200d👩\u200d👧\u200d👦"
FARMER = "👩🏽\u200d🌾"


def test_invisible_characters_vanish_and_narrow_spaces_stay_unbreakable() -> None:
    text = "Kolik\u200b stojí\u00a0to\u2060 a\ufeff  kdy\u00ad\n1\u202f200\u2009Kč\u200f?\u0007"

    assert clean(text) == "Kolik stojí\u00a0to a kdy 1\u00a0200\u00a0Kč?"
    assert clean("  a \t b ") == "a b"


def test_letters_and_marks_are_joined_first() -> None:
    assert clean("C\u030cc\u030c?") == "Čč?"


@pytest.mark.parametrize(
    "emoji", [FAMILY, FARMER, "❤\ufe0f", "1\ufe0f\u20e3", "🇭🇷", "🏴\U000e0067\U000e0062\U000e007f"]
)
def test_emoji_stay_whole(emoji: str) -> None:
    assert clean(f"a {emoji} b") == f"a {emoji} b"


@pytest.mark.parametrize("text", ["a\u200db", "a\ufe0f", "1\ufe0f", "č\u200cč", "x\U000e0067"])
def test_what_joins_emoji_joins_nothing_else(text: str) -> None:
    assert len(clean(text)) < len(text)


def test_persian_keeps_the_gap_within_its_words() -> None:
    assert clean("می\u200cخواهم\u200c") == "می\u200cخواهم"


def test_marks_of_direction_stay_where_something_runs_to_the_left() -> None:
    assert clean("שלום\u200f (1)\u200e") == "שלום\u200f (1)\u200e"
    assert clean("Bok\u200f (1)\u200e") == "Bok (1)"
    assert clean("שלום\u202e abc\u202c") == "שלום abc"


@pytest.mark.parametrize("text", ["Koliko košta? „40 €“", "كم تكلفة التوصيل؟ 3,90 €", "מה שעות הפתיחה?", "Ђорђе; Щъ"])
def test_bundled_fonts_have_latin_cyrillic_greek_arabic_and_hebrew(text: str) -> None:
    assert missing(text, bundled()) == Missing()
    assert drawable(text, bundled()) == text


@pytest.mark.parametrize(("text", "letters"), [("送料は？", "送料は？"), ("Ценаѣ?", "ѣ"), ("Why ₸5?", "₸")])
def test_a_letter_without_glyph_is_an_error_that_names_field_and_character(text: str, letters: str) -> None:
    (problem,) = glyphs.problems("question", text, PLACE, bundled(), "en")

    assert missing(text, bundled()).letters == tuple(letters)
    assert (problem.code, problem.severity, problem.place) == ("AA401", Severity.ERROR, PLACE)
    assert problem.message.startswith(f"question: no glyph for '{letters[0]}' (U+{ord(letters[0]):04X})")


def test_an_emoji_without_glyph_is_a_warning_and_left_out() -> None:
    (problem,) = glyphs.problems("answer", f"Soon {FARMER} – or 1\ufe0f\u20e3 day 🇭🇷.", PLACE, bundled(), "en")

    assert (problem.code, problem.severity) == ("AA401", Severity.WARNING)
    assert problem.message == "answer: no glyph for '👩' (U+1F469), '🏽' (U+1F3FD), '🌾' (U+1F33E) and 3 more"
    assert drawable(f"Soon {FARMER} – or 1\ufe0f\u20e3 day.", bundled()) == "Soon – or 1 day."


def test_fonts_of_the_project_draw_what_the_bundled_ones_lack(wide_typeface: Typeface) -> None:
    text = f"配送料は 📦 {FARMER} 🇭🇷"

    assert missing(text, wide_typeface) == Missing()
    assert drawable(text, wide_typeface) == text
    assert missing("🛸", wide_typeface) == Missing(decorations=("🛸",))


@given(
    st.text(max_size=60) | st.text(alphabet=f"aš 1{FAMILY}{FARMER}\ufe0f\u20e3🇭🇷\u200bشלمی\u200c\u200f", max_size=30)
)
def test_cleaning_twice_changes_nothing_and_what_is_drawable_has_glyphs(text: str) -> None:
    cleaned = clean(text)
    kept = drawable(cleaned, bundled())

    assert clean(cleaned) == cleaned
    assert missing(kept, bundled()) == Missing()
    assert all(fonts.has(character) for character in fonts.visible(kept))


def test_no_font_of_the_system_is_ever_used() -> None:
    folders = {Path(file.path).parent for family in bundled().families for file in family.files}

    assert [folder.parts[-3:] for folder in folders] == [("generator", "data", "fonts")]
