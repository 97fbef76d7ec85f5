"""`faq find` as editors use it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from generator.files import read_tree

Faq = Callable[..., CompletedProcess[str]]
ABOUT = "faq/about"
GIFT = (
    "---\nquestion: Do you wrap presents?\nshort: Yes,\u00a0in red.\naliases: [wrapping-paper]\n---\n"
    "In red.\n\n## What a ribbon costs {#ribbon}\n\nNothing.\n"
)


@pytest.fixture
def gift(small: Path) -> Path:
    """The small FAQ with an entry that nobody has translated."""
    (small / ABOUT / "gift.en.md").write_text(GIFT, encoding="utf-8")
    return small


def test_answers_are_printed_with_short_answer_and_address(gift: Path, faq: Faq) -> None:
    assert faq(gift, "find", "wraping", "present").stdout == (
        "Do you wrap presents?\n    Yes, in red.\n    https://faq.example.org/q/gift/\n"
    )
    assert faq(gift, "find", "ribbon cost").stdout == (
        "Do you wrap presents? › What a ribbon costs\n    Yes, in red.\n    https://faq.example.org/q/gift/#ribbon\n"
    )


def test_programs_get_the_same_under_stable_names(gift: Path, faq: Faq) -> None:
    (row,) = json.loads(faq(gift, "find", "ribbon", "--lang", "sr", "--json").stdout)
    score = row.pop("score")
    assert score > 0
    assert row == {
        "id": "gift",
        "heading": "What a ribbon costs",
        "question": "Do you wrap presents?",
        "short": "Yes,\u00a0in red.",
        "address": "https://faq.example.org/sr/q/gift/#ribbon",
        "language": "en",
    }
    (row,) = json.loads(faq(gift, "find", "ribbon", "--lang", "sr", "--json", "--explain").stdout)
    assert row["reasons"][0].startswith("'ribbon': the word itself, in the heading: ")


def test_reasons_are_told_below_each_answer(gift: Path, faq: Faq) -> None:
    said = faq(gift, "find", "xyzzy", "paper", "--explain").stdout.splitlines()
    assert said[3].endswith(" in all")
    assert said[4] == "      'xyzzy': nothing"
    assert said[5].startswith("      'paper': the word itself, in other ways to ask: ")


def test_former_questions_and_ids_find_the_entry(gift: Path, faq: Faq) -> None:
    faq(gift, "links", "--write", "--today", "2026-03-01")
    path = gift / ABOUT / "gift.en.md"
    path.write_text(GIFT.replace("Do you wrap presents?", "Is a box in it?"), encoding="utf-8")
    for words in ("presents", "wrapping paper", "wrapping-paper"):
        assert faq(gift, "find", words).stdout.startswith("Is a box in it?"), words
    faq(gift, "links", "rename", "gift", "box")
    assert faq(gift, "find", "do you wrap presents").stdout.splitlines()[2].endswith("/q/box/")


def test_contact_and_both_scripts_are_found(small: Path, faq: Faq) -> None:
    assert faq(small, "find", "contact").stdout.splitlines()[2] == "    https://faq.example.org/contact/"
    for lang, words in (("sr", "kontakt"), ("sr-Latn", "контакт")):
        (row, *_) = json.loads(faq(small, "find", words, "--lang", lang, "--json").stdout)
        assert row["address"] == f"https://faq.example.org/{lang}/contact/"


def test_nothing_found_is_no_mistake(small: Path, faq: Faq) -> None:
    assert faq(small, "find", "xyzzy\x1b[31m").stdout == "Nothing answers: xyzzy\\x1b[31m\n"
    assert json.loads(faq(small, "find", "xyzzy", "--json").stdout) == []
    assert json.loads(faq(small, "find", "?!", "--json").stdout) == []


def test_an_unknown_language_is_told_with_the_known_ones(small: Path, faq: Faq) -> None:
    done = faq(small, "find", "x", "--lang", "de", check=False)
    assert done.returncode == 2
    assert "languages are en, sr, sr-Latn" in done.stderr
    assert faq(small, "find", check=False).returncode == 2
    assert faq(small, "find", "x", "--limit", "0", check=False).returncode == 2


def test_broken_files_do_not_stand_in_the_way_of_others(gift: Path, faq: Faq) -> None:
    (gift / ABOUT / "broken.en.md").write_text("---\nquestion: [\n---\n", encoding="utf-8")
    done = faq(gift, "find", "ribbon", "--json")
    assert len(json.loads(done.stdout)) == 1
    assert "faq check says which" in done.stderr
    (gift / "faq/faq.yml").write_text("name: [", encoding="utf-8")
    done = faq(gift, "find", "ribbon", check=False)
    assert (done.returncode, "AA002" in done.stdout) == (1, True)


def test_finding_writes_nothing(gift: Path, faq: Faq) -> None:
    before = read_tree(gift)
    faq(gift, "find", "ribbon", "--limit", "1", "--explain")
    assert read_tree(gift) == before
