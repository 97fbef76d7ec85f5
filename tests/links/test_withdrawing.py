"""What is gone for good keeps its address; the record says why, whatever somebody writes there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.source import read_yaml
from generator.links.repair import rename, withdraw
from generator.links.target import Target
from generator.links.withdrawing import added, record

Make = Callable[..., Any]
Named = Callable[[str], Target]
CASH = Target("entry", "cash")
_WORDS = st.text(st.characters(blacklist_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1).map(str.strip).filter(bool)


@given(_WORDS, _WORDS)
def test_any_reason_and_question_is_read_as_it_was_written(why: str, question: str) -> None:
    lines = record("2026-03-01", {"why": {"en": why}, "question": {"en": question}, "see": "", "aliases": ["money"]})
    text = added("", CASH, lines)
    assert text
    data = read_yaml(text, "")[0].data
    assert data == {
        "entries": {
            "cash": {"on": "2026-03-01", "why": {"en": why}, "question": {"en": question}, "aliases": ["money"]}
        }
    }


@pytest.mark.parametrize(
    "before",
    [
        "",
        "# Ours\nentries:\n",
        "entries:\n    old: {on: 2026-01-01, why: {en: x}}  # kept\n",
        "topics:\n  t:\n    on: 2026-01-01\n",
        "topics: {}\nentries:  # all\n  old:\n    on: 2026-01-01",
    ],
)
def test_a_record_is_added_and_the_rest_stays(before: str) -> None:
    text = added(before, CASH, record("2026-03-01", {"why": {"en": "No."}}))
    assert text
    for line in before.splitlines():
        assert line in text.splitlines()
    assert read_yaml(text, "")[0].data["entries"]["cash"] == {"on": "2026-03-01", "why": {"en": "No."}}


@pytest.mark.parametrize("before", ["entries: {}\n", "entries: {old: {on: 2026-01-01}}\n", "- a\n", "entries: [\n"])
def test_a_file_that_is_written_oddly_is_left_to_a_person(before: str) -> None:
    assert added(before, CASH, record("2026-03-01", {"why": {"en": "No."}})) is None


def test_an_entry_is_withdrawn_with_everything_it_was_called(bench: Make, named: Named) -> None:
    made = bench()
    made.mend(rename, named("delivery-time"), named("time"))
    made.mend(rename, named("time#phone"), named("time#call"))
    made.publish()
    why = 'We closed. <script>alert("1")</script> {{ x }} # no'
    assert made.mend(withdraw, named("time"), why, see=named("cost"), today="2026-03-01") == []
    gone = made.live().library.withdrawn["entry", "time"]
    assert gone.why == {"en": why}
    assert gone.question["hr"] == "Koliko traje dostava?"
    assert (gone.see, gone.aliases, gone.moved) == ("cost", ("delivery-time",), {})
    assert not [path for path in made.texts if "time." in path]
    assert made.lost() == []


def test_links_to_it_are_told(bench: Make, named: Named) -> None:
    made = bench()
    assert made.mend(withdraw, named("delivery-time"), "No.", see=None, today="2026-03-01") == []
    assert [line.partition("AA")[2] for line in made.errors()] == ["108 no entry has the id 'delivery-time'"] * 3


@pytest.mark.parametrize(
    ("old", "see", "said"),
    [
        ("cost#weight", None, "a heading cannot be withdrawn"),
        ("topic:delivery", None, "the topic 'delivery' still has entries"),
        ("cost", "cost#weight", "there is no 'cost#weight'"),
        ("cost", "nothing", "there is no 'nothing'"),
        ("page:contact", None, "'page:contact' is always there"),
    ],
)
def test_what_cannot_be_withdrawn_changes_nothing(
    old: str, see: str | None, said: str, bench: Make, named: Named
) -> None:
    made = bench()
    before = dict(made.texts)
    (message,) = made.mend(withdraw, named(old), "No.", see=named(see) if see else None, today="2026-03-01")
    assert said in message
    assert made.texts == before


def test_nothing_is_withdrawn_twice(bench: Make, named: Named) -> None:
    made = bench()
    assert made.mend(withdraw, named("topic:returns"), "No.", see=None, today="2026-03-01") == []
    assert made.mend(withdraw, named("topic:returns"), "No.", see=None, today="2026-03-01") == [
        "'topic:returns' is withdrawn already"
    ]
    assert made.live().library.withdrawn["topic", "returns"].question["sr"] == "Повраћај"
