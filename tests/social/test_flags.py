"""Flags of agents: a line each, and what they propose to entries."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.social.flags import HEADER, Flag, Proposal, format_flag, parse_flags, proposals, told

words = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=80).map(told)


@given(st.lists(st.builds(Flag, day=st.dates(), entry=st.just("a"), language=st.just("en"), words=words), max_size=5))
def test_what_is_written_is_read_again(flags: list[Flag]) -> None:
    lines = [HEADER, *map(format_flag, flags)]
    assert all("\n" not in line for line in lines)
    assert parse_flags("\n".join(lines).encode()) == (tuple(flags), [])


@given(words)
def test_no_kept_word_is_a_formula(kept: str) -> None:
    assert not kept.startswith(("=", "+", "-", "@", "\t"))


def test_a_broken_line_is_told_and_the_others_are_read() -> None:
    flags, problems = parse_flags(b"day,entry,language,words\n2026-11-26,a,en,Why?\nsoon,a,en,Why?\n1,2\n")
    assert flags == (Flag(day=date(2026, 11, 26), entry="a", language="en", words="Why?"),)
    assert [str(problem).split("\n")[0] for problem in problems] == [
        "faq/_flags.csv:3:1: warning AA552 'day' must be a day like 2026-11-22, not 'soon'",
        "faq/_flags.csv:4:1: warning AA552 a line has 4 columns (day,entry,language,words), this one has 2",
    ]
    assert parse_flags(b"\xff")[1][0].message == "this is not UTF-8 text"


def test_words_that_an_entry_does_not_know_are_proposed_most_asked_first(project: Callable[..., Any]) -> None:
    path = "faq/delivery/delivery-time.en.md"
    text = (
        "---\nquestion: How long does delivery take?\nshort: Two days.\n"
        "also_asked: [When will it come?]\naliases: [shipping]\n---\nTwo days.\n"
    )
    library = project({path: text}).library()
    said = [("delivery-time", "Slow?"), ("shipping", "Where?"), ("delivery-time", "Where?"), ("gone", "Who?")]
    said.append(("delivery-time", "When will it come?"))
    flags = [Flag(day=date(2026, 11, 26), entry=entry, language="en", words=asked) for entry, asked in said]
    assert proposals(flags, library) == [
        Proposal(entry="delivery-time", language="en", words="Where?", count=2),
        Proposal(entry="delivery-time", language="en", words="Slow?", count=1),
    ]
