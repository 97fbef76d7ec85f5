"""By when a question is answered, and how that is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from generator.content.organisation import Settings
from generator.replies import DeskHours, Wording, desk_hours, promise, promised

ZAGREB = ZoneInfo("Europe/Zagreb")
WORK = ((time(8), time(16)),)
SETTINGS = Settings(
    name="Zrno",
    languages=("hr",),
    url="https://faq.example/",
    timezone="Europe/Zagreb",
    hours=dict.fromkeys(range(5), WORK) | {5: ((time(9), time(12)),)},
    holidays="HR",
    closed=(date(2026, 12, 24),),
)
HOURS = desk_hours(SETTINGS, date(2026, 11, 26))


def at(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=ZAGREB)


@pytest.mark.parametrize(
    ("now", "minutes", "expected"),
    [
        ("2026-11-26T09:00", 15, "2026-11-26T09:15"),
        ("2026-11-26T14:07", 15, "2026-11-26T14:25"),  # rounded up
        ("2026-11-26T15:50", 10, "2026-11-26T16:00"),  # just in time
        ("2026-11-26T15:50", 15, "2026-11-27T08:05"),  # the rest of it tomorrow
        ("2026-11-26T22:00", 90, "2026-11-27T09:30"),
        ("2026-11-26T05:00", 90, "2026-11-26T09:30"),
        ("2026-11-28T13:00", 15, "2026-11-30T08:15"),  # over Sunday
        ("2026-12-23T15:55", 10, "2026-12-28T08:05"),  # a closed day, two holidays, Sunday
        ("2026-11-26T09:00", 1000, "2026-11-28T10:40"),
    ],
)
def test_only_opening_hours_count(now: str, minutes: int, expected: str) -> None:
    assert promised(at(now), minutes, HOURS) == at(expected)


def test_a_pause_at_noon_does_not_count() -> None:
    hours = replace(HOURS, week=(((480, 720), (840, 960)),) * 7)
    assert promised(at("2026-11-26T11:50"), 15, hours) == at("2026-11-26T14:05")


def test_nothing_is_promised_where_nobody_is_ever_there_or_nothing_is_known() -> None:
    assert promised(at("2026-11-26T09:00"), 15, replace(HOURS, week=((),) * 7)) is None
    assert promised(at("2028-01-01T09:00"), 15, HOURS) is None


def test_the_night_when_clocks_change_is_no_longer_or_shorter_for_who_sleeps() -> None:
    assert promised(at("2026-03-28T11:50"), 15, HOURS) == at("2026-03-30T08:05")
    always = replace(HOURS, week=(((0, 1440),),) * 7)
    assert promised(at("2026-03-29T01:30"), 60, always) == datetime.fromisoformat("2026-03-29T03:30+02:00")


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("2026-11-26T09:00", "danas do 10:30"),
        ("2026-11-26T15:00", "sutra do 8:30"),
        ("2026-11-27T15:30", "sutra do 10:00"),
        ("2026-11-28T11:00", "u ponedjeljak do 8:30"),
        ("2026-12-23T15:00", "u ponedjeljak do 8:30"),
    ],
)
def test_a_promise_is_said_as_people_say_it(wording: Wording, now: str, said: str) -> None:
    assert promise(at(now), 90, HOURS, wording.dates) == said


def test_a_day_a_week_away_has_its_date(wording: Wording) -> None:
    hours = replace(HOURS, closed=frozenset(date(2026, 12, day) for day in range(1, 9)))
    assert promise(at("2026-11-30T15:50"), 15, hours, wording.dates) == "u srijedu, 9. prosinca do 8:05"


def test_customers_are_told_by_their_own_clock(wording: Wording) -> None:
    sofia = replace(wording.dates, zone="Europe/Sofia")
    assert promise(at("2026-11-26T09:00"), 15, HOURS, sofia) == "danas do 10:15"
    auckland = replace(wording.dates, zone="Pacific/Auckland")
    assert promise(at("2026-11-26T09:00"), 240, HOURS, auckland) == "sutra do 1:00"


def test_every_language_of_the_demo_says_it(wordings: Mapping[str, Wording]) -> None:
    said = {code: promise(at("2026-11-26T15:00"), 90, HOURS, w.dates) for code, w in wordings.items()}
    assert said == {
        "en": "by 08:30 tomorrow",
        "hr": "sutra do 08:30",
        "sr": "сутра до 08:30",
        "sr-Latn": "sutra do 08:30",
        "sl": "jutri do 08:30",
        "cs": "zítra do 8:30",
        "bg": "утре до 9:30 часа",
    }


def test_hours_come_from_faq_yml_with_the_holidays_of_two_years() -> None:
    assert HOURS.week[0] == ((480, 960),)
    assert HOURS.week[6] == ()
    assert {date(2026, 12, 24), date(2026, 12, 25), date(2027, 1, 1)} <= HOURS.closed
    assert isinstance(HOURS, DeskHours)
    assert HOURS.until == date(2027, 12, 31)
