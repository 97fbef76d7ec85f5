"""Archives for whoever posts by hand: what is in them, and always the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from generator.export import Picture
from generator.social import Draft

Ask = Callable[..., Any]


def opened(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {info.filename: archive.read(info) for info in archive.infolist()}


def test_a_folder_a_post_with_all_there_is_to_copy(post: Draft, card: Picture, ask: Ask) -> None:
    made, problems = ask("zip", [post], pictures={post.id: card})

    assert problems == []
    assert opened(made.files["zip/facebook-hr.zip"]) == {
        "2026-12-01 09.00 dostava.1/alt.txt": post.alt.encode(),
        "2026-12-01 09.00 dostava.1/card-address.txt": card.url.encode(),
        "2026-12-01 09.00 dostava.1/card.jpg": card.content,
        "2026-12-01 09.00 dostava.1/post.txt": post.text.encode(),
    }


def test_the_parts_of_a_thread_are_files_in_order(post: Draft, ask: Ask) -> None:
    thread = replace(post, text=f"Prvi\n\n---\n\nDrugi {post.link}", alt="")

    found = opened(ask("zip", [thread])[0].files["zip/facebook-hr.zip"])

    assert list(found.values()) == [b"Prvi", f"Drugi {post.link}".encode()]
    assert [name.partition("/")[2] for name in found] == ["post-01.txt", "post-02.txt"]


def test_an_archive_a_channel_and_the_same_bytes_whatever_the_order(post: Draft, card: Picture, ask: Ask) -> None:
    second = replace(post, id="facebook-hr.cijena.1", entry="cijena", slot=post.slot.replace(day=2))
    other = replace(post, id="x-hr.dostava.1", channel="a-hr")
    pictures = {post.id: card}

    one, _ = ask("zip", [post, second, other], pictures=pictures)
    two, _ = ask("zip", [other, second, post], pictures=pictures)

    assert list(one.files) == ["zip/a-hr.zip", "zip/facebook-hr.zip"]
    assert one.files == two.files


def test_a_card_that_is_not_built_yet_is_told_and_its_address_given(post: Draft, card: Picture, ask: Ask) -> None:
    made, problems = ask("zip", [post], pictures={post.id: replace(card, content=None)})

    assert [p.code for p in problems] == ["AA516"]
    assert [name.partition("/")[2] for name in opened(made.files["zip/facebook-hr.zip"])] == [
        "alt.txt",
        "card-address.txt",
        "post.txt",
    ]
