"""One text of a card before it has a size: its words measured in em, and its lines at every size of a scale."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from generator.cards import breaking
from generator.cards.breaking import NBSP, Atom, Span
from generator.cards.drawing import Line, Piece
from generator.content.schema.cards import Style
from generator.language import Language

_SMALLER = {"balanced": 1.2, "ragged": 0.6}
"""Cost of a size against the largest of its scale, by the logarithm of their ratio; headlines yield last."""


class Ruler(Protocol):
    """What a typeface knows of a word in one language; lengths in em."""

    def width(self, text: str, weight: str, /) -> float:
        """Advance of the whole text."""

    def bearing(self, text: str, weight: str, /) -> float:
        """Empty width before its first letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """A paragraph at one size; `cost` compares sizes."""

    size: int
    spans: tuple[Span, ...]
    cost: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A text in its style, cut into what stays on one line."""

    role: str
    text: str
    """As drawn, glued."""
    spoken: str
    """As read: the same without capitals."""
    style: Style
    leading: float
    language: str
    strong: tuple[tuple[int, int], ...]
    ruler: Ruler
    atoms: tuple[Atom, ...]
    space: float

    def fit(self, width: float, sizes: Sequence[int], most_lines: int, best: int) -> Iterator[Fitted]:
        """Every size at which it fits the width, in the given order; `best` is the one that costs nothing."""
        weight = _SMALLER.get(self.style.breaking, 1.0)
        for size in sizes:
            found = self._break(width / size)
            if found and len(found[0]) <= most_lines:
                cost = found[1] + weight * math.log(best / size)
                yield Fitted(size=size, spans=found[0], cost=cost)

    def _break(self, width: float) -> tuple[tuple[Span, ...], float] | None:
        atoms: Sequence[Atom] = self.atoms
        if any(atom.width > width for atom in atoms):
            if self.style.breaking in {"none", "address"}:
                return None
            atoms = [part for atom in atoms for part in (self._torn(atom) if atom.width > width else (atom,))]
        return breaking.break_lines(self.text, atoms, width, balanced=self.style.breaking != "ragged")

    def _torn(self, atom: Atom) -> Iterator[Atom]:
        return breaking.torn(self.text, atom, self._width, self.space, self.language)

    def _width(self, start: int, end: int) -> float:
        return _width(self.text, start, end, self.style, self.strong, self.ruler)

    def width(self) -> float:
        """On one line, in em."""
        return self._width(0, len(self.text))

    def lines(self, fitted: Fitted, top: float, cap_height: float, colors: tuple[str, str]) -> tuple[Line, ...]:
        """Its lines with pieces in pixels; `top` is that of the first line's capitals, `colors` plain and strong."""
        lines = []
        for number, span in enumerate(fitted.spans):
            baseline = round(top + fitted.size * (cap_height + number * self.leading))
            follows = fitted.spans[number + 1].start if number + 1 < len(fitted.spans) else -1
            lines.append(
                Line(
                    text=self.spoken[span.start : span.end].replace(NBSP, " "),
                    baseline=baseline,
                    width=round(span.width * fitted.size, 2),
                    pieces=tuple(self._pieces(span, fitted.size, colors)),
                    hyphenated=span.hyphenated,
                    glued=follows == span.end,
                )
            )
        return tuple(lines)

    def _bearing(self, text: str, weight: str) -> float:
        """Taken away so that ink begins at the margin; a hook as of j hangs out, its stem stands as that of i."""
        bearing = self.ruler.bearing(text, weight)
        return bearing if bearing >= 0 else max(0.0, self.ruler.bearing("i", weight))

    def _pieces(self, span: Span, size: int, colors: tuple[str, str]) -> Iterator[Piece]:
        pen, first = 0.0, True
        for start, end in _words(self.text, span.start, span.end):
            for left, right, strong in _runs(start, end, self.strong):
                weight = "heavy" if strong else self.style.weight
                text = self.text[left:right]
                if first:
                    pen, first = -self._bearing(text, weight), False
                width = self._width(left, right)
                if span.hyphenated and right == span.end:
                    text += "-"
                yield Piece(text=text, weight=weight, color=colors[strong], x=round(pen * size, 2))
                pen += width
            pen += self.space


def paragraph(  # noqa: PLR0913 - what a paragraph depends on
    role: str,
    text: str,
    *,
    style: Style,
    language: Language,
    highlights: Sequence[str],
    ruler: Ruler,
) -> Paragraph:
    """Capitals, glue and highlights applied, every word measured once."""
    drawn = text.upper() if style.capitals else text
    spoken = text if len(text) == len(drawn) else drawn
    if style.breaking in {"balanced", "ragged"}:
        drawn = breaking.glue(drawn, frozenset(language.typography.get("one_letter", "").split()))
    elif style.breaking == "none":
        drawn = drawn.replace(" ", NBSP)
    strong = tuple(_found(drawn, highlights)) if style.strong else ()
    space = ruler.width(" ", style.weight) + style.tracking

    def measure(start: int, end: int) -> float:
        return _width(drawn, start, end, style, strong, ruler)

    atoms = breaking.address(drawn, measure) if style.breaking == "address" else breaking.words(drawn, measure, space)
    return Paragraph(
        role=role,
        text=drawn,
        spoken=spoken,
        style=style,
        leading=style.leading * float(language.typography.get("leading", "1")),
        language=language.tag,
        strong=strong,
        ruler=ruler,
        atoms=atoms,
        space=space,
    )


def _found(text: str, highlights: Sequence[str]) -> list[tuple[int, int]]:
    """Where highlights stand as whole words, longest first where they overlap, in order."""
    plain, taken = text.replace(NBSP, " "), list[tuple[int, int]]()
    for highlight in sorted(set(highlights), key=lambda h: (-len(h), h)):
        for match in re.finditer(rf"(?<!\w){re.escape(highlight.replace(NBSP, ' '))}(?!\w)", plain):
            if all(match.end() <= start or end <= match.start() for start, end in taken):
                taken.append(match.span())
    return sorted(taken)


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    return ((match.start(), match.end()) for match in re.compile(r"[^ ]+").finditer(text, start, end))


def _runs(start: int, end: int, strong: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, bool]]:
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


def _width(  # noqa: PLR0913, PLR0917 - the measured stretch and all it depends on
    text: str, start: int, end: int, style: Style, strong: Sequence[tuple[int, int]], ruler: Ruler
) -> float:
    total = 0.0
    for left, right, is_strong in _runs(start, end, strong):
        total += ruler.width(text[left:right], "heavy" if is_strong else style.weight)
    return total + style.tracking * (end - start)
