"""A translation beside its source: numbers, dates, prices and links that are not the same."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.content.markup import bare_addresses, links
from generator.content.schema.proof import ProofFile
from generator.proof.seen import OPAQUE, seen
from generator.social.rules.claims import Claims, Day, Units, claims
from generator.text import numbers

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CLOCK = re.compile(r"(?<![\d.,:])(\d{1,2})(?:[:.](\d\d))?\s?([ap])\.?\s?m\b\.?", re.IGNORECASE)
_FULL_HOUR = re.compile(r"(?<![\d.,:])(\d{1,2}):00(?![\d:])")
_NO_ZERO = re.compile(r"(?<![\d.,:])0(?=\d[:.]\d\d\b)")
_NO_MARK = OPAQUE
"""Before each line, so that no number that begins one is taken for a list's."""
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


class Difference(NamedTuple):
    """What a translation says otherwise."""

    code: str
    message: str
    hint: str
    words: str = ""
    """In the translation, where it says too much."""
    alone: bool = False
    """Whether it is about these words only, and nothing else is missing or too much."""


@dataclass(frozen=True, kw_only=True)
class Side:
    """A text in its language: all its parts, as they were written."""

    parts: tuple[str, ...]
    lang: str
    locale: str
    file: ProofFile
    path: str

    @functools.cached_property
    def text(self) -> str:
        """What is read, with clocks of one form."""
        lines = (line for part in self.parts for line in seen(part).text.split("\n"))
        text = "\n".join(f"{_NO_MARK}{line}" for line in lines)
        if not any(c.isdigit() for c in text):
            return text
        text = _NO_ZERO.sub("", _CLOCK.sub(_in_24_hours, text))
        return _FULL_HOUR.sub(r"\1", text)


def _in_24_hours(found: re.Match[str]) -> str:
    hour = int(found[1]) % 12 + (12 if found[3].lower() == "p" else 0)
    return f"{hour}:{found[2]}" if found[2] and found[2] != "00" else f"{hour}"


def figures(source: Side, translation: Side, units: Units) -> Iterator[Difference]:
    """Numbers, dates and amounts of one that the other does not have, in figures or in words."""
    first, second = source.text, translation.text
    stated, said = claims(first, source.locale, units), claims(second, translation.locale, units)
    every, other = _numbers(stated), _numbers(said)
    missing, added = every - other, other - every
    missing -= _spelt(second, translation.file) if missing else missing
    added -= _spelt(first, source.file) if added else added
    hint = "correct the number; best make it a fact, then it can never differ"
    if missing:
        text = f"numbers of {source.path} are not in this translation: {', '.join(sorted(missing))}"
        yield Difference("AA111", text, hint, min(added, default=""), alone=len(missing) == len(added) == 1)
    if added and not missing:
        text = f"numbers of this translation are not in {source.path}: {', '.join(sorted(added))}"
        yield Difference("AA111", text, hint, min(added), alone=len(added) == 1)
    if not missing and not added:
        yield from _days(source, stated, said)
        yield from _amounts(source, stated, said)


def _numbers(stated: Claims) -> frozenset[str]:
    """The numbers of a text; those of dates only where every language writes them in figures."""
    days = {str(part) for day, _, year in stated.days for part in (day, year) if part}
    every = stated.numbers | {number for number, _ in stated.amounts} | days
    return every - {"00"}


def _days(source: Side, stated: Claims, said: Claims) -> Iterator[Difference]:
    missing = sorted(_unlike(stated.days, said.days), key=str)
    added = sorted(_unlike(said.days, stated.days), key=str)
    if missing and added:
        text = f"{source.path} has the date {_day(missing[0])}, this translation {_day(added[0])}"
        yield Difference("AA111", text, "correct the date; best make it a fact, then it can never differ")


def _unlike(days: frozenset[Day], others: frozenset[Day]) -> frozenset[Day]:
    known = {(day, month) for day, month, _ in others}
    return frozenset(day for day in days if day[:2] not in known)


def _day(day: Day) -> str:
    return f"{day[0]}. {day[1]}." + (f" {day[2]}" if day[2] else "")


def _amounts(source: Side, stated: Claims, said: Claims) -> Iterator[Difference]:
    """Those of another unit; and of another number, where both numbers stand somewhere else, too."""
    missing, added = stated.amounts - said.amounts, said.amounts - stated.amounts
    for number, unit in sorted(missing):
        others = sorted(one for one in added if one[0] == number) or sorted(one for one in added if one[1] == unit)
        if others:
            text = f"{source.path} has {number} {unit}, this translation {' '.join(others[0])}"
            yield Difference("AA111", text, "correct it; best make it a fact, then it can never differ")


def _spelt(text: str, file: ProofFile) -> frozenset[str]:
    """Numbers that a text says in words."""
    words = {word.lower() for word in _WORD.findall(text)}
    words |= {part for word in words if "-" in word for part in word.split("-")}
    found = set()
    for number, written in file.numbers.items():
        forms = written.split()
        begins = tuple(form[:-1] for form in forms if form.endswith("*"))
        if not words.isdisjoint(forms) or any(word.startswith(begins) for word in words):
            found.add(number)
    return frozenset(found)


def targets(source: Side, translation: Side) -> Iterator[Difference]:
    """Links of one that the other does not have."""
    mine, theirs = _targets(source), _targets(translation)
    alike = _alike(source.lang, translation.lang)
    missing = {alike(target): target for target in mine}
    added = {alike(target): target for target in theirs}
    gone = [target for key, target in missing.items() if key not in added]
    new = [target for key, target in added.items() if key not in missing]
    if gone:
        text = f"links of {source.path} are not in this translation: {', '.join(sorted(gone))}"
        yield Difference("AA188", text, "give the translation the same links", _as_written(new))
    elif new:
        text = f"links of this translation are not in {source.path}: {', '.join(sorted(new))}"
        yield Difference("AA188", text, "take them out, or give the source the same links", _as_written(new))


def _as_written(addresses: list[str]) -> str:
    return min(addresses, default="").removeprefix("mailto:")


def _targets(side: Side) -> list[str]:
    """Where a text leads, pictures and its own headings left out."""
    every = [link for part in side.parts for link in links(part)]
    found = [link.target for link in every if not link.picture]
    found += [
        bare
        for part in side.parts
        for bare in bare_addresses(part)
        if not any(link.target.startswith(bare) for link in every)
    ]
    found += [f"mailto:{one}" for part in side.parts for one in _MAIL.findall(part)]
    return [target for target in dict.fromkeys(found) if not target.startswith("#")]


def _alike(lang: str, other: str) -> Callable[[str], str]:
    """Addresses with a language's code are the same where their servers are: `/en/help`, `/hr/pomoc`."""
    codes = "|".join(sorted({code.partition("-")[0].lower() for code in (lang, other)}))
    named = re.compile(rf"(?<=[/.?=&_-])(?:{codes})(?:[-_][a-z]{{2,4}})?(?=[/.?&#_-]|$)")

    def form(target: str) -> str:
        if not target.startswith(("http:", "https:")):
            return target
        address = target.lower().partition("://")[2].removeprefix("www.").rstrip("/")
        server, _, page = address.partition("/")
        if named.search(f"/{page}") or re.match(rf"(?:{codes})\.", server):
            return re.sub(rf"^(?:{codes})\.", "", server)
        return address

    return form


def of_words(text: str, number: str) -> str:
    """A number as it stands in a text."""
    return next((run for run in re.findall(r"\d[\d.,\u00a0\u202f ]*\d|\d", text) if number in set(numbers(run))), "")
