"""What the page begins with, and the files that come later."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.desk.parts import BODIES, FIRST, scripts
from generator.files import Tree

COUNT = FIRST + 2 * BODIES
HOSTILE = "</script> \u2028"


def text(n: int, language: str) -> dict[str, Any]:
    heading = ["h4", {"anchor": "cost"}, "What it ", ["em", {}, "costs"]]
    body = [["p", {}, HOSTILE], ["blockquote", {}, heading]] if n == 0 else [["p", {}, "So."]]
    return {"question": f"{language} {n}?", "short": "So.", "also": [], "url": f"https://x/{n}/", "body": body}


def entry(n: int) -> dict[str, Any]:
    texts = {code: text(n, code) for code in ("en", "sr") if n or code == "en"}
    return {"id": f"e{n}", "topic": "t", "owner": "", "tags": [], "note": HOSTILE, "due": False, "texts": texts}


VALUES: dict[str, Any] = {
    "name": "Zrno",
    "source": "en",
    "languages": [
        {"code": code, "name": code, "phrases": {"title": code, "no_drafts": "-"}} for code in ("en", "sr", "sr-Latn")
    ],
    "entries": [entry(n) for n in range(COUNT)],
    "replies": [{"id": "hello", "lang": "sr"}],
    "wordings": {"sr": {"brand": "Zrno"}},
    "drafts": [{"id": "d"}],
    "recalls": [{"id": "d"}],
    "coverage": {"entries": {}},
    "health": [],
    "unused": [],
    "asked": {},
    "exports": [],
    "weeks": 6,
    "promises": [],
}


@pytest.fixture(scope="module")
def tree() -> Tree:
    return scripts(VALUES)


def read(tree: Tree, name: str) -> Any:
    content = tree[f"{name}.js"].decode()
    return json.loads(content.partition(" = ")[2].removesuffix(";\n"))


def test_the_page_begins_with_the_first_entries_and_without_what_a_language_says(tree: Tree) -> None:
    first = read(tree, "data")
    assert (first["count"], len(first["entries"])) == (COUNT, FIRST)
    assert first["languages"][0] == {"code": "en", "name": "en"}
    assert not {"drafts", "replies", "wordings", "coverage", "health"} & first.keys()
    assert first["recalled"] == 1
    assert (first["name"], first["promises"]) == ("Zrno", [])


def test_an_entry_says_once_what_holds_in_every_language_and_nothing_that_it_has_not(tree: Tree) -> None:
    assert read(tree, "data")["entries"][0] == {"id": "e0", "topic": "t", "note": HOSTILE, "languages": ["en"]}
    assert [entry["id"] for entry in read(tree, "data/entries")] == [f"e{n}" for n in range(FIRST, COUNT)]


def test_the_list_is_in_the_language_that_its_customers_read(tree: Tree) -> None:
    rows = read(tree, "data/texts.sr-Latn.first")
    assert [(row["shown"], row["question"]) for row in rows[:2]] == [("en", "en 0?"), ("sr", "sr 1?")]
    assert len(rows) + len(read(tree, "data/texts.sr-Latn.rest")) == COUNT


def test_headings_with_an_address_are_told_without_the_answer(tree: Tree) -> None:
    row = read(tree, "data/texts.en.first")[0]
    assert row["headings"] == [["cost", "What it costs"]]
    assert "body" not in row


def test_answers_are_in_files_of_a_few_each_in_the_languages_that_have_them(tree: Tree) -> None:
    assert read(tree, "data/bodies.en.0")[0] == VALUES["entries"][0]["texts"]["en"]["body"]
    assert read(tree, "data/bodies.sr.0")[0] == 0
    assert len(read(tree, "data/bodies.sr.1")) == BODIES
    assert not [name for name in tree if name.startswith("data/bodies.sr-Latn")]


def test_a_language_has_its_phrases_and_its_replies(tree: Tree) -> None:
    assert read(tree, "data/phrases.sr") == {"title": "sr"}
    assert read(tree, "data/phrases.sr.planning") == {"no_drafts": "-"}
    assert read(tree, "data/replies.sr") == {"wording": {"brand": "Zrno"}, "replies": [{"id": "hello", "lang": "sr"}]}


def test_a_few_entries_need_no_further_files() -> None:
    assert not [name for name in scripts(VALUES | {"entries": VALUES["entries"][:FIRST]}) if "rest" in name]
    assert "data/entries.js" not in scripts(VALUES | {"entries": VALUES["entries"][:FIRST]})


def test_no_text_can_end_a_script(tree: Tree) -> None:
    assert not [name for name, content in tree.items() if b"<" in content or "\u2028" in content.decode()]
