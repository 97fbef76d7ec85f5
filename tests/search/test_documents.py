"""What is searched is what a language shows: its words, former names among them, and nothing that is withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.links import Addresses
from generator.links.live import Live
from generator.links.target import Target
from generator.links.titles import Names, Title, names
from generator.search import Document, Heading, build, read_tables
from generator.search.documents import documents, headings, unsaid
from generator.text import plain

Make = Callable[..., Any]
FILES = {
    "faq/faq.yml": "name: Example\nlanguages: [en, hr, sr]\n",
    "faq/delivery/_topic.yml": "title: {en: Delivery, hr: Dostava, sr: Достава}\n",
    "faq/delivery/cost.en.md": (
        "---\nquestion: What does delivery cost?\nalso_asked: [Is delivery free?]\naliases: [shipping-costs]\n---\n"
        "It costs **four** euros. Always. Or more.\n\n"
        "## By *weight* &amp; size {#weight}\n\nMore.\n\n## Abroad\n\nTen.\n\n## Abroad, too {#weight}\n"
    ),
    "faq/delivery/cost.hr.md": (
        "---\nquestion: Koliko stoji dostava?\nshort: Četiri eura.\n---\nČetiri eura.\n\n## Težina {#weight}\n\nViše.\n"
    ),
    "faq/delivery/cost.sr.md": "---\nquestion: Колико кошта достава?\nshort: Четири евра.\n---\nЧетири евра.\n",
    "faq/withdrawn.yml": "entries:\n  cash: {on: 2026-02-01, why: {en: No.}, question: {en: Can I pay cash?}}\n",
}
DAY = date(2026, 1, 1)


@pytest.fixture
def live(project: Make) -> Live:
    library = project(FILES).library()
    return Live(library=library, addresses=Addresses(base=library.settings.url, source="en"))


def by_id(live: Live, lang: str, *titles: tuple[str, str, str]) -> dict[str, Document]:
    known = names(live, {Title(*title): DAY for title in titles})
    return {document.id: document for document in documents(live, lang, known, plain)}


def test_an_entry_is_what_its_page_says(live: Live) -> None:
    assert by_id(live, "en")["cost"] == Document(
        id="cost",
        title="What does delivery cost?",
        also=("Is delivery free?", "shipping costs"),
        topic="Delivery",
        short="It costs four euros. Always.",
        text="It costs four euros. Always. Or more.\n\nBy weight & size\n\nMore.\n\nAbroad\n\nTen.\n\nAbroad, too",
        headings=(Heading(anchor="weight", title="By weight & size"),),
    )


def test_what_is_not_translated_is_found_in_the_words_that_are_shown(live: Live) -> None:
    found = by_id(live, "hr")
    assert [(d.id, d.title, d.lang, d.topic) for d in found.values()] == [
        ("cost", "Koliko stoji dostava?", "", "Dostava"),
        ("delivery-time", "How long does delivery take?", "en", "Dostava"),
    ]
    assert found["cost"].headings == (Heading(anchor="weight", title="Težina"),)


def test_serbian_in_latin_letters_is_searched_in_them(live: Live) -> None:
    document = by_id(live, "sr-Latn", ("sr", "cost", "Да ли се достава плаћа?"))["cost"]
    assert (document.title, document.lang, document.topic) == ("Koliko košta dostava?", "", "Dostava")
    assert document.also == ("Да ли се достава плаћа", "shipping costs"), "letters are folded anyway"


def test_a_former_title_adds_its_own_words_in_its_own_language(live: Live) -> None:
    former = [
        ("en", "cost", "What does shipping cost?"),
        ("en", "shipping-costs", "Postage?"),
        ("hr", "cost", "Cijena?"),
    ]
    assert by_id(live, "en", *former)["cost"].also == ("Is delivery free?", "shipping", "Postage", "costs")
    assert by_id(live, "hr", *former)["cost"].also == ("Cijena", "shipping costs")


def test_nothing_that_is_withdrawn_is_found(live: Live) -> None:
    assert sorted(by_id(live, "en", ("en", "cash", "Can I pay cash?"))) == ["cost", "delivery-time"]


def test_headings_without_an_address_are_no_results_and_two_with_one_are_one() -> None:
    body = "# A {#a}\n\n## `B_b` \\* [c](entry:c) {#b}\n\n### D #\n\n## E {#a}\n\n```\n# F {#f}\n```\n"
    assert headings(body, plain) == (Heading(anchor="a", title="A"), Heading(anchor="b", title="B_b * c"))


def test_what_was_said_before_is_not_said_again() -> None:
    assert list(unsaid(["Free delivery?", "Is it FREE", "it is", "free?"], ["Delivery free"])) == ["Is it"]
    assert list(unsaid(["Доставка", "доставка_до_вас"], [])) == ["Доставка", "до вас"]


def test_a_topics_title_finds_its_entries(live: Live) -> None:
    tables, _ = read_tables(["hr"])
    index = build(documents(live, "hr", Names(), plain), tables["hr"])
    assert [p.unit for p in index.postings[index.terms.index(index.analyser.stem("dostava"))]] == [0, 1]


def test_an_heir_has_the_former_ids_of_headings_too(live: Live) -> None:
    known = Names(ids={Target("entry", "cost"): ("express", "post-office")})
    (document,) = (d for d in documents(live, "en", known, plain) if d.id == "cost")
    assert document.also == ("Is delivery free?", "express", "post office")
