"""Change one key of a file's front matter and leave every other character as its author wrote it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

import yaml

from generator.content import source
from generator.text import nfc

_FRONT = re.compile(r"\A\ufeff?---[ \t]*(?P<eol>\r?\n)(?P<front>.*?)^---[ \t]*\r?$", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"[ \t]+#[^\r\n]*")


class _Span(NamedTuple):
    """Offsets in the YAML text: of the key, of what follows its colon, and of the value's end."""

    key: int
    after_colon: int
    end: int
    comment: str
    """What stands between the colon and a value that begins in a later line."""


def set_key(text: str, key: str, yaml_value: str | None) -> str | None:
    r"""The text of a Markdown file with `key: yaml_value` in its front matter, or, for None, without the key.

    `yaml_value` is YAML as it will stand behind the colon; block lists begin with a line end: `"\n  - a\n  - b"`.
    A new key becomes the last line. Comments beside the value stay, those inside it go with it; so do line ends and
    a byte order mark. None when that cannot be done without touching anything else (as in `--- {a: b}`): then a
    person has to write the line.
    """
    found = _FRONT.match(text)
    if not found:
        return None
    front, eol = found["front"], found["eol"]
    try:
        root = source.compose(front)
    except (yaml.YAMLError, source.TooDeepError):
        return None
    if root is not None and (not isinstance(root, yaml.MappingNode) or root.flow_style):
        return None
    span = _span(front, root, key) if root else None
    if yaml_value is None:
        changed = _without(front, span) if span else front
    elif span:
        changed = front[: span.after_colon] + _value(yaml_value, span.comment, eol) + front[span.end :]
    else:
        indent = " " * root.start_mark.column if root else ""
        lines = front + ("" if not front or front.endswith("\n") else eol)
        changed = f"{lines}{indent}{key}:{_value(yaml_value, '', eol)}{eol}"
    made = text[: found.start("front")] + changed + text[found.end("front") :]
    return made if _is_only_change(text, made, key, yaml_value) else None


def _span(front: str, root: yaml.MappingNode, key: str) -> _Span | None:
    for key_node, value in root.value:
        if key_node.value == key:
            after = front.index(":", key_node.end_mark.index) + 1
            end = max(_end(front, value), after)
            comment = _COMMENT.match(front, after)
            beside = comment[0].rstrip() if comment and comment.end() < end else ""
            return _Span(key_node.start_mark.index, after, end, beside)
    return None


def _end(front: str, node: yaml.Node) -> int:
    """Where a value ends. A block's own mark lies behind the comments that follow it."""
    if isinstance(node, yaml.ScalarNode):
        end = node.end_mark.index
        return len(front[:end].rstrip()) if node.style in {"|", ">"} else end
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(front, last[1] if isinstance(last, tuple) else last)


def _without(front: str, span: _Span) -> str:
    start, end = front.rfind("\n", 0, span.key) + 1, front.find("\n", span.end) + 1
    return front[:start] + (front[end:] if end else "")


def _value(yaml_value: str, comment: str, eol: str) -> str:
    first, line_end, rest = yaml_value.partition("\n")
    return (f" {first}" if first else "") + comment + (line_end + rest).replace("\n", eol)


def _is_only_change(before: str, after: str, key: str, yaml_value: str | None) -> bool:
    """Whether the file reads as it did, but for the key."""
    old, new = _read(before), _read(after)
    wanted: Mapping[str, Any] = {}
    if yaml_value is not None:
        src, problems = source.read_yaml(nfc(f"{key}:{_value(yaml_value, '', chr(10))}\n"), "")
        wanted = src.data
        if problems or list(wanted) != [key]:
            return False
    if old is None or new is None or old.body != new.body:
        return False
    return {**{k: v for k, v in old.data.items() if k != key}, **wanted} == new.data


def _read(text: str) -> source.Source | None:
    decoded, _ = source.decode(text.encode(), "")
    if decoded is None:
        return None
    src, problems = source.read_markdown(decoded, "")
    return None if problems else src
