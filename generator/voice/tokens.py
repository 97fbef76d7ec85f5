"""A text as words with their places, sentence by sentence."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

import regex

from generator.text import nfc, sentence_spans

HOLE = "\ue000"
"""Stands, as often as needed, for a placeholder that is filled later."""
_PAUSES = ";:()–—|,"
_TOKEN = regex.compile(rf"[{_PAUSES}]|[\p{{L}}\p{{M}}]+(?:['’][\p{{L}}\p{{M}}]+)*|\p{{Nd}}+|%|{HOLE}+")


class Token(NamedTuple):
    """A word, a number, a percent sign or a placeholder."""

    word: str
    """In small letters; one apostrophe for all."""
    start: int
    end: int
    sentence: int
    clause: int
    """No phrase runs over a colon, a dash and the like."""
    capital: bool
    comma: bool
    """Whether a comma stands before it."""


def tokens(text: str, spans: Iterable[tuple[int, int]] | None = None) -> list[Token]:
    """The words of a plain text, whose sentences may be known already."""
    found: list[Token] = []
    clause = 0
    for number, (start, end) in enumerate(sentence_spans(text) if spans is None else spans):
        clause += 1
        comma = False
        for hit in _TOKEN.finditer(text, start, end):
            said = hit[0]
            if said in _PAUSES:
                comma = True
                clause += said != ","
                continue
            word = (said if said.isascii() else nfc(said)).lower()
            if "’" in word:
                word = word.replace("’", "'")
            found.append(Token(word, hit.start(), hit.end(), number, clause, said[0].isupper(), comma))
            comma = False
    return found


def folded(word: str) -> str:
    """A word as people type it without diacritics."""
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFD", word)
    return "".join([letter for letter in apart if not unicodedata.category(letter).startswith("M")]).replace("đ", "d")
