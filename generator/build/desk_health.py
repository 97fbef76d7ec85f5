"""What the desk lists for editors to see to: a line for each entry and thing that it lacks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from generator.build.health import health
from generator.build.project import Project
from generator.desk import DeskTask

_MOST = 2000
"""More than anybody reads on a page; the command line has all."""
_DAYS = 30


class _Text(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def lang(self) -> str: ...


def tasks(project: Project, today: date) -> list[DeskTask]:
    """Reviews first, by owner and day; then translations that mislead, and what is missing."""
    found = health(project, today, _DAYS)
    made = [DeskTask(entry=one.id, what=one.state, on=one.on) for one in found.reviews]
    for grade in ("major", "medium", "ungraded"):
        made += _by_entry(grade, (row for row in found.behind if row.state == grade))
    made += _by_entry("short", found.no_short)
    made += [DeskTask(entry=id_, what="owner") for id_ in found.no_owner]
    made += _by_entry("missing", found.missing)
    made += _by_entry("unread", found.unreviewed)
    made += [DeskTask(entry=id_, what="unasked") for id_ in found.never_asked or ()]
    return made[:_MOST]


def _by_entry(what: str, texts: Iterable[_Text]) -> list[DeskTask]:
    languages: dict[str, list[str]] = {}
    for text in texts:
        languages.setdefault(text.id, []).append(text.lang)
    return [DeskTask(entry=id_, what=what, languages=tuple(codes)) for id_, codes in languages.items()]
