"""What answers by itself now, and where former names and headings lead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.links.target import Target

Make = Callable[..., Any]
Named = Callable[[str], Target]
CHANGED = {
    "faq/delivery/cost.en.md": (
        "---\nquestion: What does delivery cost?\nshort: Four euros.\n"
        "aliases: [price, 'fees#weight']\nreplaces: [postage]\n"
        "moved: {kilos: '#weight', grams: '#kilos', by-truck: delivery-time#abroad, a: '#b', b: '#a', gone: nothing,\n"
        "  old-price#euro: '#weight'}\n---\n## By weight {#weight}\n\nMore.\n"
    ),
    "faq/withdrawn.yml": (
        "entries:\n  cheque:\n    on: 2026-02-01\n    why: {en: Cards only.}\n    aliases: [check]\n"
        "    replaces: [giro]\n    moved: {cards: cost}\n"
    ),
}


def test_everything_has_its_address_in_every_language(bench: Make) -> None:
    found = bench().live().found
    assert found["q/delivery-time/", "tracking"] == ("en", Target("entry", "delivery-time", "tracking"))
    assert found["sr-Latn/q/delivery-time/", ""] == ("sr-Latn", Target("entry", "delivery-time"))
    assert found["hr/t/delivery/", "cost"] == ("hr", Target("entry", "cost")), "shown in the source's words"
    assert found["t/returns/", ""] == ("en", Target("topic", "returns")), "a topic without entries has a page"
    assert found["hr/", ""] == ("hr", Target("page", "index"))
    assert found["hr/contact/", ""] == ("hr", Target("page", "contact")), "without words of ours too"


def test_a_language_has_the_headings_of_the_words_that_it_shows(bench: Make) -> None:
    live = bench().live()
    entry = Target("entry", "delivery-time")
    assert live.anchors(entry, "en") == {"tracking", "phone", "abroad"}
    assert live.anchors(entry, "hr") == {"tracking", "abroad"}
    assert live.anchors(entry, "sr-Latn") == live.anchors(entry, "sr") == {"abroad"}
    assert live.anchors(Target("entry", "cost"), "hr") == {"weight"}, "not translated"
    assert live.anchors(Target("topic", "delivery"), "en") == frozenset()


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("cost", "cost"),
        ("cost#weight", "cost#weight"),
        ("price", "cost"),
        ("price#weight", "cost#weight"),  # the heading went along
        ("price#anything", "cost"),  # the heir answers for what it does not have
        ("fees", "cost#weight"),  # merged into a section
        ("postage", "cost"),
        ("postage#weight", "cost"),  # another text, whose heading only has the same id
        ("cost#kilos", "cost#weight"),
        ("cost#grams", "cost#weight"),  # moved twice
        ("price#kilos", "cost#weight"),  # renamed and moved
        ("cost#by-truck", "delivery-time#abroad"),
        ("old-price", None),
        ("cheque", "cheque"),
        ("check", "cheque"),
        ("giro", "cheque"),
        ("cheque#limits", "cheque#limits"),  # kept, should it come back
        ("check#limits", "cheque#limits"),
        ("cheque#cards", "cost"),
        ("cost#vanished", None),
        ("cost#a", None),  # in a circle
        ("cost#gone", None),
        ("nothing", None),
        ("topic:delivery", "topic:delivery"),
        ("topic:nothing", None),
        ("page:contact", "page:contact"),
        ("page:nothing#x", None),
    ],
)
def test_a_former_name_or_heading_has_one_answer(asked: str, answer: str | None, bench: Make, named: Named) -> None:
    live = bench(CHANGED).live()
    assert live.resolve(named(asked)) == (named(answer) if answer else None)


def test_a_name_in_use_has_no_heir(bench: Make, named: Named) -> None:
    made = bench()
    made.replace("faq/delivery/cost.en.md", "short:", "aliases: [delivery-time]\nshort:")
    assert made.live().resolve(named("delivery-time")) == named("delivery-time")


def test_what_is_there_is_not_withdrawn(bench: Make, named: Named) -> None:
    live = bench(CHANGED).live()
    assert live.is_withdrawn(named("cheque"))
    assert not live.is_withdrawn(named("check"))
    made = bench({"faq/withdrawn.yml": "entries:\n  cost:\n    on: 2026-02-01\n    why: {en: Gone.}\n"})
    assert not made.live().is_withdrawn(named("cost"))
