"""Reasons are told in words that an editor understands."""

from __future__ import annotations

from generator.search import Document, Heading, Searcher, build
from generator.search.explain import _HOW, explain
from generator.search.matching import How
from generator.search.tables import Tables

TABLES = Tables(
    suffixes=frozenset({"s", "ies", "y"}),
    stop=("the",),
    synonyms=(("delivery", "shipping"),),
    related=(("slow", "time"),),
)
DOCUMENTS = [
    Document(
        id="time",
        title="How long do Deliveries take?",
        also=("Delivery time",),
        text="Two days by post.",
        headings=(Heading(anchor="post", title="Posting days"),),
    ),
    Document(id="cost", title="What does it cost?", text="Four euros."),
]


def reasons(query: str) -> list[str]:
    index = build(DOCUMENTS, TABLES)
    return explain(index, Searcher(index).search(query)[0], query)


def without_worth(query: str) -> list[str]:
    return [reason.rpartition(": ")[0] for reason in reasons(query)]


def test_every_word_is_told_with_what_it_did() -> None:
    assert without_worth("long delivery") == [
        "'long': the word itself, in the question",
        "'delivery': a form of 'Deliveries', in the question and other ways to ask",
    ]
    assert without_worth("shipping slow take") == [
        "'shipping': means 'Deliveries', in the question and other ways to ask",
        "'slow': has to do with 'time', in other ways to ask",
        "'take': the word itself, in the question",
    ]
    assert without_worth("tkae deliv") == [
        "'tkae': a slip of the fingers for 'take', in the question",
        "'deliv': the beginning of 'Deliveries', in the question and other ways to ask",
    ]


def test_a_word_that_did_nothing_is_told_too() -> None:
    assert reasons("xyzzy euros")[0] == "'xyzzy': nothing"


def test_a_heading_is_called_one() -> None:
    assert without_worth("posting days") == [
        "'posting': the word itself, in the heading",
        "'days': the word itself, in the heading",
    ]


def test_all_ways_have_words() -> None:
    assert set(_HOW) == set(How.__args__)
