"""What the desk knows, and how it is written so that no text in it can do harm."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.data import read_all
from generator.content.library import Library
from generator.content.organisation import PostChannel, ServiceChannel, Settings
from generator.content.schema.networks import NetworkFile
from generator.desk import DeskDraft
from generator.desk.data import data, script
from generator.desk.drafts import is_local
from generator.links import Addresses
from generator.replies import read_wordings
from generator.social import networks

TODAY = date(2026, 11, 22)


@pytest.fixture
def known(library: Library, addresses: Addresses, drafts: list[DeskDraft]) -> dict[str, Any]:
    """As the page reads it: through data.js and back."""
    return read(script(data(library, addresses, drafts, {}, today=TODAY)))


def read(content: bytes) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(content.decode().removeprefix("window.ANSWER_AHEAD = ").removesuffix(";\n"))
    return value


def test_an_entry_carries_all_its_languages_with_their_permanent_addresses(known: dict[str, Any]) -> None:
    texts = known["entries"][0]["texts"]
    assert {code: text["url"] for code, text in texts.items()} == {
        "en": "https://faq.example/q/delivery-time/",
        "hr": "https://faq.example/hr/q/delivery-time/",
        "sr": "https://faq.example/sr/q/delivery-time/",
    }


def test_the_internal_note_is_on_the_desk(known: dict[str, Any]) -> None:
    assert known["entries"][0]["note"].startswith("The depot opens at 7.")


def test_without_a_short_answer_the_first_paragraph_is_offered(known: dict[str, Any]) -> None:
    assert known["entries"][0]["texts"]["sr"]["short"] == "Траје 2 дана."


def test_a_review_is_due_only_after_its_days_have_passed(library: Library, addresses: Addresses) -> None:
    last_day = date(2026, 8, 30)  # 1 June and 90 days
    due = [data(library, addresses, [], {}, today=day)["entries"] for day in (last_day, date(2026, 8, 31))]
    assert [entries[0]["due"] for entries in due] == [False, True]  # type: ignore[index]


def test_the_topics_owner_answers_for_entries_that_name_none(known: dict[str, Any]) -> None:
    assert [entry["owner"] for entry in known["entries"]] == ["logistics", "support"]


def test_team_names_are_transliterated_and_fall_back_to_the_source_language(known: dict[str, Any]) -> None:
    names = known["teams"][0]["names"]
    assert names == {"en": "Delivery", "hr": "Delivery", "sr": "Достава", "sr-Latn": "Dostava"}


def test_links_in_answers_stay_on_the_desk_or_lead_to_the_site(known: dict[str, Any]) -> None:
    words = json.dumps(known["entries"][0]["texts"]["en"]["body"])
    assert '["a", {"entry": "returns"}, "returns"]' in words
    assert '["a", {"href": "https://faq.example/contact/"}, "write"]' in words


def test_a_reply_is_cut_at_its_placeholders_and_none_is_left_in_the_text(known: dict[str, Any]) -> None:
    reply = known["replies"][0]
    assert reply["parts"] == [
        "Hello ",
        {"field": "name"},
        ",\n\nthank you",
        {"field": "name"},
        ". By ",
        {"field": "reply_time"},
        ".",
    ]
    assert reply["fields"] == [{"name": "name", "type": "text"}, {"name": "reply_time", "type": "time"}]


def test_a_reply_says_whether_it_is_private_and_greets_itself(known: dict[str, Any]) -> None:
    assert (known["replies"][0]["private"], known["replies"][0]["whole"]) == (False, True)


def test_channels_with_the_same_time_to_an_answer_are_promised_together(library: Library, addresses: Addresses) -> None:
    channels = [
        ServiceChannel(name=name, address="", url="", team="support", reply_minutes=minutes)
        for name, minutes in (("Instagram", 15), ("E-mail", 120), ("Facebook", 15))
    ]
    settings = replace(library.settings, service=tuple(channels), hours={0: ((time(8), time(16)),)}, holidays="HR")
    made = data(replace(library, settings=settings), addresses, [], {}, today=TODAY)
    assert made["promises"] == [
        {"minutes": 15, "channels": ["Instagram", "Facebook"]},
        {"minutes": 120, "channels": ["E-mail"]},
    ]
    hours: Any = made["hours"]
    assert hours["week"] == (((480, 960),), (), (), (), (), (), ())
    assert {"2026-12-25", "2027-01-01"} <= set(hours["closed"])
    assert (hours["zone"], hours["until"]) == ("UTC", "2027-12-31")


def test_replies_know_the_limits_of_the_places_where_people_write(library: Library, addresses: Addresses) -> None:
    files, _ = read_all(NetworkFile, "networks")
    posts = (PostChannel(id="x-en", network="x", language="en", slots=(), timezone="UTC"),)
    service = (ServiceChannel(name="Instagram", address="", url="", team="support", reply_minutes=15),)

    def labels(settings: Settings) -> list[tuple[str, object]]:
        known = replace(library, settings=settings)
        made: Any = data(known, addresses, [], {}, today=TODAY, networks=networks(files))["networks"]
        return [(network["label"], network["limits"]) for network in made]

    assert labels(replace(library.settings, posts=posts, service=service)) == [
        ("Instagram", {"public": 2200, "private": 1000}),
        ("X", {"public": 280, "private": 10_000}),
    ]
    assert ("Threads", {"public": 500, "private": 0}) in labels(library.settings)


def test_wordings_are_there_as_plain_values(library: Library, addresses: Addresses) -> None:
    wordings, _ = read_wordings(library)
    made = read(script(data(library, addresses, [], wordings, today=TODAY)))["wordings"]
    assert list(made) == ["en", "hr", "sr", "sr-Latn"]
    assert made["en"]["brand"] == "Zrno"
    assert made["hr"]["names"]["forms"]["ivan"] == "Ivane"
    assert made["en"]["names"] is None


def test_posts_are_in_the_order_of_time_across_zones_and_show_their_own_clock(known: dict[str, Any]) -> None:
    assert [(post["id"], post["time"], post["zone"]) for post in known["drafts"]] == [
        ("early", "09:30", "Europe/Sofia"),
        ("late", "09:00", "Europe/Zagreb"),
    ]


def test_the_order_of_drafts_does_not_matter(library: Library, addresses: Addresses, drafts: list[DeskDraft]) -> None:
    twins = [*drafts, replace(drafts[0], id="twin")]
    assert data(library, addresses, twins, {}, today=TODAY) == data(library, addresses, twins[::-1], {}, today=TODAY)


@pytest.mark.parametrize(
    "image",
    [
        "https://other.example/a.png",
        "//other.example/a.png",
        "javascript:alert(1)",
        "data:image/png;base64,AA",
        "../site/../../a.png",
        "/etc/a.png",
        "a.png?x",
        "a b.png",
    ],
)
def test_a_card_from_elsewhere_is_not_shown(image: str) -> None:
    assert not is_local(image)


@pytest.mark.parametrize("image", ["cards/a-1_b.png", "../site/cards/a.png", "../cards/a%20b.png"])
def test_a_built_card_is_shown(image: str) -> None:
    assert is_local(image)


@given(st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(["</script>", "<!--", "\u2028", "]]>"]))
def test_whatever_a_text_says_it_stays_data(text: str) -> None:
    content = script({"text": text})
    assert b"<" not in content
    assert not {"\u2028", "\u2029"} & set(content.decode())
    assert read(content) == {"text": text}
