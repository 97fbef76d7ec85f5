"""A draft on its way out: with its picture and its account, and what a format may ask of it."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeAlias

from generator.export.facets import facets
from generator.social.draft import Draft, split_parts
from generator.social.moments import zone_name
from generator.social.polls import described

TYPES: Mapping[str, str] = {"jpg": "image/jpeg", "png": "image/png", "webp": "image/webp", "gif": "image/gif"}
Value: TypeAlias = Any
"""Text, number, list or mapping: whatever JSON has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The card of a post."""

    url: str
    """Where it is, or will be, on the public site."""
    name: str
    """Its file, below the site's `cards/`."""
    width: int
    height: int
    content: bytes | None = None
    """None while it is not on the last built site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One draft, or one part of its thread."""

    draft: Draft
    text: str
    part: int = 0
    """Which part of the thread, from 1; 0 for the whole draft."""
    picture: Picture | None = None
    account: str = ""

    @property
    def parts(self) -> tuple[Post, ...]:
        """Its thread; the picture belongs to the first."""
        return tuple(
            Post(
                draft=self.draft,
                text=text,
                part=number,
                picture=self.picture if number == 1 else None,
                account=self.account,
            )
            for number, text in enumerate(split_parts(self.text), start=1)
        )


def when(post: Post, wanted: str, zone: str) -> str:
    """Its time in a format of strftime, by the wall clock of its channel or in UTC."""
    return local(post.draft.slot, zone).strftime(wanted)


def local(slot: datetime, zone: str) -> datetime:
    """A slot by one of the two clocks that formats ask for."""
    return slot.astimezone(UTC) if zone == "utc" else slot


def value(post: Post, name: str) -> Value:
    """A field of the schema's RecordField."""
    return _FIELDS[name](post) if name in _FIELDS else getattr(post.draft, name)


def holds(post: Post, condition: str) -> bool:
    """A condition of the schema."""
    first = post.part <= 1
    return {
        "image": post.picture is not None,
        "poll": post.draft.poll is not None and first,
        "first": first,
        "reply": not first,
    }[condition]


def _of_picture(get: Callable[[Picture], Value], none: Value = None) -> Callable[[Post], Value]:
    return lambda post: get(post.picture) if post.picture else none


def _suffix(name: str) -> str:
    return name.rpartition(".")[2]


def _cid(content: bytes) -> str:
    """How Bluesky calls a file that is uploaded: the version 1 CID of its bytes (multicodec raw, SHA-256)."""
    digest = bytes((0x01, 0x55, 0x12, 0x20)) + hashlib.sha256(content).digest()
    return "b" + base64.b32encode(digest).decode().lower().rstrip("=")


_FIELDS: Mapping[str, Callable[[Post], Value]] = {
    "text": lambda post: post.text,
    "account": lambda post: post.account,
    "facets": lambda post: facets(post.text, post.draft.link),
    "language_code": lambda post: post.draft.language.partition("-")[0],
    "poll": lambda post: described(post.draft.poll),
    "poll_options": lambda post: list(post.draft.poll.options) if post.draft.poll else None,
    "poll_seconds": lambda post: post.draft.poll.hours * 3600 if post.draft.poll else None,
    "zone": lambda post: zone_name(post.draft.slot),
    "image_url": _of_picture(lambda picture: picture.url, ""),
    "image_name": _of_picture(lambda picture: picture.name.rpartition("/")[2], ""),
    "image_type": _of_picture(lambda picture: TYPES.get(_suffix(picture.name), "application/octet-stream"), ""),
    "image_width": _of_picture(lambda picture: picture.width),
    "image_height": _of_picture(lambda picture: picture.height),
    "image_size": _of_picture(lambda picture: len(picture.content) if picture.content is not None else 0),
    "image_cid": _of_picture(
        lambda picture: _cid(picture.content) if picture.content is not None else "<cid from uploadBlob>"
    ),
}
