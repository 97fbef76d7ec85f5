"""The words of a card, freed of what no typeface draws; what cannot be drawn is a problem, never a blank square."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.cards import glyphs
from generator.cards.typeface import Typeface
from generator.problems import Place, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A row of a checklist, of opening hours, of a quiz or a summary."""

    text: str
    label: str = ""
    """Its number or letter, or the days it holds for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What stands on a card: plain text."""

    texts: Mapping[str, tuple[str, ...]]
    """Role -> candidates, best first, of which the first that fits is drawn. A role without any draws nothing."""
    items: tuple[Item, ...] = ()
    highlights: tuple[str, ...] = ()
    """Parts to set heavy in the brand's colour."""
    code: str = ""
    """The address that a QR code leads to."""

    def of(self, role: str) -> tuple[str, ...]:
        """The candidates of a role."""
        return self.texts.get(role, ())


def readable(words: Words, place: Place, typeface: Typeface, language: str) -> tuple[Words, list[Problem]]:
    """The words without what is not seen or not drawn, and AA401 for what has no glyph."""
    cleaned = _each(words, glyphs.clean)
    if glyphs.all_drawn((text for _, text in _fields(cleaned)), typeface):  # as nearly always
        return cleaned, []
    found = (
        problem
        for field, text in _fields(cleaned)
        for problem in glyphs.problems(field, text, place, typeface, language)
    )
    problems = list(dict.fromkeys(found))
    return _each(cleaned, lambda text: glyphs.drawable(text, typeface)), list(problems)


def _each(words: Words, change: Callable[[str], str]) -> Words:
    """The words with every text changed; what is left empty is left out."""
    texts = {role: tuple(filter(None, map(change, candidates))) for role, candidates in words.texts.items()}
    items = (Item(text=change(item.text), label=change(item.label)) for item in words.items)
    return Words(
        texts={role: candidates for role, candidates in texts.items() if candidates},
        items=tuple(item for item in items if item.text),
        highlights=tuple(filter(None, map(change, words.highlights))),
        code=words.code,
    )


def _fields(words: Words) -> Iterator[tuple[str, str]]:
    for role, candidates in words.texts.items():
        yield from ((role, text) for text in candidates)
    for number, item in enumerate(words.items, 1):
        yield f"item {number}", f"{item.label} {item.text}"
