"""One text made fit for a card: what is not seen taken out, and what no font draws named."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import regex

from generator.cards import fonts, scripts
from generator.cards.typeface import BRAND, Typeface
from generator.problems import Place, Problem, Severity

_NAMED = 3
_INVISIBLE = regex.compile(
    r"""
    ( (?<=\p{Extended_Pictographic})\ufe0f                                  # an emoji in colour
    | (?<=[0-9\#*])\ufe0f(?=\u20e3)                                         # a keycap
    | (?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic})  # a family
    | (?<=\U0001f3f4[\U000e0020-\U000e007e]*)[\U000e0020-\U000e007f]        # the flag of Scotland
    | (?<=[\p{Lo}\p{M}])[\u200c\u200d](?=\p{Lo})                            # Persian and Indic spelling
    )
    | [\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}--[\s]]
    """,
    flags=regex.VERSION1 | regex.VERBOSE,
)
_SEEN = re.compile(r"[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")
"""What nearly all texts consist of; none of it is invisible."""
_MORE_SPACES = re.compile("  +")
_DIRECTING = regex.compile(r"[\u200e\u200f\u061c\u2066-\u2069]")
_TO_THE_LEFT = regex.compile(r"[\p{bc=R}\p{bc=AL}--[\u200f\u061c]]", flags=regex.VERSION1)
_NARROW_SPACES = regex.compile(r"[\u2007-\u200a\u202f]")
_SPACES = regex.compile(r"[^\S\u00a0]+")
_DECORATION = regex.compile(
    r"[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\p{So}\u20e3]", flags=regex.VERSION1
)
_CLUSTER = regex.compile(r"\X")


@dataclass(frozen=True, slots=True)
class Missing:
    """Characters of a text that no font of a typeface has, each once, in order."""

    letters: tuple[str, ...] = ()
    decorations: tuple[str, ...] = ()
    """Emoji and the like, without which a text says the same."""


def clean(text: str) -> str:
    """NFC, white space made simple, and nothing that is not seen, but for what spelling, emoji and direction need."""
    if _SEEN.fullmatch(text):
        return unicodedata.normalize("NFC", _MORE_SPACES.sub(" ", text)).strip(" \u00a0")
    directed = _TO_THE_LEFT.search(text)
    kept = _INVISIBLE.sub(lambda found: found[1] or (directed and _DIRECTING.match(found[0]) and found[0]) or "", text)
    kept = unicodedata.normalize("NFC", kept)
    return str(_SPACES.sub(" ", _NARROW_SPACES.sub("\u00a0", kept))).strip(" \u00a0")


def all_drawn(texts: Iterable[str], typeface: Typeface) -> bool:
    """Whether the brand's own letters do for cleaned texts, and nothing in them asks for more."""
    whole = "".join(texts)
    return scripts.is_plain(whole) and fonts.face(typeface, BRAND, "medium").characters.issuperset(whole)


def missing(text: str, typeface: Typeface) -> Missing:
    """What of a cleaned text cannot be drawn."""
    lost = dict.fromkeys(
        character
        for cluster in _undrawable(text, typeface)
        for character in fonts.visible(cluster)
        if not fonts.has(character, typeface)
    )
    decorations = tuple(character for character in lost if _DECORATION.match(character))
    return Missing(tuple(character for character in lost if character not in decorations), decorations)


def drawable(text: str, typeface: Typeface) -> str:
    """A cleaned text without what cannot be drawn."""
    if not any(True for _ in _undrawable(text, typeface)):
        return text
    kept = "".join(_kept(cluster, typeface) for cluster in _CLUSTER.findall(text))
    return str(_SPACES.sub(" ", kept)).strip(" \u00a0")


def problems(field: str, text: str, place: Place, typeface: Typeface, language: str) -> Iterator[Problem]:
    """AA401 for a cleaned text: one problem for its emoji and the like, one for its letters; AA408 for its line breaks.

    A left-out emoji is a warning, since the text still says the same; a left-out letter would not, so it is an error.
    """
    if scripts.lacks_parser(text, language):
        message = f"{field}: where lines of '{language}' may end needs an extra library"
        yield Problem(place, "AA408", message, "pip install answer-ahead[asian]")
    lost = missing(text, typeface)
    if lost.decorations:
        hint = "cards are drawn without it; an emoji font in faq/_data/fonts would draw it"
        yield Problem(place, "AA401", _no_glyph(field, lost.decorations), hint, Severity.WARNING)
    if lost.letters:
        hint = "write it in Latin, Cyrillic, Greek, Arabic or Hebrew, or put a font that has it into faq/_data/fonts"
        yield Problem(place, "AA401", _no_glyph(field, lost.letters), hint)


def _undrawable(text: str, typeface: Typeface) -> Iterator[str]:
    """Characters with their marks, and emoji, that no single font has all of."""
    if fonts.face(typeface, BRAND, "medium").characters.issuperset(text):
        return
    for cluster in dict.fromkeys(_CLUSTER.findall(text)):
        if fonts.covering(typeface, cluster) is None:
            yield cluster


def _kept(cluster: str, typeface: Typeface) -> str:
    if fonts.covering(typeface, cluster) is not None:
        return cluster
    return "".join(character for character in fonts.visible(cluster) if fonts.has(character, typeface))


def _no_glyph(field: str, characters: tuple[str, ...]) -> str:
    """The first few by name, since a question in another script would name dozens."""
    named = ", ".join(f"'{character}' (U+{ord(character):04X})" for character in characters[:_NAMED])
    more = len(characters) - _NAMED
    return f"{field}: no glyph for {named}" + (f" and {more} more" if more > 0 else "")
