"""The ledger comes back as it was written, and a line somebody broke is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.social import Draft, format_ledger, parse_ledger
from generator.social.draft import draft_id
from generator.social.ledger import COLUMNS, Record, record
from generator.social.moments import format_slot, parse_slot
from generator.social.states import STATES

HEADER = "\t".join(COLUMNS)

records = st.builds(
    lambda channel, entry, n, **more: Record(
        id=draft_id(channel, entry, n), channel=channel, entry=entry, n=n, network="x", language="sr-Latn", **more
    ),
    channel=st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_-]{0,9}", fullmatch=True),
    entry=st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_-]{0,9}", fullmatch=True),
    n=st.integers(1, 999),
    state=st.sampled_from(STATES),
    slot=st.builds(
        lambda when, zone: when.replace(second=0, microsecond=0, tzinfo=ZoneInfo(zone)),
        st.datetimes(datetime(2000, 1, 1), datetime(2037, 1, 1)),  # noqa: DTZ001 - the zone is drawn beside it
        st.sampled_from(["Europe/Zagreb", "Europe/Sofia", "UTC", "America/Argentina/Buenos_Aires"]),
    ),
    source_hash=st.from_regex(r"[0-9a-f]{64}", fullmatch=True),
    text_hash=st.from_regex(r"[0-9a-f]{64}", fullmatch=True),
    approved=st.just("") | st.from_regex(r"[0-9a-f]{12}( [0-9a-f]{12}){4}", fullmatch=True),
)


@given(st.lists(records, unique_by=lambda r: r.id, max_size=5))
@settings(deadline=None)
def test_what_is_written_is_read_again_in_one_order(written: list[Record]) -> None:
    text = format_ledger(written)

    read, problems = parse_ledger(text)

    assert problems == []
    assert sorted(read, key=lambda r: r.id) == sorted(written, key=lambda r: r.id)
    assert format_ledger(reversed(read)) == text


def test_a_line_is_what_people_see_in_a_review(post: Draft) -> None:
    line = format_ledger([record(post)]).split("\n")[1]

    assert line.startswith(
        "x-en.delivery-time.1\tdraft\t2026-12-01 09:00 Europe/Zagreb\tx-en\tx\ten\tdelivery-time\t1\t"
    )


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("state", "maybe"),
        ("slot", "2026-02-30 09:00 Europe/Zagreb"),
        ("slot", "2026-12-01 09:00 Mars/Base"),
        ("slot", "2026-12-01 09:00 ../../etc/passwd"),
        ("channel", "../x"),
        ("n", "0"),
        ("n", "٣"),
        ("text_hash", "abc"),
        ("approved", "yes"),
        ("draft id", "other.1"),
    ],
)
def test_a_broken_cell_is_named_with_its_line(post: Draft, column: str, value: str) -> None:
    good = format_ledger([record(post)]).split("\n")[1]
    cells = good.split("\t")
    cells[COLUMNS.index(column)] = value

    read, problems = parse_ledger(f"{HEADER}\n{chr(9).join(cells)}\n")

    assert read == ()
    assert [(p.code, p.place.line) for p in problems] == [("AA310", 2)]
    assert f"'{column}'" in problems[0].message


def test_lines_of_before_there_were_approvals_are_still_read(post: Draft) -> None:
    old = "\n".join(line.rpartition("\t")[0] for line in format_ledger([record(post)]).splitlines())

    assert parse_ledger(old) == ((record(post),), [])


def test_a_merge_conflict_does_not_hide_the_good_lines(post: Draft) -> None:
    good = format_ledger([record(post), replace(record(post), id="x-en.delivery-time.2", n=2)]).split("\n")
    text = "\n".join([good[0], "<<<<<<< HEAD", good[1], "=======", good[1], ">>>>>>> x", good[2], ""])

    read, problems = parse_ledger(text)

    assert [r.n for r in read] == [1, 2]
    assert [p.place.line for p in problems] == [2, 4, 5, 6]


def test_an_empty_ledger_is_a_ledger() -> None:
    assert parse_ledger("") == ((), [])
    assert parse_ledger(format_ledger([])) == ((), [])


@pytest.mark.parametrize(
    "text", ["", "tomorrow", "2026-12-01 09:00", "2026-12-01 25:00 UTC", "2026-12-01 09:00 Europe/"]
)
def test_what_is_no_slot_is_none(text: str) -> None:
    assert parse_slot(text) is None


def test_a_slot_is_wall_clock_and_zone() -> None:
    assert format_slot(datetime(2027, 7, 1, 9, 5, tzinfo=ZoneInfo("Europe/Sofia"))) == "2027-07-01 09:05 Europe/Sofia"
