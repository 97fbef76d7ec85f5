"""Whether somebody is there now: at many moments, in the shop's time zone, whatever the reader's."""

import dataclasses
import json
import re
from collections.abc import Callable, Mapping
from datetime import date, time
from types import SimpleNamespace
from typing import Any

import pytest

from generator.site.hours import hours

Visit = Callable[..., Any]
Said = Callable[..., str]

LANGUAGES = ("en", "hr", "sr", "sr-Latn", "sl", "cs", "bg")
SPLIT = {0: ((time(8), time(12)), (time(14), time(18)))}
NIGHT = {6: ((time(2, 30), time(3, 30)),)}


def at(moment: str, prepare: Callable[[Any], None] = lambda page: None) -> Callable[[Any], None]:  # noqa: ARG005
    def stop_clock(page: Any) -> None:
        prepare(page)
        page.clock.set_fixed_time(moment)

    return stop_clock


@pytest.fixture
def said(visit: Visit) -> Said:
    """`said(path, moment)`: what the foot of a page says at a moment, to somebody in Zagreb or elsewhere."""

    def read(path: str, moment: str, zone: str = "Europe/Zagreb", **more: Any) -> str:
        page = visit(path, prepare=at(moment, **more), timezone_id=zone)
        page.wait_for_selector(".aa-footer .aa-now:not([hidden])")
        return str(page.inner_text(".aa-footer .aa-now"))

    return read


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-11-25T09:00:00+01:00", "We are here now, until 16:00."),
        ("2026-11-25T07:59:00+01:00", "Nobody is here right now. We are back today at 08:00."),
        ("2026-11-25T08:00:00+01:00", "We are here now, until 16:00."),
        ("2026-11-25T15:59:59+01:00", "We are here now, until 16:00."),
        ("2026-11-25T16:00:00+01:00", "Nobody is here right now. We are back tomorrow at 08:00."),
        ("2026-11-28T11:00:00+01:00", "We are here now, until 12:00."),
        ("2026-11-28T12:00:00+01:00", "Nobody is here right now. We are back on Monday at 08:00."),
        ("2026-12-23T23:59:00+01:00", "Nobody is here right now. We are back on Monday at 08:00."),
        ("2026-12-25T10:00:00+01:00", "Nobody is here right now. We are back on Monday at 08:00."),
        ("2027-03-27T13:00:00+01:00", "Nobody is here right now. We are back on Tuesday at 08:00."),
        ("2027-03-30T07:30:00+02:00", "Nobody is here right now. We are back today at 08:00."),
    ],
    ids=[
        "open",
        "before opening",
        "as it opens",
        "the last minute",
        "as it closes",
        "saturday",
        "before a closed sunday",
        "christmas eve, both holidays and sunday",
        "holiday",
        "Easter Monday and a day of 23 hours",
        "summer time",
    ],
)
def test_the_foot_of_every_page_says_whether_somebody_is_there(said: Said, moment: str, expected: str) -> None:
    assert said("q/delivery-time/", moment) == expected


@pytest.mark.parametrize("zone", ["Europe/Sofia", "America/New_York", "Pacific/Kiritimati", "Asia/Kathmandu"])
def test_readers_elsewhere_are_told_whose_time_it_is(said: Said, zone: str) -> None:
    assert said("q/delivery-time/", "2026-11-25T09:00:00+01:00", zone) == (
        "We are here now, until 16:00. Time zone: Zagreb."
    )


def test_readers_in_another_place_with_the_same_clock_are_not(said: Said) -> None:
    assert said("q/delivery-time/", "2026-11-25T09:00:00+01:00", "Europe/Prague") == "We are here now, until 16:00."


@pytest.fixture
def with_week(demo: SimpleNamespace) -> Callable[..., Callable[[Any], None]]:
    """Other opening hours: `with_week({0: …}, closed=(…))` goes into `prepare`."""

    def make(week: Mapping[int, Any], **settings: Any) -> Callable[[Any], None]:
        own = dataclasses.replace(demo.library.settings, hours=week, **settings)
        body = hours(dataclasses.replace(demo.library, settings=own), date(2026, 11, 25))
        return lambda page: page.route("**/hours.json", lambda route: route.fulfill(body=body))

    return make


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-11-30T12:30:00+01:00", "Nobody is here right now. We are back today at 14:00."),
        ("2026-11-30T14:00:00+01:00", "We are here now, until 18:00."),
        ("2026-11-30T18:00:00+01:00", "Nobody is here right now. We are back on Monday, 7 December at 08:00."),
        ("2026-12-01T09:00:00+01:00", "Nobody is here right now. We are back on Monday at 08:00."),
    ],
    ids=["between two spans", "the second span", "a week away", "six days away"],
)
def test_a_pause_and_a_long_wait(
    said: Said, with_week: Callable[..., Callable[[Any], None]], moment: str, expected: str
) -> None:
    assert said("q/delivery-time/", moment, prepare=with_week(SPLIT)) == expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2027-03-28T00:59:00Z", "Nobody is here right now. We are back today at 02:30."),
        ("2027-03-28T01:00:00Z", "We are here now, until 03:30."),
        ("2026-10-25T00:30:00Z", "We are here now, until 03:30."),
        ("2026-10-25T01:15:00Z", "Nobody is here right now. We are back today at 02:30."),
    ],
    ids=["before the lost hour", "behind it", "the first 2:30", "2:15 again"],
)
def test_the_wall_clock_counts_when_the_clock_is_changed(
    said: Said, with_week: Callable[..., Callable[[Any], None]], moment: str, expected: str
) -> None:
    assert said("q/delivery-time/", moment, prepare=with_week(NIGHT, holidays="", closed=())) == expected


CLOSED = {
    "en": "Nobody is here right now. We are back on Wednesday at 08:00.",
    "hr": "Sada ne radimo. Opet smo tu u srijedu u 08:00.",
    "sr": "Сада не радимо. Опет смо ту у среду у 08:00.",
    "sr-Latn": "Sada ne radimo. Opet smo tu u sredu u 08:00.",
    "sl": "Zdaj nismo na voljo. Spet smo tu v sredo ob 08:00.",
    "cs": "Právě tu nejsme. Znovu jsme tu ve středu od 8:00.",
    "bg": "Сега не работим. Отново сме тук в сряда в 8:00.",
}
LATER = {
    "en": "on Monday, 7 December",
    "hr": "u ponedjeljak, 7. prosinca",
    "sr": "у понедељак, 7. децембра",
    "sr-Latn": "u ponedeljak, 7. decembra",
    "sl": "v ponedeljek, 7. decembra",
    "cs": "v pondělí 7. prosince",
    "bg": "в понеделник, 7 декември",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_it_in_whole_sentences(
    said: Said, with_week: Callable[..., Callable[[Any], None]], language: str
) -> None:
    path = f"{'' if language == 'en' else f'{language}/'}q/delivery-time/"
    wednesday = with_week({2: ((time(8), time(12)),)})
    assert said(path, "2026-11-30T09:00:00+01:00", prepare=wednesday) == CLOSED[language]
    monday = said(path, "2026-11-30T19:00:00+01:00", prepare=with_week(SPLIT))
    assert LATER[language] in monday


def test_a_page_that_stays_open_follows_the_clock(visit: Visit) -> None:
    page = visit(
        "hr/contact/",
        prepare=lambda page: page.clock.install(time="2026-11-25T15:59:00+01:00"),
        timezone_id="Europe/Zagreb",
    )
    page.wait_for_selector(".aa-now--open")
    assert page.inner_text(".aa-now") == "Sada radimo, do 16:00."
    page.clock.fast_forward(60_000)
    page.wait_for_selector(".aa-now:not(.aa-now--open)")
    assert page.inner_text(".aa-now") == "Sada ne radimo. Opet smo tu sutra u 08:00."


@pytest.mark.parametrize("moment", ["2028-01-03T10:00:00+01:00", "2031-05-05T10:00:00+02:00"])
def test_of_days_that_nobody_knows_nothing_is_said(visit: Visit, moment: str) -> None:
    page = visit("q/delivery-time/", prepare=at(moment))
    page.wait_for_load_state("networkidle")
    assert not page.is_visible(".aa-now")
    assert page.is_visible(".aa-ways a[href='contact/'], .aa-ways .aa-button")


def test_without_the_file_the_ways_to_a_person_remain(visit: Visit) -> None:
    def missing(page: Any) -> None:
        page.route("**/hours.json", lambda route: route.fulfill(status=404, body="gone"))

    page = visit("q/delivery-time/", prepare=missing)
    page.wait_for_load_state("networkidle")
    assert not page.is_visible(".aa-now")
    assert page.get_attribute(".aa-ways a >> nth=0", "href") == "mailto:pomoc@zrno.example"
    assert page.get_attribute(".aa-ways a >> nth=1", "href") == "tel:+38542000000"


def test_no_page_depends_on_the_day_it_was_built(demo: SimpleNamespace) -> None:
    data = json.loads(demo.files["hours.json"])
    assert "2026-12-25" in data["closed"]
    for name, content in demo.files.items():
        if name.endswith(".html"):
            assert not re.search(rb"2026-12-2[456]|2027-0", content), name
