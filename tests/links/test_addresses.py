"""Addresses never change, and pages refer to each other without knowing where they are published."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.links import Addresses, relative

ADDRESSES = Addresses(base="https://faq.example.org/help/", source="en")


@pytest.mark.parametrize(
    ("address", "path"),
    [
        (ADDRESSES.home("en"), ""),
        (ADDRESSES.home("hr"), "hr/"),
        (ADDRESSES.entry("delivery-time", "en"), "q/delivery-time/"),
        (ADDRESSES.entry("delivery-time", "sr-Latn", "cost"), "sr-Latn/q/delivery-time/#cost"),
        (ADDRESSES.topic("delivery", "hr"), "hr/t/delivery/"),
        (ADDRESSES.topic("delivery", "en", "delivery-time"), "t/delivery/#delivery-time"),
        (ADDRESSES.page("contact", "hr"), "hr/contact/"),
        (ADDRESSES.page("index", "hr"), "hr/"),
        (ADDRESSES.page("index", "en"), ""),
    ],
)
def test_addresses_are_as_published(address: str, path: str) -> None:
    assert address == path
    assert ADDRESSES.absolute(address) == f"https://faq.example.org/help/{path}"


@pytest.mark.parametrize(
    ("target", "page", "expected"),
    [
        ("hr/q/a/#x", "hr/t/b/", "../../q/a/#x"),
        ("q/a/", "", "q/a/"),
        ("", "hr/q/a/", "../../../"),
        ("hr/q/a/", "hr/q/a/", "./"),
        ("hr/q/a/#x", "hr/q/a/", "./#x"),
        ("assets/site.css", "q/a/", "../../assets/site.css"),
        ("", "", "./"),
    ],
)
def test_a_page_refers_to_another(target: str, page: str, expected: str) -> None:
    assert relative(target, page) == expected


_PATH = st.lists(st.sampled_from(["hr", "q", "t", "a", "b-c", "sr-Latn"]), max_size=4).map(
    lambda parts: "/".join([*parts, ""]).lstrip("/")
)


@given(
    _PATH, _PATH, st.sampled_from(["", "#x"]), st.sampled_from(["https://a.example/", "https://a.example/sub/folder/"])
)
def test_a_browser_resolves_the_reference_to_the_target(target: str, page: str, anchor: str, base: str) -> None:
    assert urljoin(base + page, relative(target + anchor, page)) == base + target + anchor
