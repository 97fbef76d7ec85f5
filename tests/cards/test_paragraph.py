"""A paragraph's lines: the words as read, pieces in visual order whose widths make the line's, ink at the edge."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cards import fonts
from generator.cards.breaking import NBSP
from generator.cards.drawing import Line
from generator.cards.glyphs import clean, drawable
from generator.cards.paragraph import Paragraph, paragraph
from generator.cards.template import Style
from generator.cards.typeface import Typeface, bundled
from generator.language import Language

HEADLINE = Style(weight="heavy", color="ink", leading=1.1, breaking="balanced")
PROSE = Style(weight="medium", color="ink", strong="brand", leading=1.4, breaking="ragged")
SIZE = 100
COLORS = ("#000000", "#00FF00")
FAMILY = "👨\u200d👩\u200d👧\u200d👦"


Speech: TypeAlias = Callable[[str], Language]


@pytest.fixture(scope="session")
def speech(languages: Mapping[str, Language]) -> Speech:
    """The product's languages, and some that projects may add."""
    english = languages["en"]

    def added(code: str, direction: str = "ltr") -> Language:
        return replace(english, code=code, tag=code, direction=direction, typography={})

    more = {**languages, "ar": added("ar", "rtl"), "he": added("he", "rtl"), "ja": added("ja")}
    return lambda code: more[code]


def made(
    text: str, language: Language, style: Style = PROSE, face: Typeface | None = None, highlights: tuple[str, ...] = ()
) -> Paragraph:
    ruler = fonts.ruler(face or bundled(), language.tag)
    return paragraph("answer", text, style=style, language=language, highlights=highlights, ruler=ruler)


def lines(prose: Paragraph, width: float = 900) -> tuple[Line, ...]:
    fitted = next(prose.fit(width, (SIZE,), 99, SIZE), None)
    assert fitted
    return prose.lines(fitted, 0, 0.72, COLORS)


def widths(line: Line, prose: Paragraph) -> float:
    """Of its pieces and the spaces between them, in pixels."""
    ruler = prose.stretches.ruler
    shaped = [
        fonts.shape(p.text, fonts.face(ruler.typeface, p.face, p.weight), prose.language, rtl=p.rtl).width
        for p in line.pieces
    ]
    return SIZE * (sum(shaped) + line.text.count(" ") * prose.stretches.space)


def read(found: tuple[Line, ...]) -> str:
    return "".join(line.text + ("" if line.glued or line.hyphenated else " ") for line in found).strip()


def seen(line: Line) -> list[str]:
    return [piece.text.replace(NBSP, " ") for piece in line.pieces]


def test_arabic_words_stand_from_right_to_left_and_numbers_in_them_from_left_to_right(
    speech: Speech,
) -> None:
    (line,) = lines(made("التوصيل 3,90 € مجاني", speech("ar"), highlights=("3,90 €",)), 2000)

    assert line.text == "التوصيل 3,90 € مجاني"
    assert seen(line) == ["مجاني", " €", "3,90", "التوصيل"]
    assert [piece.rtl for piece in line.pieces] == [True, True, False, True]
    assert [piece.weight for piece in line.pieces] == ["medium", "heavy", "heavy", "medium"]
    assert [p.x for p in line.pieces] == sorted(p.x for p in line.pieces)


def test_addresses_and_telephone_numbers_stay_as_written(speech: Speech) -> None:
    (line,) = lines(made("טלפון: +385 1 234 5678, info@zrno.example", speech("he")), 5000)

    assert seen(line)[0] == "info@zrno.example"
    assert "+385 1 234 5678" in seen(line)


def test_text_to_the_left_begins_at_the_right_edge(speech: Speech) -> None:
    (line,) = lines(made("שלום", speech("he")), 5000)
    (piece,) = line.pieces
    shaped = fonts.shape(piece.text, fonts.face(bundled(), piece.face, piece.weight), "he", rtl=True)

    assert piece.x + (shaped.width - shaped.ending) * SIZE == pytest.approx(line.width, abs=0.02)


@pytest.mark.parametrize(
    ("code", "text"), [("hr", "„Zrno“ je naše"), ("cs", "(Zrno) je naše"), ("en", "“Zrno” is ours"), ("hr", "«Zrno» i")]
)
def test_what_opens_a_headline_hangs_out_of_its_edge(speech: Speech, code: str, text: str) -> None:
    hung = lines(made(text, speech(code), HEADLINE), 5000)[0].pieces[0]
    plain = lines(made(text, speech(code), PROSE), 5000)[0].pieces[0]

    assert -0.56 * SIZE <= hung.x < -0.3 * SIZE
    assert -0.2 * SIZE < plain.x <= 0


def test_it_hangs_out_at_the_right_where_text_runs_to_the_left(speech: Speech) -> None:
    (line,) = lines(made("„שלום“", speech("he"), HEADLINE), 5000)
    quote, last = fonts.shape("„", fonts.face(bundled(), "", "heavy"), "he", rtl=True), line.pieces[-1]

    assert last.text == "„"
    assert last.x == pytest.approx(line.width + ending(line) * SIZE, abs=0.1)
    assert last.x + quote.width * SIZE > line.width + 0.3 * SIZE


def ending(line: Line) -> float:
    """Empty width behind the ink of the word next to the last."""
    word = line.pieces[-2]
    return fonts.shape(word.text, fonts.face(bundled(), word.face, word.weight), "he", rtl=True).ending


def test_an_emoji_stays_with_the_word_before_it(speech: Speech, wide_typeface: Typeface) -> None:
    found = lines(made(f"Paket stiže {FAMILY} sutra ujutro 📦", speech("hr"), face=wide_typeface), 500)

    assert not any(line.text.startswith((FAMILY, "📦")) for line in found)
    assert [p.text for line in found for p in line.pieces if p.face == "Twemoji"] == [FAMILY, "📦"]


def test_japanese_lines_end_between_phrases(speech: Speech, wide_typeface: Typeface) -> None:
    found = lines(made("注文した商品はいつ届きますか？", speech("ja"), HEADLINE, wide_typeface), 850)

    assert [line.text for line in found] == ["注文した商品は", "いつ届きますか？"]
    assert [line.glued for line in found] == [True, False]


def test_a_short_highlight_stays_on_one_line(speech: Speech) -> None:
    text = "Stiže za 1–2 radna dana, kad god naručite."

    def first(*highlights: str) -> list[str]:
        return [line.text.replace(NBSP, " ") for line in lines(made(text, speech("hr"), highlights=highlights), 1000)]

    assert first()[0] == "Stiže za 1–2 radna"
    assert first("1–2 radna dana")[:2] == ["Stiže", "za 1–2 radna dana,"]


def test_a_highlight_in_japanese_needs_no_spaces_around(speech: Speech, wide_typeface: Typeface) -> None:
    found = lines(
        made("商品は2〜3営業日でお届けします。", speech("ja"), face=wide_typeface, highlights=("2〜3営業日",)), 5000
    )

    assert "".join(p.text for p in found[0].pieces if p.weight == "heavy") == "2〜3営業日"


def test_capitals_and_tracking_are_for_scripts_that_have_them(speech: Speech) -> None:
    label = replace(PROSE, capitals=True, tracking=0.08, breaking="none")

    assert made("Odgovor", speech("hr"), label).text == "ODGOVOR"
    assert made("الجواب من PayPal", speech("ar"), label).text.replace(NBSP, " ") == "الجواب من PayPal"
    assert made("الجواب", speech("ar"), label).style.tracking == 0


WORDS = {
    "hr": ["Dostava", "i", "u", "2–3", "dana,", "„Zrno“", "40", "€", "š" * 12, "شكرا", "📦"],
    "ar": ["التوصيل", "مجاني", "40", "€،", "2–3", "أيام", "PayPal", "(عمل)", "+385 1 234 5678", "faq.zrno.example/ar"],
    "he": ["המשלוח", "חינם", 'בע"מ', "(ומה)", "3,90", "€", "PayPal", "12", "„שלי“"],
    "ja": ["注文した商品は", "いつ届きますか？", "2〜3営業日で", "Zrno", "「配送料」", "📦"],
    "cs": ["Doprava", "k", "vám", "o", "50", "Kč", "16", "h", "s. r. o.", "přijde", FAMILY],
}


@pytest.mark.parametrize("code", WORDS)
@settings(deadline=None, max_examples=60)
@given(
    numbers=st.lists(st.integers(0, 99), min_size=1, max_size=14),
    marked=st.lists(st.integers(0, 99), max_size=2),
    style=st.sampled_from([HEADLINE, PROSE]),
    width=st.integers(400, 3000),
)
def test_whatever_the_script_lines_read_as_the_text_and_are_as_wide_as_their_pieces(
    speech: Speech,
    wide_typeface: Typeface,
    code: str,
    numbers: list[int],
    marked: list[int],
    style: Style,
    width: int,
) -> None:
    words = WORDS[code]
    chosen = [words[number % len(words)] for number in numbers]
    highlights = tuple(words[number % len(words)] for number in marked)
    text = drawable(clean(("" if code == "ja" else " ").join(chosen)), wide_typeface)
    prose = made(text, speech(code), style, wide_typeface, highlights)
    fitted = next(prose.fit(width, (SIZE,), 99, SIZE), None)
    if not fitted:
        assert any(atom.width * SIZE > width for atom in prose.words.atoms)
        return
    found = prose.lines(fitted, 0, 0.72, COLORS)

    assert read(found) == text
    for line, span in zip(found, fitted.spans, strict=True):
        drawn = prose.text[span.start : span.end]
        spaces = SIZE * drawn.count(" ") * prose.stretches.space
        pieces = widths(line, prose) - SIZE * line.text.count(" ") * prose.stretches.space
        assert pieces + spaces == pytest.approx(line.width, abs=3 if line.hyphenated else 0.5)
        assert sorted("".join(p.text for p in line.pieces)) == sorted(drawn.replace(" ", "") + "-" * line.hyphenated)
        assert [p.x for p in line.pieces] == sorted(p.x for p in line.pieces)
    one_letter = speech(code).typography.get("one_letter", "").split()
    for line in found[:-1] if all(atom.width * SIZE <= width for atom in prose.words.atoms) else ():
        last = line.text.rpartition(" ")[2]
        assert last not in one_letter
