"""The calendar: read again by the same library that calendar programs' authors test against."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from generator.export import Line, Picture
from generator.social import Draft

Ask = Callable[..., Any]
ZONES = ["Europe/Zagreb", "Europe/Belgrade", "Europe/Ljubljana", "Europe/Prague", "Europe/Sofia"]


def read(made: Any) -> Calendar:
    return Calendar.from_ical(made.files["ics/posts.ics"])


def events(made: Any) -> list[Any]:
    return list(read(made).walk("VEVENT"))


def test_an_event_says_all_about_its_post(post: Draft, card: Picture, ask: Ask) -> None:
    made, problems = ask("ics", [replace(post, state="draft")], pictures={post.id: card})

    (event,) = events(made)
    assert problems == []
    assert str(event["SUMMARY"]) == "facebook-hr · Koliko traje dostava? 📦"
    assert str(event["DESCRIPTION"]) == post.text
    assert str(event["URL"]) == post.link
    assert str(event["ATTACH"]) == card.url
    assert str(event["STATUS"]) == "TENTATIVE"
    assert str(event["UID"]) == "facebook-hr.dostava.1@faq.zrno.hr"
    assert event["CATEGORIES"].to_ical() == b"facebook_page,hr"
    assert event.decoded("DTSTART").astimezone(UTC) == datetime(2026, 12, 1, 8, tzinfo=UTC)
    assert event["DTSTART"].params["TZID"] == "Europe/Zagreb"
    assert event.decoded("DTSTAMP") == datetime(2026, 11, 22, tzinfo=UTC)
    assert event["SEQUENCE"] == 0


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("day", ["2026-10-24", "2026-10-25", "2027-03-27", "2027-03-28", "2027-03-29"])
def test_nine_o_clock_stays_nine_o_clock_over_the_change_of_clocks(post: Draft, ask: Ask, zone: str, day: str) -> None:
    moved = replace(post, slot=datetime.fromisoformat(f"{day}T09:00").replace(tzinfo=ZoneInfo(zone)))

    made, _ = ask("ics", [moved])

    (event,) = events(made)
    assert [str(found["TZID"]) for found in read(made).walk("VTIMEZONE")] == [zone]
    assert event.to_ical().decode().count(f"DTSTART;TZID={zone}:{day.replace('-', '')}T090000") == 1
    assert event.decoded("DTSTART").astimezone(UTC) == moved.slot.astimezone(UTC)


def test_the_rules_of_a_zone_in_the_file_say_the_same_as_the_zone(post: Draft, ask: Ask) -> None:
    """A program that knows no zones reads the VTIMEZONE; it must come to the same moment."""
    slots = [
        datetime(2027, month, day, 9, tzinfo=ZoneInfo("Europe/Sofia")) for month in (3, 10) for day in (27, 28, 31)
    ]
    made, _ = ask("ics", [replace(post, id=f"x.{n}.1", slot=slot) for n, slot in enumerate(slots)])

    (zone,) = read(made).walk("VTIMEZONE")
    rules = zone.to_tz(lookup_tzid=False)

    assert [slot.replace(tzinfo=rules).utcoffset() for slot in slots] == [slot.utcoffset() for slot in slots]


def test_lines_are_folded_as_the_format_asks(post: Draft, ask: Ask) -> None:
    made, _ = ask("ics", [replace(post, text="Ђ📦" * 400 + post.link)])

    content = made.files["ics/posts.ics"]
    assert content.endswith(b"\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))


def test_the_same_drafts_give_the_same_bytes(post: Draft, ask: Ask) -> None:
    other = replace(post, id="a.b.1", channel="a", slot=post.slot.replace(hour=8))

    assert ask("ics", [post, other])[0] == ask("ics", [other, post])[0]


def test_nothing_planned_is_an_empty_calendar(ask: Ask) -> None:
    assert events(ask("ics", [])[0]) == []


@pytest.mark.parametrize("text", [r"C:\Novo\n", "a;b,c\nd", r"\N\;\,", "⟶ “č” ¶"])
def test_backslashes_and_signs_of_the_format_come_back(post: Draft, ask: Ask, text: str) -> None:
    (event,) = events(ask("ics", [replace(post, text=f"{text} {post.link}")])[0])

    assert str(event["DESCRIPTION"]) == f"{text} {post.link}"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]) | st.just("\n"), min_size=1, max_size=80))
@settings(deadline=None)
def test_any_text_comes_back_unchanged(post: Draft, ask: Ask, text: str) -> None:
    one = replace(post, text=f"{text.replace('{', '').replace('}', '')}{post.link}")

    (event,) = events(ask("ics", [one])[0])

    assert str(event["DESCRIPTION"]) == one.text


class TestHistory:
    """What calendars were told before decides what they are told now."""

    def follow(self, ask: Ask, drafts: list[Draft], before: Sequence[Line], **options: Any) -> Any:
        return ask("ics", drafts, calendar=before, **options)[0]

    def test_nothing_changed_is_nothing_new(self, post: Draft, ask: Ask) -> None:
        first = self.follow(ask, [post], ())

        assert self.follow(ask, [post], first.calendar) == first

    @pytest.mark.parametrize(
        "change",
        [{"text": "Novo https://faq.zrno.hr"}, {"state": "review"}, {"slot": datetime(2027, 1, 4, 9, tzinfo=UTC)}],
    )
    def test_a_change_has_a_higher_number_under_the_same_id(
        self, post: Draft, ask: Ask, change: dict[str, Any]
    ) -> None:
        first = self.follow(ask, [post], ())

        second = self.follow(ask, [replace(post, **change)], first.calendar)

        assert [(e["UID"], e["SEQUENCE"]) for e in events(first)] == [("facebook-hr.dostava.1@faq.zrno.hr", 0)]
        assert [(e["UID"], e["SEQUENCE"]) for e in events(second)] == [("facebook-hr.dostava.1@faq.zrno.hr", 1)]

    def test_the_id_stays_when_the_site_moves(self, post: Draft, ask: Ask) -> None:
        first = self.follow(ask, [post], ())

        moved = self.follow(ask, [replace(post, link="https://new.example/q/")], first.calendar)

        assert str(events(moved)[0]["UID"]).endswith("@faq.zrno.hr")

    def test_what_is_gone_is_cancelled_until_its_day_is_over(self, post: Draft, ask: Ask) -> None:
        first = self.follow(ask, [post], ())

        second = self.follow(ask, [], first.calendar)
        third = self.follow(ask, [], second.calendar, today=date(2026, 12, 1))
        fourth = self.follow(ask, [], third.calendar, today=date(2026, 12, 2))

        (event,) = events(second)
        assert (str(event["STATUS"]), event["SEQUENCE"]) == ("CANCELLED", 1)
        assert event.decoded("DTSTART") == post.slot
        assert [e["SEQUENCE"] for e in events(third)] == [1]
        assert (events(fourth), fourth.calendar) == ([], ())

    def test_what_comes_back_is_confirmed_again(self, post: Draft, ask: Ask) -> None:
        first = self.follow(ask, [post], ())
        held = self.follow(ask, [replace(post, state="held")], first.calendar)
        back = self.follow(ask, [post], held.calendar)

        said = [(str(e["STATUS"]), e["SEQUENCE"]) for made in (first, held, back) for e in events(made)]
        assert said == [("CONFIRMED", 0), ("CANCELLED", 1), ("CONFIRMED", 2)]

    @given(st.lists(st.sets(st.sampled_from("abcd")), min_size=1, max_size=6))
    @settings(deadline=None, max_examples=30)
    def test_numbers_never_fall_and_nothing_vanishes_without_a_word(
        self, post: Draft, ask: Ask, weeks: list[set[str]]
    ) -> None:
        lines: Sequence[Line] = ()
        known: dict[str, int] = {}
        for names in weeks:
            drafts = [replace(post, id=f"{name}.e.1", channel=name) for name in sorted(names)]
            made = self.follow(ask, drafts, lines)
            lines = made.calendar
            told = {str(e["UID"]): e for e in events(made)}
            assert known.keys() <= told.keys()
            assert all(told[uid]["SEQUENCE"] >= number for uid, number in known.items())
            planned = {uid for uid, e in told.items() if str(e["STATUS"]) != "CANCELLED"}
            assert planned == {f"{name}.e.1@faq.zrno.hr" for name in names}
            known = {uid: e["SEQUENCE"] for uid, e in told.items()}
