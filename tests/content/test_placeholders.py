"""What replies leave open is found between their words, and called as people call it."""

from __future__ import annotations

import pytest

from generator.content.data import read_all
from generator.content.languages import site_languages
from generator.content.organisation import Settings
from generator.content.placeholders import Placeholder, label, pieces
from generator.content.schema.languages import LanguageFile


def test_a_reply_is_text_and_placeholders_in_turn() -> None:
    body = "Hello {{ name }},\n\n**by {{when}}**{{ name }}.\n\n- one\n- two"

    assert list(pieces(body, {"name": "text", "when": "time"})) == [
        "Hello ",
        Placeholder("name", "text"),
        ",\n\nby ",
        Placeholder("when", "time"),
        Placeholder("name", "text"),
        ".\n\n• one\n• two",
    ]


def test_what_stands_for_a_placeholder_inside_cannot_be_written_by_anybody() -> None:
    assert list(pieces("a \ue0007\ue001 {{ name }}", {})) == ["a 7 ", Placeholder("name", "text")]


@pytest.mark.parametrize(
    ("placeholder", "called"),
    [
        (Placeholder("name", "text"), "Име купца"),
        (Placeholder("order", "order"), "Број поруџбине"),
        (Placeholder("harvest_day", "date"), "harvest day"),
    ],
)
def test_well_known_ones_have_a_name_in_every_language(placeholder: Placeholder, called: str) -> None:
    settings = Settings(name="Zrno", languages=("en", "sr"), url="https://faq.example/")
    languages, _ = site_languages(read_all(LanguageFile, "languages")[0], settings, {})

    assert label(placeholder, languages["sr"]) == called
