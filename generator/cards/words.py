"""The words of a card, freed of what no typeface draws; what cannot be drawn is a problem, never a blank square."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

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
class Words:
    """What stands on a card: plain text, NFC."""

    question: str
    answers: tuple[str, ...]
    """Candidates, best first; without any that fits the question stands alone."""
    topic: str
    address: str
    """Readable, without scheme: `faq.zrno.example/hr/q/delivery-time`."""
    brand: str
    highlights: tuple[str, ...] = ()
    """Parts of the answer to set heavy in the brand's colour."""


def readable(words: Words, place: Place) -> tuple[Words, list[Problem]]:
    """The words without invisible characters and emoji, white space made simple, and AA401 for what has no glyph.

    A left-out emoji is a warning, since the text still says the same; a left-out letter would not, so it is an error.
    """
    cleaned = Words(
        question=_clean(words.question),
        answers=tuple(filter(None, map(_clean, words.answers))),
        topic=_clean(words.topic),
        address=_clean(words.address),
        brand=_clean(words.brand),
        highlights=tuple(filter(None, map(_clean, words.highlights))),
    )
    texts = [("question", cleaned.question), ("topic", cleaned.topic), ("address", cleaned.address)]
    texts += [("brand", cleaned.brand), *(("answer", answer) for answer in cleaned.answers)]
    problems = list(dict.fromkeys(problem for field, text in texts for problem in _missing(field, text, place)))
    kept = replace(
        cleaned,
        question=_drawable(cleaned.question),
        answers=tuple(filter(None, map(_drawable, cleaned.answers))),
        topic=_drawable(cleaned.topic),
        address=_drawable(cleaned.address),
        brand=_drawable(cleaned.brand),
        highlights=tuple(filter(None, map(_drawable, cleaned.highlights))),
    )
    if not kept.question:
        problems.append(Problem(place, "AA401", "question: nothing is left to draw", "write the question in letters"))
    return kept, problems


def _clean(text: str) -> str:
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return str(_SPACES.sub(" ", _NARROW_SPACES.sub("\u00a0", text))).strip(" \u00a0")


def _drawable(text: str) -> str:
    if all(map(fonts.has, text)):
        return text
    return str(_SPACES.sub(" ", "".join(filter(fonts.has, text)))).strip(" \u00a0")


def _missing(field: str, text: str, place: Place) -> Iterator[Problem]:
    """One problem for its emoji and the like, one for its letters."""
    missing = [character for character in dict.fromkeys(text) if not fonts.has(character)]
    if decoration := [character for character in missing if _DECORATION.match(character)]:
        yield Problem(place, "AA401", _no_glyph(field, decoration), "cards are drawn without it", Severity.WARNING)
    if letters := [character for character in missing if not _DECORATION.match(character)]:
        hint = "the bundled typeface has Latin, Cyrillic and Greek letters; write it with those"
        yield Problem(place, "AA401", _no_glyph(field, letters), hint)


def _no_glyph(field: str, characters: list[str]) -> str:
    """The first few by name, since a question in another script would name dozens."""
    named = ", ".join(f"'{character}' (U+{ord(character):04X})" for character in characters[:_NAMED])
    more = len(characters) - _NAMED
    return f"{field}: no glyph for {named}" + (f" and {more} more" if more > 0 else "")
