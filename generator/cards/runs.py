"""A paragraph's text in stretches of one weight and one direction: how wide they are, and where their pieces stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from generator.cards import bidi
from generator.cards.drawing import Piece
from generator.cards.fonts import Ruler, Run
from generator.cards.template import Style
from generator.cards.wrapping import Span

_PARTS = re.compile(r" |[^ ]+")
_HANGING = frozenset("„“”«»‚‘’\"'(「『（")
"""What may stand outside the edge of a headline, where it opens a line."""
_MOST_HANGING = 0.56
"""In em."""

_Stretch: TypeAlias = tuple[int, int, bool, int]
"""Start, end, whether it is strong, its level."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Stretches:
    """The text, with what tells one stretch from the next; lengths in em."""

    text: str
    style: Style
    ruler: Ruler
    strong: tuple[tuple[int, int], ...]
    levels: tuple[int, ...]
    """Of bidirectional text; empty where all of it runs to the right."""
    rtl: bool
    """Whether lines begin at the right edge."""
    space: float = field(init=False)
    drawn: dict[tuple[int, int, int, tuple[str, str]], tuple[Piece, ...]] = field(default_factory=dict, repr=False)
    """Lines whose pieces were asked for before: those of labels, on card after card."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "space", self._advance(self.ruler.runs(" ", self.style.weight, False)))

    @property
    def hyphen(self) -> float:
        """Width of what breaking adds to a word."""
        return self._advance(self.ruler.runs("-", self.style.weight, False))

    def width(self, start: int, end: int) -> float:
        """Of text[start:end]."""
        if not self.levels and self.text.find(" ", start, end) < 0 and not self._has_strong(start, end):
            return self._advance(self.ruler.runs(self.text[start:end], self.style.weight, False))
        total = 0.0
        for left, right in self._parts(start, end):
            if self.text[left:right] == " ":
                total += self.space
                continue
            for first, last, strong, level in self._cut(left, right):
                total += self._advance(self.ruler.runs(self.text[first:last], self._weight(strong), level % 2 == 1))
        return total

    def pieces(self, span: Span, size: int, colors: tuple[str, str]) -> tuple[Piece, ...]:
        """Of one line from left to right, in pixels from the left end of what it measures."""
        key = span.start, span.end, size, colors
        if key not in self.drawn:
            self.drawn[key] = tuple(self._pieces(span, size, colors))
        return self.drawn[key]

    def _pieces(self, span: Span, size: int, colors: tuple[str, str]) -> Iterator[Piece]:
        placed = self._placed(span)
        if not placed:
            return
        pen = self._outside(placed[-1]) if self.rtl else -self._outside(placed[0])
        for number, ((_, _, strong, level), run) in enumerate(placed, 1):
            if run is None:
                pen += self.space
                continue
            text = run.text + "-" if span.hyphenated and number == len(placed) else run.text
            yield Piece(text, self._weight(strong), colors[strong], round(pen * size, 2), run.face, level % 2 == 1)
            pen += run.shaped.width + self.style.tracking * len(run.shaped.glyphs)

    def _placed(self, span: Span) -> list[tuple[_Stretch, Run | None]]:
        """The runs of a line in visual order, None for a space."""
        placed: list[tuple[_Stretch, Run | None]] = []
        for stretch in self._line(span):
            start, end, strong, level = stretch
            if self.text[start] == " ":  # which stands alone
                placed.append((stretch, None))
            else:
                runs = self.ruler.runs(self.text[start:end], self._weight(strong), level % 2 == 1)
                placed += [(stretch, run) for run in runs]
        return placed

    def _line(self, span: Span) -> Sequence[_Stretch]:
        parts = self._parts(span.start, span.end)
        if not self.levels and not self._has_strong(span.start, span.end):
            return [(start, end, False, 0) for start, end in parts]
        stretches = [stretch for start, end in parts for stretch in self._cut(start, end)]
        return bidi.visual([(stretch[3], stretch) for stretch in stretches]) if self.levels else stretches

    def _has_strong(self, start: int, end: int) -> bool:
        for left, right in self.strong:  # noqa: SIM110 - `any` takes twice as long
            if left < end and start < right:
                return True
        return False

    def _parts(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Words and the spaces between them, which all are as wide, whatever font the words are in."""
        if self.text.find(" ", start, end) < 0:
            return iter([(start, end)])
        return (match.span() for match in _PARTS.finditer(self.text, start, end))

    def _cut(self, start: int, end: int) -> Iterable[_Stretch]:
        """text[start:end] where weight or direction change."""
        if self.levels:
            return self._cut_by_level(start, end)
        if not self._has_strong(start, end):
            return ((start, end, False, 0),)
        return [(left, right, strong, 0) for left, right, strong in _weights(start, end, self.strong)]

    def _cut_by_level(self, start: int, end: int) -> Iterator[_Stretch]:
        for left, right, strong in _weights(start, end, self.strong):
            first = left
            for at in range(left + 1, right + 1):
                if at == right or self.levels[at] != self.levels[first]:
                    yield first, at, strong, self.levels[first]
                    first = at

    def _outside(self, placed: tuple[_Stretch, Run | None]) -> float:
        """How far the line's first run is moved out of its box, so that its ink begins at the edge.

        A hook as of j hangs out, its stem stands as that of i; what opens a line of a headline hangs out whole.
        """
        (start, end, strong, level), run = placed
        if run is None:
            return 0.0
        along = (level % 2 == 1) == self.rtl
        if along and self.style.breaking == "balanced" and (hung := self._hung(start, end, strong, level)):
            return hung
        bearing = run.shaped.ending if self.rtl else run.shaped.bearing
        if bearing >= 0 or self.rtl:
            return max(0.0, bearing)
        return max(0.0, self.ruler.runs("i", self._weight(strong), False)[0].shaped.bearing)

    def _hung(self, start: int, end: int, strong: bool, level: int) -> float:  # noqa: FBT001 - of a stretch
        """Width of an opening quote or bracket, up to the next letter's ink."""
        if self.text[start] not in _HANGING or end - start < 2:
            return 0.0
        weight, backwards = self._weight(strong), level % 2 == 1
        # The letter behind it stands at the edge, but for a sign as wide as a guillemet, which would come too near to
        # the edge of the card.
        rest = self.ruler.runs(self.text[start + 1 : end], weight, backwards)
        bearing = rest[-1].shaped.ending if backwards else rest[0].shaped.bearing
        whole = self._advance(self.ruler.runs(self.text[start:end], weight, backwards))
        return min(_MOST_HANGING, whole - self._advance(rest) + max(0.0, bearing))

    def _advance(self, runs: Sequence[Run]) -> float:
        total = 0.0
        for run in runs:
            total += run.shaped.width + self.style.tracking * len(run.shaped.glyphs)
        return total

    def _weight(self, strong: bool) -> str:  # noqa: FBT001 - of a stretch
        return "heavy" if strong else self.style.weight


def _weights(start: int, end: int, strong: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, bool]]:
    """text[start:end] in stretches that are strong or not."""
    for left, right in strong:
        if right <= start or left >= end:
            continue
        if left > start:
            yield start, left, False
        yield max(start, left), min(end, right), True
        start = min(end, right)
    if start < end:
        yield start, end, False
