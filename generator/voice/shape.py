"""What is found without phrases: words in capitals, exclamation marks, long sentences, links that say nothing."""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

import regex

from generator.voice.phrases import Found, Matcher, steps
from generator.voice.tokens import Token

_WORD = regex.compile(r"[\p{L}\p{N}\ue000][\p{L}\p{M}\p{N}'’\ue000-]*")
_CAPITALS = regex.compile(r"(?<![\p{L}\p{M}\p{N}])[\p{Lu}]{2,}(?![\p{L}\p{M}\p{N}])")
_EXCLAMATION = regex.compile(r"[!?！]*[!！][!?！]*")


class Span(NamedTuple):
    """A piece of a text."""

    start: int
    end: int


def word_count(text: str) -> int:
    """As many words as a reader counts."""
    return len(_WORD.findall(text))


def shouted(text: str, most: int, acronyms: Collection[str]) -> Iterator[Span]:
    """Words of more than `most` capitals that are no known acronyms."""
    known = {word.casefold() for word in acronyms}
    for found in _CAPITALS.finditer(text):
        if len(found[0]) > most and found[0].casefold() not in known:
            yield Span(*found.span())


def exclaimed(text: str, most: int) -> Iterator[Span]:
    """Exclamation marks in a row, and the first beyond `most` in a text."""
    if "!" not in text and "！" not in text:
        return
    for number, found in enumerate(_EXCLAMATION.finditer(text)):
        if number == most or len(found[0]) > 1:
            yield Span(*found.span())


def long_sentences(text: str, spans: Iterable[tuple[int, int]], most: int) -> Iterator[Span]:
    """Of a text's sentences those of more than `most` words."""
    for start, end in spans:
        if end - start > 2 * most:  # two characters a word, at least
            said = list(_WORD.finditer(text, start, end))
            if len(said) > most:
                yield Span(said[0].start(), end)


def empty_links(said: Sequence[Token], phrases: tuple[str, ...]) -> Iterator[Found]:
    """Words that do not say where a link leads."""
    return _matcher(phrases).find(said)


@functools.lru_cache(maxsize=64)
def _matcher(phrases: tuple[str, ...]) -> Matcher:
    return Matcher(steps(phrase, {}) for phrase in phrases)
