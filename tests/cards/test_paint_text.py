"""Text as pixels: ink within what its layout says, emoji as pictures in their own colours."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from generator.cards import fonts, paint_text
from generator.cards.drawing import Line, Picture, Piece, Text
from generator.cards.typeface import Typeface

SIZE = 100
FAMILY = "👨\u200d👩\u200d👧\u200d👦"


def text(*pieces: Piece) -> Text:
    line = Line(text="", baseline=172, width=400, pieces=pieces)
    box = {"x": 50, "y": 100, "width": 400, "height": 72, "size": SIZE, "tracking": 0.0}
    return Text(role="question", language="hr", on="#FFFFFF", contrast=7, lines=(line,), **box)  # type: ignore[arg-type]


def piece(words: str, x: float = 0, face: str = "", *, rtl: bool = False) -> Piece:
    return Piece(text=words, weight="heavy", color="#000000", x=x, face=face, rtl=rtl)


def ink(drawn: Text, typeface: Typeface) -> tuple[int, int, int, int]:
    """Left, top, right and bottom on the card."""
    found = paint_text.mask(drawn, "#000000", typeface)
    assert found
    mask, x, y = found
    box = mask.image.getbbox()
    assert box
    return x + box[0], y + box[1], x + box[2], y + box[3]


@pytest.mark.parametrize(
    ("words", "face", "rtl"), [("H", "", False), ("שלום", "NotoSansHebrew", True), ("日", "NotoSansJP", False)]
)
def test_ink_lies_where_the_piece_stands(wide_typeface: Typeface, words: str, face: str, rtl: bool) -> None:  # noqa: FBT001
    used = fonts.face(wide_typeface, face, "heavy")
    shaped = fonts.shape(words, used, "hr", rtl=rtl)
    left, top, right, bottom = ink(text(piece(words, 20, face, rtl=rtl)), wide_typeface)

    assert left == pytest.approx(70 + shaped.bearing * SIZE, abs=1.5)
    assert right == pytest.approx(70 + (shaped.width - shaped.ending) * SIZE, abs=1.5)
    assert top >= 80
    assert bottom <= 190


def test_what_hangs_out_is_not_cut(wide_typeface: Typeface) -> None:
    assert ink(text(piece("„H", -48)), wide_typeface)[0] == pytest.approx(50 - 48 + 8, abs=1.5)


def test_an_emoji_is_one_picture_in_its_colours_and_no_mask(wide_typeface: Typeface) -> None:
    drawn = text(piece(FAMILY, 30, "Twemoji"))
    (picture,) = paint_text.pictures(drawn, wide_typeface)
    image = Image.open(io.BytesIO(picture.data)).convert("RGBA")
    colors = image.getcolors(maxcolors=100_000)

    assert paint_text.mask(drawn, "#000000", wide_typeface) is None
    assert image.size == (picture.width, picture.height)
    assert (picture.x, picture.y) == (80, pytest.approx(100, abs=20))
    assert picture.width == pytest.approx(SIZE, abs=2)
    assert colors
    assert len([color for count, color in colors if count > 100]) > 3


def test_plain_words_have_no_pictures(wide_typeface: Typeface) -> None:
    assert list(paint_text.pictures(text(piece("Zrno")), wide_typeface)) == []


def test_the_same_emoji_is_the_same_picture(wide_typeface: Typeface) -> None:
    def made(size: str) -> list[Picture]:
        return list(paint_text.pictures(text(piece(size, 0, "Twemoji")), wide_typeface))

    assert made("📦") == made("📦")
    assert made("📦")[0].digest != made("🎄")[0].digest
