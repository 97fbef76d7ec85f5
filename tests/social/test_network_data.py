"""The data files of networks, and the phrases of posts in every language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from generator.content.data import PACKAGE, read_all
from generator.content.library import Entry
from generator.content.schema.cards import CanvasFile
from generator.content.schema.networks import NetworkFile
from generator.problems import Severity
from generator.social import Network, check, is_hashtag, networks
from generator.social.hashtags import hashtag

if TYPE_CHECKING:
    from conftest import World

SHARED = Path(__file__).parents[3] / "shared"
ELSEWHERE = {"facebook_page": {(1080, 1920)}, "instagram_feed": {(1080, 1440)}}
"""A story is a network of its own; the tall post can only be made in the app."""


def test_every_network_that_marketers_post_to_is_there(world: World) -> None:
    assert set(world.nets) == {
        "x", "facebook_page", "instagram_feed", "instagram_carousel", "instagram_story", "linkedin_page",
        "linkedin_document", "threads", "bluesky", "mastodon", "pinterest", "tiktok_photo", "google_business",
        "telegram_channel", "viber_channel", "whatsapp_channel", "youtube_post", "reddit",
    }  # fmt: skip


def test_a_limit_nobody_confirmed_is_soft(world: World) -> None:
    soft = {network.id for network in world.nets.values() if network.soft}
    assert soft == {
        "facebook_page", "instagram_story", "google_business", "viber_channel", "whatsapp_channel", "youtube_post",
    }  # fmt: skip
    assert soft == {network.id for network in world.nets.values() if not network.confirmed("limit")}


def test_a_part_of_what_is_unconfirmed_is_unconfirmed(world: World) -> None:
    youtube, x = world.nets["youtube_post"], world.nets["x"]
    assert not youtube.confirmed("poll.option_max")
    assert x.confirmed("poll.option_max")
    assert not x.confirmed("poll.options_max")


def test_numbers_agree_with_the_fact_sheet(world: World) -> None:
    facts = SHARED / "facts/networks.yaml"
    if not facts.exists():
        pytest.skip("the fact sheet lies beside the project, and not here")
    for id_, fact in yaml.safe_load(facts.read_text(encoding="utf-8"))["networks"].items():
        network = world.nets[id_]
        for ours, theirs in compared(network, fact).values():
            assert theirs is None or ours == theirs, (id_, ours, theirs)
        assert fact["verified"] or not network.confirmed("limit"), id_
        sizes = {(size["width"], size["height"]) for size in fact["images"]} - ELSEWHERE.get(id_, set())
        assert sizes == {(size.width, size.height) for size in network.images}, id_


def compared(network: Network, fact: Mapping[str, Any]) -> dict[str, tuple[object, object]]:
    """What we say and what the fact sheet says; None there is a number nobody knows."""
    caption = fact.get("limit_caption")
    unit = {"threads_chars": "threads", "chars_unspecified": "utf16"}.get(fact["unit"], fact["unit"])
    return {
        "limit": (network.limit, caption or fact["limit"]),
        "without picture": (network.room(picture=False), fact["limit"]),
        "unit": ("graphemes" if network.unit == "mastodon" else network.unit, unit),
        "link": (network.url_weight, fact["url_weight"]),
        "hashtags": (network.hashtags_max, fact["hashtags_max"]),
        "alt": (network.alt_max, fact["alt_max"]),
        "clickable": (network.links_clickable, fact["links_clickable"]),
        "links": (network.links_max, fact.get("links_max")),
        "thread": (network.thread, fact["thread"]),
        "images": (network.image.max_images, fact["max_images"]),
        "bytes": (network.image.max_bytes, fact["max_bytes"]),
        "title": (network.title.limit if network.title else None, fact.get("title_max")),
        "required": (network.requires, tuple(fact.get("required", ()))),
        "text bytes": (network.max_text_bytes, fact.get("max_bytes_text")),
    }


def test_a_story_has_no_text_and_whoever_posts_it_finds_the_link_in_the_draft(world: World, entry: Entry) -> None:
    story = world.write(entry, "instagram_story")
    assert story.text == ""
    assert "/q/delivery-time/" in story.link
    assert check(story, world.nets["instagram_story"]) == []
    (problem,) = check(replace(story, text="Swipe up"), world.nets["instagram_story"])
    assert (problem.code, problem.severity) == ("AA320", Severity.WARNING)


def test_pictures_are_of_a_size_that_cards_have_and_made_in_a_format_that_the_network_takes(world: World) -> None:
    canvases, _ = read_all(CanvasFile, "canvases")
    for network in world.nets.values():
        size = canvases[network.image.size]
        assert (network.image.width, network.image.height) == (size.width, size.height), network.id
        assert network.images, network.id


def test_a_file_of_a_few_lines_is_a_network(tmp_path: Path) -> None:
    folder = tmp_path / "networks"
    folder.mkdir()
    (folder / "intranet.yml").write_text(
        "label: Intranet\nlimit: 900\nunit: codepoints\nfold: 200\nlinks_clickable: true\n"
        "image: {size: wide, width: 1200, height: 630, formats: [png], max_bytes: 1000000}\n"
    )
    files, problems = read_all(NetworkFile, "networks", tmp_path)
    assert problems == []
    intranet = networks(files)["intranet"]
    assert (intranet.limit, intranet.poll, intranet.confirmed("limit")) == (900, None, True)


def test_a_slip_in_what_is_unconfirmed_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "networks"
    folder.mkdir()
    text = (PACKAGE / "networks" / "x.yml").read_text(encoding="utf-8")
    (folder / "x.yml").write_text(text.replace("poll.options_max,", "poll.option_maximum,"), encoding="utf-8")
    (problem,) = read_all(NetworkFile, "networks", tmp_path)[1]
    assert (problem.code, problem.message) == (
        "AA010",
        "'unverified' names what is no key of a network: poll.option_maximum",
    )


def test_every_number_has_a_source_and_what_only_others_say_is_marked() -> None:
    files, _ = read_all(NetworkFile, "networks")
    for id_, file in files.items():
        assert file.sources, id_
        hearsay = [source for source in file.sources if not isinstance(source, str)]
        assert not any(source.verified for source in hearsay), id_
        assert not hearsay or file.unverified or id_ == "instagram_carousel", id_


def test_drafts_never_make_more_hashtags_than_a_network_takes(world: World) -> None:
    for network in world.nets.values():
        assert network.hashtags_max is None or network.hashtags <= network.hashtags_max


def test_longest_hashtags_drafts_make_are_hashtags(world: World) -> None:
    for network in world.nets.values():
        if network.hashtags:
            assert is_hashtag(hashtag("Dostava i povrat"), network), network.id
            assert is_hashtag(hashtag("Ђурђевак"), network), network.id


def test_whole_answers_end_below_the_limit(world: World) -> None:
    assert all(network.whole_answer <= network.limit for network in world.nets.values())


def test_serbian_stands_in_its_two_scripts(world: World) -> None:
    languages = world.library([]).languages
    cyrillic = " ".join(re.sub(r"\{\w+\}", "", str(p)) for p in languages["sr"].phrases["posts"].values())
    latin = " ".join(str(p) for p in languages["sr-Latn"].phrases["posts"].values())

    assert not re.search("[a-zčćšđž]", cyrillic, re.IGNORECASE)
    assert not re.search("[а-я]", latin, re.IGNORECASE)
