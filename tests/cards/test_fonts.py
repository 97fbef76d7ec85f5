"""Fonts have what the product's languages need, and each word is drawn by the first that has its letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cards import fonts
from generator.cards.typeface import BRAND, WEIGHTS, Typeface, bundled, project_fonts, typeface
from generator.content.data import PACKAGE
from generator.problems import Place

LETTERS = (
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    "ČĆĐŠŽčćđšžÁĎÉĚÍŇÓŘŤÚŮÝáďéěíňóřťúůýЂЈЉЊЋЏђјљњћџ"
    "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯабвгдежзийклмнопрстуфхцчшщъьюяѝЍ"
    ".,:;!?…–—-()/„“”‚‘’»«%€£$°№§&@+=→•\u00a0"
)
FARMER = "👩🏽\u200d🌾"
PACKAGED = PACKAGE / "fonts"


def face(weight: str = "medium", family: str = BRAND, of: Typeface | None = None) -> fonts.Face:
    return fonts.face(of or bundled(), family, weight)


def glyphs(text: str, language: str, weight: str = "medium") -> tuple[tuple[int, float, float], ...]:
    return fonts.shape(text, face(weight), language).glyphs


def test_all_letters_and_signs_are_there() -> None:
    assert [letter for letter in LETTERS if letter not in face().characters] == []


@pytest.mark.parametrize("family", [family.name for family in bundled().families])
def test_all_weights_have_the_same_characters(family: str) -> None:
    assert len({face(weight, family).characters for weight in WEIGHTS}) == 1


@pytest.mark.parametrize("weight", WEIGHTS)
def test_bulgarian_and_serbian_have_letterforms_of_their_own(weight: str) -> None:
    plain = glyphs("дгптвбжк", "ru", weight)

    assert glyphs("дгптвжк", "bg", weight) != glyphs("дгптвжк", "ru", weight)
    assert glyphs("дгптвбжк", "sr", weight) != plain
    assert glyphs("дгптвбжк", "hr", weight) == plain


def test_the_web_gets_the_same_faces() -> None:
    names = {path.stem for path in PACKAGED.glob("Manrope-*.ttf")}

    assert names == {path.stem for path in PACKAGED.glob("*.woff2")}
    for name in ("Manrope", "NotoSansArabic", "NotoSansHebrew"):
        assert "SIL OPEN FONT LICENSE" in (PACKAGED / f"{name}-OFL.txt").read_text(encoding="utf-8").upper()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Koliko košta?", [("", "Koliko košta?")]),
        ("التوصيل", [("NotoSansArabic", "التوصيل")]),
        ("PayPal-التوصيل", [("", "PayPal-"), ("NotoSansArabic", "التوصيل")]),
        ('ת"א', [("NotoSansHebrew", 'ת"א')]),
        ("2日", [("", "2"), ("NotoSansJP", "日")]),
        ("届く。📦", [("NotoSansJP", "届く。"), ("Twemoji", "📦")]),
        (f"a{FARMER}🇭🇷→", [("", "a"), ("Twemoji", f"{FARMER}🇭🇷"), ("", "→")]),
        ("1\ufe0f\u20e3 1", [("Twemoji", "1\ufe0f\u20e3"), ("", " 1")]),
    ],
)
def test_a_word_is_cut_where_another_font_takes_over(
    wide_typeface: Typeface, text: str, parts: list[tuple[str, str]]
) -> None:
    assert fonts.itemised(wide_typeface, text, "heavy") == parts


@pytest.mark.parametrize("emoji", ["👨\u200d👩\u200d👧\u200d👦", FARMER, "🇭🇷", "1\ufe0f\u20e3", "❤\ufe0f"])
def test_an_emoji_of_several_characters_is_one_glyph(wide_typeface: Typeface, emoji: str) -> None:
    used = face("heavy", "Twemoji", wide_typeface)

    assert used.colored
    assert len(fonts.shape(emoji, used, "hr").glyphs) == 1


def test_arabic_letters_join_and_run_to_the_left() -> None:
    arabic = face("bold", "NotoSansArabic")
    alone = [fonts.shape(letter, arabic, "ar", rtl=True).glyphs[0][0] for letter in "سلم"]
    joined = fonts.shape("سلم", arabic, "ar", rtl=True).glyphs

    assert not set(alone) & {glyph for glyph, _, _ in joined}
    assert [x for _, x, _ in joined] == sorted(x for _, x, _ in joined)


def test_runs_of_a_word_stand_from_left_to_right(wide_typeface: Typeface) -> None:
    ruler = fonts.ruler(wide_typeface, "ar")

    assert [run.text for run in ruler.runs("דוא日", "heavy", False)] == ["דוא", "日"]
    assert [run.text for run in ruler.runs("דוא日", "heavy", True)] == ["日", "דוא"]


def test_heights_count_from_the_capitals_of_the_brand_s_font() -> None:
    other, _ = typeface({"heavy": PACKAGED / "NotoSansHebrew-700.ttf"})

    assert fonts.cap_height(bundled()) == pytest.approx(0.72)
    assert fonts.cap_height(other) == pytest.approx(0.714)


def test_a_brand_s_files_come_first_and_what_they_lack_is_bundled() -> None:
    own, problems = typeface({"medium": PACKAGED / "NotoSansHebrew-500.ttf"})

    assert problems == []
    assert [family.name for family in own.families] == ["", "Manrope", "NotoSansArabic", "NotoSansHebrew"]
    assert fonts.itemised(own, "aש", "heavy") == [("", "aש")]
    assert fonts.itemised(own, "č", "medium") == fonts.itemised(own, "č", "heavy")
    assert own.digest != bundled().digest


def test_the_nearest_weight_is_taken(wide_typeface: Typeface) -> None:
    arabic = wide_typeface.family("NotoSansArabic")

    assert [Path(arabic.file(weight).path).stem[-3:] for weight in WEIGHTS] == ["500", "700", "700"]
    with pytest.raises(KeyError):
        wide_typeface.family("Arial")


def test_a_project_s_files_of_one_family_are_weights_of_it(tmp_path: Path) -> None:
    for name, source in (("Ivrit-Bold.ttf", "700"), ("Ivrit-Regular.ttf", "500"), ("A.ttf", "500")):
        (tmp_path / name).write_bytes((PACKAGED / f"NotoSansHebrew-{source}.ttf").read_bytes())
    found, problems = typeface(extra=sorted(tmp_path.iterdir(), reverse=True))

    assert problems == []
    assert [family.name for family in found.families[-2:]] == ["A", "Ivrit"]
    assert [file.weight for file in found.families[-1].files] == [700, 500]


def test_a_brand_s_file_may_have_been_read_already() -> None:
    path = PACKAGED / "NotoSansHebrew-700.ttf"
    (read, _), (named, _) = typeface({"bold": path.read_bytes()}), typeface({"bold": path})

    assert read == named
    assert face("bold", of=read).characters == face("bold", of=named).characters


def test_fonts_of_a_project_are_its_files_and_not_what_they_link_to(tmp_path: Path) -> None:
    for name in ("B.ttf", "A.otf", "C.woff2", "README.md"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "D.ttf").symlink_to(PACKAGED / "Manrope-500.ttf")

    assert [path.name for path in project_fonts(tmp_path)] == ["A.otf", "B.ttf"]
    assert project_fonts(tmp_path / "none") == []


@pytest.mark.parametrize("content", [b"", b"no font", b"\0\1\0\0" + b"\xff" * 400])
def test_a_file_that_holds_no_font_is_a_problem_at_its_place(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "Bad.ttf"
    path.write_bytes(content)
    _, problems = typeface({"heavy": path, "bold": tmp_path / "none.ttf"}, [path], Place("faq/faq.yml", 7, 3))

    assert [(p.code, p.place.path) for p in problems] == [
        ("AA407", "faq/faq.yml"),
        ("AA407", "faq/faq.yml"),
        ("AA407", "faq/_data/fonts/Bad.ttf"),
    ]
    assert problems[1].message == "'none.ttf' cannot be read"
    assert problems[2].message == "'Bad.ttf' holds no font"
