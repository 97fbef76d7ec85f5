"""One text of a card before it has a size: its words measured in em, and its lines at every size of a scale."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.cards import bidi, breaking, scripts
from generator.cards.breaking import NBSP, Atom, Span
from generator.cards.drawing import Line
from generator.cards.fonts import Ruler
from generator.cards.runs import Stretches
from generator.content.schema.cards import Style
from generator.language import Language

_SMALLER = {"balanced": 1.6, "ragged": 0.6}
"""Cost of a size against the largest of its scale, by the logarithm of their ratio; headlines yield last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """A paragraph at one size; `cost` compares sizes."""

    size: int
    spans: tuple[Span, ...]
    cost: float
    torn: bool = False
    """Whether a word was wider than the box."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A text in its style, cut into what stays on one line."""

    role: str
    text: str
    """As drawn, glued."""
    spoken: str
    """As read: the same without capitals."""
    style: Style
    """As its script bears it."""
    leading: float
    language: str
    stretches: Stretches
    atoms: tuple[Atom, ...]
    joined: bool
    """Whether atoms may meet without a space."""

    def fit(self, width: float, sizes: Sequence[int], most_lines: int, best: int) -> Iterator[Fitted]:
        """Every size at which it fits the width, in the given order; `best` is the one that costs nothing."""
        weight = _SMALLER.get(self.style.breaking, 1.0)
        for size in sizes:
            found = self._break(width / size)
            if found and len(found[0]) <= most_lines:
                cost = found[1] + weight * math.log(best / size)
                torn = any(atom.width > width / size for atom in self.atoms)
                yield Fitted(size=size, spans=found[0], cost=cost, torn=torn)

    def _break(self, width: float) -> tuple[tuple[Span, ...], float] | None:
        atoms: Sequence[Atom] = self.atoms
        if any(atom.width > width for atom in atoms):
            if self.style.breaking in {"none", "address"}:
                return None
            atoms = [part for atom in atoms for part in (self._torn(atom) if atom.width > width else (atom,))]
        return breaking.break_lines(self.text, atoms, width, balanced=self.style.breaking != "ragged")

    def _torn(self, atom: Atom) -> Iterator[Atom]:
        return breaking.torn(
            self.text, atom, self.stretches.width, self.stretches.space, self.stretches.hyphen, self.language
        )

    def _measured(self, span: Span) -> float:
        """Atoms that meet without a space are narrower together by a hair: letters are kerned across the joint."""
        return self.stretches.width(span.start, span.end) + (self.stretches.hyphen if span.hyphenated else 0.0)

    def width(self) -> float:
        """On one line, in em."""
        return self.stretches.width(0, len(self.text))

    def lines(self, fitted: Fitted, top: float, cap_height: float, colors: tuple[str, str]) -> tuple[Line, ...]:
        """Its lines with pieces in pixels; `top` is that of the first line's capitals, `colors` plain and strong."""
        lines, exact = [], fitted.torn or self.joined
        for number, span in enumerate(fitted.spans):
            baseline = round(top + fitted.size * (cap_height + number * self.leading))
            follows = fitted.spans[number + 1].start if number + 1 < len(fitted.spans) else -1
            lines.append(
                Line(
                    text=self.spoken[span.start : span.end].replace(NBSP, " "),
                    baseline=baseline,
                    width=round((self._measured(span) if exact else span.width) * fitted.size, 2),
                    pieces=tuple(self.stretches.pieces(span, fitted.size, colors)),
                    hyphenated=span.hyphenated,
                    glued=follows == span.end,
                )
            )
        return tuple(lines)


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
    leading = language.typography.get("leading")
    style = scripts.suited(style, text, air=leading is None)
    drawn = text.upper() if style.capitals else text
    spoken = text if len(text) == len(drawn) else drawn
    if style.breaking in {"balanced", "ragged"}:
        drawn = breaking.glue(drawn, *(_listed(language, key) for key in ("one_letter", "leaning")))
    elif style.breaking == "none":
        drawn = drawn.replace(" ", NBSP)
    rtl = language.direction == "rtl"
    stretches = Stretches(
        text=drawn,
        style=style,
        ruler=ruler,
        strong=tuple(_found(drawn, highlights)) if style.strong else (),
        levels=bidi.levels(drawn, rtl=rtl) if bidi.runs_left(drawn) else (),
        rtl=rtl,
    )
    if style.breaking == "address":
        atoms = breaking.address(drawn, stretches.width)
    else:
        atoms = breaking.words(drawn, stretches.width, stretches.space, language.tag)
    return Paragraph(
        role=role,
        text=drawn,
        spoken=spoken,
        style=style,
        leading=style.leading * float(leading or "1"),
        language=language.tag,
        stretches=stretches,
        atoms=atoms,
        joined=style.breaking == "address" or scripts.is_spaceless(drawn),
    )


def _listed(language: Language, key: str) -> frozenset[str]:
    return frozenset(language.typography.get(key, "").split())


def _found(text: str, highlights: Sequence[str]) -> list[tuple[int, int]]:
    """Where highlights stand as whole words, longest first where they overlap, in order."""
    plain, taken = text.replace(NBSP, " "), list[tuple[int, int]]()
    for highlight in sorted(set(highlights), key=lambda h: (-len(h), h)):
        for match in re.finditer(_whole(highlight.replace(NBSP, " ")), plain):
            if all(match.end() <= start or end <= match.start() for start, end in taken):
                taken.append(match.span())
    return sorted(taken)


def _whole(words: str) -> str:
    """Of scripts without spaces any occurrence is whole."""
    escaped = re.escape(words)
    return escaped if scripts.is_spaceless(words) else rf"(?<!\w){escaped}(?!\w)"
