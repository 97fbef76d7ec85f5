"""`faq/_calendar.tsv`: what calendars were told of each post, so that a change reaches them and a removal too.

Calendar programs take an event anew only when its SEQUENCE rose, and keep one that is missing until somebody says that
it is cancelled. Neither can be known from today's drafts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TypeAlias

from generator.problems import Place, Problem
from generator.social.moments import format_slot, parse_slot

PATH = "faq/_calendar.tsv"
COLUMNS = ("draft id", "uid", "sequence", "state", "slot", "digest", "title")
Told: TypeAlias = Mapping[str, tuple[str, datetime, str, str]]
"""Draft id -> UID for a new event, slot, digest of all that it shows, title."""

_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,199}")
_UID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@:-]{0,299}")
_NUMBER = re.compile(r"0|[1-9]\d{0,5}", re.ASCII)
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One event as calendars know it."""

    id: str
    uid: str
    """As it was first told: the site may move, the event stays the same."""
    sequence: int
    cancelled: bool
    slot: datetime
    digest: str
    title: str


def follow(before: Iterable[Line], now: Told, today: date) -> tuple[Line, ...]:
    """The lines after an export: what changed has a higher number, what is gone is cancelled until its day is over."""
    known = {line.id: line for line in before}
    told = [_next(known.get(id_), id_, event) for id_, event in now.items()]
    gone = [line for line in known.values() if line.id not in now and line.slot.date() >= today]
    told += [line if line.cancelled else replace(line, cancelled=True, sequence=line.sequence + 1) for line in gone]
    return tuple(sorted(told, key=lambda line: (line.slot.astimezone(UTC), line.id)))


def _next(line: Line | None, id_: str, event: tuple[str, datetime, str, str]) -> Line:
    uid, slot, digest, title = event
    if line is None:
        return Line(id=id_, uid=uid, sequence=0, cancelled=False, slot=slot, digest=digest, title=title)
    if line.digest == digest and not line.cancelled:
        return line
    changed = replace(line, cancelled=False, slot=slot, digest=digest, title=title)
    return replace(changed, sequence=line.sequence + 1)


def format_lines(lines: Iterable[Line]) -> str:
    """The whole file."""
    rows = ["\t".join(COLUMNS)]
    for line in lines:
        state = "cancelled" if line.cancelled else "planned"
        slot = format_slot(line.slot)
        rows.append("\t".join((line.id, line.uid, str(line.sequence), state, slot, line.digest, line.title)))
    return "\n".join(rows) + "\n"


def parse_lines(text: str, path: str = PATH) -> tuple[Sequence[Line], list[Problem]]:
    """What format_lines wrote; a bad line is AA523 at its place."""
    found: dict[str, Line] = {}
    problems = []
    for number, row in enumerate(text.split("\n"), start=1):
        if not row.strip() or (number == 1 and row == "\t".join(COLUMNS)):
            continue
        line = _parse(row.rstrip("\r").split("\t"))
        if line is None or line.id in found:
            message = "this line is no event" if line is None else f"the draft '{line.id}' has two lines"
            hint = "this file is machine-written: take the line from Git"
            problems.append(Problem(Place(path, number), "AA523", message, hint))
        else:
            found[line.id] = line
    return tuple(found.values()), problems


def _parse(cells: Sequence[str]) -> Line | None:
    if len(cells) != len(COLUMNS):
        return None
    id_, uid, sequence, state, slot, digest, title = cells
    when = parse_slot(slot)
    shapes = ((_ID, id_), (_UID, uid), (_NUMBER, sequence), (_DIGEST, digest))
    if (
        when is None
        or state not in {"planned", "cancelled"}
        or not all(shape.fullmatch(cell) for shape, cell in shapes)
    ):
        return None
    return Line(
        id=id_, uid=uid, sequence=int(sequence), cancelled=state == "cancelled", slot=when, digest=digest, title=title
    )
