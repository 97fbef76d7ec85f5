"""`_links.tsv`: every address ever published; machine-written, sorted, reviewed in Git, and it never shrinks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple, TypeAlias

from generator.content.old_addresses import is_key
from generator.links.target import Target, parse_target
from generator.problems import Place, Problem

PATH = "faq/_links.tsv"
COLUMNS = ("language", "path", "anchor", "entry", "since", "state")
STATES = ("live", "moved", "withdrawn")
_HEADER = "\t".join(COLUMNS)

LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?")
_ADDRESS = re.compile(r"(?:[A-Za-z0-9][A-Za-z0-9_-]*/){0,4}", re.ASCII)
_ANCHOR = re.compile(r"(?:[A-Za-z0-9][\w-]*)?")
"""As headings have it: letters of any alphabet after the first."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class Row(NamedTuple):
    """One published address and what answers there."""

    lang: str
    path: str
    """From the site's root, ends in `/`; empty for the home page. One of another site may end in `.html` or a query."""
    anchor: str
    target: Target
    """The entry, topic, page or heading it was published for, or that inherited it."""
    since: date
    """The day it was first written here."""
    state: str
    """`live`: answers by itself. `moved`: leads to its target. `withdrawn`: says that its target is gone."""


Key: TypeAlias = tuple[str, str]
"""Path and anchor."""
Lock: TypeAlias = Mapping[Key, Row]


def format_lock(lock: Lock) -> str:
    """The whole file: a line of column names, then a line an address, sorted."""
    return "\n".join([_HEADER, *sorted(map(_line, lock.values()))]) + "\n"


def _line(row: Row) -> str:
    return f"{row.lang}\t{row.path}\t{row.anchor}\t{row.target}\t{row.since.isoformat()}\t{row.state}"


def parse_lock(text: str, path: str = PATH) -> tuple[dict[Key, Row], list[Problem]]:
    """The addresses of every good line; a bad one is AA205 at its line, and must not be lost by writing anew.

    Order does not matter and equal lines count once, so that two branches can be merged by keeping all lines.
    """
    lock: dict[Key, Row] = {}
    problems = []
    for number, written in enumerate(text.split("\n"), start=1):
        line = written.removesuffix("\r")
        if not line or line == _HEADER:
            continue
        row = _parse(line)
        if isinstance(row, str):
            hint = "this file is machine-written: take the line from Git; of two branches keep all lines of both"
            problems.append(Problem(Place(path, number), "AA205", row, hint))
        else:
            lock[row.path, row.anchor] = _older(row, lock.get((row.path, row.anchor)))
    return lock, problems


def _parse(line: str) -> Row | str:
    """The row of a line, or what is wrong with it."""
    cells = line.split("\t")
    if len(cells) != len(COLUMNS):
        return f"a line has {len(COLUMNS)} columns parted by tabs, this one has {len(cells)}"
    lang, path, anchor, entry, since, state = cells
    target, first = parse_target(entry), day(since)
    wrong = (
        not LANGUAGE.fullmatch(lang),
        not (_ADDRESS.fullmatch(path) or is_key(path)),
        not _ANCHOR.fullmatch(anchor),
        target is None,
        first is None,
        state not in STATES,
    )
    if target is None or first is None or any(wrong):
        at = wrong.index(True)
        return f"'{COLUMNS[at]}' cannot be '{cells[at][:80]}'"
    return Row(lang, path, anchor, target, first, state)


def day(text: str) -> date | None:
    """A date as the program writes it; None for anything else."""
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def _older(one: Row, other: Row | None) -> Row:
    """Of two lines for one address the earlier date holds; of their targets the one that moved on."""
    if other is None:
        return one
    first, second = sorted((one, other), key=lambda row: (STATES.index(row.state), row))
    return second._replace(since=min(first.since, second.since))


def lines_of(text: str, wanted: Iterable[Key]) -> dict[Key, int]:
    """Where some addresses stand in the file, counted from 1; looked up only when there is something to say."""
    keys = set(wanted)
    found: dict[Key, int] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        cells = line.split("\t")
        if len(cells) == len(COLUMNS) and (key := (cells[1], cells[2])) in keys:
            found.setdefault(key, number)
    return found
