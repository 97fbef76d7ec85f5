"""`_posts.tsv`: what was planned, exported and published; machine-written, reviewed in Git."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeAlias

from generator.problems import Place, Problem
from generator.social.draft import Draft, draft_id, text_hash
from generator.social.moments import format_slot, parse_slot
from generator.social.states import STATES

PATH = "faq/_posts.tsv"
COLUMNS = (
    "draft id", "state", "slot", "channel", "network", "language", "entry", "n", "source_hash", "text_hash", "approved",
)  # fmt: skip
OPTIONAL = 1
"""How many of the last columns a line may lack: they came later, and old lines are still read."""

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}")
_HASH = re.compile(r"[0-9a-f]{64}")
_SEAL = re.compile(r"(?:[0-9a-f]{12}(?: [0-9a-f]{12}){4,5})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One line: a draft as the machine last wrote it."""

    id: str
    state: str
    slot: datetime
    channel: str
    network: str
    language: str
    entry: str
    n: int
    source_hash: str
    text_hash: str
    approved: str = ""
    """What was approved, as `states.seal` has it; empty while nothing is."""


Ledger: TypeAlias = tuple[Record, ...]
"""By slot, then id."""


def record(draft: Draft) -> Record:
    """The line of a draft just made."""
    return Record(
        id=draft.id,
        state=draft.state,
        slot=draft.slot,
        channel=draft.channel,
        network=draft.network,
        language=draft.language,
        entry=draft.entry,
        n=draft.n,
        source_hash=draft.source_hash,
        text_hash=text_hash(draft),
    )


def ledger(records: Iterable[Record]) -> Ledger:
    """Records in the one order the file has."""
    return tuple(sorted(records, key=lambda r: (r.slot.astimezone(UTC), r.id)))


def format_ledger(records: Iterable[Record]) -> str:
    """The whole file: a line of column names, then a line a draft."""
    lines = ["\t".join(COLUMNS)]
    lines += [format_record(one) for one in ledger(records)]
    return "\n".join(lines) + "\n"


def format_record(one: Record) -> str:
    """A line of the file, without its end."""
    slot = format_slot(one.slot)
    names = (one.channel, one.network, one.language, one.entry)
    return "\t".join((one.id, one.state, slot, *names, str(one.n), one.source_hash, one.text_hash, one.approved))


def parse_ledger(text: str, path: str = PATH) -> tuple[Ledger, list[Problem]]:
    """The records of every good line; a bad one is AA310 at its line, and must not be lost by writing anew."""
    records: dict[str, Record] = {}
    problems = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip() or (number == 1 and line.startswith(COLUMNS[0] + "\t")):
            continue
        found = _parse(line)
        if isinstance(found, Record) and found.id not in records:
            records[found.id] = found
            continue
        message = found if isinstance(found, str) else f"the draft '{found.id}' has two lines"
        hint = "this file is machine-written: take the line from Git, or delete it to have the slot planned anew"
        problems.append(Problem(Place(path, number), "AA310", message, hint))
    return ledger(records.values()), problems


def _parse(line: str) -> Record | str:
    """The record of a line, or what is wrong with it."""
    cells = line.split("\t")
    missing = len(COLUMNS) - len(cells)
    if not 0 <= missing <= OPTIONAL:
        return f"a line has {len(COLUMNS)} columns parted by tabs, this one has {len(cells)}"
    cells += [""] * missing
    id_, state, slot, channel, network, language, entry, n, source, text, approved = cells
    when = parse_slot(slot)
    number = int(n) if re.fullmatch(r"[1-9]\d{0,5}", n, re.ASCII) else 0
    wrong = {
        "state": state not in STATES,
        "slot": when is None,
        **{COLUMNS[i]: not _ID.fullmatch(cells[i]) for i in (3, 4, 5, 6)},
        "n": not number,
        "source_hash": not _HASH.fullmatch(source),
        "text_hash": not _HASH.fullmatch(text),
        "approved": not _SEAL.fullmatch(approved),
        "draft id": id_ != draft_id(channel, entry, number),
    }
    if when is None or any(wrong.values()):
        column = next(name for name, is_wrong in wrong.items() if is_wrong)
        return f"'{column}' cannot be '{cells[COLUMNS.index(column)]}'"
    return Record(
        id=id_, state=state, slot=when, channel=channel, network=network, language=language,
        entry=entry, n=number, source_hash=source, text_hash=text, approved=approved,
    )  # fmt: skip
