"""Text that runs to the left: the level of every character, and the order in which a line shows them (UAX #9)."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import TypeVar

import regex
from bidi import get_display

from generator.cards.scripts import is_plain

_T = TypeVar("_T")
_TO_THE_LEFT = regex.compile(r"[\p{bc=R}\p{bc=AL}]")
_OPEN, _CLOSE = "\u2066", "\u2069"
_ISOLATED = re.compile(
    r"""
    (?:https?://|www\.)[\x21-\x7e]*[\w/]                                   # an address
    | [\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+                                 # of a mailbox
    | (?<![\w.])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/[\x21-\x7e]*[\w/])?  # without its scheme
    | (?<!\w)\+?\(?\d[\d\u0020\u00a0()/.-]{5,}\d                           # a telephone number, groups of digits
    | (?<![\w)])[+−-]\d[\d.,]*                                             # a signed number
    """,
    re.VERBOSE | re.ASCII | re.IGNORECASE,
)
"""What is read from left to right whatever is around it; the algorithm alone would turn its parts round."""
_PRICE = re.compile(r"\d[\d.,]*[ \u00a0]?[%‰€$£₽°]\w?")
"""In a line that runs to the right a number behind words that do not must not lose its sign to the other side."""
_LEVEL = re.compile(r"Level\(\s*(\d+),\s*\)")


def runs_left(text: str) -> bool:
    """Whether anything of a text is written from right to left."""
    return not is_plain(text) and _TO_THE_LEFT.search(text) is not None


@functools.lru_cache(maxsize=4096)
def levels(text: str, *, rtl: bool) -> tuple[int, ...]:
    """Of every character in a paragraph that runs to the left or to the right; odd ones run to the left.

    Addresses and telephone numbers are isolated, so that they read as they were written.
    """
    isolated, origin = "", list[int]()
    end = 0
    for found in _isolated(text, prices=not rtl):
        for part, start in ((text[end : found.start()], end), (_OPEN, -1), (found[0], found.start()), (_CLOSE, -1)):
            isolated += part
            origin += range(start, start + len(part)) if start >= 0 else [-1]
        end = found.end()
    isolated += text[end:]
    origin += range(end, len(text))
    resolved = _resolved(isolated, rtl=rtl)
    return tuple(level for level, position in zip(resolved, origin, strict=True) if position >= 0)


def _isolated(text: str, *, prices: bool) -> list[re.Match[str]]:
    """In order, none within another."""
    found = list(_ISOLATED.finditer(text))
    if prices:
        own = [match.span() for match in found]
        found += (m for m in _PRICE.finditer(text) if all(m.end() <= start or end <= m.start() for start, end in own))
    return sorted(found, key=re.Match.start)


def _resolved(text: str, *, rtl: bool) -> list[int]:
    """The library tells levels by the bytes of UTF-8, and only in words."""
    told = str(get_display(text, base_dir="R" if rtl else "L", debug=True))
    listed = told[told.rindex("\n    levels: [") : told.rindex("\n    paragraphs: [")]
    by_byte = [int(level) for level in _LEVEL.findall(listed)]
    found, at = [], 0
    for character in text:
        found.append(by_byte[at])
        at += len(character.encode())
    if at != len(by_byte):
        msg = f"{len(by_byte)} levels for {at} bytes"
        raise ValueError(msg)
    return found


def visual(items: Sequence[tuple[int, _T]]) -> list[_T]:
    """Things with their levels in the order in which they stand from left to right (rule L2)."""
    ordered = list(items)
    odd = [level for level, _ in ordered if level % 2]
    for least in range(max((level for level, _ in ordered), default=0), min(odd, default=1) - 1, -1):
        start = 0
        while start < len(ordered):
            end = start
            while end < len(ordered) and ordered[end][0] >= least:
                end += 1
            ordered[start:end] = reversed(ordered[start:end])
            start = max(end, start + 1)
    return [item for _, item in ordered]
