"""Templates escape, phrases exist, and the theme speaks the language and script of the page."""

import re
from dataclasses import replace

import pytest

from generator.brand import Brand
from generator.cards import Tokens
from generator.content.data import PACKAGE, read_all
from generator.content.languages import site_languages
from generator.content.library import Library
from generator.content.organisation import Settings
from generator.content.schema.languages import LanguageFile
from generator.latin import latin
from generator.site import theme as themes
from generator.site.config import _PHRASES
from generator.site.theme import Theme

ESCAPED = re.compile(
    r"\|\s*(e|tojson)$"  # by us
    r"|^page\.content$|^super\(\)$"  # made by the engine
    r"|^'[\w/-]*' \| url$|^config\.theme\.favicon \| url$"  # our own constants
    r"|^'article' if page\.meta\.short is defined else 'website'$"
    r'|^lang\.t\("action\.skip"\)$'
)


@pytest.fixture(scope="module")
def templates(theme: Theme) -> dict[str, str]:
    return {name: text for name, text in theme.files.items() if name.endswith(".html")}


def test_every_template_escapes_what_it_prints(templates: dict[str, str]) -> None:
    assert len(templates) > 5
    for name, text in templates.items():
        if name == "stub.html":  # printed by an environment that escapes by itself
            continue
        for printed in re.findall(r"\{\{-?\s*(.+?)\s*-?\}\}", text):
            assert ESCAPED.search(printed), (name, printed)


def test_templates_say_only_phrases_that_they_are_given(templates: dict[str, str]) -> None:
    said = {word for text in templates.values() for word in re.findall(r"\bsay\.(\w+)", text)}
    assert said == set(_PHRASES)


def test_every_phrase_is_said_somewhere_and_in_every_language(library: Library) -> None:
    code = "".join(p.read_text() for p in (PACKAGE.parent / "site").glob("*.py"))
    keys = {code_: set(language.phrases["site"]) for code_, language in library.languages.items()}
    assert len(set(map(frozenset, keys.values()))) == 1
    for key in keys["en"]:
        assert f'"{key}"' in code, key


def test_the_themes_words_take_the_pages_tag_and_script(theme: Theme, library: Library) -> None:
    made = themes.overrides(theme, library.languages["sr-Latn"])["partials/languages/sr-Latn.html"].decode()
    assert '"language": "sr-Latn"' in made
    assert '"search.result.none": "Ništa nije pronađeno"' in made
    assert '"clipboard.copied": "Kopirano"' in made
    assert '"clipboard.error": "Kopiranje nije uspelo.' in made  # Material has no such phrase, Zensical needs it
    assert not re.search(r"[Ѐ-ӿ]", made)
    cyrillic = themes.overrides(theme, library.languages["sr"])["partials/languages/sr.html"].decode()
    assert '"language": "sr"' in cyrillic
    assert '"search.result.none": "Ништа није пронађено"' in cyrillic


TECHNICAL = {"direction", "search.config.lang", "search.config.pipeline", "search.config.separator"}
"""Settings among Material's phrases; a language needs no words for them."""
UNUSED = {"blog.authors"}
"""Only on pages of its blog, of which there are none."""
ALIKE = {"rss.created", "blog.meta"}
"""The same word in English."""


def phrases(text: str) -> dict[str, str]:
    return dict(re.findall(r'^  "([\w.]+)": "((?:[^"\\]|\\.)*)"', text, re.MULTILINE))


def test_the_theme_has_its_words_in_every_language_and_no_english_among_them(theme: Theme) -> None:
    files, _ = read_all(LanguageFile, "languages")
    settings = Settings(name="A", languages=tuple(sorted(files)), url="")
    languages, _ = site_languages(files, settings, {})
    english = phrases(theme.words["en"])
    assert {"sr", "sr-Latn", "hr", "sl", "cs", "bg", "en"} <= set(languages)
    for language in languages.values():
        made = phrases(themes.overrides(theme, language)[f"partials/languages/{language.tag}.html"].decode())
        assert made["language"] == language.tag
        assert set(english) - set(made) - TECHNICAL - UNUSED == set()
        assert all(made.values())
        if language.code != "en":
            same = {key for key, text in made.items() if text == english.get(key)}
            assert same - TECHNICAL - ALIKE == set(), language.code


def test_every_phrase_of_the_serbian_theme_is_there_in_latin_letters(theme: Theme, library: Library) -> None:
    cyrillic = phrases(theme.words["sr"])
    made = themes.overrides(theme, library.languages["sr-Latn"])["partials/languages/sr-Latn.html"].decode()
    assert len(cyrillic) > 40
    assert set(phrases(made)) == {*cyrillic, *themes._MORE_PHRASES}
    assert not re.search(r"[Ѐ-ӿ]", made)
    words = phrases(made)
    own = {"language", *themes._OWN_PHRASES, *themes._MORE_PHRASES}
    assert {key: text for key, text in words.items() if key not in own} == {
        key: latin(text) for key, text in cyrillic.items() if key not in own
    }
    assert (words["action.skip"], words["select.language"]) == ("Idi na tekst", "Izaberi jezik")


def test_a_changed_look_gets_a_new_name_so_that_caches_never_show_the_old_one(theme: Theme, brand: Brand) -> None:
    before = themes.assets(theme, brand).stylesheet
    light = {**brand.tokens.scheme("light"), "brand": "#000001"}
    changed = replace(brand, tokens=Tokens(schemes={**brand.tokens.schemes, "light": light}))
    assert themes.assets(theme, changed).stylesheet != before
    assert themes.assets(theme, brand).stylesheet == before


def test_the_style_sheet_asks_no_other_host(theme: Theme, brand: Brand) -> None:
    css = next(c for n, c in themes.assets(theme, brand).files.items() if n.endswith(".css")).decode()
    fonts = set(re.findall(r"url\(([^)]+)\)", css))
    assert fonts == {f"fonts/{name}" for name in brand.typeface.published() if name.endswith(".woff2")}


def test_without_the_theme_the_remedy_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    _, problems = themes.read()
    assert [p.code for p in problems] == ["AA122"]


def test_the_style_sheet_is_right_to_left_ready(theme: Theme) -> None:
    css = theme.files["assets/site.css"]
    sides = r"(?<![\w-])(?:(?:margin|padding|border)-)?(?:left|right)\s*:"
    assert re.findall(rf"{sides}|float\s*:|text-align:\s*(?:left|right)", css) == []


def test_no_template_writes_what_the_policy_forbids(templates: dict[str, str]) -> None:
    for name, text in templates.items():
        assert not re.search(r"\s(?:style|on[a-z]+)\s*=", text), name
        assert not re.search(r"<style|<script(?![^>]*(?:\ssrc=|ld\+json))", text), name


def test_each_script_keeps_its_names_to_itself(theme: Theme, brand: Brand) -> None:
    script = next(
        c for n, c in themes.assets(theme, brand).files.items() if n.startswith("assets/site.") and n.endswith(".js")
    )
    assert re.findall(rb"^(?:const|let|var|function|class) ", script, re.MULTILINE) == []
