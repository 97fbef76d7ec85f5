"""What an export is asked for, what it gives, and what every kind of exporter looks like."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from generator.content.schema.exports import ExportFile
from generator.export.post import Picture, Post
from generator.export.sequence import Line
from generator.files import Tree
from generator.problems import Problem
from generator.social.draft import Draft
from generator.social.network import Network


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One export; nothing that it depends on is hidden elsewhere."""

    name: str
    spec: ExportFile
    today: date
    networks: Mapping[str, Network]
    pictures: Mapping[str, Sequence[Picture]] = field(default_factory=dict)
    """Draft id -> its cards in order, where they can be drawn."""
    gone_out: Collection[str] = ()
    """Ids of drafts that were exported or published before, whatever their files say."""
    judge: Callable[[Sequence[Draft]], list[Problem]] = lambda _drafts: []
    """What is asked of the drafts themselves: the rules of posts, whether they still say what their entries say."""
    calendar: Sequence[Line] = ()
    """What calendars were told before."""
    channels: Collection[str] = ()
    """Those whose posts go out; all where none is named. Overviews show all."""
    include_drafts: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What one exporter made: files by their path below the export's own folder."""

    files: Tree
    calendar: Sequence[Line] | None = None
    """What calendars have been told now; None where none was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """What one export gives: files below `<name>/`, and what has to be remembered of it."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    sent: Sequence[Draft] = ()
    """Drafts that count as exported from now on."""
    before: int = 0
    """How many were left out because they had gone out before."""
    calendar: Sequence[Line] | None = None


class Exporter(Protocol):
    """Posts in order of time to files."""

    def __call__(self, posts: Sequence[Post], request: Request) -> tuple[Made, list[Problem]]:
        """Posts are sound and chosen; a problem is of the format alone."""
