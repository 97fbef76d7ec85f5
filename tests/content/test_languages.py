"""Which languages a site has: those of faq.yml, and Serbian in its second script."""

from __future__ import annotations

import pytest

from generator.content.data import read_all
from generator.content.languages import site_languages
from generator.content.organisation import Settings
from generator.content.schema.languages import LanguageFile
from generator.problems import Place

FILES, _ = read_all(LanguageFile, "languages")


@pytest.mark.parametrize(
    ("codes", "questions", "expected"),
    [
        (("sr",), {"sr": ["Колико траје достава?"]}, {"sr": "sr", "sr-Latn": "sr-Latn"}),
        (("sr",), {"sr": ["Koliko traje dostava?"]}, {"sr": "sr-Latn"}),
        (("sr",), {}, {"sr": "sr", "sr-Latn": "sr-Latn"}),
        (("sr-Latn",), {"sr-Latn": ["Koliko traje dostava?"]}, {"sr-Latn": "sr-Latn"}),
        (("sr", "sr-Latn"), {"sr": ["Колико?"]}, {"sr": "sr", "sr-Latn": "sr-Latn"}),
        (("hr", "en"), {}, {"hr": "hr", "en": "en"}),
    ],
)
def test_serbian_gets_its_second_script_and_latin_stays_latin(
    codes: tuple[str, ...], questions: dict[str, list[str]], expected: dict[str, str]
) -> None:
    found, problems = site_languages(FILES, Settings(name="A", languages=codes, url="https://a.example/"), questions)
    assert problems == []
    assert {code: language.tag for code, language in found.items()} == expected


def test_a_language_that_no_file_describes_is_named_and_left_out() -> None:
    settings = Settings(name="A", languages=("en", "de"), url="https://a.example/")
    found, problems = site_languages(FILES, settings, {})
    assert list(found) == ["en"]
    assert [(p.code, p.place, p.message) for p in problems] == [
        ("AA103", Place("faq/faq.yml"), "there is no language file for 'de'")
    ]
    assert "faq/_data/languages/de.yml" in problems[0].hint


def test_a_language_is_its_file() -> None:
    found, _problems = site_languages(FILES, Settings(name="A", languages=("cs",), url="https://a.example/"), {})
    language = found["cs"]
    assert (language.name, language.locale, language.direction) == (FILES["cs"].name, FILES["cs"].locale, "ltr")
    assert language.units["workday"]["many"] == FILES["cs"].units["workday"]["many"]
    assert language.phrases["site"]["home"] == FILES["cs"].phrases["site"]["home"]
