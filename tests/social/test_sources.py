"""What a draft took from its entry is found in its words, and told when it reads otherwise."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.content.library import Entry, Library
from generator.social.sources import Change, changes, said_now, sourced, used

if TYPE_CHECKING:
    from conftest import World

FACTS = {"delivery_time": "1–2 working days", "hold": "7 days"}


def filled(entry: Entry, facts: dict[str, str]) -> Entry:
    """The entry with its written texts filled, as reading makes it."""

    def fill(text: str) -> str:
        for name, value in facts.items():
            text = text.replace("{{ " + name + " }}", value)
        return text

    question, short, body = map(fill, entry.written)
    return replace(entry, question=question, short=short, body=body, facts=frozenset(facts))


def library(world: World, entry: Entry, facts: dict[str, str] | None = None) -> Library:
    facts = facts or FACTS
    return replace(world.library([filled(entry, facts)]), printed={"en": facts})


@pytest.fixture
def written(entry: Entry) -> Entry:
    return replace(
        entry,
        written=(
            "How long does delivery take?",
            "Parcels arrive in {{ delivery_time }}. You get a tracking link.",
            "Delivery takes {{ delivery_time }}.\n\n- Pick it up within {{ hold }}.\n- Or not, then it comes back.",
        ),
    )


def test_only_what_the_draft_says_is_used(world: World, written: Entry) -> None:
    lib = library(world, written)
    made = sourced(world.write(lib.by_id["delivery-time"]["en"], "x"), lib)

    assert made.used == {
        "question": "How long does delivery take?",
        "short": "Parcels arrive in 1–2 working days.\nYou get a tracking link.",
        "fact:delivery_time": "1–2 working days",
        "address": "https://faq.zrno.hr/q/delivery-time/",
    }


def test_facts_are_those_of_the_sentences_used(world: World, written: Entry) -> None:
    lib = library(world, written)
    one = lib.by_id["delivery-time"]["en"]
    made = world.write(one, "x")

    found = used(replace(made, text="Pick it up within 7 days.", alt=""), one, lib)

    assert found == {"body": "Pick it up within 7 days.", "fact:hold": "7 days", "address": found["address"]}


def test_marks_of_lists_and_line_ends_make_no_difference(world: World, written: Entry) -> None:
    lib = library(world, written)
    one = lib.by_id["delivery-time"]["en"]
    made = replace(world.write(one, "x"), text="2/3 Or not,\nthen it comes back.", alt="")

    assert used(made, one, lib)["body"] == "Or not, then it comes back."


def test_a_changed_fact_is_told_once_and_not_again_as_a_sentence(world: World, written: Entry) -> None:
    lib = library(world, written)
    before = sourced(world.write(lib.by_id["delivery-time"]["en"], "x"), lib).used
    now = library(world, written, FACTS | {"delivery_time": "2–3 working days"})

    found = changes(before, now.by_id["delivery-time"]["en"], now)

    assert found == (Change("fact:delivery_time", "1–2 working days", "2–3 working days"),)
    assert str(found[0]) == "fact 'delivery_time': “1–2 working days” → “2–3 working days”"
    assert said_now(before, now.by_id["delivery-time"]["en"]) == (
        Change("short", "Parcels arrive in 1–2 working days.", "Parcels arrive in 2–3 working days."),
    )


@pytest.mark.parametrize(
    "change",
    [
        {"body": "Delivery, takes 1–2 working days."},
        {"also_asked": ("When?",)},
        {"tip": "Order early."},
        {"short": "Parcels arrive in 1–2 working days.  You get a tracking link. Or two."},
    ],
)
def test_what_it_did_not_use_may_change(world: World, written: Entry, change: dict[str, str]) -> None:
    lib = library(world, written)
    one = lib.by_id["delivery-time"]["en"]
    before = sourced(world.write(one, "x"), lib).used

    assert changes(before, replace(one, **change), lib) == ()  # type: ignore[arg-type]
    assert changes(before, replace(one, meta=replace(one.meta, note="Internal.")), lib) == ()


def test_a_fact_of_another_sentence_may_change(world: World, written: Entry) -> None:
    lib = library(world, written)
    before = sourced(world.write(lib.by_id["delivery-time"]["en"], "x"), lib).used
    now = library(world, written, FACTS | {"hold": "5 days"})

    assert changes(before, now.by_id["delivery-time"]["en"], now) == ()


@pytest.mark.parametrize(
    ("short", "new"),
    [
        ("Parcels arrive in 1–2 working days. You get a link for tracking.", "You get a link for tracking."),
        ("Parcels arrive in 1–2 working days.", ""),
    ],
)
def test_a_sentence_that_was_rewritten_or_taken_out(world: World, written: Entry, short: str, new: str) -> None:
    lib = library(world, written)
    one = lib.by_id["delivery-time"]["en"]
    before = sourced(world.write(one, "x"), lib).used

    assert changes(before, replace(one, short=short), lib) == (Change("short", "You get a tracking link.", new),)


def test_texts_with_conditions_use_all_their_facts(world: World, written: Entry) -> None:
    odd = replace(written, written=(written.written[0], "{% if hold %}Two days.{% endif %}", ""))
    lib = replace(world.library([replace(odd, short="Two days.", facts=frozenset(FACTS))]), printed={"en": FACTS})
    made = replace(world.write(lib.by_id["delivery-time"]["en"], "x"), text="Two days.", alt="")

    assert "fact:hold" in used(made, lib.by_id["delivery-time"]["en"], lib)
