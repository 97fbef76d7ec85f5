"""A text for pictures to leaf through: a thought on each, cut between sentences, never inside what belongs together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from generator.content.schema.networks import CarouselRules
from generator.social.threads import Cut, Piece, cuts

_HALF = 2


@dataclass(frozen=True, slots=True)
class _Unit:
    """What is not cut any further: where it stands, where the next begins, and how well a cut between them is."""

    start: int
    end: int
    following: int
    cut: Cut


class _Best(NamedTuple):
    """The best way to part the beginning of a text: the lesser, the better."""

    parts: int
    unevenness: int
    before: int
    """The unit with which the last part begins."""


def fits(text: str, rules: CarouselRules) -> bool:
    """Whether one picture has room for it."""
    return len(text.split()) <= rules.words and lines(text, rules.letters) <= rules.lines


def lines(text: str, letters: int) -> int:
    """How many lines a text takes, about: what is drawn later has its own way of breaking them."""
    return sum(_wrapped(line, letters) for line in text.split("\n"))


def part(text: str, rules: CarouselRules, most: int, least: int = 1) -> tuple[Piece, ...]:
    """The text in parts that each fit one picture, joined the text again; none where more than `most` would be needed.

    Paragraphs begin a new part while there are parts enough. A text that would make fewer than `least` is parted more
    finely. A sentence is cut only where it does not fit alone, at the end of a clause if it has one.
    """
    if not text or len(text.split()) > rules.words * most:
        return ()
    units = _units(text, rules)
    if not units:
        return ()
    found = _grouped(text, units, rules, over_paragraphs=False)
    if len(found) > most:
        found = _grouped(text, units, rules, over_paragraphs=True)
        return found if len(found) <= most else ()
    finer = rules.model_copy(update={"words": max(rules.words // _HALF, 1)})
    for more in (_grouped(text, units, finer, over_paragraphs=False), _pieces(text, units)):
        if len(found) < least and len(found) < len(more) <= most:
            found = more
    return found


def _wrapped(line: str, letters: int) -> int:
    """The lines of one line, filled word by word."""
    count, used = 1, 0
    for word in line.split():
        if used and used + 1 + len(word) <= letters:
            used += 1 + len(word)
            continue
        more, last = divmod(len(word) - 1, letters)
        count += more + (used > 0)
        used = last + 1
    return count


def _units(text: str, rules: CarouselRules) -> list[_Unit]:
    """Its sentences and items, those that do not fit alone cut into clauses; none where one cannot be cut so."""
    possible = list(cuts(text))
    whole: list[_Unit] = []
    start = 0
    for end, following, cut in possible:
        if cut >= Cut.SENTENCE:
            whole.append(_Unit(start, end, following, cut))
            start = following
    whole.append(_Unit(start, len(text), len(text), Cut.PARAGRAPH))
    inside = iter(cut for cut in possible if cut[2] < Cut.SENTENCE)
    found: list[_Unit] = []
    upcoming = next(inside, None)
    for unit in whole:
        own = []
        while upcoming and upcoming[0] < unit.end:
            own.append(upcoming)
            upcoming = next(inside, None)
        small = list(_small(text, unit, own, rules))
        if not all(fits(text[one.start : one.end], rules) for one in small):
            return []
        found += small
    return found


def _small(text: str, unit: _Unit, inside: Sequence[tuple[int, int, Cut]], rules: CarouselRules) -> Iterator[_Unit]:
    """A sentence as it is, or cut near its middle again and again until each part fits."""
    if fits(text[unit.start : unit.end], rules) or not inside:
        yield unit
        return
    middle = (unit.start + unit.end) // 2
    best = max(cut[2] for cut in inside)
    at = min((n for n, cut in enumerate(inside) if cut[2] == best), key=lambda n: abs(inside[n][0] - middle))
    end, following, cut = inside[at]
    yield from _small(text, _Unit(unit.start, end, following, cut), inside[:at], rules)
    yield from _small(text, _Unit(following, unit.end, unit.following, unit.cut), inside[at + 1 :], rules)


def _grouped(text: str, units: Sequence[_Unit], rules: CarouselRules, *, over_paragraphs: bool) -> tuple[Piece, ...]:
    """Units side by side in as few parts as can be, and those as even as can be."""
    best = [_Best(0, 0, 0)]
    for end in range(1, len(units) + 1):
        ways: list[_Best] = []
        for start in range(end - 1, -1, -1):
            said = text[units[start].start : units[end - 1].end]
            if start < end - 1 and not (
                fits(said, rules) and (over_paragraphs or units[start].cut is not Cut.PARAGRAPH)
            ):
                break
            before = best[start]
            ways.append(_Best(before.parts + 1, before.unevenness + len(said) ** 2, start))
        best.append(min(ways))
    ends = [len(units)]
    while ends[-1]:
        ends.append(best[ends[-1]].before)
    ends.reverse()
    return _pieces(text, [_joined(units[a:b]) for a, b in pairwise(ends)])


def _joined(units: Sequence[_Unit]) -> _Unit:
    return _Unit(units[0].start, units[-1].end, units[-1].following, units[-1].cut)


def _pieces(text: str, units: Sequence[_Unit]) -> tuple[Piece, ...]:
    return tuple(Piece(text[one.start : one.end], text[one.end : one.following]) for one in units)
