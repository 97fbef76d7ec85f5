"""The search finds pages that are no entries, as each language shows them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.links.live import Live
from generator.links.target import Target
from generator.links.titles import Names
from generator.search import Document
from generator.site.searched import pages, searched
from generator.site.shape import Shape


@pytest.fixture
def live(shape: Shape) -> Live:
    return Live(library=shape.library, addresses=shape.addresses)


def by_id(shape: Shape, lang: str, names: Names | None = None) -> dict[str, Document]:
    return {page.id: page for page in pages(shape, lang, names or Names())}


def test_entries_come_in_the_sites_order_and_pages_behind_them(shape: Shape, live: Live) -> None:
    assert [d.id for d in searched(shape, live, "hr", Names())] == [
        "cost",
        "time",
        "attack",
        "page:contact",
        "page:how",
    ]


def test_a_page_is_shown_in_the_words_there_are(shape: Shape) -> None:
    page = by_id(shape, "hr", Names(ids={Target("page", "how"): ("how-come",)}))["page:how"]
    assert page == Document(id="page:how", title="How", also=("come",), short="How we do", lang="en", text="So.")
    assert by_id(shape, "en")["page:how"].lang == ""


def test_opening_hours_are_found_on_the_contact_page(shape: Shape) -> None:
    page = by_id(shape, "hr")["page:contact"]
    say = shape.library.languages["hr"].say
    assert [(h.anchor, h.title) for h in page.headings] == [
        ("aa-hours", say("site", "hours")),
        ("aa-channels", say("site", "channels")),
    ]
    assert page.title == say("site", "contact")
    for words in ("help@example.org", "Ponedjeljak", "08:00"):
        assert words in page.text


def test_what_the_contact_page_does_not_show_is_not_found_on_it(shape: Shape) -> None:
    settings = replace(shape.library.settings, hours={}, service=())
    assert by_id(replace(shape, library=replace(shape.library, settings=settings)), "hr")["page:contact"].headings == ()


def test_words_are_those_of_the_page_whatever_was_written(shape: Shape, live: Live, hostile: str) -> None:
    (attack,) = (d for d in searched(shape, live, "en", Names()) if d.id == "attack")
    assert attack.title == hostile
    assert "<script>" in attack.text, "shown as text"
