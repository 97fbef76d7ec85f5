"""The lock is text that people can review and merge, and that loses nothing."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.links.lock import COLUMNS, STATES, Key, Row, format_lock, lines_of, parse_lock
from generator.links.target import KINDS, Target

HEADER = "\t".join(COLUMNS)
LINE = "en\tq/a/\t\ta\t2026-01-01\tlive"

_NAMES = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_-]{0,8}", fullmatch=True)
_ROWS = st.builds(
    Row,
    lang=st.sampled_from(["en", "hr", "sr-Latn"]),
    path=st.lists(_NAMES, max_size=4).map(lambda parts: "".join(f"{part}/" for part in parts))
    | st.sampled_from(["faq/12.html", "hc/en-us/12-čaj/", "index.php?action=artikel&id=5", "?p=5"]),
    anchor=st.from_regex(r"([A-Za-z][\w-]{0,8})?", fullmatch=True),
    target=st.builds(Target, st.sampled_from(KINDS), _NAMES, st.sampled_from(["", "x", "trošak"])),
    since=st.dates(),
    state=st.sampled_from(STATES),
)
_LOCKS = st.lists(_ROWS).map(lambda rows: {(row.path, row.anchor): row for row in rows})


@given(_LOCKS)
def test_what_is_written_is_read_again(lock: dict[Key, Row]) -> None:
    assert parse_lock(format_lock(lock)) == (lock, [])


@given(_LOCKS, st.randoms())
def test_the_order_of_lines_and_their_ends_do_not_matter(lock: dict[Key, Row], random: Any) -> None:
    lines = format_lock(lock).split("\n")
    random.shuffle(lines)
    assert parse_lock("\r\n".join(lines)) == (lock, [])
    assert format_lock(parse_lock("\n".join(lines))[0]) == format_lock(lock)


@given(_LOCKS, _LOCKS)
def test_two_branches_are_merged_by_keeping_all_lines_of_both(ours: dict[Key, Row], theirs: dict[Key, Row]) -> None:
    merged, problems = parse_lock(format_lock(ours) + format_lock(theirs))
    assert problems == []
    assert merged.keys() == ours.keys() | theirs.keys()
    assert (merged, []) == parse_lock(format_lock(theirs) + format_lock(ours))
    for key, row in merged.items():
        rows = [lock[key] for lock in (ours, theirs) if key in lock]
        assert row.since == min(one.since for one in rows)
        assert STATES.index(row.state) == max(STATES.index(one.state) for one in rows)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("<<<<<<< HEAD", "a line has 6 columns parted by tabs, this one has 1"),
        ("=======", "a line has 6 columns parted by tabs, this one has 1"),
        (LINE + "\t", "a line has 6 columns parted by tabs, this one has 7"),
        (LINE.replace("en", "EN"), "'language' cannot be 'EN'"),
        (LINE.replace("q/a/", "../a/"), "'path' cannot be '../a/'"),
        (LINE.replace("q/a/", "/q/a/"), "'path' cannot be '/q/a/'"),
        (LINE.replace("q/a/", "q/a"), "'path' cannot be 'q/a'"),
        (LINE.replace("\t\t", "\t<b>\t"), "'anchor' cannot be '<b>'"),
        (LINE.replace("\ta\t", "\tentry:a\t"), "'entry' cannot be 'entry:a'"),
        (LINE.replace("2026-01-01", "2026-02-30"), "'since' cannot be '2026-02-30'"),
        (LINE.replace("2026-01-01", "20260101"), "'since' cannot be '20260101'"),
        (LINE.replace("live", "dead"), "'state' cannot be 'dead'"),
        ("\ufeff" + HEADER, "'language' cannot be '\ufefflanguage'"),
    ],
)
def test_a_line_that_cannot_be_read_is_told_with_its_place(line: str, said: str) -> None:
    lock, problems = parse_lock(f"{HEADER}\n{LINE}\n\n{line}\n{LINE.replace('q/a/', 'q/b/')}\n")
    assert [(p.code, p.place.line, p.message) for p in problems] == [("AA205", 4, said)]
    assert [path for path, _ in lock] == ["q/a/", "q/b/"], "the good lines are kept"


def test_an_empty_file_is_an_empty_lock() -> None:
    assert parse_lock("") == ({}, [])
    assert format_lock({}) == HEADER + "\n"


def test_places_of_addresses_are_found() -> None:
    text = f"{HEADER}\r\n{LINE}\r\n{LINE}\r\n"
    assert lines_of(text, [("q/a/", ""), ("q/b/", "")]) == {("q/a/", ""): 2}


def test_time_grows_with_the_lines_only(bench: Callable[..., Any]) -> None:
    """35,000 addresses, as 1,000 entries in six languages have, take well below a second or two."""
    made = bench()
    live, day = made.live(), date(2026, 1, 1)

    def seconds(rows: int) -> float:
        lock = {(f"q/e{n}/", ""): Row("en", f"q/e{n}/", "", Target("entry", f"e{n}"), day, "live") for n in range(rows)}
        text = format_lock(lock)
        start = time.process_time()
        made.lock, _ = parse_lock(text)
        made.publish()
        assert len(made.lock) == rows + len(live.found)
        assert len(made.lost()) == rows
        return time.process_time() - start

    seconds(100)
    small, large = seconds(2_000), seconds(20_000)
    assert large < 30 * small
