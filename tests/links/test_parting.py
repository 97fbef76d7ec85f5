"""Split and merge: words move between files, and every old link finds them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.links.parting import merge, split
from generator.links.repair import retire, withdraw
from generator.links.target import Target

Make = Callable[..., Any]
Repair = Callable[..., Any]
Named = Callable[[str], Target]
TIME = "faq/delivery/delivery-time.en.md"
COST = "faq/delivery/cost.en.md"
NEW = "faq/delivery/follow.en.md"


def sound(made: Any) -> bool:
    assert made.lost() == []
    assert made.errors() == []
    return True


def test_headings_become_an_entry_in_every_language_that_has_them(bench: Make, named: Named) -> None:
    made = bench()
    assert made.mend(split, named("delivery-time"), named("follow"), ["tracking"]) == []
    assert made.texts[NEW] == (
        '---\nquestion: "Follow your parcel"\n---\nBy its number.\n\n### By phone {#phone}\n\nCall us.\n'
    )
    assert 'question: "Praćenje paketa"' in made.texts["faq/delivery/follow.hr.md"]
    assert "faq/delivery/follow.sr.md" not in made.texts, "it never had these words"
    assert "Follow" not in made.texts[TIME]
    assert "moved: {tracking: follow, phone: follow#phone}" in made.texts[TIME]
    assert "[tracking](entry:follow)" in made.texts[COST]
    assert sound(made)
    made.publish()
    assert made.lock["hr/q/delivery-time/", "tracking"].target == named("follow")


def test_the_question_may_be_said_better(bench: Make, named: Named) -> None:
    made = bench()
    question = 'How do I "follow" it: by phone?'
    assert made.mend(split, named("delivery-time"), named("follow"), ["tracking"], question=question) == []
    assert made.live().library.by_id["follow"]["en"].question == question
    assert made.live().library.by_id["follow"]["hr"].question == "Praćenje paketa"


def test_a_heading_inside_another_goes_with_it_and_nothing_else_does(bench: Make, named: Named) -> None:
    made = bench()
    assert made.mend(split, named("delivery-time"), named("follow"), ["tracking", "phone"]) == []
    assert made.texts[NEW].count("Call us.") == 1
    assert "## Abroad {#abroad}\n\nFive days.\n" in made.texts[TIME]
    assert sound(made)


def test_the_owner_goes_along(bench: Make, named: Named) -> None:
    made = bench()
    made.replace("faq/faq.yml", "home:", "teams: {care: {name: {en: Care}}}\nhome:")
    made.replace(TIME, "short:", "owner: care\nshort:")
    made.mend(split, named("delivery-time"), named("follow"), ["abroad"])
    assert "owner: care" in made.texts[NEW]
    assert "owner" not in made.texts["faq/delivery/follow.hr.md"]


def test_a_file_from_windows_keeps_its_line_ends(bench: Make, named: Named) -> None:
    made = bench()
    made.write(TIME, made.texts[TIME].replace("\n", "\r\n"))
    assert made.mend(split, named("delivery-time"), named("follow"), ["tracking"]) == []
    assert made.mend(merge, named("cost"), named("delivery-time")) == []
    text = made.texts[TIME]
    assert text.count("\n") == text.count("\r\n")
    assert sound(made)


@pytest.mark.parametrize(
    ("old", "new", "headings", "said"),
    [
        ("nothing", "follow", ["x"], "there is no entry 'nothing'"),
        ("topic:delivery", "follow", ["x"], "there is no entry 'topic:delivery'"),
        ("delivery-time", "cost", ["tracking"], "'cost' is no free id"),
        ("delivery-time", "COST", ["tracking"], "'COST' and 'cost' differ only in capitals"),
        ("delivery-time", "page:x", ["tracking"], "'page:x' is no free id"),
        ("delivery-time", "nul", ["tracking"], "'nul' is no free id"),
        ("delivery-time", "follow", ["nowhere", "phone"], "'delivery-time' has no heading nowhere"),
        ("delivery-time", "follow", [], "'delivery-time' has no heading named"),
        ("delivery-time", "fees", ["tracking"], "'fees' is a former id of 'cost'"),
    ],
)
def test_what_cannot_be_split_changes_nothing(
    old: str, new: str, headings: list[str], said: str, bench: Make, named: Named
) -> None:
    made = bench()
    made.replace(COST, "short:", "aliases: [fees]\nshort:")
    before = dict(made.texts)
    (message,) = made.mend(split, named(old), named(new), headings)
    assert said in message
    assert made.texts == before


def test_an_entry_becomes_a_section_of_another(bench: Make, named: Named) -> None:
    made = bench()
    assert made.mend(merge, named("cost"), named("delivery-time")) == []
    assert COST not in made.texts
    assert made.texts[TIME].endswith(
        "## What does delivery cost? {#cost}\n\nFour euros.\n\n"
        "See [tracking](entry:delivery-time#tracking), [time](entry:delivery-time) and `entry:delivery-time`.\n\n"
        "### By weight {#weight}\n\nMore.\n"
    )
    assert "aliases: [cost#cost]" in made.texts[TIME]
    assert "[the cost](entry:delivery-time#weight)" in made.texts[TIME]
    assert "home: [delivery-time]" in made.texts["faq/faq.yml"]
    assert sound(made)
    made.publish()
    assert made.lock["q/cost/", ""].target == named("delivery-time#cost")
    assert made.lock["q/cost/", "weight"].target == named("delivery-time#weight")


def test_ids_that_both_have_get_another_in_the_merged_section(bench: Make, named: Named) -> None:
    made = bench()
    text = made.texts[COST].replace(
        "## By weight {#weight}", "## Abroad {#abroad}\n\nMore, see [above](#cost).\n\n## C {#cost}"
    )
    made.write(COST, text)
    made.write(
        TIME,
        made.texts[TIME].replace("(entry:cost#weight)", "(entry:cost#abroad)") + "\n## Cost {#cost}\n\nSee below.\n",
    )
    made.publish()
    made.lock = {key: row for key, row in made.lock.items() if key[1] != "weight"}
    assert made.mend(merge, named("cost"), named("delivery-time")) == []
    assert "## What does delivery cost? {#cost-2}" in made.texts[TIME]
    assert "### Abroad {#cost-2-abroad}" in made.texts[TIME]
    assert "### C {#cost-2-cost}" in made.texts[TIME]
    assert "[above](#cost-2-cost)" in made.texts[TIME]
    assert "[the cost](entry:delivery-time#cost-2-abroad)" in made.texts[TIME]
    assert sound(made)
    made.publish()
    assert made.lock["q/cost/", "abroad"].target == named("delivery-time#cost-2-abroad")
    assert made.lock["q/delivery-time/", "abroad"].target == named("delivery-time#abroad")


def test_words_of_a_language_are_never_lost(bench: Make, named: Named) -> None:
    made = bench()
    assert made.mend(merge, named("delivery-time"), named("cost")) == [
        "'cost' is not translated into hr, sr: words of 'delivery-time' would be lost"
    ]


@pytest.mark.parametrize(("old", "into"), [("cost", "cost"), ("cost", "nothing"), ("topic:delivery", "cost")])
def test_only_two_entries_are_merged(old: str, into: str, bench: Make, named: Named) -> None:
    assert bench().mend(merge, named(old), named(into)) == [f"'{old}' and '{into}' must be two entries"]


def test_what_is_merged_and_split_again_is_found_where_it_is_now(bench: Make, named: Named) -> None:
    made = bench()
    assert made.mend(merge, named("cost"), named("delivery-time")) == []
    made.publish()
    assert made.mend(split, named("delivery-time"), named("price"), ["cost"]) == []
    made.publish()
    assert made.lock["q/cost/", ""].target == named("price")
    assert made.lock["q/cost/", "weight"].target == named("price#weight")
    assert sound(made)


WHY = {
    f"faq/returns/{id_}.en.md": f"---\nquestion: {id_}?\nshort: Yes.\n---\n## Why {{#why}}\n\nWhy {id_}.\n"
    for id_ in ("first", "second", "third")
}
"""Three entries with a heading of one id."""


def test_merged_again_each_heading_is_found_among_its_own_words(bench: Make, named: Named) -> None:
    made = bench(WHY)
    assert made.mend(merge, named("first"), named("second")) == []
    assert made.mend(merge, named("second"), named("third")) == []
    live = made.live()
    assert live.resolve(named("first#why")) == named("third#first-why")
    assert live.resolve(named("second#why")) == named("third#second-why")
    assert live.resolve(named("third#why")) == named("third#why")
    assert sound(made)


@pytest.mark.parametrize(
    ("repair", "heir", "options", "answer"),
    [
        (merge, ["third"], {}, "third#first-why"),
        (retire, ["third"], {}, "third"),
        (withdraw, [], {"why": "No.", "see": None, "today": "2026-02-01"}, "second#first-why"),
    ],
)
def test_what_was_merged_does_not_follow_a_heading_of_its_heir(
    repair: Repair, heir: list[str], options: dict[str, Any], answer: str, bench: Make, named: Named
) -> None:
    made = bench(WHY)
    assert made.mend(merge, named("first"), named("second")) == []
    made.replace("faq/returns/second.en.md", "## Why {#why}\n\nWhy second.\n", "")
    assert made.mend(retire, named("second#why"), named("cost#weight")) == []
    assert made.mend(repair, named("second"), *map(named, heir), **options) == []
    assert made.live().resolve(named("second#why")) == named("cost#weight")
    assert made.live().resolve(named("first#why")) == named(answer)
    assert sound(made)
