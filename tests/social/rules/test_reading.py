"""Rules for people who read and who listen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from generator.content.library import Entry

if TYPE_CHECKING:
    from conftest import Judge


@pytest.fixture
def asked(judge: Callable[..., Judge], entry: Entry) -> Judge:
    return judge(entry)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("How long does delivery take?\n{link}", set()),
        ("A question " + "thatgoesonandonand " * 6 + "on?\n{link}", {("AA355", "warning")}),
        ("Did you know? You get a tracking link. " + "And so on. " * 9 + "\n{link}", {("AA357", "warning")}),
        ("Did you know? " + "Unbelievably complicated sentences " * 3 + ".\n{link}", {("AA355", "warning")}),
        ("About parcels and letters\n{link}", {("AA355", "warning")}),
        ("Why?\n" + "word " * 25 + ".\n{link}", set()),
        ("Why?\n" + "word " * 26 + ".\n{link}", {("AA357", "warning")}),
        ("Why?\nOne. Two. Three. Four.\n{link}", {("AA357", "warning")}),
        ("Why?\nYes 📦\n{link}", set()),
        ("Why?\nYes 📦 🌱 🎁 ✅\n{link}", {("AA361", "warning")}),
        ("Why?\nYes 📦 no 📦\n{link}", {("AA361", "warning")}),
        ("Why?\n📦 Yes.\n{link}", {("AA361", "warning")}),
        ("Why?\nIt is 📦 time.\n{link}", {("AA361", "warning")}),
        ("Why?\n𝐅𝐫𝐞𝐞 for all.\n{link}", {("AA362", "error")}),
        ("Why?\n━━━━━\n{link}", {("AA362", "error")}),
        ("Why?\nIt is REALLY free.\n{link}", {("AA362", "error")}),
        ("Why?\nThe FAQ and IBAN are here.\n{link}", set()),
        ("Why?\nClick here: {link}", {("AA365", "warning")}),
    ],
)
def test_a_text_that_is_hard_to_read(asked: Judge, text: str, said: set[tuple[str, str]]) -> None:
    rules = {"AA355", "AA357", "AA361", "AA362", "AA365"}

    assert {found for found in asked.of_text(text) if found[0] in rules} == said


def test_capitals_of_the_entry_are_its_authors(judge: Callable[..., Judge]) -> None:
    shouting = Entry(id="a", lang="en", topic="a", question="What is SCOVILLE?", short="A measure.")

    assert ("AA362", "warning") in judge(shouting).of_text("What is SCOVILLE? {link}")


@pytest.mark.parametrize(
    ("lang", "phrase"),
    [
        ("hr", "Kliknite ovdje"),
        ("sr", "Кликните овде"),
        ("sl", "Kliknite tukaj"),
        ("cs", "Klikněte zde"),
        ("bg", "Кликнете тук"),
    ],
)
def test_every_language_has_its_empty_link_words(judge: Callable[..., Judge], lang: str, phrase: str) -> None:
    entry = Entry(id="a", lang=lang, topic="a", question="Da?", short="Da.")

    assert ("AA365", "warning") in judge(entry).of_text(f"{phrase}: {{link}}")
