"""What checks and pages need to know of an answer's Markdown: headings, links, and what is not Markdown."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from generator.text import blank_code

_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]|$)")
_HEADING_ID = re.compile(r"\{#([A-Za-z][\w-]*)\}")
_LINK = re.compile(
    r"\]\(\s*+<?(?P<target>[^\s<>()]*+(?:\([^\s<>()]*\)[^\s<>()]*)*)>?(?:\s++[\"'(][^\n]{0,500}?[\"')])?\s*+\)"
)
_REFERENCE = re.compile(r"^ {0,3}\[[^\[\]\n]+\]:[ \t]+<?(?P<target>[^\s>]+)", re.MULTILINE)
_TAG = re.compile(r"</?(?P<name>[A-Za-z][A-Za-z0-9-]*+)(?P<rest>[^<>]*)>|<!--|<[!?]")
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^\s<>]+>|<[^\s<>@]+@[^\s<>@]+>")
_ATTRIBUTES = re.compile(r"\{:[^{}\n]*\}|\{\s*(?:\.[\w-]|[\w-]++\s*=)[^{}\n]*\}|\{#[^{}\n .=:]*+[ .=:][^{}\n]*\}")
_BARE_ADDRESS = re.compile(r"(?<![\w/])(https?://[^\s<>()\[\]]*[^\s<>()\[\].,;:!?\"'])")
"""An address that stands in the text itself, or in `<…>`; what ends the sentence does not belong to it."""
_MOST_BRACKETS = 20
PLAIN_TAGS = frozenset({"br", "sub", "sup", "kbd"})
"""HTML that Markdown has no words for; let through when it carries no attributes."""


class Link(NamedTuple):
    """A link or picture in Markdown: where it leads, and where in the text it stands."""

    target: str
    offset: int
    picture: bool = False


def headings(body: str) -> Iterator[tuple[str, int]]:
    """Every heading's id ('' where none is written) and its offset in the text."""
    if "#" not in body:
        return
    text = blank_code(body)
    at = text.find("#")
    while at >= 0:  # a regular expression over all lines would try every letter
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        line = (text[start:] if end < 0 else text[start:end]).rstrip()
        if at - start <= 3 and _HEADING.match(line):
            found = _HEADING_ID.fullmatch(line, line.rfind("{"))
            yield found[1] if found else "", start
        at = text.find("#", end) if end >= 0 else -1


def links(body: str) -> Iterator[Link]:
    """Every inline link, picture and reference definition outside code."""
    if "](" not in body and "]:" not in body:
        return
    text = blank_code(body)
    pictures = "![" in text
    for found in _LINK.finditer(text):
        yield Link(found["target"], found.start(), picture=pictures and _is_picture(text, found.start()))
    if "]:" in text:
        for found in _REFERENCE.finditer(text):
            yield Link(found["target"], found.start())


def bare_addresses(body: str) -> list[str]:
    """Every address that stands in the text itself or in `<…>`, those of links too."""
    return _BARE_ADDRESS.findall(blank_code(body)) if "://" in body else []


def without_addresses(body: str) -> str:
    """Markdown with everything left out that says where a link leads or what a heading's id is; code stays."""
    if "]" not in body and "://" not in body and "{#" not in body:
        return body
    text = blank_code(body)
    cuts = [found.span(1) for found in _BARE_ADDRESS.finditer(text)] if "://" in text else []
    if "](" in text or "]:" in text:
        cuts += [_with_brackets(text, *found.span("target")) for found in _LINK.finditer(text)]
        cuts += [_with_brackets(text, *found.span("target")) for found in _REFERENCE.finditer(text)]
    if "{#" in text:
        cuts += [found.span() for found in _HEADING_ID.finditer(text) if _ends_heading(text, *found.span())]
    parts, last = [], 0
    for start, end in sorted(cuts):
        parts.append(body[last:start] if start > last else "")
        last = max(last, end)
    return "".join([*parts, body[last:]])


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """A target may stand in `<…>`, which is no other target."""
    return start - (text[start - 1 : start] == "<"), end + (text[end : end + 1] == ">")


def _ends_heading(text: str, start: int, end: int) -> bool:
    line_end = text.find("\n", end)
    if text[end : line_end if line_end >= 0 else len(text)].strip():
        return False
    return _HEADING.match(text, text.rfind("\n", 0, start) + 1, start) is not None


def _is_picture(text: str, end: int) -> bool:
    """Whether the bracket that closes at `end` was opened by `![`; others may lie within, as in a linked picture."""
    opening = text.rfind("[", 0, end)
    within = text.count("]", opening, end)
    for _ in range(_MOST_BRACKETS):
        if not within or opening < 0:
            break
        before = text.rfind("[", 0, opening)
        within += text.count("]", before, opening) - 1
        opening = before
    return text[opening - 1 : opening] == "!"


def position(text: str, offset: int) -> tuple[int, int]:
    """Line from 0 and column from 1 of an offset."""
    return text.count("\n", 0, offset), offset - (text.rfind("\n", 0, offset) + 1) + 1


def oddities(body: str) -> Iterator[tuple[int, int, str]]:
    """HTML and attribute lists outside code: line from 0, column from 1, what it is."""
    if "<" not in body and "{" not in body:
        return
    text = blank_code(body)
    tags = [m for m in _TAG.finditer(text) if not _is_plain(m) and not _AUTOLINK.match(text, m.start())]
    found = [(m.start(), f"the HTML {m[0][:30]!r}") for m in tags]
    found += [(m.start(), f"the attribute list {m[0][:30]!r}") for m in _ATTRIBUTES.finditer(text)]
    starts = [0, *(m.end() for m in re.finditer("\n", text))] if found else []
    for offset, what in found:
        line = bisect_right(starts, offset) - 1
        yield line, offset - starts[line] + 1, what


def _is_plain(found: re.Match[str]) -> bool:
    return bool(found["name"]) and found["name"].lower() in PLAIN_TAGS and not found["rest"].strip(" /")
