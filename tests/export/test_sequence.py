"""What calendars know is a text file: it is read as it was written, and a line that is none is told."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from generator.export import Line, format_lines, parse_lines

LINE = Line(
    id="x-hr.dostava.1",
    uid="x-hr.dostava.1@faq.zrno.hr",
    sequence=3,
    cancelled=True,
    slot=datetime(2026, 12, 1, 9, tzinfo=ZoneInfo("Europe/Zagreb")),
    digest="a" * 64,
    title="x-hr · Koliko traje dostava? 📦",
)


def test_it_is_read_as_it_was_written() -> None:
    assert parse_lines(format_lines([LINE])) == ((LINE,), [])
    assert parse_lines("") == ((), [])


@pytest.mark.parametrize(
    "cells",
    [
        "",
        "x-hr.dostava.1",
        "../x\tu@h\t0\tplanned\t2026-12-01 09:00 Europe/Zagreb\t" + "a" * 64 + "\tT",
        "x\tu h\t0\tplanned\t2026-12-01 09:00 Europe/Zagreb\t" + "a" * 64 + "\tT",
        "x\tu@h\t-1\tplanned\t2026-12-01 09:00 Europe/Zagreb\t" + "a" * 64 + "\tT",
        "x\tu@h\t0\tmaybe\t2026-12-01 09:00 Europe/Zagreb\t" + "a" * 64 + "\tT",
        "x\tu@h\t0\tplanned\ttomorrow\t" + "a" * 64 + "\tT",
        "x\tu@h\t0\tplanned\t2026-12-01 09:00 Europe/Zagreb\tb\tT",
    ],
)
def test_a_line_that_is_none_is_told_with_its_number(cells: str) -> None:
    found, problems = parse_lines(f"{format_lines([LINE])}{cells}\n")

    assert found == (LINE,)
    assert [(p.code, p.place.line) for p in problems] == ([("AA523", 3)] if cells else [])


def test_two_lines_of_one_draft_are_told() -> None:
    text = format_lines([LINE, LINE])

    assert [p.message for p in parse_lines(text)[1]] == ["the draft 'x-hr.dostava.1' has two lines"]
