"""A text as its readers see it, without Markdown, and where in the written text each of its letters stands."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from dataclasses import dataclass

from generator.text import code_spans

HOLE = "\ue000"
"""Stands for a fact or a placeholder."""
OPAQUE = "\ue001"
"""Stands for code, an address or anything else that is no prose."""

_ADDRESS = (
    r"(?:https?://|www\.)[^\s<>()\[\]\"“”„«»]*[^\s<>()\[\]\"“”„«».,;:!?]"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w.-])[\w-]+\.(?:[\w-]+\.)*[a-z]{2,7}(?:/[\w./#?=&%-]*[\w/])?(?![\w.]\w)"
)
_HOLE = r"\{\{[^{}\n]*\}\}"
_PLAIN = re.compile(rf"(?P<hole>{_HOLE})|(?P<opaque>{_ADDRESS})")
_MARKDOWN = re.compile(
    rf"(?P<hole>{_HOLE})"
    r"|(?P<gone>\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\]\[[^\[\]\n]*\]|^ {0,3}\[[^\[\]\n]+\]:[^\n]*"
    r"|(?:(?<![ \t])[ \t]+)?\{[#%:.][^{}\n]*\}|^[ \t]*(?:[-=:|*_][ \t]*){3,}$"
    r"|^[ \t]*(?:(?:\#{1,6}|>|[-*+]|\d{1,3}[.)])(?:[ \t]+|$))+|^[ \t]+|(?<![ \t])[ \t]+\\?$"
    r"|!(?=\[)|[\[\]]|(?<!\s)[*_~]+|[*_~]+(?!\s))|(?P<escaped>\\[^\w\s])"
    rf"|(?P<opaque>{_ADDRESS}|<[^\s<>@:]{1, 99}[@:][^\s<>]{1, 300}>)"
    r"|(?P<line>(?:(?<![ \t])[ \t]+)?\|[ \t]*|<br ?/?>)|(?P<tag></?[A-Za-z][^<>\n]{0,200}>)|(?P<entity>&\#?\w{1,10};)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What is read, and the way back."""

    text: str
    starts: tuple[int, ...]
    """Where each piece begins here."""
    written: tuple[int, ...]
    """Where it begins in the written text."""

    def back(self, at: int) -> int:
        """Where a letter of this text was written."""
        piece = bisect_right(self.starts, at) - 1
        return self.written[piece] + at - self.starts[piece]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where some of its letters were written."""
        return self.back(start), self.back(max(start, end - 1)) + 1


def seen(text: str, *, markdown: bool = True) -> Seen:
    """What readers see of a text."""
    code = list(code_spans(text)) if markdown else []
    blanked = _blanked(text, code)
    pattern = _MARKDOWN if markdown else _PLAIN
    cuts = [(*found.span(), _shown(found)) for found in pattern.finditer(blanked)]
    return _joined(text, sorted([*cuts, *((start, end, OPAQUE) for start, end in code)]))


def _blanked(text: str, code: list[tuple[int, int]]) -> str:
    parts, last = [], 0
    for start, end in code:
        parts += [text[last:start], OPAQUE * (end - start)]
        last = end
    return "".join([*parts, text[last:]])


def _shown(found: re.Match[str]) -> str:
    if found.lastgroup == "entity":
        return html.unescape(found[0])
    if found.lastgroup == "escaped":
        return found[0][1:]
    return {"hole": HOLE, "opaque": OPAQUE, "line": "\n"}.get(found.lastgroup or "", "")


def _joined(text: str, cuts: list[tuple[int, int, str]]) -> Seen:
    parts: list[str] = []
    starts, written = [0], [0]
    size, last = 0, 0
    for start, end, shown in [*cuts, (len(text), len(text), "")]:
        if start < last:  # within what is cut already
            continue
        for piece, at in ((text[last:start], last), (shown, start)):
            if piece:
                parts.append(piece)
                starts.append(size)
                written.append(at)
                size += len(piece)
        last = end
    return Seen("".join(parts), tuple(starts), tuple(written))
