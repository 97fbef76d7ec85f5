"""`faq/_reviews.tsv`: who found which text true and when; a review holds while the text and its facts stay the same."""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.content.library import Entry
from generator.content.meta import Meta, Review
from generator.content.translations import of_entry
from generator.problems import Place, Problem

PATH = "faq/_reviews.tsv"
COLUMNS = ("entry", "language", "on", "by", "hash")
LONGEST_NAME = 80
"""Characters of who reviewed."""
_HEADER = "\t".join(COLUMNS)
_LENGTH = 12
_CELLS: Mapping[str, re.Pattern[str]] = {
    "entry": re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}"),
    "language": re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?"),
    "on": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    "by": re.compile(rf"(?:\S.{{0,{LONGEST_NAME - 1}}})?"),
    "hash": re.compile(rf"[0-9a-f]{{{_LENGTH}}}"),
}
_HINT = "this file is machine-written: take the line from Git, or delete it and record the review with: faq review ID"


def format_reviews(reviews: Iterable[Review]) -> str:
    """The whole file: a line of column names, then a line a review, sorted."""
    rows = {(one.entry, one.language, one.on.isoformat(), one.by, one.hash) for one in reviews}
    return "\n".join([_HEADER, *map("\t".join, sorted(rows))]) + "\n"


def parse_reviews(text: str, path: str = PATH) -> tuple[list[Review], list[Problem]]:
    """The reviews of every good line; a bad one is AA160 at its cell, and must not be lost by writing anew.

    Order does not matter and equal lines count once, so that two branches can be merged by keeping all lines.
    """
    reviews: dict[Review, None] = {}
    problems = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip() or line == _HEADER:
            continue
        found = _parse(line, path, number)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            reviews.setdefault(found)
    return list(reviews), problems


def _parse(line: str, path: str, number: int) -> Review | Problem:
    cells = line.split("\t")
    if len(cells) != len(COLUMNS):
        message = f"a line has {len(COLUMNS)} columns parted by tabs, this one has {len(cells)}"
        return Problem(Place(path, number), "AA160", message, _HINT)
    begin = 1
    for name, cell in zip(COLUMNS, cells, strict=True):
        if not _CELLS[name].fullmatch(cell) or (name == "on" and _day(cell) is None):
            wanted = "must be a date like 2026-11-22, not" if name == "on" else "cannot be"
            return Problem(Place(path, number, begin), "AA160", f"'{name}' {wanted} '{cell[:80]}'", _HINT)
        begin += len(cell) + 1
    entry, language, on, by, hash_ = cells
    place = Place(path, number)
    return Review(entry=entry, language=language, on=date.fromisoformat(on), by=by, hash=hash_, place=place)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def hash_of(entry: Entry, original: Entry | None, values: Mapping[str, str]) -> str | None:
    """12 hexadecimal digits for what a review of a text vouches for; None while a fact in it cannot be read.

    That is its words (as `translations.fingerprint` takes them), the facts in it by value, however a language prints
    them, and of a translation also its source, which it was compared with.
    """
    compared = [entry] if original is None or original.lang == entry.lang else [entry, original]
    names = sorted(frozenset[str]().union(*(one.facts for one in compared)))
    if not all(name in values for name in names):
        return None
    told = [[of_entry(one) for one in compared], [[name, values[name]] for name in names]]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:_LENGTH]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Entries that know of their reviews."""

    entries: list[Entry]
    metas: Mapping[str, Meta]
    """Id -> what holds for an entry in all its languages, where reviews change it."""
    holding: frozenset[tuple[str, str]]
    """(Entry, language) of texts that have a review of their own which holds."""


def reviewed(entries: list[Entry], reviews: Sequence[Review], source: str, values: Mapping[str, str]) -> Reviewed:
    """What each entry's reviews say of it, in the place of the day that its file names.

    A review of the source holds for all languages, and one of a translation for that language. A day in the file is
    a review without a hash: it counts where it is later than the last of these.
    """
    if not reviews:
        return Reviewed(entries, {}, frozenset())
    originals = {entry.id: entry for entry in entries if entry.lang == source}
    events = _by_text(reviews, originals)
    metas: dict[str, Meta] = {}
    holding = set()
    for id_, original in originals.items():
        if own := events.get((id_, source)):
            holds, voided = _stand(own, hash_of(original, None, values), original.meta.reviewed)
            metas[id_] = replace(original.meta, reviewed=holds, voided=voided)
            holding |= {(id_, source)} if holds else set()
    made = []
    for entry in entries:
        meta = metas.get(entry.id, entry.meta)
        own = events.get((entry.id, entry.lang))
        if own and entry.lang != source:
            holds, voided = _stand(own, hash_of(entry, originals.get(entry.id), values), None)
            holding |= {(entry.id, entry.lang)} if holds else set()
            days = [day for day in (holds, meta.reviewed) if day]
            meta = replace(meta, reviewed=max(days, default=None), voided=None if days else voided)
        made.append(entry if meta is entry.meta else replace(entry, meta=meta))
    return Reviewed(made, metas, frozenset(holding))


def _by_text(reviews: Sequence[Review], originals: Mapping[str, Entry]) -> dict[tuple[str, str], list[Review]]:
    """(Entry, language) -> its reviews; those under a former id count for what it is called now."""
    now = {name: id_ for id_, entry in originals.items() for name in entry.meta.aliases if name not in originals}
    found: dict[tuple[str, str], list[Review]] = defaultdict(list)
    for one in reviews:
        found[now.get(one.entry, one.entry), one.language].append(one)
    return found


def _stand(events: Sequence[Review], present: str | None, written: date | None) -> tuple[date | None, date | None]:
    """The day of the last review that holds; where none does, that of the last that does not hold any more."""
    last = max(one.on for one in events)
    days = [one.on for one in events if present in {None, one.hash}]
    days += [written] if written and written > last else []
    return (max(days), None) if days else (None, last)
