"""The words of a card, freed of what no typeface draws; what cannot be drawn is a problem, never a blank square."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import regex

from generator.cards import fonts
from generator.problems import Place, Problem, Severity

_NAMED = 3
_INVISIBLE = regex.compile(r"[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}--[\s]]", flags=regex.VERSION1)
_NARROW_SPACES = regex.compile(r"[\u2007-\u200a\u202f]")
_SPACES = regex.compile(r"[^\S\u00a0]+")
_DECORATION = regex.compile(
    r"[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\p{So}\u20e3]", flags=regex.VERSION1
)


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


def readable(words: Words, place: Place) -> tuple[Words, list[Problem]]:
    """The words without invisible characters and emoji, white space made simple, and AA401 for what has no glyph.

    A left-out emoji is a warning, since the text still says the same; a left-out letter would not, so it is an error.
    """
    cleaned = _each(words, _clean)
    problems = [problem for named, text in _fields(cleaned) for problem in _missing(named, text, place)]
    return _each(cleaned, _drawable), list(dict.fromkeys(problems))


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


def _clean(text: str) -> str:
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return str(_SPACES.sub(" ", _NARROW_SPACES.sub("\u00a0", text))).strip(" \u00a0")


def _drawable(text: str) -> str:
    if all(map(fonts.has, text)):
        return text
    return str(_SPACES.sub(" ", "".join(filter(fonts.has, text)))).strip(" \u00a0")


def _missing(named: str, text: str, place: Place) -> Iterator[Problem]:
    """One problem for its emoji and the like, one for its letters."""
    missing = [character for character in dict.fromkeys(text) if not fonts.has(character)]
    if decoration := [character for character in missing if _DECORATION.match(character)]:
        yield Problem(place, "AA401", _no_glyph(named, decoration), "cards are drawn without it", Severity.WARNING)
    if letters := [character for character in missing if not _DECORATION.match(character)]:
        hint = "the bundled typeface has Latin, Cyrillic and Greek letters; write it with those"
        yield Problem(place, "AA401", _no_glyph(named, letters), hint)


def _no_glyph(named: str, characters: list[str]) -> str:
    """The first few by name, since a question in another script would name dozens."""
    shown = ", ".join(f"'{character}' (U+{ord(character):04X})" for character in characters[:_NAMED])
    more = len(characters) - _NAMED
    return f"{named}: no glyph for {shown}" + (f" and {more} more" if more > 0 else "")
