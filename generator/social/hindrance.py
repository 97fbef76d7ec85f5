"""Why nothing is posted at a time: a rule that programs know by its name, and a sentence for people."""

from __future__ import annotations

from typing import NamedTuple


class Hindrance(NamedTuple):
    """What stands against a time."""

    rule: str
    """`holiday`, `quiet`, `per_day`: a page says it in its reader's own language."""
    said: str
    number: int = 0
    """The figure of the rule, where it has one: posts a day, hours between."""


def said(found: Hindrance | None) -> str:
    """The sentence; empty for nothing."""
    return found.said if found else ""
