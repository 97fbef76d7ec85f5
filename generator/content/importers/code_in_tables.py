"""Bars of code in a table: Python-Markdown takes them as they are, GitHub's Markdown and its kin want them escaped."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from generator.text import blank_code

_RULE: Final = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_CODE: Final = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)")
_BAR: Final = re.compile(r"(?<!\\)\|")


def escaped(body: str) -> str:
    """As GitHub's Markdown has it, which Docusaurus and Chatwoot read: `a|b` would be two cells."""
    return _changed(body, lambda code: _BAR.sub(r"\|", code))


def unescaped(body: str) -> str:
    """As Python-Markdown has it, which would show the backslash."""
    return _changed(body, lambda code: code.replace(r"\|", "|"))


def _changed(body: str, change: Callable[[str], str]) -> str:
    if "`" not in body or "|" not in body:
        return body
    lines = body.split("\n")
    for row in _rows(lines, blank_code(body).split("\n")):
        lines[row] = _CODE.sub(lambda found: change(found[0]), lines[row])
    return "\n".join(lines)


def _rows(lines: list[str], seen: list[str]) -> Iterator[int]:
    """Lines of tables: from the one above a rule to the next empty one."""
    inside = False
    for number, line in enumerate(seen):
        if inside and lines[number].strip():
            yield number
        elif number + 1 < len(seen) and "|" in line and "|" in seen[number + 1]:
            inside = bool(_RULE.fullmatch(seen[number + 1]))
            if inside:
                yield number
        else:
            inside = False
