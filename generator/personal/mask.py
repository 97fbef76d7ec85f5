"""The sign that stands for what was left out: no letter, so that no comparison takes it for a word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import regex

MASK: Final = "…"
NEXT: Final = rf"[^\w{MASK}]"
"""What may stand between a word and what belongs to it; a mask may not, or a second pass would mask the word behind."""


def without(line: str, patterns: Iterable[regex.Pattern[str]]) -> str:
    """A line, or lines, with the sign in place of what the patterns find, one after the other."""
    for pattern in patterns:
        line = pattern.sub(MASK, line)
    return line
