"""Reader of tables: CSV exports of helpdesks, reports of searches, and the desk's flags (`faq/_flags.csv`)."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from generator.demand.columns import chosen
from generator.demand.log import Question, left_out, question, unreadable
from generator.problems import Problem

_DELIMITERS = (",", ";", "\t", "|")
_REMARKS = 100
"""Lines above a table that are looked at."""


def header(text: str, mapping: Mapping[str, str]) -> tuple[list[str], str]:
    """The first row, and the delimiter that makes most of it columns we know."""
    return _names(_body(text, mapping)[0].partition("\n")[0], mapping)


def _names(first: str, mapping: Mapping[str, str]) -> tuple[list[str], str]:
    rows = [(_row(first, delimiter), delimiter) for delimiter in _DELIMITERS]
    return max(rows, key=lambda row: (len(chosen(row[0], mapping)), len(row[0])))


def _body(text: str, mapping: Mapping[str, str]) -> tuple[str, int]:
    """From the row of names on, and its line: Excel writes a line of its own above, other programs remarks.

    A row of names may begin with `#`, too, for the numbers of its rows.
    """
    at, line = 0, 1
    while line <= _REMARKS and (text[at : at + 4].lower() == "sep=" or text.startswith("#", at)):
        end = text.find("\n", at)
        if end < 0 or "question" in chosen(_names(text[at:end], mapping)[0], mapping):
            break
        at, line = end + 1, line + 1
    return text[at:], line


def _row(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def read(text: str, name: str, mapping: Mapping[str, str], site: str) -> tuple[list[Question], list[Problem]]:
    """The question of every row that has one."""
    text, first_line = _body(text, mapping)
    names, delimiter = _names(text.partition("\n")[0], mapping)
    columns = chosen(names, mapping)
    if missing := [field for field in ("question", *mapping) if field not in columns]:
        hint = "name its columns with --columns question=…,day=…,language=…; a list without a header is a .txt"
        return [], [unreadable(name, f"the first line names no column for: {', '.join(missing)}", hint, first_line)]
    at = {field: names.index(column) for field, column in columns.items()}
    needed = max(n for field, n in at.items() if field != "answer")
    found: list[Question] = []
    problems: list[Problem] = []
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for number, row in enumerate(rows):
            if number and len(row) > needed:
                one = question({field: row[n] for field, n in at.items() if n < len(row)}, site)
                found += [one] if one else []
            elif number and any(row):
                problems.append(left_out(name, first_line + rows.line_num - 1, "this row has too few cells"))
    except csv.Error:
        message = "the table cannot be read from here on: look for an opening quote that is not closed"
        problems.append(left_out(name, first_line + rows.line_num - 1, message))
    return found, problems
