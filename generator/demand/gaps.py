"""Gaps: what customers ask and no entry answers, as groups of questions that mean the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One question that an entry is missing for. Counts add up repeated questions; all words are masked."""

    name: str
    """The most typical of its questions."""
    count: int
    months: Mapping[str, int]
    """Month like `2026-11`, or nothing where a question has no day -> questions."""
    growth: float
    """Of the newer half of the log's months against the older half: 1.0 is twice as many, 0 as many or unknown."""
    topic: str
    """Id of the topic that an entry for it would belong to; or empty."""
    nearest: Sequence[str]
    """Ids of the entries that say most of it, best first; at most three."""
    examples: Sequence[str]
    """At most five, the most typical first; its name is one of them."""
    languages: Mapping[str, int]
    """Language -> questions, the most frequent first."""
