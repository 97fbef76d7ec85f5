"""What is asked of every draft, whoever wrote it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from generator.problems import Severity
from generator.social import Draft, check
from generator.social.draft import draft_id, readable, tidy, tracked

if TYPE_CHECKING:
    from conftest import World


def codes(world: World, draft: Draft, network: str = "x") -> list[tuple[str, Severity]]:
    return [(p.code, p.severity) for p in check(draft, world.nets[network])]


def test_a_generated_draft_is_fine(world: World, post: Draft) -> None:
    assert codes(world, post) == []


@pytest.mark.parametrize(
    ("change", "code", "severity"),
    [
        ({"text": "{link} " + "a" * 257}, "AA320", Severity.ERROR),
        ({"text": ""}, "AA320", Severity.ERROR),
        ({"text": "no link"}, "AA323", Severity.ERROR),
        ({"text": "{link} Price: {{ price }}"}, "AA324", Severity.ERROR),
        ({"alt": "a" * 1001}, "AA322", Severity.ERROR),
        ({"alt": ""}, "AA322", Severity.WARNING),
        ({"alt": "", "images": ("cards/a.png",)}, "AA322", Severity.ERROR),
    ],
)
def test_mistakes_are_found(world: World, post: Draft, change: dict[str, Any], code: str, severity: Severity) -> None:
    changed = {k: v.replace("{link}", post.link) if isinstance(v, str) else v for k, v in change.items()}

    assert (code, severity) in codes(world, replace(post, **changed))


def test_every_post_of_a_thread_fits_alone(world: World, post: Draft) -> None:
    fitting = replace(post, text=f"{'a' * 280}\n---\n{'b' * 256} {post.link}")
    long = replace(post, text=f"{'a' * 281}\n---\n{post.link}")
    empty = replace(post, text=f"{post.link}\n---\n")

    assert codes(world, fitting) == []
    assert [p.message for p in check(long, world.nets["x"])] == [
        "post 1 of the thread counts 281 on X, which takes 280"
    ]
    assert [p.message for p in check(empty, world.nets["x"])] == ["post 2 of the thread has no text"]


@pytest.mark.parametrize("left", ["TODO", "{link}", "{{ price }}", "{% if x %}", "Lorem ipsum"])
def test_nothing_is_left_to_be_filled_in(world: World, post: Draft, left: str) -> None:
    assert codes(world, replace(post, text=f"{post.link} {left}")) == [("AA324", Severity.ERROR)]


def test_the_last_character_that_fits_is_fine(world: World, post: Draft) -> None:
    assert codes(world, replace(post, text=f"{post.link} {'a' * 256}")) == []


def test_a_limit_that_no_network_confirmed_only_warns(world: World, post: Draft) -> None:
    long = replace(post, text=f"{post.link} {'a' * 70_000}", network="facebook_page")

    assert codes(world, long, "facebook_page") == [("AA320", Severity.WARNING)]


def test_instagram_takes_five_hashtags(world: World, post: Draft) -> None:
    tagged = replace(post, text=" ".join(f"#tag{n}" for n in range(6)))

    assert codes(world, tagged, "instagram_feed") == [("AA321", Severity.ERROR)]
    assert codes(world, replace(post, text="a#b #1 #čaj #да &#39; C#"), "instagram_feed") == []


def test_bluesky_counts_bytes_too(world: World, post: Draft) -> None:
    heavy = replace(post, text=f"{post.link}\n" + "👨‍👩‍👧‍👦" * 120)

    (problem,) = check(heavy, world.nets["bluesky"])
    assert problem.message.endswith("Bluesky takes 3000")


def test_ids_are_lower_case() -> None:
    assert draft_id("X-Hr", "makeGame", 12) == "x-hr.makegame.12"


def test_addresses_for_links_and_for_typing() -> None:
    assert tracked("https://a.hr/q/b/", "X", "x.b.1").endswith(
        "?utm_source=x&utm_medium=social&utm_campaign=faq&utm_content=x.b.1"
    )
    assert readable("https://a.hr/hr/q/b/") == "a.hr/hr/q/b"


def test_tidy_text_is_one_form() -> None:
    assert tidy("  a \r\n\r\n\r\n\r\nc\u030c  \n") == "a\n\nč"
    assert tidy(tidy(" a \n\n\n b ")) == tidy(" a \n\n\n b ")
