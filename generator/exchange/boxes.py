"""Boxes of MkDocs as Docusaurus has them: `!!! tip "Title"` with indented text as `:::tip[Title]`, text and `:::`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.text import blank_code

_BOX: Final = re.compile(r"!!! ?([\w-]+)(?:[ \t]+[\w-]+)*(?:[ \t]+\"(.*?)\")?[ \t]*")
_KINDS: Final = frozenset(
    {"secondary", "info", "success", "danger", "note", "tip", "warning", "important", "caution"},
)
"""What Docusaurus has a colour and a word for; the text of others would stand there without a box."""
_COLONS: Final = re.compile(r"^( {0,3}):(?=::)")
"""Begins a box for Docusaurus; in an answer it is text."""


def boxes(body: str) -> str:
    """Markdown for Docusaurus; a box in a box has fewer colons than the one around it."""
    seen = blank_code(body)
    if "!!!" not in seen and "::" not in seen:
        return body
    made, _ = _boxes(body.split("\n"), seen.split("\n"))
    return "\n".join(made).rstrip("\n")


def _boxes(lines: Sequence[str], seen: Sequence[str]) -> tuple[list[str], int]:
    """The lines, and how many boxes lie in one another; `seen` are the lines without code."""
    made: list[str] = []
    deepest = at = 0
    while at < len(lines):
        found = _BOX.fullmatch(lines[at]) if _BOX.fullmatch(seen[at]) else None
        if found is None:
            made.append(_COLONS.sub(r"\1&#58;", lines[at]) if seen[at].strip() else lines[at])
            at += 1
            continue
        end = _end(lines, at + 1)
        inner, depth = _boxes([_out(line) for line in lines[at + 1 : end]], [_out(line) for line in seen[at + 1 : end]])
        marks = ":" * (3 + depth)
        kind = found[1] if found[1] in _KINDS else "note"
        made += [f"{marks}{kind}" + (f"[{found[2]}]" if found[2] else ""), "", *inner, "", marks]
        made += [""] if end < len(lines) and lines[end].strip() else []
        deepest, at = max(deepest, depth + 1), end
    return made, deepest


def _end(lines: Sequence[str], at: int) -> int:
    """Where the indented text ends; empty lines after it are outside."""
    last = at
    while at < len(lines) and (not lines[at].strip() or lines[at].startswith("    ")):
        at += 1
        last = at if lines[at - 1].strip() else last
    return last


def _out(line: str) -> str:
    return line[4:]
