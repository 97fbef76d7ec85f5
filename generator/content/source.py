"""Read one YAML or Markdown file, remembering where every value stands.

Every scalar stays a string here; the schema decides what it means. So `lang: no`, `time: 12:30` and
`version: 1.10` arrive as written, which PyYAML's own loaders turn into False, 750 and 1.1.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import yaml
from yaml._yaml import CParser

from generator.content.strict import faults
from generator.problems import Place, Problem, Severity
from generator.text import nfc

MAX_BYTES = 1_000_000
"""More than any answer has; a database dump that lost its way must not stall the build."""

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u2028\u2029\ufffe\uffff]")
"""With the line ends that only some programs see (YAML does, editors do not), and what is no character at all."""
_C0_BYTES = bytes({*range(0x20), 0x7F} - {*b"\t\n\r"})
_C1_BYTES = re.compile(rb"\xc2[\x80-\x9f]")
"""The same characters as bytes, where they are found far faster."""
_MOST_CONTROLS = 20
"""A file full of them is no text; nobody reads more."""
_MAX_DEPTH = 20
_FAR_INDENTED = "\n" + " " * (_MAX_DEPTH + 1)
_TAG_OF: Mapping[type[yaml.Node], str] = {yaml.ScalarNode: "str", yaml.SequenceNode: "seq", yaml.MappingNode: "map"}
_TAGS = frozenset(_TAG_OF.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file as written: plain data of strings, lists and mappings, and a place for each value."""

    path: str
    data: Mapping[str, Any] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    front: str = field(default="", repr=False, compare=False)
    """The YAML text itself."""
    first_line: int = 1

    def place(self, *keys: str | int, words: str = "") -> Place:
        """Where a value stands, or some of its words, or its nearest written parent.

        Looked up when asked: of thousands of files few have a problem, and keeping every place costs more than parsing.
        """
        if not keys or not self.front:
            return Place(self.path, self.first_line if self.front else 1)
        try:
            node, key_node = _last_composed(self.front), None
        except (yaml.YAMLError, TooDeepError):  # reported when it was read
            return Place(self.path)
        for key in keys:
            step = _child(node, key)
            if step is None:
                break
            key_node, node = step
        if node is None:
            return Place(self.path)
        if words and (found := self._words(words, node)):
            return found
        if isinstance(node, yaml.ScalarNode) and node.style in {"|", ">"} and node.value:
            return Place(self.path, node.start_mark.line + 1 + self.first_line, 1)  # the text begins in the next line
        at_key = key_node is not None and (
            isinstance(node, yaml.MappingNode) or node.start_mark.line > key_node.start_mark.line
        )
        mark = key_node.start_mark if key_node is not None and at_key else node.start_mark
        return Place(self.path, mark.line + self.first_line, mark.column + 1)

    def _words(self, words: str, node: yaml.Node) -> Place | None:
        """Words of a value where they were written, over whatever lines."""
        lines = self.front.split("\n")[node.start_mark.line : node.end_mark.line + 1]
        text = " " * node.start_mark.column + "\n".join(lines)[node.start_mark.column :]
        whole = [r"(?<!\w)" if words[0].isalnum() else "", r"(?!\w)" if words[-1].isalnum() else ""]
        found = re.search(r"\s+".join(map(re.escape, words.split())).join(whole), text)
        if not found:
            return None
        line, column = text.count("\n", 0, found.start()), found.start() - (text.rfind("\n", 0, found.start()) + 1)
        return Place(self.path, node.start_mark.line + line + self.first_line, column + 1)


def _child(node: yaml.Node | None, key: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    """The key's own node (none in a list) and its value."""
    if isinstance(node, yaml.MappingNode):
        return next(((k, v) for k, v in node.value if k.value == key), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        return None, node.value[key]
    return None


def decode(content: bytes, path: str) -> tuple[str | None, list[Problem]]:
    """Text of a file with plain line ends and without BOM; None when it is no text at all."""
    if len(content) > MAX_BYTES:
        message = f"the file is larger than {MAX_BYTES // 1_000_000} MB, the most that a text file may have"
        return None, [Problem(Place(path), "AA008", message, "split it, or move it out of the folder")]
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        place = _place_of_byte(content, error.start, path)
        return None, [Problem(place, "AA000", "this is not UTF-8 text", "save the file as UTF-8")]
    problems = []
    composed = nfc(text)
    if composed != text:
        hint = "type the word again, or save the file in the composed form (NFC): search and Git tell the two apart"
        place = _place_in(composed, _first_other(composed, text), path)
        problems.append(_warning(place, "AA014", "letters and their marks are apart from here on (not NFC)", hint))
        text = composed
    if text.startswith("\ufeff"):
        text = text[1:]
        hint = "save the file as UTF-8 without BOM"
        problems.append(_warning(Place(path), "AA006", "the file begins with a byte order mark", hint))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        hint = "save it with LF; in Git, `* text=auto eol=lf` in .gitattributes does so for everyone"
        problems.append(_warning(Place(path), "AA007", "the file has Windows line ends", hint))
    if _is_clean(content, text):
        return text, problems
    for found in islice(_CONTROL.finditer(text), _MOST_CONTROLS):
        name = f"U+{ord(found[0]):04X}"
        problems.append(
            Problem(_place_in(text, found.start(), path), "AA009", f"control character {name}", "delete it")
        )
    return _CONTROL.sub(" ", text), problems  # libyaml would report them again


def _first_other(one: str, other: str) -> int:
    """Where two texts begin to differ."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _is_clean(content: bytes, text: str) -> bool:
    """Whether no control character is in a file, as in nearly every one."""
    if len(content.translate(None, _C0_BYTES)) < len(content) or _C1_BYTES.search(content):
        return False
    return "\u2028" not in text and "\u2029" not in text and "\ufffe" not in text and "\uffff" not in text


def read_markdown(text: str, path: str) -> tuple[Source, list[Problem]]:
    """YAML front matter between two `---` lines, then Markdown."""
    opening = _FENCE.match(text)
    closing = _closing(text, opening.end()) if opening else None
    if not opening or not closing:
        missing = "closing" if opening else "opening"
        hint = "the file must begin with '---', then 'key: value' lines, then '---' again"
        return Source(path=path), [Problem(Place(path), "AA001", f"no {missing} '---' around the front matter", hint)]
    nodes = _Nodes(path, first_line=2)
    front = text[opening.end() + 1 : closing.start()]
    data = nodes.read(front)
    body = text[closing.end() + 1 :]
    stripped = body.lstrip("\n")
    line = text.count("\n", 0, closing.end()) + 2 + len(body) - len(stripped)
    source = Source(path=path, data=data, body=stripped.rstrip(), body_line=line, front=front, first_line=2)
    return source, nodes.problems


def _closing(text: str, start: int) -> re.Match[str] | None:
    """The next line that is a fence; searched by its first letters, since a regular expression tries every letter."""
    at = text.find("\n---", start)
    while at >= 0:
        if found := _FENCE.match(text, at + 1):
            return found
        at = text.find("\n---", at + 1)
    return None


def read_yaml(text: str, path: str, *, tags: bool = False) -> tuple[Source, list[Problem]]:
    """A whole YAML file that holds one mapping; `tags` lets `!ENV` and the like pass, as MkDocs uses them."""
    nodes = _Nodes(path, first_line=1, tags=tags)
    data = nodes.read(text)
    return Source(path=path, data=data, front=text), nodes.problems


class TooDeepError(Exception):
    """Values inside values inside values; line and column from 0."""

    def __init__(self, mark: yaml.Mark) -> None:
        self.position = (mark.line, mark.column)
        super().__init__(self.position)


class _Loader(CParser):
    """The C parser alone, without guessing: a plain scalar is text, whatever it looks like."""

    def resolve(self, kind: type[yaml.Node], value: str, implicit: tuple[bool, bool]) -> str:  # noqa: ARG002 - PyYAML's signature
        return _TAG_OF[kind]

    def descend_resolver(self, current_node: yaml.Node, current_index: yaml.Node) -> None:
        """Path resolvers are not used."""

    def ascend_resolver(self) -> None:
        """Path resolvers are not used."""


class _DepthLoader(_Loader):
    """Counts levels: composing is recursive C, and 30,000 brackets would end the process."""

    depth = 0

    def descend_resolver(self, current_node: yaml.Node, current_index: yaml.Node) -> None:  # noqa: ARG002 - PyYAML's
        self.depth += 1
        if self.depth > _MAX_DEPTH:
            raise TooDeepError(current_node.start_mark)

    def ascend_resolver(self) -> None:
        self.depth -= 1


def compose(text: str) -> yaml.Node | None:
    """The one document of a text as nodes with marks; none for an empty text. Raises yaml.YAMLError, TooDeepError."""
    node: yaml.Node | None = _loader(text)(text).get_single_node()
    return node


@functools.lru_cache(maxsize=2)
def _last_composed(text: str) -> yaml.Node | None:
    """Problems of one file come one after another."""
    return compose(text)


def _loader(text: str) -> type[_Loader]:
    """Counting takes time, and only a text with many brackets, marks in a row or far indented lines can be deep."""
    brackets = text.count("[") + text.count("{") > _MAX_DEPTH
    marks = "- - " in text or "? ? " in text or "- ? " in text or "? - " in text
    wide = "-  " in text or "?  " in text  # `-  -  -` with any number of spaces is a row of marks too
    deep = brackets or marks or wide or _FAR_INDENTED in text
    return _DepthLoader if deep else _Loader


class _Nodes:
    """YAML nodes to plain data; notes problems on the way."""

    def __init__(self, path: str, first_line: int, *, tags: bool = False) -> None:
        self.path = path
        self.first_line = first_line
        self.tags = tags
        self.suspicious = False
        self.problems: list[Problem] = []
        self.seen: set[int] = set()

    def read(self, text: str) -> dict[str, Any]:
        try:
            root = compose(text)
        except TooDeepError as error:
            self.problem(*error.position, "AA003", f"values lie more than {_MAX_DEPTH} levels deep")
        except yaml.reader.ReaderError as error:  # text that did not come through decode()
            self.problem(text.count("\n", 0, error.position), 0, "AA002", f"not valid YAML: {error.reason}")
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line, column = (mark.line, mark.column) if mark else (0, 0)
            line = min(line, text.count("\n"))
            hint = "a text that holds ': ' or begins with one of {[&*!|>%@` needs quotes"
            self.problem(line, column, "AA002", f"not valid YAML: {error.problem or error.context}", hint)
        else:
            if isinstance(root, yaml.MappingNode):
                for line, column, message in faults(text, root):
                    self.problem(line, column, "AA002", f"not valid YAML: {message}")
                self.suspicious = "&" in text or "!" in text or "\\" in text  # else no anchors, tags or escapes
                return {} if self.suspicious and self.refused(root) else self.mapping(root)
            if root is not None:
                self.problem(0, 0, "AA003", "expected 'key: value' lines")
        return {}

    def mapping(self, node: yaml.MappingNode) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value
            if not isinstance(key, str):
                self.at(key_node, "AA003", "a key must be a plain word")
            elif self.suspicious and self.refused(key_node):
                continue
            elif key in data:
                self.at(key_node, "AA004", f"'{key}' is written twice")
            elif value_node.__class__ is not yaml.ScalarNode or self.suspicious:
                data[key] = self.value(value_node)
            elif value_node.value or value_node.style:  # `short:` with nothing behind it is not written
                data[key] = value_node.value
            elif node.flow_style and not self.tags:
                hint = "inside { } a comma begins a new key: write 1.5 with a point, and quote a text that has a comma"
                self.at(key_node, "AA003", f"'{key}' has no value", hint)
        return data

    def value(self, node: yaml.Node) -> Any:  # noqa: ANN401 - a YAML value is any of three kinds
        if self.suspicious and self.refused(node):
            return ""
        if node.__class__ is yaml.ScalarNode:
            return node.value
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node)
        return [self.value(item) for item in node.value]

    def refused(self, node: yaml.Node) -> bool:
        """Anchors could repeat a value without end, tags make something other than text, escapes hide what is there."""
        if id(node) in self.seen:
            self.at(node, "AA005", "YAML anchors (& and *) are not used here", "write the value again")
            return True
        self.seen.add(id(node))
        if node.tag not in _TAGS and not self.tags:
            self.at(node, "AA005", f"YAML tags ({node.tag}) are not used here", "delete it")
        if isinstance(node, yaml.ScalarNode) and (found := _CONTROL.search(node.value)):
            self.at(node, "AA009", f"control character U+{ord(found[0]):04X} written as an escape", "delete it")
        return False

    def at(self, node: yaml.Node, code: str, message: str, hint: str = "") -> None:
        self.problem(node.start_mark.line, node.start_mark.column, code, message, hint)

    def problem(self, line: int, column: int, code: str, message: str, hint: str = "") -> None:
        place = Place(self.path, line + self.first_line, column + 1)
        self.problems.append(Problem(place, code, message, hint))


def _place_of_byte(content: bytes, offset: int, path: str) -> Place:
    before = content[:offset]
    return Place(path, before.count(b"\n") + 1, offset - (before.rfind(b"\n") + 1) + 1)


def _place_in(text: str, offset: int, path: str) -> Place:
    return Place(path, text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1)


def _warning(place: Place, code: str, message: str, hint: str) -> Problem:
    return Problem(place, code, message, hint, Severity.WARNING)
