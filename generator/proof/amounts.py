"""Amounts of a text with their places, comparable: `48 hours` and `2 days`, `€4.00` and `4 eur`, 2 p.m. and 14:00."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from generator.content.schema.proof import ProofFile
from generator.social.rules.claims import Units, days
from generator.text import numbers

_HOURS: Mapping[str, int] = {"hours": 1, "days": 24, "weeks": 7 * 24, "months": 30 * 24, "years": 365 * 24}
_FIGURE = r"(?:\d{1,3}(?:[.,\u00a0\u202f ]\d{3}){1,4}(?:[.,]\d{1,2})?(?!\d)|\d{1,9}(?:[.,]\d{1,3})?(?!\d))"
_BETWEEN = r"\s?(?:[-–—]|to|or|do|ili|ali|až|nebo|или|до)\s?"
_BLANK, _ENDING = r"\s", r"\w{0,4}"
_CLOCK = re.compile(r"(?<![\d.,:])([01]?\d|2[0-3])[:.]([0-5]\d)(?![\d:]|[.,]\d)(?:\s?([ap])\.?m\b)?", re.IGNORECASE)
_FULL_HOUR = re.compile(r"(?<![\d.,:])(1[0-2]|[1-9])\s?([ap])\.?\s?m\b", re.IGNORECASE)


_MOST = 50
"""Of a sentence; more are a table of another kind."""


class Amount(NamedTuple):
    """A number or a range of something, and where it stands."""

    start: int
    end: int
    measure: str
    """`time`, `workdays`, `EUR`, `°C`, `date`, `clock` …"""
    values: tuple[Decimal, ...]
    """One, or both ends of a range; of times hours, of dates month and day."""

    def moved(self, by: int) -> Amount:
        """The same further on."""
        return self._replace(start=self.start + by, end=self.end + by)


@dataclass(frozen=True, slots=True)
class Measures:
    """What stands beside numbers in one language."""

    behind: re.Pattern[str]
    before: re.Pattern[str]
    spelt: re.Pattern[str]
    """As `behind`, with a number in words."""
    counts: Mapping[str, str]
    """A number in words -> in figures."""
    spans: re.Pattern[str]
    figures: Mapping[str, str]
    """What is said of time without a number -> the same in figures."""
    named: Callable[[str], tuple[str, int]]
    """What is written -> its measure, and how many of the measure's smallest it is."""
    clock: re.Pattern[str]
    """A full hour in words: `do 14 sati`."""
    back: tuple[str, ...]
    """Words beside a time that is counted back."""
    loose: tuple[str, ...]
    """Words before a time that is no limit."""
    about: tuple[str, ...]
    """Words before an amount that is a guess."""
    measuring: str
    """Words that any amount has beside it."""
    locale: str


def measures(file: ProofFile, signs: Iterable[str], units: Units, locale: str) -> Measures:
    """Those of a language: its words for times, currencies, and signs such as °C."""
    exact = {form.casefold(): unit for unit, forms in units.items() for form in forms}
    exact |= {sign.casefold(): sign for sign in signs}
    patterns = [
        (_pattern(form), ("workdays", 1) if name == "workdays" else ("time", _HOURS[name]))
        for name, words in file.times.items()
        for form in words.split()
    ]
    compiled = [(re.compile(pattern, re.IGNORECASE), meant) for pattern, meant in patterns]

    def named(written: str) -> tuple[str, int]:
        if known := exact.get(written.casefold()):
            return known, 1
        return next((meant for pattern, meant in compiled if pattern.fullmatch(written)), ("", 1))

    known = _any(exact)
    forms = "|".join([*(pattern for pattern, _ in patterns), known])
    counts = {word: number for number, words in file.counts.items() for word in words.split()}
    words = _any(counts)
    return Measures(
        behind=re.compile(
            rf"(?<![\w.,:/+-])(?:(?P<low>{_FIGURE}){_BETWEEN})?(?P<high>{_FIGURE})[\s-]?(?P<unit>{forms})(?!\w)",
            re.IGNORECASE,
        ),
        before=re.compile(rf"(?<!\w)(?P<unit>{known})\s?(?P<high>{_FIGURE})(?!\w)", re.IGNORECASE),
        spelt=re.compile(
            rf"(?<![\w-])(?:(?P<low>{words}){_BETWEEN})?(?P<high>{words})[\s-](?P<unit>{forms})(?!\w)", re.IGNORECASE
        ),
        counts=counts,
        spans=re.compile(rf"(?<!\w)(?:{_any(file.spans)})(?!\w)", re.IGNORECASE),
        figures={phrase.casefold(): figures for phrase, figures in file.spans.items()},
        named=named,
        clock=re.compile(rf"(?<![\w.,:])(?:{'|'.join(map(_hour, file.clock)) or '(?!)'})(?!\w)", re.IGNORECASE),
        back=file.back,
        loose=file.loose,
        about=file.about,
        measuring=file.measuring,
        locale=locale,
    )


def _any(forms: Iterable[str]) -> str:
    """One of them, the longest that fits; a blank of theirs may be any."""
    return "|".join(_escaped(form) for form in sorted(forms, key=lambda form: (-len(form), form))) or "(?!)"


def _escaped(form: str) -> str:
    return _BLANK.join(map(re.escape, form.split(" ")))


def _pattern(form: str) -> str:
    """A word of the data file: `radn*_dan*` is `radnih dana` too."""
    return _BLANK.join(
        re.escape(part.rstrip("*")) + (_ENDING if part.endswith("*") else "") for part in form.split("_")
    )


def _hour(phrase: str) -> str:
    return _escaped(phrase).replace(r"\#", r"(?:1?\d|2[0-3])")


def amounts(text: str, known: Measures) -> Sequence[Amount]:
    """Everything that a text measures, dates and times of the day too, in order; none of two within each other."""
    found: list[Amount] = []
    for one in itertools.islice(_all(text, known), _MOST):
        if not any(one.start < other.end and other.start < one.end for other in found):
            found.append(one)
    return sorted(found)


def _all(text: str, known: Measures) -> Iterator[Amount]:
    yield from _in_words(text, known)
    if any(map(str.isdigit, text)):
        yield from _in_figures(text, known)


def _in_words(text: str, known: Measures) -> Iterator[Amount]:
    """`two weeks`, `fortnight`."""
    for hit in known.spelt.finditer(text):
        figures = [known.counts.get(word.lower(), "") for word in (hit["low"], hit["high"]) if word]
        yield from _measured(hit, figures, known)
    for found in known.spans.finditer(text):
        for one in _in_figures(known.figures.get(" ".join(found[0].casefold().split()), ""), known):
            yield one._replace(start=found.start(), end=found.end())


def _measured(hit: re.Match[str], figures: Sequence[str], known: Measures) -> Iterator[Amount]:
    measure, times = known.named(hit["unit"])
    values = tuple(_whole_years(Decimal(number) * times, times) for figure in figures for number in numbers(figure))
    if measure and len(values) == len(figures):
        yield Amount(*hit.span(), measure, values)


def _whole_years(hours: Decimal, times: int) -> Decimal:
    """Twelve months are a year, though each is 30 days."""
    year, months = _HOURS["years"], 12 * _HOURS["months"]
    return hours / months * year if times == _HOURS["months"] and not hours % months else hours


def _in_figures(text: str, known: Measures) -> Iterator[Amount]:
    """Dates first: their numbers are none of anything else."""
    for (start, end), (day, month, _) in days(text, known.locale):
        yield Amount(start, end, "date", (Decimal(month), Decimal(day)))
    for hit in known.clock.finditer(text):
        yield Amount(*hit.span(), "clock", (_first(hit[0]), Decimal(0)))
    for pattern in (known.behind, known.before):
        for hit in pattern.finditer(text):
            figures = [figure for figure in (hit.groupdict().get("low"), hit["high"]) if figure]
            yield from _measured(hit, figures, known)
    for hit in _CLOCK.finditer(text):
        yield Amount(*hit.span(), "clock", (_in_24_hours(hit[1], hit[3]), Decimal(hit[2])))
    for hit in _FULL_HOUR.finditer(text):
        yield Amount(*hit.span(), "clock", (_in_24_hours(hit[1], hit[2]), Decimal(0)))


def _first(text: str) -> Decimal:
    return Decimal("".join(filter(str.isdigit, text)))


def _in_24_hours(hour: str, half: str | None) -> Decimal:
    return Decimal(int(hour) % 12 + (12 if half.lower() == "p" else 0) if half else hour)
