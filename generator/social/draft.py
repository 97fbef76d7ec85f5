"""A post draft as a value: its names, its link, and hashes that say what it was made from."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlencode, urlsplit

from generator.problems import Place

FOLDER = "faq/_drafts"
_PART = re.compile(r"^---$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Slide:
    """One picture of a carousel: its heading and the words below; the first asks, the last sums up."""

    title: str
    text: str = ""
    alt: str = ""
    """What people hear who cannot see it, as a person wrote it; its words where nobody did."""

    @property
    def said(self) -> str:
        """Everything that stands on it."""
        return "\n".join(part for part in (self.title, self.text) if part)

    @property
    def heard(self) -> str:
        """On one line, as an alt text is."""
        return " ".join((self.alt or self.said).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """A question with buttons below the first post of a draft."""

    options: tuple[str, ...]
    right: int
    """The number of the right option, from 1."""
    hours: int = 24
    """How long it runs."""
    question: str = ""
    """Where the network shows it apart from the text."""

    @property
    def texts(self) -> tuple[str, ...]:
        """What people read of it."""
        return (*((self.question,) if self.question else ()), *self.options)

    def written(self) -> dict[str, Any]:
        """As draft files have it."""
        asked = {"question": tidy(self.question)} if self.question else {}
        return {**asked, "options": [tidy(one) for one in self.options], "right": self.right, "hours": self.hours}


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One post for one channel, at one time."""

    id: str
    channel: str
    network: str
    entry: str
    language: str
    n: int
    """Which time the entry is posted in the channel, from 1."""
    slot: datetime
    """Wall-clock time with the channel's zone (a ZoneInfo)."""
    text: str
    link: str
    alt: str
    card: str
    """The name of a card size; empty for a post without a card."""
    source_hash: str
    """Of exactly the fields of the entry that the draft uses: `sources.used`."""
    format: str = "qa"
    images: tuple[str, ...] = ()
    """Files of its cards, in order; none until they are drawn."""
    state: str = "draft"
    why: str = ""
    slides: tuple[Slide, ...] = ()
    """Of a carousel; other drafts have one card and none of these."""
    poll: Poll | None = None
    """Of a quiz where the network has polls and the channel takes them."""
    pinned: bool = False
    """Whether its slot stays whatever is planned anew."""
    posted: str = ""
    """The address of the published post, where somebody noted it."""
    base: str = ""
    """Which text of the machine the draft was last merged with: 12 digits of that text's hash."""
    named: str = field(default="", compare=False)
    """The id in the file, empty where it has none: another than `id` once somebody moved or copied the file."""
    used: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    """What `source_hash` covers; only drafts just made have it, later it stands in their base."""

    @property
    def parts(self) -> tuple[str, ...]:
        """The posts of a thread, parted by lines of three hyphens; most drafts are one."""
        return split_parts(self.text)

    @property
    def alts(self) -> tuple[str, ...]:
        """The alt text of each picture."""
        return tuple(slide.heard for slide in self.slides) or (self.alt,)


def split_parts(text: str) -> tuple[str, ...]:
    """The posts of a text, as in `Draft.parts`."""
    return tuple(part.strip() for part in _PART.split(text))


def draft_id(channel: str, entry: str, n: int) -> str:
    """`x-hr.delivery-time.1`: lower case, because it ends up in links and statistics (ids are ASCII already)."""
    return f"{channel}.{entry}.{n}".lower()


def draft_path(channel: str, entry: str, n: int) -> str:
    """Below the folder of drafts: `x-hr/delivery-time.1.md`."""
    return f"{channel}/{entry}.{n}.md"


def place(draft: Draft) -> Place:
    """The draft's file."""
    return Place(f"{FOLDER}/{draft_path(draft.channel, draft.entry, draft.n)}")


def tracked(address: str, network: str, id_: str) -> str:
    """An address that tells statistics which draft somebody came from, and nothing about the person."""
    tags = {"utm_source": network.lower(), "utm_medium": "social", "utm_campaign": "faq", "utm_content": id_}
    return f"{address}?{urlencode(tags)}"


def readable(address: str) -> str:
    """An address to type: host and path, without scheme and the last slash."""
    parts = urlsplit(address)
    return (parts.netloc + parts.path).rstrip("/")


def source_hash(used: Mapping[str, str]) -> str:
    """SHA-256 of exactly the fields a draft was made from."""
    return _sha256(json.dumps(used, ensure_ascii=False, sort_keys=True))


def text_hash(draft: Draft) -> str:
    """SHA-256 of what people edit, post, alt text, slides, poll: differs from the ledger's once somebody wrote."""
    return words_hash(draft.text, draft.alt, draft.slides, draft.poll)


def words_hash(text: str, alt: str, slides: Sequence[Slide], poll: Poll | None) -> str:
    """The same of words that are in no draft yet, or no more."""
    drawn = [drawn_words(slides)] if slides else []
    asked = [poll.written()] if poll else []
    return _sha256(json.dumps([tidy(text), tidy(alt), *drawn, *asked], ensure_ascii=False))


def drawn_words(slides: Sequence[Slide]) -> list[list[str]]:
    """What people edit of slides, in one form; alt texts only where there are any, so that older hashes hold."""
    return [[tidy(s.title), tidy(s.text), *([tidy(s.alt)] if s.alt else [])] for s in slides]


def tidy(text: str) -> str:
    """NFC, LF line ends, no space at line ends, at most one empty line, none around the text."""
    normal = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    lines = "\n".join(line.rstrip() for line in normal.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
