"""One link, statistics that say nothing of people, hashtags that can be read aloud."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.content.library import Entry

if TYPE_CHECKING:
    from conftest import Judge


@pytest.fixture
def asked(judge: Callable[..., Judge]) -> Judge:
    body = "## Costs {#costs}\n\nSee [the list](https://post.example/list)."
    return judge(Entry(id="gift", lang="hr", topic="gift", question="Kako naručiti božićni poklon?", body=body))


def relinked(asked: Judge, old: str, new: str) -> set[tuple[str, str]]:
    draft = asked.draft()
    link = draft.link.replace(old, new)
    return {
        found for found in asked.said(replace(draft, link=link, text=f"Da? {link}")) if found[0] in {"AA358", "AA359"}
    }


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("", "", set()),
        ("?", "?", set()),
        ("/gift/", "/other/", {("AA358", "error")}),
        ("/hr/", "/en/", {("AA358", "error")}),
        ("utm_content=x-hr.gift.1", "utm_content=x-hr.gift.1#costs", set()),
        ("utm_content=x-hr.gift.1", "utm_content=x-hr.gift.1#cost", {("AA358", "error")}),
        ("utm_medium=social&", "", {("AA359", "error")}),
        ("utm_campaign=faq", "utm_campaign=FAQ", {("AA359", "error")}),
        ("gift.1", "gift.2", {("AA359", "error")}),
        ("utm_campaign=faq", "utm_campaign=faq&email=ana%40zrno.hr", {("AA359", "error")}),
        ("utm_campaign=faq", "utm_campaign=faq&utm_term=0911234567", {("AA359", "error")}),
    ],
)
def test_the_link(asked: Judge, old: str, new: str, said: set[tuple[str, str]]) -> None:
    assert relinked(asked, old, new) == said


def test_one_link_once(asked: Judge) -> None:
    assert ("AA358", "error") in asked.of_text("Da? {link} {link}")
    assert ("AA358", "warning") in asked.of_text("Da? https://post.example/list {link}")


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        ("#BožićniPoklon", False),
        ("#poklon", False),
        ("#božićnipoklon", True),
        ("#poklon ide uz tekst", True),
        ("#Poklon #Dostava #Sjeme #Zrno", True),
    ],
)
def test_hashtags(asked: Judge, tags: str, found: bool) -> None:  # noqa: FBT001 - a table
    codes = {code for code, _ in asked.of_text(f"Da? {{link}} {tags}")}

    assert ("AA360" in codes) is found


def test_the_number_of_a_thread_may_follow_the_hashtags(asked: Judge) -> None:
    codes = {code for code, _ in asked.of_text("Da? (1/2)\n---\n{link}\n\n#Poklon (2/2)")}

    assert "AA360" not in codes


def test_the_better_hashtag_is_offered(asked: Judge) -> None:
    draft = asked.draft(text="Da? {link} #božićnipoklon")

    assert "write #BožićniPoklon" in [problem.hint for problem in asked.problems(draft)]
