"""One text of a card before it has a size: its words measured in em, and its lines at every size of a scale."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from generator.cards import bidi, breaking, scripts, wrapping
from generator.cards.breaking import NBSP, Atom
from generator.cards.drawing import Line
from generator.cards.fonts import Ruler
from generator.cards.runs import Stretches
from generator.cards.template import Style
from generator.cards.wrapping import Span, Table
from generator.language import Language

_LETTER = re.compile(r"\w")
_SMALLER = {"balanced": 1.6, "ragged": 0.6}
"""Cost of a size against the largest of its scale, by the logarithm of their ratio; headlines yield last."""


_Broken: TypeAlias = tuple[tuple[Span, ...], float]
"""Lines, and how uneven they are."""


class Fitted(NamedTuple):
    """A paragraph at one size; `cost` compares sizes."""

    size: int
    spans: tuple[Span, ...]
    cost: float
    torn: bool = False
    """Whether a word was wider than the box."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
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
    words: Table
    """Its atoms."""
    pauses: int
    """Atoms behind which a line ends well."""
    joined: bool
    """Whether atoms may meet without a space."""
    broken: dict[float, _Broken | None] = field(default_factory=dict, repr=False)
    """Widths that were asked for already: the same text is tried again where a card is set in another way."""

    def fit(self, width: float, sizes: Sequence[int], most_lines: int, best: int) -> Iterator[Fitted]:
        """Every size at which it fits the width, in the given order; `best` is the one that costs nothing."""
        for size in sizes:
            em = width / size
            if em not in self.broken:
                self.broken[em] = self._break(em)
            found = self.broken[em]
            if found and len(found[0]) <= most_lines:
                cost = found[1] + self._smaller(size, best)
                yield Fitted(size=size, spans=found[0], cost=cost, torn=self.is_torn(em))

    def is_torn(self, width: float) -> bool:
        """Whether a word is wider than so many em."""
        return self.words.widest > width

    def least_lines(self, width: float) -> int:
        """How many lines it takes at least in so many em; exactly, unless words must be torn."""
        if self.is_torn(width):
            return math.ceil(self.width() / (width + self.stretches.space))
        return wrapping.fewest(self.words, width)

    def least_cost(self, size: int, best: int, lines: int) -> float:
        """What a size costs if its lines, so many, could not end better."""
        gain = breaking.PAUSE * min(self.pauses, lines - 1)
        return self._smaller(size, best) + (gain / 2 if self.style.breaking == "ragged" else gain)

    def _smaller(self, size: int, best: int) -> float:
        return _SMALLER.get(self.style.breaking, 1.0) * math.log(best / size)

    def _break(self, width: float) -> _Broken | None:
        words = self.words
        if self.is_torn(width):
            if self.style.breaking in {"none", "address"}:
                return None
            atoms = [part for atom in words.atoms for part in (self._torn(atom) if atom.width > width else (atom,))]
            words = wrapping.table(self.text, atoms)
        return wrapping.break_lines(words, width, balanced=self.style.breaking != "ragged")

    def _torn(self, atom: Atom) -> Iterator[Atom]:
        return breaking.torn(
            self.text, atom, self.stretches.width, self.stretches.space, self.stretches.hyphen, self.language
        )

    def _measured(self, span: Span) -> float:
        """Atoms that meet without a space are narrower together by a hair: letters are kerned across the joint."""
        return self.stretches.width(span.start, span.end) + (self.stretches.hyphen if span.hyphenated else 0.0)

    def width(self) -> float:
        """On one line, in em."""
        return self.stretches.width(0, len(self.text)) if self.joined else self.words.right[-1]

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
                    pieces=self.stretches.pieces(span, fitted.size, colors),
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
    manner = _Manner(
        tag=language.tag,
        rtl=language.direction == "rtl",
        **{key: language.typography.get(key, "") for key in ("leading", "one_letter", "leaning")},
    )
    return _paragraph(role, text, style, manner, tuple(highlights) if style.strong else (), ruler)


class _Manner(NamedTuple):
    """How a language sets its texts."""

    tag: str
    rtl: bool
    leading: str
    one_letter: str
    leaning: str


@functools.lru_cache(maxsize=128)
def _paragraph(  # noqa: PLR0913, PLR0917 - a cache's key
    role: str, text: str, style: Style, manner: _Manner, highlights: tuple[str, ...], ruler: Ruler
) -> Paragraph:
    """Brand, topics and labels come again on card after card, and an entry's words on its cards of other sizes."""
    style = scripts.suited(style, text, air=not manner.leading)
    drawn = text.upper() if style.capitals else text
    spoken = text if len(text) == len(drawn) else drawn
    if style.breaking in {"balanced", "ragged"}:
        drawn = breaking.glue(drawn, frozenset(manner.one_letter.split()), frozenset(manner.leaning.split()))
    elif style.breaking == "none":
        drawn = drawn.replace(" ", NBSP)
    stretches = Stretches(
        text=drawn,
        style=style,
        ruler=ruler,
        strong=tuple(_found(drawn, highlights)) if style.strong else (),
        levels=bidi.levels(drawn, rtl=manner.rtl) if bidi.runs_left(drawn) else (),
        rtl=manner.rtl,
    )
    if style.breaking == "address":
        atoms = breaking.address(drawn, stretches.width)
    else:
        atoms = breaking.words(drawn, stretches.width, stretches.space, manner.tag)
    return Paragraph(
        role=role,
        text=drawn,
        spoken=spoken,
        style=style,
        leading=style.leading * float(manner.leading or "1"),
        language=manner.tag,
        stretches=stretches,
        words=wrapping.table(drawn, atoms),
        pauses=sum(atom.cost < 0 for atom in atoms[:-1]),
        joined=style.breaking == "address" or scripts.is_spaceless(drawn),
    )


def _found(text: str, highlights: Sequence[str]) -> list[tuple[int, int]]:
    """Where highlights stand as whole words, longest first where they overlap, in order."""
    plain, taken = text.replace(NBSP, " "), list[tuple[int, int]]()
    for highlight in sorted(set(highlights), key=lambda h: (-len(h), h)):
        for first, last in _occurrences(highlight.replace(NBSP, " "), plain):
            if all(last <= start or end <= first for start, end in taken):
                taken.append((first, last))
    return sorted(taken)


def _occurrences(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Where words stand that are no part of longer ones; of scripts without spaces any occurrence is whole."""
    start, anywhere = text.find(words), scripts.is_spaceless(words)
    while words and start >= 0:
        end = start + len(words)
        whole = anywhere or not (_LETTER.match(text[start - 1 : start]) or _LETTER.match(text[end : end + 1]))
        if whole:
            yield start, end
        start = text.find(words, end if whole else start + 1)
