"""What YAML forbids and libyaml lets pass: an author sees one thing and the program would read another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

import yaml

Fault: TypeAlias = tuple[int, int, str]
"""Line and column from 0, and what is wrong."""

_NO_KEY = frozenset(" \t#-?:.!&")
"""What a line begins with that holds no key of the outermost mapping."""
_GLUED_COMMENT = re.compile(r"[\"'\]}]#|[|>][-+0-9]*#")
_TABS = re.compile(r"\n\t")
_BLOCK = re.compile(r":[ \t]+[|>][-+]?(?:[ \t]+#.*)?\n(?P<blank>(?: *\n)+)(?P<indent> *)(?=\S)")


def faults(text: str, root: yaml.MappingNode) -> list[Fault]:
    """Everything of this kind in a document that libyaml has read; cases of the YAML test suite are named."""
    found: list[Fault] = []
    if text.count("\n") > len(root.value):  # else every line is a key's
        found += _not_indented(text.split("\n"), root)
    if "#" in text and _GLUED_COMMENT.search(text):
        found += _glued(text.split("\n"), root)
    if "\n\t" in text:
        found += [(*_at(text, m.start() + 1), "a tab cannot indent") for m in _TABS.finditer(text)]  # DK95
    if "\n \n" in text or ">\n " in text or "|\n " in text:
        found += _blank_lines(text)
    return found


def _not_indented(lines: list[str], root: yaml.MappingNode) -> Iterator[Fault]:
    """9C9N, QB6E: a value goes on in a line that begins like a key."""
    keys = {key.start_mark.line for key, _ in root.value}
    for number, line in enumerate(lines):
        if line and line[0] not in _NO_KEY and number not in keys:
            yield number, 0, "a value that goes on in a second line must be indented there"


def _glued(lines: list[str], root: yaml.MappingNode) -> Iterator[Fault]:
    """SU5Z, X4QW: `"value"# comment`; a comment needs a space before it."""
    for node in _scalars(root):
        end = node.end_mark
        block = node.style in {"|", ">"}
        line, column = (node.start_mark.line, node.start_mark.column) if block else (end.line, end.column)
        rest = lines[line][column:] if line < len(lines) else ""
        if (block and re.match(r"[|>][-+0-9]*#", rest)) or (not block and node.style and rest.startswith("#")):
            yield line, column, "a comment needs a space before its '#'"


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    todo: list[yaml.Node] = [node]
    seen: set[int] = set()
    while todo:
        part = todo.pop()
        if id(part) in seen:
            continue
        seen.add(id(part))
        if isinstance(part, yaml.MappingNode):
            todo += [one for pair in part.value for one in pair]
        elif isinstance(part, yaml.SequenceNode):
            todo += part.value
        elif isinstance(part, yaml.ScalarNode):
            yield part


def _blank_lines(text: str) -> Iterator[Fault]:
    """S98Z: an empty line at the top of a block is indented more than its text."""
    for match in _BLOCK.finditer(text):
        if max(map(len, match["blank"].split("\n"))) > len(match["indent"]):
            yield *_at(text, match.start("blank")), "an empty line has more spaces than the text below it"


def _at(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset), offset - (text.rfind("\n", 0, offset) + 1)
