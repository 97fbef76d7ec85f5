"""Entries that answer a question of the demo in other words are found; of the demo's own no two answer one."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from generator.build.consistency import document
from generator.proof.duplicates import Pairs, Scored, duplicates, likely
from generator.search import Document, Tables

if TYPE_CHECKING:
    from generator.build.proofing import Rules
    from generator.content.library import Library


@functools.cache
def read(name: str) -> dict[str, list[tuple[str, str, str]]]:
    path = Path(__file__).parent / f"duplicates{name}.yml"
    found: dict[str, list[tuple[str, str, str]]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


TELL = "Open the app, choose the settings and your account, then type the new one twice and confirm it with a code."


LANGUAGES = ("en", "hr", "sr", "sl", "cs", "bg")


@pytest.fixture(scope="module")
def alone(demo: Library, rules: Rules) -> dict[str, Pairs]:
    """The demo's own pairs, by language."""
    return {lang: likely(documents(demo, lang), rules.tables[lang]) for lang in LANGUAGES}


def documents(demo: Library, lang: str) -> list[Document]:
    return [document(entry) for entry in demo.in_language(lang)]


@pytest.mark.parametrize(
    ("name", "found", "wrong"),
    [("", 53, 0), ("_fresh", 35, 0), ("_last", 23, 6), ("_outside", 28, 0), ("_unseen", 34, 2)],
)
def test_entries_in_other_words_are_found(
    name: str, found: int, wrong: int, demo: Library, rules: Rules, alone: dict[str, Pairs]
) -> None:
    """A third of them at a time: each is written into a library that is in order."""
    told, missed = set[frozenset[str]](), set[frozenset[str]]()
    every = 0
    for lang in LANGUAGES:
        for planted in (some for n in range(3) if (some := read(name)[lang][n::3])):
            more = [Document(id=f"twin of {id_}", title=question, text=answer) for id_, question, answer in planted]
            with_them = alone | {lang: likely([*documents(demo, lang), *more], rules.tables[lang])}
            said = {frozenset({f"{lang} {one.one}", f"{lang} {one.other}"}) for one in duplicates(with_them)}
            wanted = {frozenset({f"{lang} {id_}", f"{lang} twin of {id_}"}) for id_, _, _ in planted}
            every += len(wanted)
            missed |= wanted - said
            told |= {pair for pair in said - wanted if any("twin" in id_ for id_ in pair)}
    assert every - len(missed) >= found
    assert len(told) <= wrong


def test_neighbours_in_one_language_are_two_where_another_tells_them_apart() -> None:
    """The score of a pair is the mean of the languages that have both."""

    def pairs(score: float) -> Pairs:
        return Pairs(frozenset("ab"), {frozenset("ab"): Scored(score, "a", "b", 0.5)})

    assert [found.lang for found in duplicates({"hr": pairs(1.0)})] == ["hr"]
    assert [found.lang for found in duplicates({"hr": pairs(-0.5), "sl": pairs(1.0)})] == ["sl"]
    assert list(duplicates({"hr": pairs(1.0), "sl": pairs(-1.5)})) == []
    assert list(duplicates({"hr": pairs(1.0), "sl": Pairs(frozenset("ab"), {})})) == []
    assert [found.lang for found in duplicates({"hr": pairs(1.0), "sl": Pairs(frozenset("a"), {})})] == ["hr"]


def pairs(*entries: tuple[str, str]) -> list[tuple[str, str]]:
    documents = [Document(id=f"{n}", title=title, text=text) for n, (title, text) in enumerate(entries)]
    documents += [Document(id=f"x{n}", title=f"What is a zz{n}?", text=f"It is zz{n}.") for n in range(20)]
    found = duplicates({"en": likely(documents, Tables(stop=("how", "do", "i", "my", "a", "the", "is")))})
    return [(one.one, one.other) for one in found]


def test_a_copy_is_found() -> None:
    assert pairs(("How do I change my password?", TELL), ("New password wanted", TELL)) == [("1", "0")]


def test_questions_whose_words_only_their_own_answer_knows_are_two() -> None:
    password, address = f"{TELL} A password is long.", f"{TELL} An address is short."
    assert pairs(("How do I change my password?", password), ("How do I change my address?", address)) == []


def test_questions_with_other_numbers_are_two() -> None:
    assert pairs(("How do I mend error 401?", TELL), ("How do I mend error 403?", TELL)) == []


def test_answers_of_a_few_words_are_not_compared() -> None:
    assert pairs(("Is it free?", "Yes, it is free."), ("Does it cost money?", "Yes, it is free.")) == []
