"""What a change of the content does to addresses that people have."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from generator.links.comparing import AddressChange, compare, published
from generator.links.target import Target

Make = Callable[..., Any]
TIME = "faq/delivery/delivery-time.en.md"
COST = "faq/delivery/cost.en.md"


def changes(bench: Any, files: Mapping[str, str | None]) -> tuple[AddressChange, ...]:
    old = bench.live()
    for path, text in files.items():
        if text is None:
            bench.delete(path)
        else:
            bench.write(path, text)
    return compare(old, bench.live(), bench.lock)


def told(found: tuple[AddressChange, ...]) -> list[tuple[str, str, str, str]]:
    """Kind, of what, where now, and the first address."""
    return [(one.kind, str(one.target), str(one.now or ""), one.addresses[0]) for one in found]


def test_nothing_changed(bench: Make) -> None:
    assert changes(bench(), {}) == ()


def test_the_addresses_of_a_renamed_entry_lead_on_together(bench: Make) -> None:
    made = bench()
    renamed = made.texts[COST].replace("short:", "aliases: [cost]\nshort:")
    (one,) = changes(made, {COST: None, "faq/delivery/price.en.md": renamed})
    assert told((one,)) == [("moved", "cost", "price", "q/cost/")]
    assert one.addresses[:3] == ("q/cost/", "hr/q/cost/", "sr/q/cost/")
    assert "q/cost/#weight" in one.addresses, "its headings go along"
    assert "t/delivery/#cost" in one.addresses, "and so does its place on the topic's page"
    assert published(made.live(), made.lock, made.lock)[0] == "q/price/"


def test_a_deleted_entry_is_lost(bench: Make) -> None:
    assert told(changes(bench(), {COST: None})) == [("lost", "cost", "", "q/cost/")]


def test_a_deleted_heading_is_lost_alone(bench: Make) -> None:
    made = bench()
    (one,) = changes(made, {COST: made.texts[COST].replace("{#weight}", "{#kilos}")})
    assert (one.kind, one.target, one.addresses[0]) == ("lost", Target("entry", "cost"), "q/cost/#weight")


def test_a_withdrawn_entry_says_so(bench: Make) -> None:
    notice = "entries:\n  cost:\n    on: 2026-02-02\n    why: {en: Delivery is free now.}\n"
    found = changes(bench(), {COST: None, "faq/withdrawn.yml": notice})
    assert told(found) == [("withdrawn", "cost", "cost", "q/cost/")]


def test_an_address_that_is_brought_back_answers_again(bench: Make) -> None:
    made = bench()
    text = made.texts[COST]
    made.delete(COST)
    assert told(changes(made, {COST: text})) == [("back", "cost", "cost", "q/cost/")]


def test_an_address_never_goes_to_another_question(bench: Make) -> None:
    """`cost` went to `delivery-time`, and then somebody writes another entry of that name."""
    made = bench()
    text = made.texts[COST]
    made.delete(COST)
    made.write(TIME, made.texts[TIME].replace("short:", "replaces: [cost]\nshort:"))
    made.publish(made.lock[next(iter(made.lock))].since)
    kinds = {one.kind for one in changes(made, {COST: text})}
    assert kinds == {"taken"}


def test_what_cannot_be_read_is_not_called_lost(bench: Make) -> None:
    assert changes(bench(), {COST: "broken"}) == ()
