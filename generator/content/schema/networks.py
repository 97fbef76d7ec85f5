"""`data/networks/<id>.yml` and the front matter of a post draft."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.content.schema.base import Code, Id, Text, Written

Unit = Literal["x_weighted", "graphemes", "mastodon", "threads", "codepoints", "utf16", "bytes"]
State = Literal["draft", "review", "approved", "exported", "published"]
Format = Literal["qa", "tip", "did_you_know", "steps", "myth", "checklist", "quiz", "ask_before", "hours", "changed"]
Amount = Annotated[int, Field(ge=1, le=1_000_000_000)]


class ImageRules(Written):
    """The picture a post carries: which card size, and what the network takes."""

    size: Id
    width: Amount
    height: Amount
    formats: Annotated[tuple[Literal["jpg", "png", "webp", "gif"], ...], Field(min_length=1)]
    """The one cards are made in comes first."""
    max_bytes: Amount
    required: bool = False


class NetworkFile(Written):
    """One social network: what fits, how it counts, what its readers see."""

    label: Text
    limit: Amount
    soft: bool = False
    """The limit is not confirmed by the network: going over it is a warning, not an error."""
    unit: Unit
    max_text_bytes: Amount | None = None
    url_weight: Amount | None = None
    """What every link counts; absent where a link counts its own length."""
    whole_answer: Annotated[int, Field(ge=0)] = 0
    """Posts of up to this many units carry the whole answer; 0 where the short one is always better."""
    fold: Amount
    """Characters people see before "more"."""
    hashtags: Annotated[int, Field(ge=0, le=2)] = 0
    """How many a draft gets."""
    hashtags_max: Annotated[int, Field(ge=0)] | None = None
    """How many the network takes; absent where no number is known."""
    alt_max: Amount
    links_clickable: bool
    image: ImageRules
    sources: tuple[Text, ...] = ()


class DraftMatter(Written):
    """Front matter of `faq/_drafts/<channel>/<entry>.<n>.md`."""

    state: State
    slot: Text
    network: Id
    language: Code
    format: Format
    link: Annotated[str, StringConstraints(pattern=r"^https?://[^\s\"'<>]+$")]
    card: Id
    image: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-][A-Za-z0-9._/-]*$")] | None = None
    alt: Text | None = None
    why: Text | None = None
    source: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
