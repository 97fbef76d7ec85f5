"""The cheapest way to break a whole paragraph into lines."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.cards.breaking import NBSP, Atom

_A_LINE = 100.0
"""So that fewer lines always win: a larger size is chosen by the scale, not by the breaks."""
_LONE_WORD = 2.0
_LONE_LONG_WORD = 0.1
_LONE_INSIDE = 0.04
_SHORT_LAST = 0.38
_ENDLESS = float("inf")
_HAIR = 1e-9
"""What sums of floats may be off by."""
_SHORT_PHRASE = 3.5
"""In em."""
_LONG_WORD = 0.5
"""Of the box: a last line of one word that long looks whole."""


class Span(NamedTuple):
    """A line as a part of the text."""

    start: int
    end: int
    width: float
    hyphenated: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The atoms of a text with all that a line's width is read from, whatever the width of the box."""

    text: str
    atoms: Sequence[Atom]
    left: Sequence[float]
    """Where each atom begins if all stood on one line, and where the last one ends."""
    right: Sequence[float]
    """Where each one ends, without the space behind it."""
    widest: float
    filled: dict[float, Sequence[int]] = field(default_factory=dict, repr=False)
    """Width of a box -> where lines end that are as full as can be: asked for to count them, and to break them."""


def table(text: str, atoms: Sequence[Atom]) -> Table:
    """Atoms made ready to be broken into lines."""
    left = list(itertools.accumulate((atom.width + atom.space for atom in atoms), initial=0.0))
    right = [start + atom.width for start, atom in zip(left, atoms, strict=False)]
    return Table(text, atoms, left, right, max([atom.width for atom in atoms], default=0.0))


def fewest(words: Table, width: float) -> int:
    """Lines that the atoms need at least, all of them full; none is wider than `width`, and hyphens are left out."""
    return len(_latest(words, width + _HAIR))


def break_lines(words: Table, width: float, *, balanced: bool) -> tuple[tuple[Span, ...], float] | None:
    """The cheapest lines and how uneven they are (0 is even); None where an atom is wider than `width`.

    As few lines as possible; then, balanced, lines of equal length or, ragged, full lines and a last one that is
    not too short. No last line of one short word, no end behind a lone small word, ends behind punctuation preferred.
    """
    if words.widest > width + _HAIR:
        return None
    if len(words.atoms) == 1:  # most texts of a card are labels
        (only,) = words.atoms
        uneven = 0.0 if balanced else _short_end(1 - only.width / width) / 2
        return (Span(only.start, only.end, only.width),), uneven
    hyphenated = any(atom.hyphen for atom in words.atoms)
    found = _any_number(words, width, balanced) if hyphenated else _as_few_as_can_be(words, width, balanced)
    if found is None:
        return None
    ends, cost = found
    spans = tuple(_spans(words, ends))
    return spans, _unevenness(spans, width, cost, balanced=balanced)


def _as_few_as_can_be(words: Table, width: float, balanced: bool) -> tuple[list[int], float]:  # noqa: FBT001
    """Where the cheapest lines end, of the fewest there can be, and what they cost.

    Each line ends between where it would if all lines behind it were full and where it would if all before it were:
    mostly two or three words, so few ways are left to compare: each as where it starts, where that lies, and what all
    before it costs; those that start last come first, since the earliest are too long first.
    """
    left, right, limit, count = words.left, words.right, width + _HAIR, len(words.atoms)
    starts = [(0, left[0], 0.0)]
    chosen: list[dict[int, int]] = []
    for first, last in zip(_earliest(words, limit), _latest(words, limit), strict=True):
        before, found = dict[int, int](), list[tuple[int, float, float]]()
        for end in range(last, first - 1, -1):
            edge, ragged_end = right[end - 1], end == count and not balanced
            cheapest, closing = _ENDLESS, 0.0 if end == count else words.atoms[end - 1].cost
            for start, begin, so_far in starts:
                if start >= end:
                    continue
                if edge > begin + limit:  # as `_latest` compares
                    break
                empty = 1 - (edge - begin) / width
                cost = so_far + (_short_end(empty) if ragged_end else empty * empty)
                if start == end - 1 and start:
                    cost += _lone(words, end, width)
                if cost < cheapest:
                    cheapest, before[end] = cost, start
            found.append((end, left[end], cheapest + closing))
        chosen.append(before)
        starts = found
    return list(_way_back(chosen, count)), starts[0][2]


def _way_back(chosen: Sequence[Mapping[int, int]], end: int) -> Iterator[int]:
    """The ends of lines, the last one first."""
    for before in reversed(chosen):
        yield end
        end = before[end]


def _latest(words: Table, limit: float) -> Sequence[int]:
    """Where lines end that are filled from the beginning on."""
    if limit not in words.filled:
        ends, start, count, left, right = list[int](), 0, len(words.atoms), words.left, words.right
        while start < count:
            end = bisect_right(right, left[start] + limit, start)
            start = end if end > start else start + 1
            ends.append(start)
        words.filled[limit] = ends
    return words.filled[limit]


def _earliest(words: Table, limit: float) -> list[int]:
    """Where lines end that are filled from the end on."""
    ends, end = list[int](), len(words.atoms)
    while end > 0:
        ends.append(end)
        end = min(end - 1, bisect_left(words.left, words.right[end - 1] - limit))
    return ends[::-1]


def _any_number(words: Table, width: float, balanced: bool) -> tuple[list[int], float] | None:  # noqa: FBT001
    """The same where lines may end with a hyphen, which takes room too: every end is compared with every other."""
    atoms, left, count = words.atoms, words.left, len(words.atoms)
    best, before, limit = [0.0], [0], width + _HAIR
    for end in range(1, count + 1):
        closing, last = atoms[end - 1], end == count
        right = words.right[end - 1] + (0.0 if last else closing.hyphen)
        ragged_end = last and not balanced
        cheapest, chosen = _ENDLESS, 0
        for start in range(end - 1, -1, -1):
            line = right - left[start]
            if line > limit:
                break
            empty = 1 - line / width
            cost = best[start] + (_short_end(empty) if ragged_end else empty * empty)
            if start and start == end - 1:
                cost += _lone(words, end, width)
            if cost < cheapest:
                cheapest, chosen = cost, start
        best.append(cheapest + _A_LINE + (0.0 if last else closing.cost))
        before.append(chosen)
    if best[-1] == _ENDLESS:
        return None
    ends, end = list[int](), count
    while end:
        ends.append(end)
        end = before[end]
    return ends, best[-1] - _A_LINE * len(ends)


def _lone(words: Table, end: int, width: float) -> float:
    """The cost of a line of one word; a phrase without spaces is as good as several, unless it is short and last."""
    closing, before, last = words.atoms[end - 1], words.atoms[end - 2], end == len(words.atoms)
    if before.end == closing.start:
        return _LONE_WORD if last and closing.width < _SHORT_PHRASE else 0.0
    if not last:
        return _LONE_INSIDE
    if NBSP in words.text[closing.start : closing.end]:
        return 0.0
    return _LONE_LONG_WORD if closing.width >= _LONG_WORD * width else _LONE_WORD


def _short_end(empty: float) -> float:
    """Of a paragraph's last line, which may be short, but not too short."""
    return 4 * (_SHORT_LAST - 1 + empty) if empty > 1 - _SHORT_LAST else 0.0


def _spans(words: Table, ends: Sequence[int]) -> Iterator[Span]:
    """The lines, given their ends, the last one first."""
    start = 0
    for end in reversed(ends):
        closing = words.atoms[end - 1]
        hyphen = closing.hyphen if end < len(words.atoms) else 0.0
        width = words.right[end - 1] + hyphen - words.left[start]
        yield Span(words.atoms[start].start, closing.end, width, hyphen > 0)
        start = end


def _unevenness(spans: Sequence[Span], width: float, cost: float, *, balanced: bool) -> float:
    """Comparable between sizes: a box wide for its type is no fault, so balanced lines count against the longest."""
    if not balanced:
        return cost / 2
    longest = max([span.width for span in spans])
    slack = sum([(1 - span.width / width) ** 2 for span in spans])
    return cost - slack + sum([(1 - span.width / longest) ** 2 for span in spans])
