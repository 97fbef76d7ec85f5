"""A draft on its way out: with its picture and its account, and what a format may ask of it."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, TypeAlias

from generator.export.facets import facets
from generator.social.counting import count_alt
from generator.social.draft import Draft, Slide, split_parts
from generator.social.moments import zone_name
from generator.social.network import Network
from generator.social.polls import described

DOCUMENT = "application/pdf"
TYPES: Mapping[str, str] = {
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "gif": "image/gif",
    "pdf": DOCUMENT,
}
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
    alt: str = ""
    """What is drawn on it, in words; for where the draft says nothing of its own."""

    @property
    def suffix(self) -> str:
        """`jpg`, `png`, `pdf`."""
        return self.name.rpartition(".")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One draft, one part of its thread, or one of its pictures."""

    draft: Draft
    text: str
    part: int = 0
    """Which part of the thread, from 1; 0 for the whole draft."""
    pictures: tuple[Picture, ...] = ()
    alts: tuple[str, ...] = ()
    """One for each picture, where there are any."""
    account: str = ""

    @property
    def picture(self) -> Picture | None:
        """The first."""
        return self.pictures[0] if self.pictures else None

    @property
    def parts(self) -> tuple[Post, ...]:
        """Its thread; the pictures belong to the first."""
        bare = replace(self, pictures=(), alts=())
        return tuple(
            replace(self if number == 1 else bare, text=text, part=number)
            for number, text in enumerate(split_parts(self.text), start=1)
        )

    @property
    def images(self) -> tuple[Post, ...]:
        """The same with one picture each."""
        alts = (*self.alts, *[""] * len(self.pictures))
        return tuple(replace(self, pictures=(one,), alts=(alt,)) for one, alt in zip(self.pictures, alts, strict=False))


def post_of(draft: Draft, pictures: Sequence[Picture], network: Network | None, account: str) -> Post:
    """A draft with what goes out beside its text; a document is one file, and heard as all its pages."""
    alts = draft.alts
    if draft.slides and len(pictures) == len(draft.slides):
        alts = tuple(_heard(*pair, network) for pair in zip(draft.slides, pictures, strict=True))
    elif len(pictures) == 1:
        alts = (" ".join(alts),)
    return Post(draft=draft, text=draft.text, pictures=tuple(pictures), alts=alts, account=account)


def _heard(slide: Slide, picture: Picture, network: Network | None) -> str:
    """A person's alt text, else all that was drawn, else the slide's own words."""
    drawn = picture.alt if network and count_alt(picture.alt, network) <= network.alt_max else ""
    return slide.alt or drawn or slide.heard


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
    held = {
        "image": post.picture is not None and not is_document(post.picture),
        "document": post.picture is not None and is_document(post.picture),
        "poll": post.draft.poll is not None and first,
        "first": first,
        "reply": not first,
    }
    return held[condition]


def is_document(picture: Picture) -> bool:
    """Whether it is a PDF, which few take for a picture."""
    return TYPES.get(picture.suffix) == DOCUMENT


def each(post: Post, name: str) -> tuple[str, ...]:
    """One of the fields that a post has for each of its pictures."""
    return tuple(picture.url for picture in post.pictures) if name == "image_url" else post.alts


def _of_picture(get: Callable[[Picture], Value], none: Value = None) -> Callable[[Post], Value]:
    return lambda post: get(post.picture) if post.picture else none


def _cid(content: bytes) -> str:
    """How Bluesky calls a file that is uploaded: the version 1 CID of its bytes (multicodec raw, SHA-256)."""
    digest = bytes((0x01, 0x55, 0x12, 0x20)) + hashlib.sha256(content).digest()
    return "b" + base64.b32encode(digest).decode().lower().rstrip("=")


_FIELDS: Mapping[str, Callable[[Post], Value]] = {
    "text": lambda post: post.text,
    "title": lambda post: post.draft.slides[0].title if post.draft.slides else "",
    "alt": lambda post: post.alts[0] if post.alts else "",
    "account": lambda post: post.account,
    "facets": lambda post: facets(post.text, post.draft.link),
    "language_code": lambda post: post.draft.language.partition("-")[0],
    "poll": lambda post: described(post.draft.poll),
    "poll_options": lambda post: list(post.draft.poll.options) if post.draft.poll else None,
    "poll_seconds": lambda post: post.draft.poll.hours * 3600 if post.draft.poll else None,
    "zone": lambda post: zone_name(post.draft.slot),
    "image_url": _of_picture(lambda picture: picture.url, ""),
    "image_name": _of_picture(lambda picture: picture.name.rpartition("/")[2], ""),
    "image_type": _of_picture(lambda picture: TYPES.get(picture.suffix, "application/octet-stream"), ""),
    "image_width": _of_picture(lambda picture: picture.width),
    "image_height": _of_picture(lambda picture: picture.height),
    "image_size": _of_picture(lambda picture: len(picture.content) if picture.content is not None else 0),
    "image_cid": _of_picture(
        lambda picture: _cid(picture.content) if picture.content is not None else "<cid from uploadBlob>"
    ),
}
