"""Letters that are not what they look like."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.proof import letters
from tests.proof.conftest import STYLES


def said(text: str, lang: str, *known: str) -> list[str]:
    style = replace(STYLES[lang], known=frozenset(known))
    return [f"{one.code} {text[one.start : one.end]}" for one in letters(text, style)]


@pytest.mark.parametrize(
    ("lang", "text", "word"),
    [
        ("hr", "Vaš pаket stiže.", "pаket"),  # Cyrillic а
        ("cs", "Zásilkа dorazí.", "Zásilkа"),
        ("sl", "Koda ZRNО10", "ZRNО"),
        ("sr", "Ваш пaкет стиже.", "пaкет"),  # Latin a
        ("bg", "Пратката пpистига.", "пpистига"),
        ("en", "The οrder", "οrder"),  # Greek omicron
        ("hr", "jeste li а niste", "а"),
        ("hr", "Među svima: međuðu", "međuðu"),  # eth
        ("en", "a ﬁle and ｗide ones", "ﬁle"),
    ],
)
def test_letters_of_another_script_are_found(lang: str, text: str, word: str) -> None:
    assert f"AA180 {word}" in said(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("sr", "SMS-ом, PDF-а, Instagram и ScratchДодаци"),
        ("bg", "Витамин C, размер A и X (Twitter)"),
        ("hr", "Čovjek piše „Како сте” ili „је у Београду”, 5 µm, 3ª, H₂O"),
        ("cs", "Ω a µ, ﷼, 日本"),
    ],
)
def test_other_scripts_beside_each_other_are_fine(lang: str, text: str) -> None:
    assert said(text, lang, "а", "с", "х") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Пакет a не писмо", ["AA180 a"]),
        ("A ако не стигне?", ["AA180 A"]),
        ("Стиже. A ако не?", ["AA180 A"]),
        ("Витамин A је", []),
        ("Програм a computer a day", []),
    ],
)
def test_a_word_wholly_in_other_letters_is_one_that_the_language_has(text: str, found: list[str]) -> None:
    assert said(text, "sr", "а") == found


@pytest.mark.parametrize("sign", ["\u200b", "\u00ad", "\ufeff", "\u2060", "\u200e", "\u202e", "\u2003", "\u3164"])
def test_characters_that_nobody_sees_are_named_once(sign: str) -> None:
    found = letters(f"a{sign}{sign}b", STYLES["en"])
    assert [(one.code, one.start) for one in found] == [("AA181", 1)]
    assert f"U+{ord(sign):04X}" in found[0].message


@pytest.mark.parametrize("text", ["10\u00a0kg", "10\u202f000", "❤️ 👩‍🌾 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿"])
def test_blanks_that_hold_together_and_emoji_are_fine(text: str) -> None:
    assert letters(text, STYLES["en"]) == []


def test_marks_of_direction_belong_to_scripts_that_run_to_the_left() -> None:
    assert letters("a\u200fb", replace(STYLES["en"], script="Arab", direction="rtl")) == []
