"""The order of words in each language's own alphabet, and the letter each stands under."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import TypeAlias

Key: TypeAlias = tuple[tuple[tuple[int, str], ...], str]

DIGITS = "0–9"
"""What stands under no letter but a figure."""
_BLANK, _FIGURE, _LETTER, _FOREIGN = range(-2, 2)
"""Which comes first where two words differ."""


def order(alphabet: Sequence[str]) -> Callable[[str], tuple[Key, str]]:
    """Of a text its key for sorting and the letter it stands under.

    Accents that make no letter of the alphabet decide only between words that are else the same; quotes and other
    marks say nothing. Letters of another alphabet come behind one's own, as CLDR has it. Without an alphabet letters
    are in the order of their code points.
    """
    ranks = {letter: rank for rank, letter in enumerate(alphabet)}
    longest = sorted((letter for letter in ranks if len(letter) > 1), key=len, reverse=True)
    parts = re.compile("|".join([*map(re.escape, longest), r"\s+", "."]), re.DOTALL)

    @functools.cache
    def weight(part: str) -> tuple[int, str] | None:
        """Where a letter stands, as two values that compare; None for marks, which do not count."""
        if part.isspace():
            return _BLANK, ""
        if part in ranks:
            return _LETTER, chr(ranks[part])
        base = unicodedata.normalize("NFD", part)[0]
        if base in ranks:
            return _LETTER, chr(ranks[base])
        if base.isdigit():
            return _FIGURE, base
        return (_FOREIGN, base) if base.isalpha() else None

    def keyed(text: str) -> tuple[Key, str]:
        plain = unicodedata.normalize("NFC", text.lower())
        found: list[tuple[int, str]] = [(_BLANK, "")]
        label = ""
        for part in parts.findall(plain):
            one = weight(part)
            if one and not one[0] == found[-1][0] == _BLANK:
                found.append(one)
                label = label or _label(*one, part, alphabet)
        return (tuple(found[1:]), plain), label or DIGITS

    return keyed


def _label(kind: int, value: str, part: str, alphabet: Sequence[str]) -> str:
    if kind == _FIGURE:
        return DIGITS
    return (alphabet[ord(value)] if kind == _LETTER else unicodedata.normalize("NFD", part)[0]).capitalize()
