"""Entries that answer a question of the demo in other words are found; of the demo's own no two answer one."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from generator.build.consistency import document
from generator.proof.duplicates import duplicates
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


@pytest.mark.parametrize("lang", ["en", "hr", "sr", "sl", "cs", "bg"])
@pytest.mark.parametrize(("name", "missed", "wrong"), [("", 1, 0), ("_fresh", 2, 0), ("_last", 2, 1)])
def test_entries_in_other_words_are_found(
    name: str, missed: int, wrong: int, lang: str, demo: Library, rules: Rules
) -> None:
    entries = [document(entry) for entry in demo.in_language(lang)]
    planted = read(name)[lang]
    more = [Document(id=f"twin of {id_}", title=question, text=answer) for id_, question, answer in planted]
    every = [*entries, *more]
    pairs = {frozenset({every[pair.one].id, every[pair.other].id}) for pair in duplicates(every, rules.tables[lang])}
    wanted = {frozenset({id_, f"twin of {id_}"}) for id_, _, _ in planted}
    assert len(wanted - pairs) <= missed
    assert len(pairs - wanted) <= wrong


def pairs(*entries: tuple[str, str]) -> list[tuple[int, int]]:
    documents = [Document(id=f"{n}", title=title, text=text) for n, (title, text) in enumerate(entries)]
    documents += [Document(id=f"x{n}", title=f"What is a zz{n}?", text=f"It is zz{n}.") for n in range(20)]
    return [found[:2] for found in duplicates(documents, Tables(stop=("how", "do", "i", "my", "a", "the", "is")))]


def test_a_copy_is_found() -> None:
    assert pairs(("How do I change my password?", TELL), ("New password wanted", TELL)) == [(1, 0)]


def test_questions_whose_words_only_their_own_answer_knows_are_two() -> None:
    password, address = f"{TELL} A password is long.", f"{TELL} An address is short."
    assert pairs(("How do I change my password?", password), ("How do I change my address?", address)) == []


def test_questions_with_other_numbers_are_two() -> None:
    assert pairs(("How do I mend error 401?", TELL), ("How do I mend error 403?", TELL)) == []


def test_answers_of_a_few_words_are_not_compared() -> None:
    assert pairs(("Is it free?", "Yes, it is free."), ("Does it cost money?", "Yes, it is free.")) == []
