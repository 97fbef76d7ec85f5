"""What holds for an entry in all its languages: owner, review, season, posting, former names, graded edits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from generator.problems import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """When posting helps most; month and day, may run over New Year."""

    start: tuple[int, int]
    end: tuple[int, int]

    def holds(self, day: date) -> bool:
        """Whether a day lies inside, ends included."""
        today = (day.month, day.day)
        if self.start <= self.end:
            return self.start <= today <= self.end
        return today >= self.start or today <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """When and how often an entry may be posted, beside its season."""

    first: date | None = None
    """No post before this day (an embargo)."""
    until: date | None = None
    """No post after this day."""
    cooldown: int | None = None
    """Days between two posts in one channel, where they are not the channel's."""
    cycles: int | None = None
    """So often in one channel, where that is not the channel's."""


Grade: TypeAlias = Literal["typo", "medium", "major"]
"""How much an edit of the source concerns its translations: not, a little, or so much that readers are warned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """An edit of the source text that somebody graded."""

    hash: str
    """Of the text after the edit: `translations.fingerprint`."""
    grade: Grade
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Somebody read a text and found it true."""

    entry: str
    language: str
    on: date
    by: str = ""
    """Who did; empty where nobody wrote it."""
    hash: str
    """Of what was reviewed: `reviews.hash_of`."""
    place: Place = field(default=Place("faq/_reviews.tsv"), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """How a translation stands to its source."""

    standing: Literal["fresh", "typo", "medium", "major", "ungraded", "unknown"]
    since: date | None = None
    """When the first edit of that grade was recorded."""
    to_grade: bool = False
    """Whether the source was edited again and nobody has said how much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """What holds for an entry in all its languages; written once, in the source language."""

    owner: str = ""
    reviewed: date | None = None
    """The day of the last review that holds."""
    voided: date | None = None
    """The day of the last review, where none holds: words or facts changed since."""
    review_every: int | None = None
    """Days."""
    season: Season | None = None
    tags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    """Former ids."""
    replaces: tuple[str, ...] = ()
    """Ids of other entries that are gone, and that this one answers for."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """Former heading id -> where its words stand now: `#heading`, `entry` or `entry#heading`.

    `former-id#heading` is a heading of an entry that was merged into this one."""
    order: int = 1000
    skip_posts: bool = False
    tells_hours: bool = False
    """Whether its posts may say when somebody is there."""
    posting: Posting = Posting()
    note: str = ""
    """For agents only; never on a public page or in a draft."""
    edits: tuple[Edit, ...] = ()
    """In the order they were made."""

    @property
    def due(self) -> date | None:
        """The day by which its next review is due; that of the last one where an edit made it void."""
        if not self.review_every or self.voided:
            return self.voided if self.review_every else None
        last = date.max.toordinal()
        return date.fromordinal(min(self.reviewed.toordinal() + self.review_every, last)) if self.reviewed else None

    def is_due(self, today: date) -> bool:
        """Whether its next review should have been by now; at once where an edit made the last one void."""
        return self.due is not None and (self.voided is not None or self.due < today)

    @property
    def lateness(self) -> str:
        """Why its review is overdue, of an entry of which it is."""
        return (
            f"was edited after its review of {self.due}" if self.voided else f"should have been reviewed by {self.due}"
        )


UNSAID = Meta()
"""Of an entry that says nothing of it."""
