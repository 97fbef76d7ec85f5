"""Counters agree with the networks' own test cases, and with texts of our languages."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.social import Image, Network, count, count_alt, fits, measure
from generator.social.counting import COUNTERS, graphemes

SHARED = Path(__file__).parents[3] / "shared"
UNITS = ("x_weighted", "graphemes", "threads", "mastodon", "codepoints", "utf16", "bytes")
WEIGHTED = (
    "WeightedTweetsCounterTest",
    "WeightedTweetsWithDiscountedEmojiCounterTest",
    "UnicodeDirectionalMarkerCounterTest",
)
EMOJI_OF_VERSION_2 = [(16, 7), (9, 4)]
"""Expected and counted where the older configuration took an emoji of several signs for as many."""
FAMILY = "👨‍👩‍👧‍👦"


LINK = 23


def network(unit: str, limit: int = 280, max_text_bytes: int | None = None) -> Network:
    image = Image(size="wide", width=1200, height=630, formats=("png",), max_bytes=1, required=False)
    return Network(
        id=unit, label=unit, limit=limit, unit=unit, fold=100, alt_max=1000, links_clickable=True,
        image=image, url_weight=LINK, max_text_bytes=max_text_bytes,
    )  # fmt: skip


def shared(path: str) -> Any:
    file = SHARED / path
    if not file.exists():
        pytest.skip(f"{path} lies beside the project, and not here")
    text = file.read_text(encoding="utf-8")
    read = {".json": json.loads, ".yml": yaml.safe_load}.get(file.suffix, str)
    return read(text)


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("", (0, 0, 0, 0, 0, 0, 0)),
        ("Koliko traje dostava? Čćšđž", (27, 27, 27, 27, 27, 27, 32)),
        ("Как да върна продукт?", (21, 21, 21, 21, 21, 21, 38)),
        ("cafe\u0301", (4, 4, 4, 4, 4, 4, 5)),
        (FAMILY, (2, 1, 25, 1, 7, 11, 25)),
        ("1️⃣", (2, 1, 7, 1, 3, 3, 7)),
        ("€ 5 …", (7, 5, 5, 5, 5, 5, 9)),
        ("如何退货", (8, 4, 4, 4, 4, 4, 12)),
        ("Više: https://faq.example.hr/hr/dostava/#rok 📦", (32, 46, 49, 31, 46, 47, 50)),
        ("@podrska@mastodon.social pitajte", (32, 32, 32, 16, 32, 32, 32)),
        ("a\r\nb", (4, 3, 3, 3, 4, 4, 4)),
        ("faq.zrno.hr, d.o.o.", (31, 19, 19, 19, 19, 19, 19)),
        ("Питања: https://зрно.срб/помоћ", (31, 30, 30, 31, 30, 30, 48)),
        ("🇸🇮 ❤️", (5, 3, 15, 3, 5, 7, 15)),
        ("„Ruža” – 3 €", (13, 12, 12, 12, 12, 12, 21)),
    ],
)
def test_every_unit_counts_as_its_networks_do(text: str, lengths: tuple[int, ...]) -> None:
    assert tuple(count(text, network(unit)) for unit in UNITS) == lengths


def test_golden_vectors() -> None:
    """They count texts as they stand there; a post is in NFC, where 'é' is one code point."""
    names = {"bytes": "utf8"}
    for vector in shared("facts/counting_vectors.json"):
        text = vector["text"]
        for unit, counter in COUNTERS.items():
            assert counter(text, LINK) == vector[names.get(unit, unit)], (unit, text)
            if unicodedata.is_normalized("NFC", text):
                assert measure(text, unit) == counter(text, LINK)


def test_x_agrees_with_twitter_text() -> None:
    cases = shared("conformance/twitter-text/validate.yml")["tests"]
    checked = [case for kind in WEIGHTED for case in cases[kind]]
    assert len(checked) > 40
    disputed = [
        (case["expected"]["weightedLength"], counted)
        for case in checked
        if (counted := count(case["text"], network("x_weighted"))) != case["expected"]["weightedLength"]
    ]
    assert disputed == EMOJI_OF_VERSION_2


def test_graphemes_agree_with_unicode() -> None:
    disputed = []
    for line in shared("conformance/unicode/GraphemeBreakTest.txt").splitlines():
        parted = line.partition("#")[0].strip("÷ \t")
        expected = ["".join(chr(int(code, 16)) for code in part.split("×")) for part in parted.split("÷") if part]
        if graphemes("".join(expected)) != expected:
            disputed.append(parted)
    assert disputed == ["2701 × 200D × 2701"]  # scissors, pictographs in Unicode 15 and not any more


def test_bluesky_agrees_with_atproto() -> None:
    cases = shared("conformance/bluesky/grapheme-length.json")
    for unit, key in (("graphemes", "grapheme_length"), ("bytes", "utf8_byte_length")):
        for text, length in cases[key]:
            assert count(text, network(unit)) == length, text


def test_mastodon_agrees_with_its_server() -> None:
    """Its composer also shortens bare domains (19 cases); its server, which decides, does not."""
    cases = shared("conformance/mastodon/counter-cases.json")
    mastodon = network("mastodon", limit=500)
    disputed = 0
    for text, shown in cases["countable_text"]:
        if "xxxxx" in shown and "://" not in text:
            disputed += 1
            continue
        assert count(text, mastodon) == count(shown, network("graphemes")), text
    assert disputed == 19
    for case in cases["status_length"]:
        assert fits(case["text"] + case["spoiler"], mastodon) == case["ok"]


def test_punctuation_behind_a_link_is_not_part_of_it() -> None:
    assert count("Vidi https://faq.example.hr/a/.", network("mastodon")) == len("Vidi ") + 23 + 1


def test_what_stands_before_an_address_decides_on_x() -> None:
    """Words are counted one by one, and yet as in the whole text: '。' hides an address, but not at the beginning."""
    x = network("x_weighted")
    assert [count(text, x) for text in ("。a.hr", "da 。a.hr", "da\n。a.hr", "da a.hr")] == [25, 9, 9, 26]


def test_texts_made_to_take_long_do_not() -> None:
    """Looking for addresses in dots upon dots takes minutes; none has so many."""
    for text in ("www." * 500, "a." * 1000, "#" * 2000):
        assert count(text, network("x_weighted")) == 2000


def test_a_description_is_counted_in_a_unit_of_its_own() -> None:
    assert count_alt("📦", network("graphemes")) == 2


def test_a_post_without_a_picture_may_be_longer() -> None:
    telegram = replace(network("codepoints", limit=1024), limit_without_picture=4096)
    assert not fits("a" * 1025, telegram)
    assert fits("a" * 4096, telegram, picture=False)
    assert not fits("a" * 4097, telegram, picture=False)
    assert fits("a" * 280, network("codepoints"), picture=False)


def test_the_limit_itself_fits_and_one_more_does_not() -> None:
    assert fits("a" * 280, network("x_weighted"))
    assert not fits("a" * 281, network("x_weighted"))


def test_a_text_within_its_graphemes_may_still_have_too_many_bytes() -> None:
    bluesky = network("graphemes", limit=300, max_text_bytes=3000)
    assert fits(FAMILY * 120, bluesky)
    assert not fits(FAMILY * 121, bluesky)


@given(st.text(max_size=60), st.sampled_from(UNITS))
@settings(max_examples=150, deadline=None)
def test_how_a_keyboard_composes_letters_changes_no_count(text: str, unit: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert measure(decomposed, unit) == measure(unicodedata.normalize("NFC", decomposed), unit)


@given(st.text(max_size=60))
@settings(deadline=None)
def test_counters_never_fail_and_keep_their_order(text: str) -> None:
    lengths: Mapping[str, int] = {unit: count(text, network(unit)) for unit in UNITS if unit != "x_weighted"}
    assert lengths["graphemes"] <= lengths["codepoints"] <= lengths["utf16"] <= lengths["bytes"]
    assert lengths["graphemes"] <= lengths["threads"]
