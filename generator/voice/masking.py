"""Markdown with everything blanked that nobody reads as words: each character stays where it was."""

from __future__ import annotations

import re

from generator.text import blank_code
from generator.voice.tokens import HOLE

_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"“”„«»]+")
_HOLE = re.compile(r"\{\{[^{}\n]*\}\}")
_UNSEEN = re.compile(
    r"\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\]\[[^\[\]\n]*\]|^ {0,3}\[[^\[\]\n]+\]:[^\n]*"
    r"|\{[#%:][^{}\n]*\}|</?[A-Za-z][^<>\n]{0,200}>|!(?=\[)|^ {0,3}(?:#{1,6}|>)(?=\s)|^ {0,3}[-=:| ]{3,}$",
    re.MULTILINE,
)
_SIGNS = str.maketrans("*_`~[]\\", "       ")
_SOFT = re.compile(r"(?<=[^\n ])\n(?= {0,3}[^\s\d#>|+*-])")
"""A line end within a paragraph; what begins like a list, a heading, a quotation or a table is none."""
_HEADING = re.compile(r"^ {0,3}#{1,6}[^\n]*\n", re.MULTILINE)
_KEPT = "\u2028"


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def plain_letters(text: str) -> str:
    """A plain text with its web addresses blanked."""
    return _ADDRESS.sub(_blank, text) if "://" in text else text


def markdown_letters(text: str) -> str:
    """A Markdown text as its readers have it, in as many characters; placeholders are holes."""
    text = blank_code(text)
    if "\n" in text:
        if "#" in text:  # a heading is a sentence of its own
            text = _HEADING.sub(lambda found: found[0][:-1] + _KEPT, text)
        text = _SOFT.sub(" ", text).replace(_KEPT, "\n")
    if "{{" in text:
        text = _HOLE.sub(lambda found: HOLE * len(found[0]), text)
    return plain_letters(_UNSEEN.sub(_blank, text)).translate(_SIGNS).replace("|", "\n")
