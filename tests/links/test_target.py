"""What an address leads to, as people write it and as files keep it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.links import Addresses
from generator.links.target import KINDS, Target, address_of, parse_target

ADDRESSES = Addresses(base="https://faq.example.org/", source="en")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("delivery-time", Target("entry", "delivery-time")),
        ("delivery-time#tracking", Target("entry", "delivery-time", "tracking")),
        ("topic:delivery", Target("topic", "delivery")),
        ("page:contact#hours", Target("page", "contact", "hours")),
        ("cost#troškovi", Target("entry", "cost", "troškovi")),
        ("2fa", Target("entry", "2fa")),
    ],
)
def test_a_target_is_written_as_people_name_it(text: str, target: Target) -> None:
    assert parse_target(text) == target
    assert str(target) == text


@pytest.mark.parametrize(
    "text", ["", "#", "a#", "a b", "a/b", "../a", "topic:", "topic:#a", "entry:a", "a#1", "a#b#c", "#a", "a\n", "šta"]
)
def test_anything_else_is_no_target(text: str) -> None:
    assert parse_target(text) is None


def test_a_heading_alone_is_one_of_the_text_it_stands_in() -> None:
    assert parse_target("#cost", Target("page", "about", "x")) == Target("page", "about", "cost")
    assert parse_target("other", Target("page", "about")) == Target("entry", "other")
    assert parse_target("#", Target("page", "about")) is None


@given(
    st.sampled_from(KINDS),
    st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_-]*", fullmatch=True),
    st.from_regex(r"([A-Za-z][\w-]*)?", fullmatch=True),
)
def test_what_is_written_is_read_again(kind: str, name: str, anchor: str) -> None:
    target = Target(kind, name, anchor)
    assert parse_target(str(target)) == target
    assert target.whole == Target(kind, name)


def test_every_kind_has_its_address() -> None:
    assert address_of(Target("entry", "a", "x"), "hr", ADDRESSES) == "hr/q/a/#x"
    assert address_of(Target("topic", "a", "x"), "en", ADDRESSES) == "t/a/#x"
    assert address_of(Target("page", "index"), "hr", ADDRESSES) == "hr/"
    assert address_of(Target("page", "about", "x"), "en", ADDRESSES) == "about/#x"
