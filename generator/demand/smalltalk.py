"""What customers say around a question: greetings, thanks, signatures, the letters they answer to.

Without them two customers who ask the same write the same, and "hello" is no reason to take two questions for one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import takewhile
from typing import Final, NamedTuple

import regex

from generator.content.data import PACKAGE, read_one
from generator.content.schema.smalltalk import SmallTalkFile
from generator.personal import MASK

_NAME: Final = rf"(?:\p{{Lu}}\p{{Ll}}+(?:-\p{{Lu}}\p{{Ll}}+)?|\p{{Lu}}\.|{MASK})"
_REST: Final = r"[\s,.!;:)–—-]*"
_MOST: Final = 3
"""Greetings before a question, and closings behind it, that are taken off: "Hello, good evening"."""


class _Patterns(NamedTuple):
    opening: regex.Pattern[str]
    """A greeting that begins a line, with the names in it."""
    closing: regex.Pattern[str]
    """Thanks or regards that end a line, with the names behind them."""
    nothing: regex.Pattern[str]
    """The whole line asks nothing."""
    below: regex.Pattern[str]
    """A line from which on a letter says no more."""
    quoted: regex.Pattern[str]
    """The line, or two, above a letter that is quoted."""


@cache
def _patterns() -> _Patterns:
    file, problems = read_one(SmallTalkFile, PACKAGE / "smalltalk.yml")
    if file is None:
        raise RuntimeError(f"the package's own smalltalk.yml is broken: {problems}")
    hello, apart, to, bye = map(_any, (file.greetings, file.greetings_apart, file.addressed, file.closings))
    named = rf"(?:(?:\s+|,\s+(?={to}))(?:{to}|{_NAME})){{0,3}}(?=\s*(?:[,!.:;–-]|$))"
    signed = rf"{bye}{_REST}(?:(?:{to}|{_NAME})[\s,.!]*){{0,4}}$"
    program = rf"--\s*$|_{{5,}}|-{{3,}} ?\p{{L}}|{_any(file.devices)}"
    return _Patterns(
        opening=regex.compile(rf"\W*(?:{hello}(?:{named})?|{apart}{named}|{bye}\s*[.!]){_REST}"),
        closing=regex.compile(rf"(?<!\w){signed}"),
        nothing=regex.compile(rf"\W*(?:{_any((*file.alone, *file.closings, *file.greetings))}\W*)*"),
        below=regex.compile(rf"^(?:{program}|\W{{0,3}}{signed})"),
        quoted=regex.compile(
            rf"^{_any(file.dated)}\s[^\n]{{5,200}}(?:\n[^\n]{{0,100}})?{_any(file.wrote)}:\s*$",
            regex.MULTILINE,
        ),
    )


def _any(phrases: Iterable[str]) -> str:
    return rf"(?i:(?:{'|'.join(_folded(phrase) for phrase in phrases)})(?!\w))"


def _folded(text: str) -> str:
    """Letters without their marks, as many as there were."""
    text = unicodedata.normalize("NFC", text)
    return text if text.isascii() else "".join(unicodedata.normalize("NFD", one)[0] for one in text)


def letter(text: str) -> str:
    """What a customer wrote of a letter, down to the signature; below what is quoted, where nothing stands above."""
    if "\n" not in text:
        return text
    text = unicodedata.normalize("NFC", text)
    quote = _patterns().quoted.search(_folded(text))
    above = _signed_off(text[: quote.start()] if quote else text)
    return above if above.strip() or not quote else _signed_off(text[quote.end() :])


def _signed_off(text: str) -> str:
    own = [line for line in text.split("\n") if not line.lstrip().startswith(">")]
    kept = list(takewhile(lambda line: not _patterns().below.search(_folded(line)), own))
    return "\n".join(kept if any(map(str.strip, kept)) else own)


def question(line: str) -> str:
    """A line without greetings and closings; empty where it has nothing else."""
    made, line = _patterns(), unicodedata.normalize("NFC", line)
    folded, start = _folded(line), 0
    for _ in range(_MOST):
        hello = made.opening.match(folded, start)
        bye = made.closing.search(folded, start)
        if not hello and not bye:
            break
        folded = folded[: bye.start()].rstrip(" ,;:(–—-") if bye else folded
        start = min(hello.end(), len(folded)) if hello else start
    return "" if made.nothing.fullmatch(folded, start) else line[start : len(folded)]
