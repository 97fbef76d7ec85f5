"""Numbers, dates and amounts that a text states, each in one form: `4,00 €` and `EUR 4` are the same amount."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from babel import Locale

from generator.social.rules.words import EMOJI, MARK
from generator.text import numbers

Day: TypeAlias = tuple[int, int, int | None]
"""Day, month, and year where one is named."""
Units: TypeAlias = Mapping[str, tuple[str, ...]]
"""Currency or unit -> how people write it."""

_DIGIT = re.compile(r"\d")
_FIGURE = r"(?<!\d)(?:\d[\d.,\u00a0\u202f ]{0,25}\d|\d)"
"""No number that people read is longer, and a text of digits only must not take minutes."""
# No date runs over a line end: "until March" and "1. Sow" below it are none.
_NUMERIC = re.compile(
    r"\b(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)\b"
    r"|\b(?P<d1>\d{1,2})(?:\.[^\S\n]?|/)(?P<m1>\d{1,2})(?:\.[^\S\n]?|/)(?P<y1>\d{4})\b\.?"
    r"|\b(?P<d2>\d{1,2})\.[^\S\n](?P<m2>\d{1,2})\.(?!\d)"
)
_MONTHS = 12


class Claims(NamedTuple):
    """What a text states."""

    numbers: frozenset[str]
    """Those that belong to no date and no amount."""
    days: frozenset[Day]
    amounts: frozenset[tuple[str, str]]
    """Number and unit."""


def claims(text: str, locale: str, units: Units) -> Claims:
    """Everything a text states in figures; marks of lists and emoji do not count."""
    if not _DIGIT.search(text):
        return Claims(frozenset(), frozenset(), frozenset())
    rest, days = _taken(EMOJI.sub("", text), _day_patterns(locale))
    rest, amounts = _amounts("\n".join(MARK.sub("", line) for line in rest.split("\n")), units)
    return Claims(frozenset(numbers(rest)), frozenset(days), frozenset(amounts))


def days(text: str, locale: str) -> Iterator[tuple[tuple[int, int], Day]]:
    """Where a text names days, and which; those of the first form that fits go first."""
    taken: list[tuple[int, int]] = []
    for pattern in _day_patterns(locale) if _DIGIT.search(text) else ():
        for found in pattern.finditer(text):
            start, end = found.span()
            day = _day(found)
            if day and not any(start < last and first < end for first, last in taken):
                taken.append((start, end))
                yield (start, end), day


def every_number(text: str, found: Claims) -> frozenset[str]:
    """All numbers of a text, those of its dates and amounts too."""
    parts = {str(part) for day in found.days for part in day if part}
    return found.numbers | parts | {number for number, _ in found.amounts} | frozenset(numbers(text))


def _taken(text: str, patterns: Iterable[re.Pattern[str]]) -> tuple[str, set[Day]]:
    """The text without its dates, and the dates."""
    days: set[Day] = set()

    def take(found: re.Match[str]) -> str:
        day = _day(found)
        if day is None:
            return found[0]
        days.add(day)
        return " ; "

    for pattern in patterns:
        text = pattern.sub(take, text)
    return text, days


def _day(found: re.Match[str]) -> Day | None:
    named = {key[0]: value for key, value in found.groupdict().items() if value and key[0] in "dmy"}
    month = next((n for n in range(1, _MONTHS + 1) if found.groupdict().get(f"n{n}")), None)
    day, month = int(named["d"]), month or int(named.get("m", 0))
    year = int(named["y"]) if "y" in named else None
    return (day, month, year) if 1 <= day <= 31 and 1 <= month <= _MONTHS else None


@functools.cache
def _day_patterns(locale: str) -> tuple[re.Pattern[str], ...]:
    """Figures, then the names of months in their forms: `5. svibnja 2027.`, `May 5, 2027`."""
    longest_first = sorted(month_stems(locale).items(), key=lambda item: (-len(item[1][0]), item[0]))
    months = "|".join(f"(?P<n{n}>{'|'.join(stems)})" for n, stems in longest_first)  # Czech července before června
    month = rf"(?<!\w)(?:{months})\w{{0,3}}\.?"
    year = r"(?:,?[^\S\n](?P<y>\d{4})\b\.?)?"
    return (
        _NUMERIC,
        re.compile(rf"(?<![\w.,])(?P<d>\d{{1,2}})(?:\.|st|nd|rd|th)?[^\S\n](?:of[^\S\n])?{month}{year}", re.IGNORECASE),
        re.compile(rf"{month}[^\S\n](?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?![^\S\n]?[.,]\d){year}", re.IGNORECASE),
    )


@functools.cache
def month_stems(locale: str) -> Mapping[int, tuple[str, ...]]:
    """Month -> beginnings of its name that all of its cases share, longest first.

    One that is another month's name goes on: Czech `červenec`, and `červen`.
    """
    months = Locale.parse(locale).months
    whole = {name for context in ("format", "stand-alone") for name in months[context]["wide"].values()}
    names: dict[int, set[str]] = {}
    for context in ("format", "stand-alone"):
        for number, name in months[context]["wide"].items():
            stem = name[: max(3, len(name) - 2)]
            goes_on = r"(?=\w)" if stem in whole and stem != name else ""
            names.setdefault(number, set()).add(re.escape(stem) + goes_on)
    return {number: tuple(sorted(stems, key=lambda s: (-len(s), s))) for number, stems in names.items()}


def _amounts(text: str, units: Units) -> tuple[str, set[tuple[str, str]]]:
    """The text without its amounts, and the amounts; both ends of `3–5 €` are amounts."""
    if not units:
        return text, set()
    written, pattern = _unit_pattern(tuple(units.items()))
    found: set[tuple[str, str]] = set()

    def take(hit: re.Match[str]) -> str:
        unit = written[(hit["before"] or hit["after"]).casefold()]
        figures = [hit["figure"], hit["from"]] if hit["after"] else [hit["first"]]
        found.update((number, unit) for figure in figures if figure for number in numbers(figure))
        return " ; "

    lines = (pattern.sub(take, line) if _DIGIT.search(line) else line for line in text.split("\n"))
    return "\n".join(lines), found


@functools.cache
def _unit_pattern(units: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[Mapping[str, str], re.Pattern[str]]:
    """What people write -> the unit, and an amount in any of these units."""
    written = {form.casefold(): unit for unit, forms in units for form in forms}
    any_form = "|".join(map(re.escape, sorted(written, key=lambda form: (-len(form), form))))
    return written, re.compile(
        rf"(?:(?P<from>{_FIGURE})\s?[-–]\s?)?(?P<figure>{_FIGURE})\s?(?P<after>{any_form})(?!\w)"
        rf"|(?<!\w)(?P<before>{any_form})\s?(?P<first>{_FIGURE})",
        re.IGNORECASE,
    )
