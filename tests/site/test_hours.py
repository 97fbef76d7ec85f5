import dataclasses
import json
import re
from datetime import date, time
from typing import Any

import pytest

from generator.content.library import Library
from generator.content.organisation import Settings
from generator.site.hours import closed_days, hours

TODAY = date(2026, 11, 25)
CROATIA = Settings(name="Zrno", languages=("en",), url="https://x.example/", holidays="HR")


@pytest.fixture
def data(library: Library) -> dict[str, Any]:
    settings = dataclasses.replace(library.settings, holidays="HR", closed=(date(2026, 12, 24), date(2030, 1, 2)))
    made: dict[str, Any] = json.loads(hours(dataclasses.replace(library, settings=settings), TODAY))
    return made


def test_the_week_is_minutes_from_monday_on(data: dict[str, Any]) -> None:
    assert data["zone"] == "Europe/Zagreb"
    assert data["week"] == [[[480, 960]]] * 5 + [[[540, 720]], []]


def test_closed_days_are_holidays_and_own_days_of_two_years(data: dict[str, Any]) -> None:
    assert {"2026-12-24", "2026-12-25", "2027-03-29", "2027-05-27"} <= set(data["closed"])
    assert {day[:4] for day in data["closed"]} == {"2026", "2027"}
    assert data["until"] == "2027-12-31"


def test_a_region_has_days_of_its_own() -> None:
    bavaria = dataclasses.replace(CROATIA, holidays="DE-BY")
    berlin = dataclasses.replace(CROATIA, holidays="DE-BE")
    assert date(2027, 1, 6) in closed_days(bavaria, 2026) - closed_days(berlin, 2026)


def test_without_holidays_only_own_days_are_closed() -> None:
    settings = dataclasses.replace(CROATIA, holidays="", closed=(date(2026, 12, 24),))
    assert closed_days(settings, 2026) == {date(2026, 12, 24)}


@pytest.mark.parametrize("place", ["XX", "HR-99"])
def test_a_country_nobody_knows_has_no_holidays(place: str) -> None:
    assert closed_days(dataclasses.replace(CROATIA, holidays=place), 2026) == frozenset()


def test_every_language_says_every_case_in_its_own_script(data: dict[str, Any]) -> None:
    assert set(data["say"]) == {"en", "hr", "sr", "sr-Latn"}
    for say in data["say"].values():
        assert "{time}" in say["here_now"]
        assert {"{day}", "{time}"} <= set(re.findall(r"\{\w+\}", say["here_later"]))
        assert {"{day}", "{number}", "{month}"} == set(re.findall(r"\{\w+\}", say["on_date"]))
        assert (len(set(say["on_days"])), len(set(say["on_months"]))) == (7, 12)
        assert set(say["clock"]) == {"480", "540", "720", "960"}
    assert data["say"]["hr"]["on_days"][2] == "u srijedu"
    assert data["say"]["sr-Latn"]["on_days"][2] == "u sredu"


def test_times_read_as_on_the_contact_page(data: dict[str, Any]) -> None:
    assert data["say"]["en"]["clock"]["480"] == time(8).strftime("%H:%M")


def test_who_asks_while_nobody_is_there_is_promised_no_answer_now(data: dict[str, Any]) -> None:
    assert "now" not in data["say"]["en"]["here_later"].split(".")[1]
    assert data["say"]["en"]["here_later"].startswith("Nobody is here")
