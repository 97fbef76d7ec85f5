"""What checks and pages need to know of an answer's Markdown: headings, links, and what is not Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.text import blank_code

_HEADING = re.compile(
    r" {0,3}#{1,6}[ \t]+(?P<text>.*?)[ \t]*#*[ \t]*(?:\{#(?P<id>[A-Za-z][\w-]*)\})?[ \t]*$", re.MULTILINE
)
_LINK = re.compile(r"\]\(\s*<?(?P<target>[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)>?(?:\s+[\"'(][^\n]*?[\"')])?\s*\)")
_REFERENCE = re.compile(r"^ {0,3}\[[^\]\n]+\]:[ \t]+<?(?P<target>[^\s>]+)", re.MULTILINE)
_TAG = re.compile(r"</?(?P<name>[A-Za-z][A-Za-z0-9-]*)(?P<rest>[^<>]*)>|<!--|<[!?]")
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^\s<>]+>|<[^\s<>@]+@[^\s<>@]+>")
_ATTRIBUTES = re.compile(r"\{:[^}\n]*\}|\{\s*(?:\.[\w-]|[\w-]+\s*=)[^}\n]*\}|\{#[^}\n]*[ .=:][^}\n]*\}")
PLAIN_TAGS = frozenset({"br", "sub", "sup", "kbd"})
"""HTML that Markdown has no words for; let through when it carries no attributes."""


@dataclass(frozen=True, slots=True)
class Link:
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
    while at >= 0:
        start = text.rfind("\n", 0, at) + 1
        if at - start <= 3 and (found := _HEADING.match(text, start)):  # a regular expression over all lines is slow
            yield found["id"] or "", start
        at = text.find("\n", at)
        at = text.find("#", at) if at >= 0 else -1


def links(body: str) -> Iterator[Link]:
    """Every inline link, picture and reference definition outside code."""
    if "](" not in body and "]:" not in body:
        return
    text = blank_code(body)
    for found in _LINK.finditer(text):
        opening = text.rfind("[", 0, found.start())
        yield Link(found["target"], found.start(), picture=text[opening - 1 : opening] == "!")
    if "]:" in text:
        for found in _REFERENCE.finditer(text):
            yield Link(found["target"], found.start())


def position(text: str, offset: int) -> tuple[int, int]:
    """Line from 0 and column from 1 of an offset."""
    return text.count("\n", 0, offset), offset - (text.rfind("\n", 0, offset) + 1) + 1


def oddities(body: str) -> Iterator[tuple[int, int, str]]:
    """HTML and attribute lists outside code: line from 0, column from 1, what it is."""
    if "<" not in body and "{" not in body:
        return
    text = blank_code(body)
    for found in _TAG.finditer(text):
        if not _is_plain(found) and not _AUTOLINK.match(text, found.start()):
            yield *position(text, found.start()), f"the HTML {found[0][:30]!r}"
    for found in _ATTRIBUTES.finditer(text):
        yield *position(text, found.start()), f"the attribute list {found[0][:30]!r}"


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
