from collections.abc import Mapping, Sequence
from datetime import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.library import Library
from generator.site.contact import contact, deadline, duration, opening_hours, outside
from generator.site.shape import Shape

Hours = Mapping[int, Sequence[tuple[time, time]]]

WEEK = {**{day: ((time(8), time(16)),) for day in range(5)}, 5: ((time(9), time(12)),)}
SPLIT = {0: ((time(8), time(12)), (time(14), time(18)))}


def test_days_with_the_same_hours_share_a_row(library: Library) -> None:
    rows = opening_hours(WEEK, library.languages["hr"])
    assert [(row["days"], row["times"]) for row in rows] == [
        ("Ponedjeljak – petak", ["08:00 – 16:00"]),
        ("Subota", ["09:00 – 12:00"]),
        ("Nedjelja", ["Zatvoreno"]),
    ]


def test_no_hours_no_table(library: Library) -> None:
    assert opening_hours({}, library.languages["en"]) == []


def test_a_pause_makes_two_spans(library: Library) -> None:
    assert opening_hours(SPLIT, library.languages["hr"])[0]["times"] == ["08:00 – 12:00", "14:00 – 18:00"]


@pytest.mark.parametrize(
    ("hours", "minutes", "day", "expected"),
    [
        (WEEK, 120, 0, (1, time(10))),
        (WEEK, 120, 5, (1, time(11))),
        (WEEK, 120, 6, (1, time(10))),
        (WEEK, 240, 5, (2, time(9))),
        (WEEK, 480, 4, (1, time(16))),
        (SPLIT, 300, 0, (1, time(15))),
        (SPLIT, 600, 3, (2, time(10))),
    ],
)
def test_a_promise_counts_opening_hours_only(hours: Hours, minutes: int, day: int, expected: tuple[int, time]) -> None:
    assert deadline(hours, minutes, day) == expected


def test_a_promise_needs_an_open_day() -> None:
    with pytest.raises(ValueError, match="never open"):
        deadline({0: ()}, 10, 0)


@given(st.integers(1, 10_080), st.integers(0, 6))
def test_a_deadline_is_always_inside_opening_hours(minutes: int, day: int) -> None:
    _, moment = deadline(WEEK, minutes, day)
    assert time(8) < moment <= time(16)


def test_outside_opening_hours_the_promise_names_the_clock(library: Library) -> None:
    hr = library.languages["hr"]
    assert outside({0: ((time(8), time(16)),)}, 15, hr) == "sljedeći radni dan do 08:15"
    assert outside(WEEK, 120, hr) == "sljedeći radni dan do 10:00 (subota: 11:00)"
    assert outside(WEEK, 240, hr) == "najviše 2 radna dana"
    assert outside({}, 15, hr) == ""


def test_durations_are_read_as_people_say_them(library: Library) -> None:
    said = [duration(minutes, library.languages["hr"]) for minutes in (15, 60, 120, 90)]
    assert said == ["15 minuta", "1 sat", "2 sata", "1 sat i 30 minuta"]


def test_the_page_says_who_answers_where_and_who_stands_in(shape: Shape) -> None:
    made: dict[str, Any] = contact(shape, "en")
    assert made["zone"] == "Time zone: Zagreb"
    assert made["channels"][0]["reply"] == "within 2 hours"
    assert made["channels"][0]["team"] == "Care: Ana, M. K."
    assert made["teams"][0] == {"name": "Care", "people": "Ana, M. K.", "backup": "Backup: Depot"}
