"""The brand's fonts serve browsers and cards, and languages whose letters they lack are set in Manrope."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.brand import css, typefaces
from generator.brand.typefaces import Font, Typeface, needed
from generator.cards import letters
from generator.content.data import PACKAGE, read_all
from generator.content.languages import site_languages
from generator.content.organisation import BrandFile, Branding, Settings
from generator.content.schema.languages import LanguageFile
from generator.language import Language
from generator.problems import Place, Severity

BUNDLED = PACKAGE / "fonts"
PLACE = Place("faq/faq.yml", 7, 18)


def fonts(**files: str) -> Branding:
    return Branding(fonts={weight: BrandFile(path=path, place=PLACE) for weight, path in files.items()})


@pytest.fixture(scope="session")
def languages() -> Mapping[str, Language]:
    files, _ = read_all(LanguageFile, "languages")
    return site_languages(files, Settings(name="A", languages=tuple(sorted(files)), url=""), {})[0]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "faq/_data/fonts").mkdir(parents=True)
    shutil.copy(BUNDLED / "Manrope-500.ttf", tmp_path / "docs/own.ttf")
    shutil.copy(BUNDLED / "Manrope-700.ttf", tmp_path / "faq/_data/fonts/own-bold.ttf")
    shutil.copy(BUNDLED / "Manrope-700.woff2", tmp_path / "faq/_data/fonts/own-bold.woff2")
    return tmp_path


def test_browsers_load_the_smaller_form_and_cards_are_drawn_with_the_other(
    root: Path, languages: Mapping[str, Language]
) -> None:
    found, problems = typefaces.read(root, fonts(medium="own.ttf", bold="own-bold.ttf"), languages.values())

    assert problems == []
    assert found.fonts["medium"].web == (BUNDLED / "Manrope-500.ttf").read_bytes()
    assert found.fonts["bold"].web == (BUNDLED / "Manrope-700.woff2").read_bytes()
    assert found.fonts["bold"].drawn == root / "faq/_data/fonts/own-bold.ttf"
    assert found.fonts["heavy"] == found.fonts["bold"], "the nearest weight that there is"
    assert {"Manrope-OFL.txt", found.fonts["medium"].file} < set(found.published())


def test_a_woff2_has_its_ttf_beside_it(root: Path) -> None:
    found, problems = typefaces.read(root, fonts(bold="own-bold.woff2"), [])
    assert problems == []
    assert found.fonts["medium"].drawn.name == "own-bold.ttf"

    (root / "faq/_data/fonts/own-bold.ttf").unlink()
    _, (problem,) = typefaces.read(root, fonts(bold="own-bold.woff2"), [])
    assert problem.message == "'own-bold.woff2' is a WOFF2, which cards cannot be drawn with"
    assert problem.hint == "put the TTF or OTF it was made from beside it, under the same name"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "'x.ttf' is not there below docs/ or faq/_data/fonts/"),
        (b"", "'x.ttf' is no font that can be used"),
        (b"\0\1\0\0" + b"\xff" * 200, "'x.ttf' is no font that can be used"),
        (b"OTTO", "'x.ttf' is no font that can be used"),
        (b"\0\1\0\0" + b" " * 5_000_000, "'x.ttf' is larger than 5000 kB"),
    ],
)
def test_what_is_no_font(root: Path, content: bytes | None, message: str) -> None:
    (root / "docs/x.ttf").write_bytes(content) if content is not None else None
    found, problems = typefaces.read(root, fonts(medium="x.ttf"), [])

    assert (found.fonts, found.without) == ({}, frozenset())
    assert [(p.place, p.code, p.message, bool(p.hint)) for p in problems] == [(PLACE, "AA131", message, True)]


def test_missing_letters_are_named_and_the_language_is_set_in_manrope(languages: Mapping[str, Language]) -> None:
    latin = frozenset(range(0x180)) | frozenset(map(ord, "–—…„“”’‘‚€→"))
    font = Font(web=b"", file="brand-bold.1.ttf", drawn=Path("own.ttf"), letters=latin - {ord("đ")})
    without, problems = typefaces._missing({"bold": font}, fonts(bold="own.ttf").fonts, languages.values())

    assert without == {"bg", "sr", "hr", "sl", "sr-Latn"}, "English and Czech can do without đ"
    assert {(p.place, p.code, p.severity) for p in problems} == {(PLACE, "AA132", Severity.WARNING)}
    assert "the bold font lacks đ, which Hrvatski needs" in {p.message for p in problems}
    face = Typeface(fonts={"bold": font}, without=without)
    assert ':root[lang="sr-Latn"] { --aa-font: Manrope; }' in css._fonts(face)


def test_cards_are_set_in_the_brand_s_fonts_then_the_bundled_then_the_project_s(root: Path) -> None:
    shutil.copy(BUNDLED / "NotoSansHebrew-500.ttf", root / "faq/_data/fonts/Other-Regular.ttf")
    found, problems = typefaces.read(root, fonts(bold="own.ttf"), [])
    assert problems == []
    assert [family.name for family in found.on_cards("en").families] == [
        *("", "Manrope", "NotoSansArabic", "NotoSansHebrew"),
        *("Other", "own"),
    ]
    bare = replace(found, without=frozenset({"hr"})).on_cards("hr")
    assert [family.name for family in bare.families] == ["", "NotoSansArabic", "NotoSansHebrew", "Other", "own"]


def test_a_file_beside_fonts_that_is_none_is_said_once(root: Path) -> None:
    (root / "faq/_data/fonts/broken.ttf").write_bytes(b"\0\1\0\0")
    found, problems = typefaces.read(root, fonts(bold="own.ttf"), [])
    assert [(p.place.path, p.code) for p in problems] == [("faq/_data/fonts/broken.ttf", "AA407")]
    assert found.fonts


def test_where_a_font_lies_is_no_part_of_what_it_is(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other") / "elsewhere"
    shutil.copytree(root, other)
    here, there = (typefaces.read(r, fonts(bold="own.ttf"), [])[0].on_cards("en") for r in (root, other))
    assert (repr(here), here.digest) == (repr(there), there.digest)
    shutil.copy(BUNDLED / "Manrope-800.ttf", other / "docs/own.ttf")
    assert typefaces.read(other, fonts(bold="own.ttf"), [])[0].on_cards("en").digest != here.digest


def test_the_bundled_typeface_has_all_that_any_language_needs(languages: Mapping[str, Language]) -> None:
    bundled = letters((BUNDLED / "Manrope-700.ttf").read_bytes())
    for language in languages.values():
        assert needed(language) <= bundled
        assert needed(replace(language, phrases={})) >= set(map(ord, "".join(language.alphabet)))
