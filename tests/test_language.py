"""Languages are data: every phrase in each of them, with the plural forms and letters it needs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel import Locale

from generator.content.data import read_all
from generator.content.languages import site_languages
from generator.content.organisation import Settings
from generator.content.schema.languages import LanguageFile
from generator.language import Language, in_latin, is_cyrillic, pick, with_territory

CODES = ("en", "hr", "sr", "sl", "cs", "bg")
ROOT = Path(__file__).parents[1]
CLDR = ROOT.parent / "shared" / "conformance" / "cldr" / "plurals.json"
FILES, PROBLEMS = read_all(LanguageFile, "languages")
LANGUAGES: dict[str, Language] = site_languages(
    FILES, Settings(name="A", languages=CODES, url="https://faq.example.org/"), {}
)[0]


def test_the_languages_of_the_package() -> None:
    assert PROBLEMS == []
    assert sorted(FILES) == sorted(CODES)
    assert list(LANGUAGES) == ["en", "hr", "sr", "sr-Latn", "sl", "cs", "bg"]


# Serbian in Latin letters


def test_the_latin_sister_of_a_language() -> None:
    sister = in_latin(LANGUAGES["sr"], code="sr-Latn")
    assert (sister.code, sister.tag, sister.locale, sister.script) == ("sr-Latn", "sr-Latn", "sr_Latn", "Latn")
    assert sister.name == "Srpski (latinica)"
    assert sister.say("site", "count", count=2, unused="x") == "2 pitanja"
    assert not re.search("[Ѐ-ӿ]", json.dumps([sister.units, sister.phrases, sister.typography], ensure_ascii=False))


def test_scripts_are_told_apart() -> None:
    assert is_cyrillic("Колико траје DHL?")
    assert not is_cyrillic("Koliko traje достава ovdje?")
    assert not is_cyrillic("14")


def test_a_text_is_picked_in_the_language_its_other_script_or_the_source() -> None:
    texts = {"en": "Delivery", "sr": "Достава"}
    assert pick(texts, "sr", "en") == "Достава"
    assert pick(texts, "sr-Latn", "en") == "Dostava"
    assert pick(texts, "hr", "en") == "Delivery"
    assert pick({"cs": "Doručení"}, "hr", "en") == "Doručení"
    assert pick({}, "hr", "en") == ""


# Saying


def test_a_phrase_is_filled_and_its_plural_chosen() -> None:
    said = {
        code: [LANGUAGES[code].say("site", "count", count=n) for n in (1, 2, 3, 5, 21)] for code in ("hr", "sl", "cs")
    }
    assert said == {
        "hr": ["1 pitanje", "2 pitanja", "3 pitanja", "5 pitanja", "21 pitanje"],
        "sl": ["1 vprašanje", "2 vprašanji", "3 vprašanja", "5 vprašanj", "21 vprašanj"],
        "cs": ["1 otázka", "2 otázky", "3 otázky", "5 otázek", "21 otázek"],
    }
    assert "{delivery} {0}" in LANGUAGES["en"].say("site", "more", topic="{delivery} {0}")


@pytest.mark.parametrize(("room", "key"), [("site", "nothing"), ("nowhere", "home")])
def test_a_phrase_that_nobody_wrote_is_a_fault_of_ours(room: str, key: str) -> None:
    with pytest.raises(KeyError):
        LANGUAGES["en"].say(room, key)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en", "other one other other other other"),
        ("hr", "other one few few other one"),
        ("sr", "other one few few other one"),
        ("sl", "other one two few other other"),
        ("cs", "other one few few other other"),
        ("bg", "other one other other other other"),
    ],
)
def test_plural_categories(code: str, expected: str) -> None:
    assert [LANGUAGES[code].plural(n) for n in (0, 1, 2, 3, 5, 21)] == expected.split()


# All languages alike


def texts(file: LanguageFile) -> Iterator[tuple[str, str]]:
    """Every text of a language file with the way to it."""
    yield "name", file.name
    for unit, forms in file.units.items():
        yield from ((f"units.{unit}.{category}", text) for category, text in forms.items())
    for room, phrases in file.phrases.items():
        for key, phrase in phrases.items():
            forms = {"": phrase} if isinstance(phrase, str) else phrase
            yield from ((f"{room}.{key}.{category}", text) for category, text in forms.items())


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_the_same_phrases(code: str) -> None:
    """Except those for readers who are spoken to informally: English knows no difference."""

    def keys(file: LanguageFile) -> list[str]:
        found = (f"{room}.{key}" for room, phrases in file.phrases.items() for key in phrases)
        return sorted(key for key in found if not (key.startswith("posts.") and key.endswith("_informal")))

    assert keys(FILES[code]) == keys(FILES["en"])
    assert FILES[code].units.keys() == FILES["en"].units.keys()


@pytest.mark.parametrize("code", CODES)
def test_every_phrase_has_the_same_placeholders(code: str) -> None:
    for room, phrases in FILES["en"].phrases.items():
        for key, english in phrases.items():
            other = FILES[code].phrases[room][key]
            assert isinstance(other, str) == isinstance(english, str), f"{room}.{key}"
            expected = placeholders(english if isinstance(english, str) else english["other"])
            for text in [other] if isinstance(other, str) else other.values():
                assert placeholders(text) == expected, f"{code}: {room}.{key}: {text}"


@pytest.mark.parametrize("code", CODES)
def test_plural_phrases_have_the_forms_of_their_language(code: str) -> None:
    locale = Locale.parse(FILES[code].locale)
    needed = {str(locale.plural_form(n)) for n in range(200)}
    known = {*locale.plural_form.tags, "other"}
    for room, phrases in FILES[code].phrases.items():
        for key, phrase in phrases.items():
            if not isinstance(phrase, str):
                assert needed <= phrase.keys() <= known, f"{room}.{key}"
    for unit, forms in FILES[code].units.items():
        assert forms.keys() == known, unit


@pytest.mark.skipif(not CLDR.exists(), reason="CLDR's own file is not beside this checkout")
@pytest.mark.parametrize("code", CODES)
def test_plural_categories_are_those_of_cldr(code: str) -> None:
    rules = json.loads(CLDR.read_text(encoding="utf-8"))["supplemental"]["plurals-type-cardinal"][code]
    prefix = "pluralRule-count-"
    locale = Locale.parse(FILES[code].locale)
    assert {key.removeprefix(prefix) for key in rules} == {*locale.plural_form.tags, "other"}
    for key, rule in rules.items():
        for sample in re.findall(r"\d+(?:\.\d+)?", rule.partition("@integer")[2].partition("@")[0]):
            assert LANGUAGES[code].plural(int(sample)) == key.removeprefix(prefix), sample


_MIXED = re.compile(r"[A-Za-zÀ-ž]+[Ѐ-ӿ]|[Ѐ-ӿ]+[A-Za-zÀ-ž]")
_CYRILLIC = ("sr", "bg")


@pytest.mark.parametrize("code", CODES)
def test_words_are_written_in_one_script(code: str) -> None:
    for way, text in texts(FILES[code]):
        words = re.sub(r"\{[^}]*\}", "", text)
        assert not _MIXED.search(words), f"{way}: {text}"
        if code not in _CYRILLIC:
            assert not re.search("[Ѐ-ӿ]", words), f"{way}: {text}"


@pytest.mark.parametrize(
    "path", sorted([*ROOT.glob("faq/*/*.md"), *ROOT.glob("docs/*.md")]), ids=lambda path: path.name
)
def test_words_of_the_demo_are_written_in_one_script(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not _MIXED.search(text), _MIXED.search(text)
    if path.name.split(".")[-2] not in _CYRILLIC:
        assert not re.search("[Ѐ-ӿ]", text)


@pytest.mark.parametrize("code", CODES)
def test_serbian_is_not_bulgarian_and_the_other_way_round(code: str) -> None:
    foreign = {"sr": "[щъыьэюяйё]", "bg": "[ђјљњћџыэё]"}.get(code)
    for way, text in texts(FILES[code]):
        assert not foreign or not re.search(foreign, text.lower()), f"{way}: {text}"


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_phrase_can_be_said(code: str) -> None:
    language = LANGUAGES[code]
    for room, phrases in language.phrases.items():
        for key, phrase in phrases.items():
            names = placeholders(phrase if isinstance(phrase, str) else phrase["other"]) - {"count"}
            for count in (0, 1, 2, 3, 5, 11, 21, 1.5):
                said = language.say(room, key, count=count, **dict.fromkeys(names, "X"))
                assert said
                assert "{" not in said


def test_a_locale_names_the_country_it_is_mostly_used_in() -> None:
    locales = [with_territory(language.locale) for language in LANGUAGES.values()]
    assert locales == ["en_GB", "hr_HR", "sr_RS", "sr_RS", "sl_SI", "cs_CZ", "bg_BG"]
