"""Markdown in which HTML and attribute lists are text for every reader, as they are for the site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.content.markup import oddities
from generator.text import blank_code

_SIGNS: Final = {"<": "&lt;", "{": "&#123;"}
_HEADING: Final = re.compile(r"^ {0,3}#{1,6}[ \t](.*)\{#[\w-]+\}[ \t]*$", re.MULTILINE)


def inert(body: str) -> str:
    """`Enter <your name>` says so wherever Markdown may hold HTML, and a script that stands in it does not run."""
    if "<" not in body and "{" not in body:
        return body
    found: dict[int, set[int]] = {}
    for line, column in [*((line, column - 1) for line, column, _ in oddities(body)), *_braces(body)]:
        found.setdefault(line, set()).add(column)
    lines = body.split("\n")
    for line, columns in found.items():
        text = lines[line]
        for at in sorted(columns, reverse=True):
            text = f"{text[:at]}{_SIGNS.get(text[at], text[at])}{text[at + 1 :]}"
        lines[line] = text
    return "\n".join(lines)


def _braces(body: str) -> Iterator[tuple[int, int]]:
    """Line and column of braces in a heading before its id, which Python-Markdown would take for a part of the id."""
    seen = blank_code(body)
    line, counted = 0, 0
    for heading in _HEADING.finditer(seen):
        line, counted = line + seen.count("\n", counted, heading.start()), heading.start()
        first = heading.start(1) - heading.start()
        yield from ((line, first + at) for at, sign in enumerate(heading[1]) if sign == "{")
