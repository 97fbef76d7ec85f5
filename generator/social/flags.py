"""`faq/_flags.csv`: what agents flagged, with the customers' own words; these are proposals for `also_asked`."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.content.library import Library
from generator.personal import masked
from generator.problems import Place, Problem, Severity

PATH = "faq/_flags.csv"
COLUMNS = ("day", "entry", "language", "words")
HEADER = ",".join(COLUMNS)
LONGEST = 300
"""Characters of one question."""
_FORMULA = re.compile(r"^[=+\-@\s]+")
"""What makes a spreadsheet program calculate instead of show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """One question that somebody had, and the entry it was about."""

    day: date
    entry: str
    language: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Words that customers use and an entry does not know yet."""

    entry: str
    language: str
    words: str
    count: int


def told(words: str) -> str:
    """Customers' words as they are kept: on one line, without persons and formulas; empty where no word is left."""
    kept = _FORMULA.sub("", masked(words))[:LONGEST].strip()
    return kept if any(character.isalpha() for character in kept) else ""


def format_flag(flag: Flag) -> str:
    """A line of the file, without its end."""
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow([flag.day.isoformat(), flag.entry, flag.language, flag.words])
    return out.getvalue()


def parse_flags(content: bytes, path: str = PATH) -> tuple[tuple[Flag, ...], list[Problem]]:
    """The flags of every good line; a bad one is AA552."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return (), [_bad(path, 1, "this is not UTF-8 text")]
    flags: list[Flag] = []
    problems: list[Problem] = []
    for number, found in _lines(text):
        if isinstance(found, Flag):
            flags.append(found)
        else:
            problems.append(_bad(path, number, found))
    return tuple(flags), problems


def _lines(text: str) -> Iterator[tuple[int, Flag | str]]:
    rows = csv.reader(io.StringIO(text, newline=""))
    try:
        for row in rows:
            if any(row) and tuple(row) != COLUMNS:
                yield rows.line_num, _flag(row)
    except csv.Error as error:  # a cell longer than any text
        yield rows.line_num, f"this is no CSV: {error}"


def _flag(row: list[str]) -> Flag | str:
    if len(row) != len(COLUMNS):
        return f"a line has {len(COLUMNS)} columns ({HEADER}), this one has {len(row)}"
    try:
        day = date.fromisoformat(row[0])
    except ValueError:
        return f"'day' must be a day like 2026-11-22, not '{row[0][:40]}'"
    return Flag(day=day, entry=row[1], language=row[2], words=row[3])


def _bad(path: str, line: int, message: str) -> Problem:
    hint = "correct the line, or delete it: the desk only adds lines"
    return Problem(Place(path, line), "AA552", message, hint, Severity.WARNING)


def proposals(flags: Iterable[Flag], library: Library) -> list[Proposal]:
    """What entries could take into `also_asked`, asked most often first; what they have already is left out.

    Former ids count for whom they are now; flags of entries that are gone propose nothing.
    """
    ids = {alias: id_ for id_, versions in library.by_id.items() for e in versions.values() for alias in e.meta.aliases}
    counts = Counter(
        (ids.get(flag.entry, flag.entry), flag.language, masked(flag.words)) for flag in flags if flag.words
    )
    found = [
        Proposal(entry=entry, language=language, words=words, count=count)
        for (entry, language, words), count in counts.items()
        if entry in library.by_id and words not in _known(library, entry, language)
    ]
    return sorted(found, key=lambda p: (-p.count, p.entry, p.language, p.words))


def _known(library: Library, entry: str, language: str) -> tuple[str, ...]:
    version = library.by_id[entry].get(language)
    return (version.question, *version.also_asked) if version else ()
