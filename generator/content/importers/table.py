"""Reader of tables: CSV with columns question, answer, category and language, as spreadsheets save them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final

from generator.content.importers import ids
from generator.content.importers.clean import one_line
from generator.content.importers.imported import Imported, not_taken_over, unreadable, warning
from generator.problems import Place, Problem

_DELIMITERS: Final = (",", ";", "\t", "|")
_COLUMNS: Final[Mapping[str, str]] = {
    "question": "question",
    "answer": "answer",
    "answer_markdown": "answer",
    "category": "category",
    "category_id": "category_id",
    "language": "lang",
    "lang": "lang",
    "id": "id",
    "order": "order",
    "source_url": "source_url",
    "short": "short",
    "also_asked": "also_asked",
    "tags": "tags",
    "outdated": "outdated",
}
"""Name of a column, in lower case -> field of an entry; of `also_asked` and `tags` each line of a cell is one."""
_YES: Final = frozenset({"yes", "true", "1", "x"})


def read(text: str, name: str, lang: str) -> tuple[list[Imported], list[Problem]]:
    """Entries of a table with a header; the delimiter is the one that makes the header readable."""
    first_line = 1
    if text[:4].lower() == "sep=":  # Excel's own first line
        text = text.partition("\n")[2]
        first_line = 2
    header, delimiter = max(((_header(text, d), d) for d in _DELIMITERS), key=lambda found: _quality(found[0]))
    fields = [_COLUMNS.get(one_line(column).lower(), "") for column in header]
    if missing := [column for column in ("question", "answer") if column not in fields]:
        message = f"the table has no column {' and no column '.join(missing)}"
        return [], [unreadable(Place(name, first_line), message, "its first line must name question and answer")]
    entries, problems = [], _unused(header, fields, Place(name, first_line))
    for cells, place in islice(rows(text, name, problems, delimiter=delimiter, first_line=first_line), 1, None):
        row = {field: cell for field, cell in reversed(list(zip(fields, cells, strict=False))) if field}
        if len(cells) > len(header) and any(cells[len(header) :]):
            problems.append(warning(place, "AA603", "not imported: the row has more cells than the table has columns"))
        elif any(cell.strip() for cell in cells):
            entries.append(_entry(row, place, lang, problems))
    return ids.fill(entries), problems


def _header(text: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])
    except csv.Error:
        return []


def _quality(header: list[str]) -> tuple[int, int]:
    known = {_COLUMNS.get(one_line(column).lower()) for column in header} - {None}
    return len(known), len(header)


def _unused(header: list[str], fields: list[str], place: Place) -> list[Problem]:
    """AA602 for columns that entries have no use for, and for the second of two equal ones."""
    unused = [
        one_line(column) or f"column {number + 1}"
        for number, (column, field) in enumerate(zip(header, fields, strict=True))
        if not field or field in fields[:number]
    ]
    return not_taken_over(place, unused)


def rows(
    text: str, name: str, problems: list[Problem], *, delimiter: str = ",", first_line: int = 1
) -> Iterator[tuple[list[str], Place]]:
    """Rows with the line each begins in; a broken rest of the table is a problem."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    start = first_line
    try:
        for cells in reader:
            yield cells, Place(name, start)
            start = first_line + reader.line_num
    except csv.Error as error:
        message = f"not imported: the table cannot be read from here on ({error})"
        problems.append(warning(Place(name, start), "AA603", message, "look for an opening quote that is not closed"))


def _entry(row: Mapping[str, str], place: Place, lang: str, problems: list[Problem]) -> Imported:
    order = row.get("order", "").strip()
    if order and not (order.isascii() and order.isdigit() and len(order) < 10):
        problems.append(warning(place, "AA602", f"the order '{order[:20]}' is not taken over: not a whole number"))
        order = ""
    return Imported(
        id=row.get("id", "").strip(),
        lang=row.get("lang", "").strip() or lang,
        category=row.get("category", ""),
        category_id=row.get("category_id", "").strip(),
        question=row.get("question", ""),
        answer=row.get("answer", ""),
        order=int(order) if order else None,
        source_url=row.get("source_url", "").strip(),
        short=row.get("short", ""),
        also_asked=tuple(filter(None, row.get("also_asked", "").split("\n"))),
        tags=tuple(filter(None, row.get("tags", "").split("\n"))),
        outdated=row.get("outdated", "").strip().lower() in _YES,
        place=place,
    )
