"""Texts with amounts and facts, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from generator.problems import Place
from generator.proof.amounts import Amount, Measures, amounts
from generator.text import sentence_spans
from generator.voice.masking import markdown_letters

_LIST_MARK = re.compile(r"^[ \t]*\d{1,3}[.)](?=[ \t])", re.MULTILINE)
"""Of a numbered list: `1. Květináče` is no day of May."""
_NAME = re.compile(r"\{\{\s*([a-z]\w*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text as it was written, and what it is about."""

    key: tuple[str, ...]
    """The same in all languages: the entry's id and what part of it this is."""
    text: str
    subject: str
    """The question in all its wordings, or the title."""
    place: Callable[[int, int], Place]
    is_true: bool = True
    """Whether its amounts hold; those of a myth, or of what was, do not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The facts that are amounts, in one language."""

    shown: Mapping[str, str]
    amounts: Mapping[str, Amount]
    before: Mapping[str, Amount] = field(default_factory=dict)
    """What some of them were."""
    elsewhere: Mapping[str, frozenset[tuple[str, tuple[Decimal, ...]]]] = field(default_factory=dict)
    """What they are in any market: measure and values."""
    markets: frozenset[str] = frozenset()
    """Stems of the markets' names: a text that names one may tell what holds there."""


class Sentence(NamedTuple):
    """One with amounts or facts, by its place in the passage."""

    passage: Passage
    start: int
    end: int
    letters: str
    """Of the passage, as it is read."""
    amounts: Sequence[Amount]
    facts: Mapping[str, tuple[int, int]]

    def beside(self, span: tuple[int, int], letters: int) -> tuple[str, str]:
        """What stands before a place in it, and behind."""
        before = self.letters[max(self.start, span[0] - letters) : span[0]]
        return before, self.letters[span[1] : min(self.end, span[1] + letters)]


def sentences(passages: Iterable[Passage], measures: Measures) -> Iterator[Sentence]:
    """Those of all passages that have amounts or facts."""
    for passage in passages:
        letters = markdown_letters(passage.text)
        for start, end in sentence_spans(letters):
            found = [one.moved(start) for one in amounts(_LIST_MARK.sub(_blank, letters[start:end]), measures)]
            facts = {hit[1]: hit.span() for hit in _NAME.finditer(passage.text, start, end)}
            if found or facts:
                yield Sentence(passage, start, end, letters, found, facts)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
