"""`_titles.tsv`: every question ever published, so that whoever remembers an old one finds its answer.

Machine-written beside the lock; it never shrinks, and lines of two branches are merged by keeping them all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, TypeAlias

from generator.content.library import Library
from generator.links.live import Live
from generator.links.lock import LANGUAGE, day
from generator.links.target import Target, parse_target
from generator.problems import Place, Problem
from generator.text import nfc

PATH = "faq/_titles.tsv"
COLUMNS = ("language", "entry", "title", "since")
_HEADER = "\t".join(COLUMNS)
_BLANKS = re.compile(r"\s+")


class Title(NamedTuple):
    """What an entry was called in a language, on one line."""

    lang: str
    entry: str
    title: str


Titles: TypeAlias = Mapping[Title, date]
"""Each with the day it was first written here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What things were called before, by what answers for them now."""

    ids: Mapping[Target, tuple[str, ...]] = field(default_factory=dict)
    titles: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    """(Language, entry) -> former titles, the oldest first."""


def asked(library: Library, titles: Titles, today: date) -> dict[Title, date]:
    """The titles as they are to be written: all there were, and those of today. Derived languages have none."""
    present = dict.fromkeys(_present(library), today)
    return {**present, **titles}


def names(live: Live, titles: Titles) -> Names:
    """Former ids and titles of what is there; a title that somebody asks now is no former one."""
    ids: dict[Target, list[str]] = {}
    for old, new in live.heirs.items():
        ids.setdefault(new.whole, []).append(old.name)
    present = {(title.lang, title.title) for title in _present(live.library)}
    former: dict[tuple[str, str], list[str]] = {}
    for title, _ in sorted(titles.items(), key=lambda item: (item[1], item[0])):
        entry = _answers(live, title.entry)
        if entry and (title.lang, title.title) not in present:
            former.setdefault((title.lang, entry), []).append(title.title)
    return Names(
        ids={target: tuple(sorted(set(old))) for target, old in ids.items()},
        titles={key: tuple(dict.fromkeys(old)) for key, old in former.items()},
    )


def _present(library: Library) -> list[Title]:
    written = frozenset(library.settings.languages)
    return [
        Title(lang, id_, one_line(entry.question))
        for id_, by_lang in library.by_id.items()
        for lang, entry in by_lang.items()
        if lang in written and one_line(entry.question)
    ]


def _answers(live: Live, id_: str) -> str:
    """The entry itself or its heir; empty where it is withdrawn."""
    if live.exists(Target("entry", id_)):
        return id_
    heir = live.heirs.get(Target("entry", id_))
    return heir.name if heir and live.exists(heir) else ""


def one_line(title: str) -> str:
    """As a line of the file can hold it."""
    return _BLANKS.sub(" ", nfc(title)).strip()


def format_titles(titles: Titles) -> str:
    """The whole file: a line of column names, then a line a title, sorted."""
    rows = sorted((*title, since.isoformat()) for title, since in titles.items())
    return "\n".join([_HEADER, *map("\t".join, rows)]) + "\n"


def parse_titles(text: str, path: str = PATH) -> tuple[dict[Title, date], list[Problem]]:
    """The titles of every good line; a bad one is AA213 at its cell, and must not be lost by writing anew.

    Order does not matter; of two lines for one title the earlier day holds.
    """
    titles: dict[Title, date] = {}
    problems = []
    for number, written in enumerate(text.split("\n"), start=1):
        line = written.removesuffix("\r")
        if not line or line == _HEADER:
            continue
        cells = line.split("\t")
        if wrong := _wrong(cells):
            column, message = wrong
            hint = "this file is machine-written: take the line from Git; of two branches keep all lines of both"
            problems.append(Problem(Place(path, number, column), "AA213", message, hint))
            continue
        title, since = Title(*cells[:3]), date.fromisoformat(cells[3])
        titles[title] = min(since, titles.get(title, since))
    return titles, problems


def _wrong(cells: list[str]) -> tuple[int, str] | None:
    """The column of a line, counted in letters, and what cannot be there."""
    if len(cells) != len(COLUMNS):
        return 1, f"a line has {len(COLUMNS)} columns parted by tabs, this one has {len(cells)}"
    lang, entry, title, since = cells
    target = parse_target(entry)
    good = (
        LANGUAGE.fullmatch(lang) is not None,
        target is not None and target == Target("entry", entry),
        title != "" and title == one_line(title),
        day(since) is not None,
    )
    if all(good):
        return None
    at = good.index(False)
    return 1 + sum(len(cell) + 1 for cell in cells[:at]), f"'{COLUMNS[at]}' cannot be '{cells[at][:80]}'"
