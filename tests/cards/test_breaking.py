"""Where lines end: what stays together, and that nothing is lost, added or too wide."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cards import breaking, wrapping
from generator.cards.breaking import NBSP
from generator.cards.wrapping import Span
from generator.language import Language

SLAVIC = frozenset("aiouksvz")
WIDE = {"W": 2.0, "i": 0.5, "-": 0.7}

words = st.text(alphabet="abčžikWoу,.?", min_size=1, max_size=9)
texts = st.lists(words, min_size=1, max_size=25).map(" ".join)


def width(text: str) -> float:
    return sum(WIDE.get(letter, 1.0) for letter in text)


def lines(text: str, box: float, *, balanced: bool = True) -> list[str] | None:
    def measure(start: int, end: int) -> float:
        return width(text[start:end])

    found = wrapping.break_lines(wrapping.table(text, breaking.words(text, measure, 1.0, "hr")), box, balanced=balanced)
    return [text[span.start : span.end] for span in found[0]] if found else None


@pytest.mark.parametrize(
    ("text", "glued"),
    [
        ("Dostava i povrat u Hrvatskoj", "Dostava i_povrat u_Hrvatskoj"),
        ("K čemu je a v kolik", "K_čemu je a_v_kolik"),
        ("stojí 1 200 Kč nebo 50 %", "stojí 1_200_Kč nebo 50_%"),
        ("za 2–3 radna dana", "za_2–3_radna dana"),
        ("do 14 dní", "do_14_dní"),
        ("24. 12. 2026 a 1. siječnja", "24._12._2026 a_1._siječnja"),
        ("u 10. Zatim", "u_10. Zatim"),
        ("firma s. r. o. Praha", "firma s._r._o. Praha"),
        ("tel. +385 1 234 5678", "tel. +385_1_234_5678"),
        ("brzo – i jeftino", "brzo_– i_jeftino"),
        ("našel / našla", "našel_/ našla"),
        ("iznad 40 €, ispod", "iznad 40_€, ispod"),
        ("stiže 📦 sutra 👩🏽\u200d🌾🇭🇷", "stiže_📦 sutra_👩🏽\u200d🌾🇭🇷"),
        ("kreni → dalje", "kreni → dalje"),
    ],
)
def test_what_belongs_together_is_glued(text: str, glued: str) -> None:
    assert breaking.glue(text, SLAVIC).replace(NBSP, "_") == glued


@given(texts)
def test_glue_changes_only_spaces(text: str) -> None:
    glued = breaking.glue(text, SLAVIC)

    assert glued.replace(NBSP, " ") == text


@given(texts, st.floats(min_value=9, max_value=80), st.booleans())
def test_lines_hold_the_whole_text_and_fit_the_box(text: str, box: float, balanced: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
    glued = breaking.glue(text, SLAVIC)
    found = lines(glued, box, balanced=balanced)

    if found is None:
        assert max(map(width, glued.split(" "))) > box
        return
    assert " ".join(found) == glued
    assert max(map(width, found)) <= box


@given(texts, st.floats(min_value=9, max_value=80))
def test_no_text_takes_more_lines_than_it_must(text: str, box: float) -> None:
    found = lines(text, box)
    greedy, line = 1, ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if width(longer) > box:
            greedy, line = greedy + 1, word
        else:
            line = longer

    assert found is None or len(found) == greedy


def test_headlines_are_balanced() -> None:
    assert lines("one two three four five six", 24) == ["one two three", "four five six"]


def test_a_last_line_of_one_word_is_avoided() -> None:
    assert lines("alpha beta gamma delta x", 22, balanced=False) == ["alpha beta", "gamma delta x"]
    assert lines("alpha beta gamma delta x", 22, balanced=True) == ["alpha beta", "gamma delta x"]


def test_lines_rather_end_behind_punctuation() -> None:
    assert lines("abcd efgh, ijk lmnop qr", 16) == ["abcd efgh,", "ijk lmnop qr"]


def test_prose_fills_its_lines_and_leaves_the_last_one_short() -> None:
    assert lines("aaaa bbbb cccc dddd eeee ffff", 20, balanced=False) == ["aaaa bbbb cccc dddd", "eeee ffff"]


def test_nothing_fits_a_box_narrower_than_its_longest_word() -> None:
    assert lines("ab abcdefghij", 9) is None


def torn(text: str, box: float, language: str = "hr") -> list[str]:
    def measure(start: int, end: int) -> float:
        return width(text[start:end])

    atoms = [
        part
        for atom in breaking.words(text, measure, 1.0, language)
        for part in (breaking.torn(text, atom, measure, 1.0, 0.7, language) if atom.width > box else (atom,))
    ]
    found = wrapping.break_lines(wrapping.table(text, atoms), box, balanced=False)
    assert found

    def shown(span: Span) -> str:
        return text[span.start : span.end] + "-" * span.hyphenated

    return [shown(span) for span in found[0]]


def test_a_word_wider_than_its_box_is_hyphenated() -> None:
    found = torn("prijestolonasljednik", 15)

    assert len(found) == 2
    assert found[0].endswith("-")
    assert "".join(found).replace("-", "") == "prijestolonasljednik"


@pytest.mark.parametrize("language", ["en", "hr", "sr", "sr-Latn", "sl", "cs", "bg"])
def test_every_language_has_hyphenation(language: str) -> None:
    word = "електрокардиограма" if language in {"sr", "bg"} else "elektrokardiograma"

    assert torn(word, 14, language)[0].endswith("-")


def test_an_address_gets_no_hyphen() -> None:
    found = torn("https://example.org/questions/delivery", 22)

    assert "".join(found) == "https://example.org/questions/delivery"
    assert all(re.search(r"[/.]$", line) for line in found[:-1])


def test_glue_gives_way_only_where_it_is_wider_than_the_box() -> None:
    assert torn(f"aaaa{NBSP}bbbb{NBSP}cccc", 12) == ["aaaa", f"bbbb{NBSP}cccc"]
    assert torn(f"aa aaaa{NBSP}bbbb", 11) == ["aa", f"aaaa{NBSP}bbbb"]


@pytest.mark.parametrize(
    ("language", "text", "glued"),
    [
        ("hr", "Dostava s računom i u 5 dana", "Dostava s_računom i_u_5_dana"),
        ("sr", "Достава с рачуном и у 5 дана", "Достава с_рачуном и_у_5_дана"),
        ("sl", "Dostava v 5 dneh k vam z računom", "Dostava v_5_dneh k_vam z_računom"),
        ("cs", "Doprava k vám o 50 Kč a v 16 h", "Doprava k_vám o_50_Kč a_v_16_h"),
        ("bg", "Доставка с фактура и в 5 дни", "Доставка с_фактура и_в_5_дни"),
        ("en", "A parcel in 5 days, I think", "A_parcel in_5_days, I_think"),
    ],
)
def test_every_language_keeps_its_short_words(
    languages: Mapping[str, Language], language: str, text: str, glued: str
) -> None:
    letters = frozenset(languages[language].typography["one_letter"].split())

    assert breaking.glue(text, letters).replace(NBSP, "_") == glued


def japanese(text: str, box: float) -> list[str]:
    atoms = breaking.words(text, lambda start, end: float(end - start), 1.0, "ja")
    found = wrapping.break_lines(wrapping.table(text, atoms), box, balanced=True)
    assert found
    return [text[span.start : span.end] for span in found[0]]


def test_japanese_lines_hold_whole_phrases() -> None:
    assert japanese("注文した商品はいつ届きますか？", 8) == ["注文した商品は", "いつ届きますか？"]


def test_a_japanese_phrase_wider_than_its_box_breaks_between_characters() -> None:
    assert torn("「配送料」です。", 4, "ja") == ["「配送", "料」", "です。"]
