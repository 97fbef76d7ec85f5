"""The bundled typeface has what the product's languages need."""

from __future__ import annotations

import pytest

from generator.cards import fonts
from generator.content.data import PACKAGE

LETTERS = (
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    "ČĆĐŠŽčćđšžÁĎÉĚÍŇÓŘŤÚŮÝáďéěíňóřťúůýЂЈЉЊЋЏђјљњћџ"
    "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯабвгдежзийклмнопрстуфхцчшщъьюяѝЍ"
    ".,:;!?…–—-()/„“”‚‘’»«%€£$°№§&@+=→•\u00a0"
)


def test_all_letters_and_signs_are_there() -> None:
    assert [letter for letter in LETTERS if not fonts.has(letter)] == []


def test_all_weights_have_the_same_characters() -> None:
    assert len({fonts.face(weight).characters for weight in fonts.WEIGHTS}) == 1


def test_the_height_of_capitals_is_the_font_s_own() -> None:
    face = fonts.face("heavy")
    extents = face.font.get_glyph_extents(face.font.get_nominal_glyph(ord("H")))

    assert extents.y_bearing / face.units == pytest.approx(fonts.CAP_HEIGHT, abs=0.005)


@pytest.mark.parametrize("weight", fonts.WEIGHTS)
def test_bulgarian_and_serbian_have_letterforms_of_their_own(weight: str) -> None:
    plain = fonts.shape("дгптвбжк", weight, "ru").glyphs

    assert fonts.shape("дгптвжк", weight, "bg").glyphs != fonts.shape("дгптвжк", weight, "ru").glyphs
    assert fonts.shape("дгптвбжк", weight, "sr").glyphs != plain
    assert fonts.shape("дгптвбжк", weight, "hr").glyphs == plain


def test_the_web_gets_the_same_faces() -> None:
    names = {path.stem for path in (PACKAGE / "fonts").glob("*.ttf")}

    assert names == {path.stem for path in (PACKAGE / "fonts").glob("*.woff2")}
    assert "SIL Open Font License" in (PACKAGE / "fonts" / "Manrope-OFL.txt").read_text(encoding="utf-8")
