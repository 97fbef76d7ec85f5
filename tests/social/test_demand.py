"""What customers ask for, read from a file that somebody made with a spreadsheet."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.library import Library
from generator.content.meta import Meta
from generator.content.organisation import PostChannel
from generator.social import Asked, Demand, parse_demand, replan, span

if TYPE_CHECKING:
    from conftest import World


@pytest.fixture
def library(world: World) -> Library:
    return world.library(world.entries("a/refund", "a/cost", "b/chili", refund=Meta(aliases=("money-back",))))


def read(text: str, library: Library) -> Demand:
    found, problems = parse_demand(text.encode(), library)
    assert problems == []
    return found


def test_counts_of_an_entry_and_of_its_former_ids_are_added_up(library: Library) -> None:
    text = "entry,count\nrefund,10\nmoney-back,5\ncost,0\nrefund,1\n"
    assert read(text, library) == {"refund": Asked(count=16, often=True)}


def test_those_that_make_half_of_all_questions_are_asked_often(library: Library) -> None:
    found = read("entry,count\nrefund,60\ncost,30\nchili,30\n", library)
    assert {id_ for id_, asked in found.items() if asked.often} == {"refund"}
    found = read("entry,count\nrefund,30\ncost,30\nchili,20\n", library)
    assert {id_ for id_, asked in found.items() if asked.often} == {"refund", "cost"}


def test_a_month_that_stands_out_is_the_peak(library: Library) -> None:
    months = "".join(f"cost,10,2026-{month:02}\n" for month in range(1, 13))
    found = read(
        f"entry,count,month\nrefund,5,2026-03\nrefund,9,2026-06\nrefund,9,2026-09\nchili,3,\n{months}", library
    )
    assert {id_: asked.peak for id_, asked in found.items()} == {"refund": 6, "cost": 0, "chili": 0}


def test_neither_a_short_log_nor_a_handful_of_questions_has_a_peak(library: Library) -> None:
    text = b"entry,month,count\nrefund,2026-06,20\ncost,2026-05,4\n"
    peaks = {covered: parse_demand(text, library, covered=covered)[0]["refund"].peak for covered in (1, 2, 3, 12)}
    assert peaks == {1: 0, 2: 0, 3: 6, 12: 6}
    assert read(text.decode(), library)["cost"].peak == 0


def test_only_the_last_twelve_months_of_the_file_count(library: Library) -> None:
    found = read("entry,count,month\nrefund,90,2025-08\nrefund,5,2025-10\ncost,1,2026-09\n", library)
    assert (found["refund"].count, found["refund"].peak) == (5, 10)


def test_ahead_of_a_peak_is_the_month_before() -> None:
    january = Asked(count=1, peak=1)
    assert [m for m in range(1, 13) if january.is_ahead(date(2026, m, 15))] == [12]
    assert [m for m in range(1, 13) if Asked(count=1, peak=7).is_ahead(date(2026, m, 15))] == [6]
    assert not any(Asked(count=1).is_ahead(date(2026, m, 15)) for m in range(1, 13))


def test_months_may_stand_before_counts(library: Library) -> None:
    found = read("entry,month,count\nrefund,2026-06,9\nrefund,2026-01,1\nrefund,,2\n", library)
    assert found == {"refund": Asked(count=12, often=True, peak=6)}


def test_a_spreadsheets_mark_quotes_and_line_ends_are_fine(library: Library) -> None:
    assert read('\ufeffEntry, Count\r\n"refund", "7"\r\n\r\n', library)["refund"].count == 7


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"refund,10\n", "faq/_demand.csv:1:1: error AA330 the columns are refund, 10"),
        (b"entry;count\nrefund;10\n", "faq/_demand.csv:1:1: error AA330 the columns are entry;count"),
        (b"entry,count\nrefund\n", "faq/_demand.csv:2:1: error AA330 this line has 1 columns, the first has 2"),
        (b"entry,count\nrefund,many\n", "faq/_demand.csv:2:1: error AA330 'count' must be a whole number, not 'many'"),
        (b"entry,count\nrefund,-1\n", "faq/_demand.csv:2:1: error AA330 'count' must be a whole number, not '-1'"),
        (
            b"entry,count,month\nrefund,1,June\n",
            "faq/_demand.csv:2:1: error AA330 'month' must be a month like 2026-06, not 'June'",
        ),
        (b"entry,count\nrefund,\xff\n", "faq/_demand.csv:1:1: error AA330 this is not UTF-8 text"),
        (
            b"entry,count\n\nnothing,1\n",
            "faq/_demand.csv:3:1: warning AA331 'nothing' is no entry; its questions count for nothing",
        ),
    ],
)
def test_a_line_that_is_none_is_said(content: bytes, said: str, library: Library) -> None:
    assert [str(problem).split("\n")[0] for problem in parse_demand(content, library)[1]] == [said]


def test_an_endless_cell_is_no_fault_of_ours(library: Library) -> None:
    (problem,) = parse_demand(b"entry,count\n" + b"x" * 200_000, library)[1]
    assert problem.code == "AA330"


@given(st.binary(max_size=200))
def test_any_bytes_give_problems_and_no_crash(world: World, content: bytes) -> None:
    found, problems = parse_demand(b"entry,count,month\n" + content, world.library(world.entries("a/refund")))
    assert set(found) <= {"refund"}
    assert all(problem.code in {"AA330", "AA331"} for problem in problems)


def test_a_log_brings_an_entry_out_some_weeks_before_last_years_peak(world: World) -> None:
    library = world.library(world.entries("a/cost", "b/refund", "c/gifts"))
    months = "".join(f"gifts,2025-{month:02},{60 if month == 12 else 2}\n" for month in range(1, 13))
    demand = read(f"entry,month,count\n{months}refund,2025-03,9\n", library)
    channel = PostChannel(id="x-en", network="x", language="en", timezone="Europe/Zagreb", slots=((1, time(9)),))
    plan, problems = replan(library, [channel], world.nets, (), span(date(2026, 11, 2), 3), demand=demand)
    assert problems == []
    (ahead,) = (slot for slot in plan.slots if slot.entry == "gifts")
    assert ahead.why.startswith("asked most in December")
    assert 14 <= (date(2026, 12, 1) - ahead.when.date()).days <= 30
