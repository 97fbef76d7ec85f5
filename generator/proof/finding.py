"""What a rule finds in a text, and what a language is written by."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from generator.content.schema.proof import ProofCommon, ProofFile


class Finding(NamedTuple):
    """Letters of a text that had better be others."""

    code: str
    start: int
    end: int
    message: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a language is written."""

    script: str
    """`Latn`, `Cyrl` …"""
    direction: str = "ltr"
    file: ProofFile = field(default_factory=ProofFile)
    common: ProofCommon = field(default_factory=ProofCommon)
    known: frozenset[str] = frozenset()
    """Words of the language in small letters, in its own script."""


def visible(words: str) -> str:
    """Words for a message, with a name for what nobody sees."""
    return "".join(c if c.isprintable() or c == "\N{NO-BREAK SPACE}" else f"<U+{ord(c):04X}>" for c in words)
