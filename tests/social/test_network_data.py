"""The data files of networks, and the phrases of posts in every language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import World


def test_the_networks_of_the_first_markets_are_there(world: World) -> None:
    assert {"x", "facebook_page", "instagram_feed", "linkedin_page", "threads", "bluesky", "mastodon"} <= set(
        world.nets
    )


def test_a_limit_nobody_confirmed_is_soft(world: World) -> None:
    assert [network.id for network in world.nets.values() if network.soft] == ["facebook_page"]


def test_drafts_never_make_more_hashtags_than_a_network_takes(world: World) -> None:
    for network in world.nets.values():
        assert network.hashtags_max is None or network.hashtags <= network.hashtags_max


def test_whole_answers_end_below_the_limit(world: World) -> None:
    assert all(network.whole_answer <= network.limit for network in world.nets.values())


def test_serbian_stands_in_its_two_scripts(world: World) -> None:
    languages = world.library([]).languages
    cyrillic = " ".join(re.sub(r"\{\w+\}", "", str(p)) for p in languages["sr"].phrases["posts"].values())
    latin = " ".join(str(p) for p in languages["sr-Latn"].phrases["posts"].values())

    assert not re.search("[a-zčćšđž]", cyrillic, re.IGNORECASE)
    assert not re.search("[а-я]", latin, re.IGNORECASE)
