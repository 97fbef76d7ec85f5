"""What checks and pages need to know of an answer's Markdown: headings, links, and what is not Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.text import blank_code

_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(?P<text>.*?)[ \t]*#*[ \t]*(?:\{#(?P<id>[A-Za-z][\w-]*)\})?[ \t]*$", re.MULTILINE)
_LINK = re.compile(r"\]\(\s*<?(?P<target>[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)>?(?:\s+[\"'(][^\n]*?[\"')])?\s*\)")
_REFERENCE = re.compile(r"^ {0,3}\[[^\]\n]+\]:[ \t]+<?(?P<target>[^\s>]+)", re.MULTILINE)
_TAG = re.compile(r"</?(?P<name>[A-Za-z][A-Za-z0-9-]*)(?P<rest>[^<>]*)>|<!--|<[!?]")
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^\s<>]+>|<[^\s<>@]+@[^\s<>@]+>")
_ATTRIBUTES = re.compile(r"\{:[^}\n]*\}|\{\s*(?:\.[\w-]|[\w-]+\s*=)[^}\n]*\}|\{#[^}\n]*[ .=:][^}\n]*\}")
PLAIN_TAGS = frozenset({"br", "sub", "sup", "kbd"})
"""HTML that Markdown has no words for; let through when it carries no attributes."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link in Markdown: where it leads, and where in the text it stands (line from 0, column from 1)."""

    target: str
    line: int
    column: int


def headings(body: str) -> Iterator[tuple[str, int]]:
    """Every heading's id ('' where none is written) and line from 0."""
    if "#" not in body:
        return
    text = blank_code(body)
    at = text.find("#")
    while at >= 0:
        start = text.rfind("\n", 0, at) + 1
        if at - start <= 3 and (found := _HEADING.match(text, start)):  # a regular expression over all lines is slow
            yield found["id"] or "", text.count("\n", 0, start)
        at = text.find("\n", at)
        at = text.find("#", at) if at >= 0 else -1


def links(body: str) -> Iterator[Link]:
    """Every inline link, image and reference definition outside code."""
    for mark, pattern in (("](", _LINK), ("]:", _REFERENCE)):
        if mark in body:
            text = blank_code(body)
            for found in pattern.finditer(text):
                yield Link(found["target"], *_position(text, found.start()))


def oddities(body: str) -> Iterator[tuple[int, int, str]]:
    """HTML and attribute lists outside code: line from 0, column from 1, what it is."""
    if "<" not in body and "{" not in body:
        return
    text = blank_code(body)
    for found in _TAG.finditer(text):
        if not _is_plain(found) and not _AUTOLINK.match(text, found.start()):
            yield *_position(text, found.start()), f"the HTML {found[0][:30]!r}"
    for found in _ATTRIBUTES.finditer(text):
        yield *_position(text, found.start()), f"the attribute list {found[0][:30]!r}"


def escape_html(text: str) -> str:
    """Markdown (without code) whose HTML shows as text; autolinks and a few harmless tags stay."""

    def tag(found: re.Match[str]) -> str:
        if _is_plain(found) or _AUTOLINK.match(found.string, found.start()):
            return found[0]
        return "&lt;" + found[0][1:]

    escaped = _TAG.sub(tag, text) if "<" in text else text
    return _ATTRIBUTES.sub(lambda found: "\\" + found[0], escaped) if "{" in escaped else escaped


def _is_plain(found: re.Match[str]) -> bool:
    return bool(found["name"]) and found["name"].lower() in PLAIN_TAGS and not found["rest"].strip(" /")


def _position(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset), offset - (text.rfind("\n", 0, offset) + 1) + 1
