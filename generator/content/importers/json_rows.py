"""Objects of a JSON document with the place where each begins, which the standard parser does not tell."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Generator, Iterator
from typing import Any, Final, NamedTuple

from generator.content.importers.imported import unreadable
from generator.problems import Place, Problem

_BLANKS: Final = re.compile(r"[\s,:]*")


class Row(NamedTuple):
    """An item of a list, or an object that stands alone under its key."""

    kind: str
    """The key of the list, or of the object; empty where the document is the list."""
    value: Any
    place: Place
    doubled: tuple[str, ...]
    """Keys that it has twice."""


def document(text: str, name: str) -> tuple[Any, list[Problem]]:
    """The whole as Python reads it, or why it cannot be read (AA600)."""
    try:
        return json.loads(text, strict=False), []
    except json.JSONDecodeError as error:
        return None, [unreadable(Place(name, error.lineno, error.colno), f"not valid JSON: {error.msg}")]
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, lists in lists in lists
        return None, [unreadable(Place(name), f"not readable as JSON: {error}")]


def rows(text: str, name: str) -> Iterator[Row]:
    """The items of a valid document that is a list; of one that is an object, those of its lists, and its objects."""
    found = _Rows(text, name)
    start = found.after_blanks(0)
    if text.startswith("[", start):
        yield from found.items("", start)
        return
    position = found.after_blanks(start + 1)
    while text[position] != "}":
        key, position = found.decoder.raw_decode(text, position)
        position = found.after_blanks(position)
        if text[position] == "[":
            position = yield from found.items(key, position)
        elif text[position] == "{":
            made, position = found.row(key, position)
            yield made
        else:
            _, position = found.decoder.raw_decode(text, position)
        position = found.after_blanks(position)


class _Rows:
    def __init__(self, text: str, name: str) -> None:
        self._text, self._name = text, name
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]
        self._doubled: list[str] = []
        self.decoder = json.JSONDecoder(strict=False, object_pairs_hook=self._pairs)

    def items(self, kind: str, start: int) -> Generator[Row, None, int]:
        """Of the list that begins at `start`; returned is where it ends."""
        position = self.after_blanks(start + 1)
        while self._text[position] != "]":
            made, position = self.row(kind, position)
            yield made
            position = self.after_blanks(position)
        return position + 1

    def row(self, kind: str, start: int) -> tuple[Row, int]:
        """What begins at `start`, and where it ends."""
        self._doubled = []
        value, end = self.decoder.raw_decode(self._text, start)
        line = bisect_right(self._lines, start)
        place = Place(self._name, line, start - self._lines[line - 1] + 1)
        return Row(kind, value, place, tuple(self._doubled)), end

    def after_blanks(self, position: int) -> int:
        """Where the next value or sign stands."""
        found = _BLANKS.match(self._text, position)
        return found.end() if found else position

    def _pairs(self, found: list[tuple[str, Any]]) -> dict[str, Any]:
        data = dict(found)
        if len(data) < len(found):
            self._doubled.extend(key for key, times in Counter(key for key, _ in found).items() if times > 1)
        return data
