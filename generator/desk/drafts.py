"""A planned post as the calendar shows it: its parts as the network shows them, its pictures, and why it is there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime

from generator.content.library import Library
from generator.desk.changed import pieces
from generator.desk.values import Values, in_every_language
from generator.social.draft import Poll
from generator.social.reasons import Told

_IMAGE = re.compile(r"(\.\./)*[\w-][\w./%-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskPicture:
    """A card, or a page of a document."""

    file: str
    """Relative to the desk's folder."""
    alt: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskLink:
    """What a network shows of a page that a post links to."""

    host: str
    title: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskPart:
    """One post of a thread, or the whole draft, by characters of the draft's text."""

    start: int
    end: int
    seen: int
    """Up to here people read it without asking for more."""
    length: int
    """As the network counts."""
    link: DeskLink | None = None
    """Where the network makes a preview of its link."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskEdit:
    """What a person changed of what was generated."""

    what: str
    """`text`, `alt` or `slides`."""
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskDraft:
    """One planned post as the calendar shows it."""

    id: str
    channel: str
    network: str
    """Its name as people know it: `Instagram`."""
    entry: str
    language: str
    slot: datetime
    """Aware; shown as wall-clock time of its own zone."""
    text: str
    parts: tuple[DeskPart, ...] = ()
    """None where the text is one post that nothing cuts."""
    length: int
    """As the network counts: the longest part."""
    limit: int
    """0 where the network has none."""
    unit: str
    state: str
    why: str
    reasons: tuple[Told, ...] = ()
    """`why`, as people of other languages can be told it."""
    edits: tuple[DeskEdit, ...] = ()
    posted: str = ""
    """The address of the published post."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """What kind of post it is, by language: `Step by step`."""
    pictures: tuple[DeskPicture, ...] = ()
    """In the order in which they are leafed through."""
    document: str = ""
    """The file to be posted where the pictures are its pages."""
    link_picture: DeskPicture | None = None
    """What previews of its link show."""
    poll: Poll | None = None

    @property
    def order(self) -> tuple[datetime, str, str]:
        """By time, then by name, whatever order they came in."""
        return self.slot.astimezone(UTC), self.channel, self.id

    @property
    def files(self) -> tuple[str, ...]:
        """The pictures and the document."""
        linked = self.link_picture.file if self.link_picture else ""
        return (*(picture.file for picture in self.pictures), *filter(None, [self.document, linked]))


def is_local(image: str) -> bool:
    """Whether a card's address stays within the built files, so that the desk asks no other host."""
    return _IMAGE.fullmatch(image) is not None and "/../" not in image.lstrip("./")


def draft_values(draft: DeskDraft, library: Library) -> Values:
    """A planned post as the desk's script reads it."""
    return {
        "id": draft.id,
        "channel": draft.channel,
        "network": draft.network,
        "entry": draft.entry,
        "lang": draft.language,
        "day": draft.slot.date().isoformat(),
        "time": f"{draft.slot:%H:%M}",
        "zone": str(draft.slot.tzinfo),
        "text": draft.text,
        "parts": list(_parts(draft)),
        "length": draft.length,
        "limit": draft.limit,
        "unit": draft.unit,
        "formats": in_every_language(draft.titles, library),
        "pictures": _pictures(draft.pictures),
        "linkPicture": next(iter(_pictures([draft.link_picture] if draft.link_picture else [])), None),
        "document": draft.document if is_local(draft.document) else "",
        "poll": _poll(draft.poll),
        "state": draft.state,
        "why": reasons(draft),
        "edits": [{"what": edit.what, "pieces": pieces(edit.before, edit.after)} for edit in draft.edits],
        "posted": draft.posted,
    }


def reasons(draft: DeskDraft) -> list[Values]:
    """Each with its kind and values; words of somebody's own as they are."""
    told = draft.reasons or ((Told("text", {"text": draft.why}),) if draft.why else ())
    return [{"kind": one.kind, **one.values} for one in told]


def _parts(draft: DeskDraft) -> Iterator[Values]:
    """Counted as the script counts the characters of a text: in units of UTF-16."""
    whole = DeskPart(start=0, end=len(draft.text), seen=len(draft.text), length=draft.length)
    for part in draft.parts or (whole,):
        start, seen, end = (_units(draft.text[:to]) for to in (part.start, part.seen, part.end))
        yield {
            "start": start,
            "seen": seen,
            "end": end,
            "length": part.length,
            "link": asdict(part.link) if part.link else None,
        }


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _pictures(pictures: Sequence[DeskPicture]) -> list[Values]:
    return [{"file": p.file, "alt": p.alt, "width": p.width, "height": p.height} for p in pictures if is_local(p.file)]


def _poll(poll: Poll | None) -> Values | None:
    if poll is None:
        return None
    return {"question": poll.question, "options": poll.options, "right": poll.right, "hours": poll.hours}
