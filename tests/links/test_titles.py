"""Titles are text that people can review and merge; a former one finds the entry that answers now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.links.target import Target
from generator.links.titles import COLUMNS, Names, Title, Titles, asked, format_titles, names, one_line, parse_titles

Make = Callable[..., Any]
HEADER = "\t".join(COLUMNS)
LINE = "en\ta\tWhat is a?\t2026-01-01"
DAY = date(2026, 1, 1)
TIME = "faq/delivery/delivery-time.en.md"

_TITLES = st.dictionaries(
    st.builds(
        Title,
        lang=st.sampled_from(["en", "hr", "sr-Latn"]),
        entry=st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_-]{0,8}", fullmatch=True),
        title=st.text(min_size=1).map(one_line).filter(bool),
    ),
    st.dates(),
)


@given(_TITLES)
def test_what_is_written_is_read_again(titles: dict[Title, date]) -> None:
    assert parse_titles(format_titles(titles)) == (titles, [])


@given(_TITLES, _TITLES)
def test_two_branches_are_merged_by_keeping_all_lines_of_both(
    ours: dict[Title, date], theirs: dict[Title, date]
) -> None:
    merged, problems = parse_titles(format_titles(ours) + format_titles(theirs).replace("\n", "\r\n"))
    assert problems == []
    assert merged == {t: min(side[t] for side in (ours, theirs) if t in side) for t in ours.keys() | theirs.keys()}


@pytest.mark.parametrize(
    ("line", "column", "said"),
    [
        ("<<<<<<< HEAD", 1, "a line has 4 columns parted by tabs, this one has 1"),
        (LINE + "\t", 1, "a line has 4 columns parted by tabs, this one has 5"),
        (LINE.replace("en", "EN"), 1, "'language' cannot be 'EN'"),
        (LINE.replace("\ta\t", "\tpage:a\t"), 4, "'entry' cannot be 'page:a'"),
        (LINE.replace("\ta\t", "\ta#b\t"), 4, "'entry' cannot be 'a#b'"),
        (LINE.replace("What is a?", ""), 6, "'title' cannot be ''"),
        (LINE.replace("What is", "What\u2028is"), 6, "'title' cannot be 'What\u2028is a?'"),
        (LINE.replace("2026-01-01", "2026-02-30"), 17, "'since' cannot be '2026-02-30'"),
        ("\ufeff" + HEADER, 1, "'language' cannot be '\ufefflanguage'"),
    ],
)
def test_a_line_that_cannot_be_read_is_told_with_its_place(line: str, column: int, said: str) -> None:
    titles, problems = parse_titles(f"{HEADER}\n{LINE}\n\n{line}\n{LINE.replace('What', 'Who')}\n")
    assert [(p.code, p.place.line, p.place.column, p.message) for p in problems] == [("AA213", 4, column, said)]
    assert [title.title for title in titles] == ["What is a?", "Who is a?"], "the good lines are kept"


def test_titles_are_added_and_never_taken_away(bench: Make) -> None:
    made = bench()
    first = asked(made.live().library, {}, DAY)
    assert first[Title("hr", "delivery-time", "Koliko traje dostava?")] == DAY
    assert {title.lang for title in first} == {"en", "hr", "sr"}, "Serbian in Latin letters is made from the other"
    made.replace(TIME, "How long does delivery take?", "When does my parcel come?")
    second = asked(made.live().library, first, DAY + timedelta(1))
    assert second == {**first, Title("en", "delivery-time", "When does my parcel come?"): DAY + timedelta(1)}


def called(bench: Any, titles: Titles) -> Names:
    return names(bench.live(), titles)


def test_a_former_title_is_one_that_nobody_asks_now(bench: Make) -> None:
    made = bench()
    titles = asked(made.live().library, {}, DAY)
    assert called(made, titles) == Names()
    made.replace(TIME, "How long does delivery take?", "When does my parcel come?")
    assert called(made, titles).titles == {("en", "delivery-time"): ("How long does delivery take?",)}
    made.replace("faq/delivery/cost.en.md", "What does delivery cost?", "How long does delivery take?")
    assert called(made, titles).titles == {("en", "cost"): ("What does delivery cost?",)}


def test_former_titles_of_what_is_gone_find_the_heir(bench: Make) -> None:
    made = bench()
    titles = asked(made.live().library, {}, DAY)
    titles[Title("en", "delivery-time", "Older?")] = DAY - timedelta(1)
    made.delete("faq/delivery/delivery-time.en.md")
    for lang in ("hr", "sr"):
        made.delete(f"faq/delivery/delivery-time.{lang}.md")
    assert called(made, titles) == Names()
    made.replace(
        "faq/delivery/cost.en.md", "short:", "replaces: [delivery-time]\naliases: ['price#weight', fee]\nshort:"
    )
    found = called(made, titles)
    assert found.titles["en", "cost"] == ("Older?", "How long does delivery take?")
    assert found.titles["hr", "cost"] == ("Koliko traje dostava?",)
    assert found.ids == {Target("entry", "cost"): ("delivery-time", "fee", "price")}


def test_former_titles_of_what_is_withdrawn_find_nothing(bench: Make) -> None:
    made = bench()
    titles = asked(made.live().library, {}, DAY)
    made.delete("faq/delivery/cost.en.md")
    made.write("faq/withdrawn.yml", "entries:\n  cost: {on: 2026-02-01, why: {en: Free.}, aliases: [price]}\n")
    titles[Title("en", "price", "What is the price?")] = DAY
    assert called(made, titles).titles == {}
