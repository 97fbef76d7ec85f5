"""Markdown in which HTML and attribute lists are text for every reader, as they are for the site."""

from __future__ import annotations

from typing import Final

from generator.content.markup import oddities

_SIGNS: Final = {"<": "&lt;", "{": "&#123;"}


def inert(body: str) -> str:
    """`Enter <your name>` says so wherever Markdown may hold HTML, and a script that stands in it does not run."""
    found: dict[int, list[int]] = {}
    for line, column, _ in oddities(body):
        found.setdefault(line, []).append(column - 1)
    if not found:
        return body
    lines = body.split("\n")
    for line, columns in found.items():
        text = lines[line]
        for at in sorted(columns, reverse=True):
            text = f"{text[:at]}{_SIGNS.get(text[at], text[at])}{text[at + 1 :]}"
        lines[line] = text
    return "\n".join(lines)
