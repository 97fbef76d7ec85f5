"""What customers ask, as `entry,month,count`: how often each entry is asked for, and in which month most."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from generator.content.library import Library
from generator.problems import Place, Problem, Severity

PATH = "faq/_demand.csv"
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)
_HEADERS = (["entry", "count"], ["entry", "count", "month"], ["entry", "month", "count"])
_YEAR = 12
_PEAK = 2
"""A month is a peak with so many times the questions of an average month."""
_FEW = 5
"""Questions below which a month is none: chance makes those."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How often an entry is asked for."""

    count: int
    often: bool = False
    """Whether it is one of the few that together make half of all questions."""
    peak: int = 0
    """The month (1 to 12) it was asked for most in the last year; 0 where no month stands out."""

    def is_ahead(self, day: date) -> bool:
        """Whether a day lies in the month before the peak."""
        return self.peak > 0 and day.month % _YEAR + 1 == self.peak


Demand: TypeAlias = Mapping[str, Asked]
"""Entry -> how often it is asked for; entries nobody asks for are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    entry: str
    count: int
    month: int | None
    """Months since the year 0."""


def parse_demand(
    content: bytes, library: Library, path: str = PATH, covered: int | None = None
) -> tuple[Demand, list[Problem]]:
    """The demand of every entry, former ids counted for whom they are now.

    A line that cannot be read is AA330, one that names no entry AA331. Lines of one entry are added up; of months
    only the last twelve that the file has count. `covered` is how many months there were questions of at all: a year
    unless it is said, since in a log of one month every entry would have its peak then.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return {}, [Problem(Place(path), "AA330", "this is not UTF-8 text", "save it as 'CSV UTF-8'")]
    ids = {alias: id_ for id_, by_lang in library.by_id.items() for e in by_lang.values() for alias in e.meta.aliases}
    ids |= {id_: id_ for id_ in library.by_id}
    lines: list[_Line] = []
    problems: list[Problem] = []
    for number, found in _lines(text):
        if isinstance(found, str):
            hint = "write 'entry,count' or 'entry,month,count' in the first line, then lines like 'refund,2026-06,120'"
            problems.append(Problem(Place(path, number), "AA330", found, hint))
        elif found.entry in ids:
            lines.append(_Line(entry=ids[found.entry], count=found.count, month=found.month))
        else:
            message = f"'{found.entry}' is no entry; its questions count for nothing"
            problems.append(Problem(Place(path, number), "AA331", message, "correct the id", Severity.WARNING))
    return _demand(lines, _YEAR if covered is None else min(covered, _YEAR)), problems


def _lines(text: str) -> Iterator[tuple[int, _Line | str]]:
    rows = csv.reader(io.StringIO(text, newline=""), skipinitialspace=True)
    header: list[str] | None = None
    try:
        for row in rows:
            cells = [cell.strip() for cell in row]
            if not any(cells):
                continue
            if header is None:
                header = [cell.lower() for cell in cells]
                if header not in _HEADERS:
                    yield rows.line_num, f"the columns are {', '.join(cells)[:60]}"
                    return
            else:
                yield rows.line_num, _line(cells, header)
    except csv.Error as error:  # a cell longer than any text
        yield rows.line_num, f"this is no CSV: {error}"


def _line(cells: list[str], header: list[str]) -> _Line | str:
    if len(cells) != len(header):
        return f"this line has {len(cells)} columns, the first has {len(header)}"
    by_name = dict(zip(header, cells, strict=True))
    entry, count, month = by_name["entry"], by_name["count"], by_name.get("month", "")
    if not re.fullmatch(r"\d{1,9}", count, re.ASCII):
        return f"'count' must be a whole number, not '{count[:40]}'"
    found = _MONTH.fullmatch(month)
    if month and not found:
        return f"'month' must be a month like 2026-06, not '{month[:40]}'"
    return _Line(entry=entry, count=int(count), month=int(found[1]) * _YEAR + int(found[2]) - 1 if found else None)


def _demand(lines: Iterable[_Line], covered: int) -> dict[str, Asked]:
    lines = list(lines)
    latest = max((line.month for line in lines if line.month is not None), default=0)
    counts: dict[str, int] = {}
    months: dict[str, dict[int, int]] = {}
    for line in lines:
        if line.month is None:
            counts[line.entry] = counts.get(line.entry, 0) + line.count
        elif line.month > latest - _YEAR:
            counts[line.entry] = counts.get(line.entry, 0) + line.count
            by_month = months.setdefault(line.entry, {})
            by_month[line.month] = by_month.get(line.month, 0) + line.count
    often = _often(counts)
    return {
        id_: Asked(count=count, often=id_ in often, peak=_peak(months.get(id_, {}), covered))
        for id_, count in sorted(counts.items())
        if count
    }


def _often(counts: Mapping[str, int]) -> frozenset[str]:
    """The most asked entries that together make half of all questions; whoever equals the last of them belongs too."""
    total, so_far, least = sum(counts.values()), 0, 0
    for count in sorted(counts.values(), reverse=True):
        if so_far * 2 >= total:
            break
        so_far, least = so_far + count, count
    return frozenset(id_ for id_, count in counts.items() if count >= max(least, 1))


def _peak(months: Mapping[int, int], covered: int) -> int:
    """The month with most questions, the earliest of equals; none in a log that is too short to know others."""
    if not months:
        return 0
    month = min(months, key=lambda m: (-months[m], m))
    stands_out = covered > _PEAK and months[month] * covered >= _PEAK * sum(months.values())
    return month % _YEAR + 1 if stands_out and months[month] >= _FEW else 0
