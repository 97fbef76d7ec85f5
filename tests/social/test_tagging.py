"""Hashtags are found where each network finds them."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.social import is_hashtag, linked_hashtags

if TYPE_CHECKING:
    from conftest import World

SHARED = Path(__file__).parents[3] / "shared" / "conformance"
RULES = {"words": "instagram_feed", "x": "x", "mastodon": "mastodon", "telegram": "telegram_channel"}
"""A network for each way of finding tags that ends them at a hyphen."""


def shared(path: str) -> Any:
    file = SHARED / path
    if not file.exists():
        pytest.skip(f"{path} lies beside the project, and not here")
    text = file.read_text(encoding="utf-8")
    return json.loads(text) if file.suffix == ".json" else yaml.safe_load(text)


@pytest.mark.parametrize("network", [*RULES.values(), "bluesky"])
@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("Vidi #DostavaIPovrat", ("DostavaIPovrat",)),
        ("#Čaj #čaj", ("Čaj", "čaj")),
        ("#Доставка #Ђурђевак #Příliš_žluťoučký", ("Доставка", "Ђурђевак", "Příliš_žluťoučký")),
        ("#Cijene.", ("Cijene",)),
        ("#Cijene, #Popusti!", ("Cijene", "Popusti")),
        ("#2026 #2026Sezona", ("2026Sezona",)),
        ("C# a#b # c", ()),
        ("https://faq.zrno.hr/q/delivery-time/#rok", ()),
        ("#Cafe\u0301", ("Café",)),
    ],
)
def test_what_is_a_tag_everywhere(world: World, network: str, text: str, tags: tuple[str, ...]) -> None:
    assert linked_hashtags(text, world.nets[network]) == tags


@pytest.mark.parametrize(
    ("text", "network", "tags"),
    [
        ("#e-račun", "x", ("e",)),
        ("#e-račun", "bluesky", ("e-račun",)),
        ("#d.o.o.", "mastodon", ("d",)),
        ("#d.o.o.", "bluesky", ("d.o.o",)),
        ("#il·lusió", "instagram_feed", ("il",)),
        ("#il·lusió", "telegram_channel", ("il·lusió",)),
        ("(#Cijene)", "x", ("Cijene",)),
        ("(#Cijene)", "bluesky", ()),
        ("🌱#Sjeme", "x", ("Sjeme",)),
        ("🌱#Sjeme", "bluesky", ()),
        ("#Žir#Čaj", "telegram_channel", ()),
        ("#Žir#Čaj", "instagram_feed", ("Žir",)),
        ("#" + "a" * 51, "threads", ()),
        ("#" + "a" * 65, "bluesky", ()),
        ("#Dostava", "whatsapp_channel", ()),
    ],
)
def test_where_networks_differ(world: World, text: str, network: str, tags: tuple[str, ...]) -> None:
    assert linked_hashtags(text, world.nets[network]) == tags


def test_a_tag_that_would_be_cut_is_none(world: World) -> None:
    assert is_hashtag("#Račun", world.nets["x"])
    assert is_hashtag("#Rac\u030cun", world.nets["x"])
    assert not is_hashtag("#e-račun", world.nets["x"])
    assert not is_hashtag("Račun", world.nets["x"])


def test_x_agrees_with_twitter_text(world: World) -> None:
    extract = shared("twitter-text/extract.yml")["tests"]
    cases = [*extract["hashtags"], *extract["hashtags_from_astral"]]
    assert len(cases) > 60
    for case in cases:
        assert list(linked_hashtags(case["text"], world.nets["x"])) == case["expected"], case["description"]
    for case in shared("twitter-text/validate.yml")["tests"]["hashtags"]:
        assert is_hashtag(case["text"], world.nets["x"]) == case["expected"], case["description"]


def test_bluesky_agrees_with_atproto(world: World) -> None:
    cases = shared("bluesky/rich-text-detection.json")["tags"][0]["cases"]
    assert len(cases) > 30
    for case in cases:
        assert list(linked_hashtags(case["input"], world.nets["bluesky"])) == case["tags"], case["input"]


@given(st.text(st.sampled_from("#＃ ab1_-.·žŽ\u030cж🌱/&"), max_size=30))
@settings(deadline=None)
def test_every_tag_stands_in_the_text(world: World, text: str) -> None:
    normal = unicodedata.normalize("NFC", text)
    for network in world.nets.values():
        for tag in linked_hashtags(text, network):
            assert f"#{tag}".replace("＃", "#") in normal.replace("＃", "#")
