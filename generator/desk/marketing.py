"""What stands beside the calendar: posts to call back, what is posted, what is wanting, files, what is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime

from generator.demand.kept import Kept
from generator.desk.asked import asked_values
from generator.desk.changed import pieces
from generator.desk.values import Values
from generator.problems import Problem
from generator.social import Change, Demand


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskRecall:
    """A post that says what is not true any more."""

    id: str
    channel: str
    network: str
    entry: str
    question: str
    """As the post asked it."""
    language: str
    slot: datetime
    state: str
    posted: str
    changes: Sequence[Change]
    """What it says and what the entry says now; empty where the entry is gone."""
    correction: str = ""
    """To be posted, in the post's language; only where others have the post already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskSum:
    """How much is posted of a topic, in all languages, or of a language."""

    id: str
    entries: int
    """Answers that there are."""
    silent: int
    """Those that were never posted and are not planned."""
    sent: int
    """Posts that went out."""
    planned: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskCoverage:
    """Which answers are posted, in which languages."""

    languages: Sequence[DeskSum] = ()
    """Those that some channel posts in, in the site's order."""
    topics: Sequence[DeskSum] = ()
    """Those that are posted about most first."""
    entries: Mapping[str, Mapping[str, tuple[int, int]]] | None = None
    """Entry -> language -> posts that went out, and planned ones; languages that it is not written in are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskTask:
    """Something that an editor should see to."""

    entry: str
    what: str
    """`overdue`, `edited`, `due`, `never` (reviews); `major`, `medium`, `ungraded`, `unread`, `missing` (translations);
    `short`, `owner`; `unasked` in the log that was kept."""
    languages: Sequence[str] = ()
    """In which it is so; none where it is so of the entry."""
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskExport:
    """A file, or several, for one tool, made by the last build."""

    name: str
    """As the command line calls it."""
    label: str
    takes: str
    """`posts` or `answers`."""
    verified: str
    note: str
    unverified: str
    files: Mapping[str, int]
    """Path below the desk's folder -> bytes."""
    count: int = 0
    """Posts in them."""
    told: Sequence[Problem] = ()
    """What was left out, and what else to know."""
    by_command: bool = False
    """Whether only the command line makes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marketing:
    """All of it."""

    recalls: Sequence[DeskRecall] = ()
    coverage: DeskCoverage = DeskCoverage()
    health: Sequence[DeskTask] = ()
    unused: Sequence[str] = ()
    """Facts that nothing uses."""
    exports: Sequence[DeskExport] = ()
    weeks: int = 0
    """How far the exports look ahead."""
    kept: Kept | None = None
    """What was kept of a log of questions."""
    demand: Demand = field(default_factory=dict)
    """How often entries were asked for in it."""


def marketing_values(marketing: Marketing) -> Values:
    """As the desk's script reads them."""
    return {
        "recalls": [_recall(one) for one in marketing.recalls],
        "coverage": _coverage(marketing.coverage),
        "health": [asdict(one) | {"on": one.on.isoformat() if one.on else ""} for one in marketing.health],
        "unused": list(marketing.unused),
        "exports": [_export(one) for one in marketing.exports],
        "weeks": marketing.weeks,
        "asked": asked_values(marketing.kept, marketing.demand),
    }


def _recall(one: DeskRecall) -> Values:
    return {
        "id": one.id,
        "channel": one.channel,
        "network": one.network,
        "entry": one.entry,
        "question": one.question,
        "lang": one.language,
        "day": one.slot.date().isoformat(),
        "time": f"{one.slot:%H:%M}",
        "state": one.state,
        "posted": one.posted,
        "changes": [_change(change) for change in one.changes],
        "correction": one.correction,
    }


def _change(change: Change) -> Values:
    field, _, fact = change.field.partition(":")
    return {
        "field": field.partition(".")[0],
        "fact": fact,
        "old": change.old,
        "new": change.new,
        "pieces": pieces(change.old, change.new) if change.new else [],
    }


def _coverage(coverage: DeskCoverage) -> Values:
    return {
        "languages": [asdict(one) for one in coverage.languages],
        "topics": [asdict(one) for one in coverage.topics],
        "entries": coverage.entries or {},
    }


def _export(one: DeskExport) -> Values:
    return {
        "name": one.name,
        "label": one.label,
        "takes": one.takes,
        "verified": one.verified,
        "note": one.note,
        "unverified": one.unverified,
        "files": [{"path": path, "size": size} for path, size in one.files.items()],
        "count": one.count,
        "told": [{"code": problem.code, "message": problem.message} for problem in one.told],
        "byCommand": one.by_command,
    }
