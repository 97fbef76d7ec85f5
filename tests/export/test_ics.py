"""The calendar: read again by the same library that calendar programs' authors test against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from icalendar import Calendar

from generator.content.schema.exports import ExportFile
from generator.export import export
from generator.social import Draft, Network

TODAY = date(2026, 11, 22)


def calendar(
    posts: list[Draft], nets: Mapping[str, Network], specs: Mapping[str, ExportFile]
) -> tuple[bytes, Calendar]:
    tree, _ = export("ics", posts, specs["ics"], {}, TODAY, networks=nets)
    content = tree["ics/posts.ics"]
    return content, Calendar.from_ical(content)


def test_an_event_says_all_about_its_post(
    post: Draft, nets: Mapping[str, Network], specs: Mapping[str, ExportFile]
) -> None:
    _, read = calendar([post], nets, specs)

    (event,) = read.walk("VEVENT")
    assert str(event["SUMMARY"]) == "facebook-hr · Koliko traje dostava? 📦"
    assert str(event["DESCRIPTION"]) == post.text
    assert str(event["URL"]) == post.link
    assert str(event["STATUS"]) == "TENTATIVE"
    assert str(event["UID"]) == "facebook-hr.dostava.1@faq.zrno.hr"
    assert event["CATEGORIES"].to_ical() == b"facebook_page,hr"
    assert event.decoded("DTSTART").astimezone(UTC) == datetime(2026, 12, 1, 8, tzinfo=UTC)
    assert event["DTSTART"].params["TZID"] == "Europe/Zagreb"
    assert event.decoded("DTSTAMP") == datetime(2026, 11, 22, tzinfo=UTC)


def test_every_zone_used_is_described(
    post: Draft, nets: Mapping[str, Network], specs: Mapping[str, ExportFile]
) -> None:
    _, read = calendar([post], nets, specs)

    assert [str(zone["TZID"]) for zone in read.walk("VTIMEZONE")] == ["Europe/Zagreb"]


def test_lines_are_folded_as_the_format_asks(
    post: Draft, nets: Mapping[str, Network], specs: Mapping[str, ExportFile]
) -> None:
    content, _ = calendar([replace(post, text="Ђ📦" * 400 + post.link)], nets, specs)

    assert content.endswith(b"\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))


def test_the_same_drafts_give_the_same_bytes(
    post: Draft, nets: Mapping[str, Network], specs: Mapping[str, ExportFile]
) -> None:
    other = replace(post, id="a.b.1", channel="a", state="approved")

    assert calendar([post, other], nets, specs)[0] == calendar([other, post], nets, specs)[0]


def test_nothing_planned_is_an_empty_calendar(nets: Mapping[str, Network], specs: Mapping[str, ExportFile]) -> None:
    assert calendar([], nets, specs)[1].walk("VEVENT") == []
