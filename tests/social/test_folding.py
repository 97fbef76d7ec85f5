"""Where a network cuts a post: counted in its own unit, never inside a word or a sign."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.data import read_all
from generator.content.schema.networks import NetworkFile
from generator.social import Network, count, networks
from generator.social.folding import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

NETWORKS: Mapping[str, Network] = networks(read_all(NetworkFile, "networks")[0])


def seen(text: str, most: int, network: str = "instagram_feed") -> str:
    return text[: fold(text, replace(NETWORKS[network], fold=most))]


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("All of it.", 10, "All of it."),
        ("All of it and more", 10, "All of it "),  # the word at the fold is not seen
        ("All of it\n\nand more", 11, "All of it\n\n"),
        ("One\u2028two", 5, "One\u2028"),
        ("W" * 40, 35, "W" * 35),  # nothing to go back to
        ("Колико траје достава?", 15, "Колико траје "),
    ],
)
def test_a_text_is_cut_before_the_word_at_the_fold(text: str, most: int, shown: str) -> None:
    assert seen(text, most) == shown


@pytest.mark.parametrize(("network", "shown"), [("instagram_feed", "🌶🌶"), ("bluesky", "🌶🌶🌶🌶"), ("x", "🌶🌶")])
def test_it_is_counted_in_the_networks_unit(network: str, shown: str) -> None:
    assert seen("🌶" * 9, 4 if network != "x" else 5, network) == shown


def test_no_sign_is_parted() -> None:
    family = "👩‍👩‍👧"
    assert seen(family * 3, 9) == family


@given(st.text(max_size=80), st.integers(1, 60))
def test_what_is_seen_is_never_longer_than_the_fold(text: str, most: int) -> None:
    network = replace(NETWORKS["linkedin_page"], fold=most)
    assert count(text[: fold(text, network)], network) <= most
