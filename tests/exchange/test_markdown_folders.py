"""What pages of MkDocs and Docusaurus have besides text; most of it went wrong in a site that these built."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from generator.content.importers.code_in_tables import escaped, unescaped
from generator.exchange import Article, docusaurus, mkdocs
from generator.exchange.boxes import boxes
from generator.exchange.inert import inert
from generator.problems import Place
from tests.exchange.conftest import ROWS, RoundTrip, exported

BOTH = pytest.mark.parametrize("name", ["mkdocs", "docusaurus"])
NOTES = {"AA614"}
"""The first page only links to others, so it is no question."""


@BOTH
@pytest.mark.parametrize("box", ['!!! tip "So"', "!!! warning"])
def test_boxes_are_held(name: str, box: str, round_trip: RoundTrip) -> None:
    body = f"First.\n\n{box}\n    Do `{{it}}`.\n\n    - Now\n\nEnd.\n\n```\n!!! tip\n    no box\n:::tip\n```"
    before, after = round_trip(name, [replace(ROWS[3], question="{A} *b*: c?", answer=body)], codes=NOTES)
    assert after == before
    assert box in before["gifts/gifts.en.md"]


@BOTH
def test_a_short_answer_is_not_taken_for_a_part_of_the_answer(name: str, round_trip: RoundTrip) -> None:
    short = "1. Yes, *all* of <it>."
    before, after = round_trip(name, [replace(ROWS[3], short=short, answer="More than that.")], codes=NOTES)
    assert after == before


@BOTH
def test_the_short_answer_is_shown_not_only_described(name: str, tmp_path: Path) -> None:
    page = exported(ROWS, name, tmp_path)["docs/delivery/delivery-time.md"].decode()
    assert "\n\nTwo &lt;days> & \\*no\\* more.\n" in page


def test_each_language_has_a_first_page_in_its_own_words(tmp_path: Path) -> None:
    mkdocs_, docusaurus_ = (exported(ROWS, name, tmp_path / name) for name in ("mkdocs", "docusaurus"))
    assert mkdocs_["docs/index.hr.md"].decode() == (
        "# Example\n\n## Dostava\n\n- [Koliko „traje” #](delivery/delivery-time.md)\n"
    )
    assert b"slug: /\n" in docusaurus_["i18n/hr/docusaurus-plugin-content-docs/current/index.md"]


def test_docusaurus_finds_pages_from_the_root_whatever_language_they_are_in(tmp_path: Path) -> None:
    page = exported(ROWS, "docusaurus", tmp_path)["docs/delivery/cost.md"]
    assert b"[that](/delivery/delivery-time.md#where)" in page


def article(lang: str, topic: str, title: str, tag: str = "", theme: str = "") -> Article:
    return Article(
        id=f"q-{topic}", lang=lang, tag=tag or lang, language=lang, theme=theme or lang, is_source=lang == "en",
        topic=topic, topic_title=title, question="Why?", site="FAQ", url="https://faq.example/q/x/", place=Place("faq"),
    )  # fmt: skip


def test_mkdocs_gets_a_theme_language_where_the_theme_has_none_of_that_name() -> None:
    settings = yaml.safe_load(
        mkdocs.write([article("en", "a", "A"), article("sr", "a", "A", "sr-Latn", "sh")])["mkdocs.yml"]
    )
    english, serbian = settings["plugins"][1]["i18n"]["languages"]
    assert "theme" not in english
    assert (serbian["locale"], serbian["theme"]) == ("sr-Latn", {"language": "sh"})


def test_topics_of_one_title_are_translated_under_a_key_of_their_own() -> None:
    rows = [article("en", "a", "Same"), article("en", "b", "Same"), article("hr", "b", "Isto")]
    tree = docusaurus.write(rows)
    assert json.loads(tree["docs/b/_category_.json"])["key"] == "b"
    labels = json.loads(tree["i18n/hr/docusaurus-plugin-content-docs/current.json"])
    assert labels["sidebar.defaultSidebar.category.b"] == {"message": "Isto"}


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("!!! tip\n    One.\n\n    !!! note\n        Two.", "::::tip\n\nOne.\n\n:::note\n\nTwo.\n\n:::\n\n::::"),
        ('!!! example "`a` here"\n    One.\nTwo.', ":::note[`a` here]\n\nOne.\n\n:::\n\nTwo."),
        (":::text\n\n```\n:::code\n```", "&#58;::text\n\n```\n:::code\n```"),
    ],
    ids=["a box in a box", "a kind that Docusaurus does not know", "colons that are text"],
)
def test_boxes_of_docusaurus(written: str, shown: str) -> None:
    assert boxes(written) == shown


def test_bars_of_code_in_a_table_are_escaped_for_docusaurus_only(tmp_path: Path) -> None:
    docusaurus_, mkdocs_ = (
        exported(ROWS, name, tmp_path / name)["docs/delivery/delivery-time.md"] for name in ("docusaurus", "mkdocs")
    )
    assert b"| Serbia | `a\\|b` |" in docusaurus_
    assert b"| Serbia | `a|b` |" in mkdocs_


@pytest.mark.parametrize(
    "text", ["`a|b`", "```\n| a |\n| - |\n| `a|b` |\n```", "| a |\n\n| --- |\n\n`a|b`"], ids=["none", "code", "apart"]
)
def test_bars_outside_of_tables_stay(text: str) -> None:
    assert escaped(text) == unescaped(text) == text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Enter <your name>, `<b>`.", "Enter &lt;your name>, `<b>`."),
        ("<script>x</script> <!-- y -->", "&lt;script>x&lt;/script> &lt;!-- y -->"),
        ("x\n## Say {it} `{so}` {#say}\n{it}", "x\n## Say &#123;it} `{so}` {#say}\n{it}"),
        ("H<sub>2</sub>O<br> <https://a.example>", "H<sub>2</sub>O<br> <https://a.example>"),
    ],
)
def test_html_is_text_as_on_the_site(written: str, shown: str) -> None:
    assert inert(written) == shown
