"""What all exports write and tell in one way: tables, JSON, shapes of JSON that data files describe, and warnings."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias, TypeVar

from generator.content.schema.exports import Target
from generator.problems import Place, Problem, Severity

T = TypeVar("T")
Directives: TypeAlias = Mapping[str, Callable[[Mapping[str, Any], T], Any]]
"""Name -> what a mapping with that key stands for, given the thing that is written."""

NOTHING = object()
"""What a directive gives that has nothing to say: the key is left out."""

_FORMULA = ("=", "+", "-", "@")


def as_csv(rows: Iterable[Sequence[str]], *, bom: bool) -> bytes:
    """CR LF, every cell quoted, line ends inside a cell as they are: texts go out as they came."""
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode("utf-8-sig" if bom else "utf-8")


def formula(cells: Mapping[str, str], place: Place) -> list[Problem]:
    """The first text of a row that a spreadsheet program would run (AA512); `cells` are named as people call them.

    Nothing is changed: a quote put before it would be posted.
    """
    what = next((name for name, cell in cells.items() if cell.startswith(_FORMULA)), None)
    if what is None:
        return []
    message = f"{what} begins with '{cells[what][0]}', which a spreadsheet program takes for a formula"
    hint = "upload the file without opening it in Excel, or begin with a word"
    return [Problem(place, "AA512", message, hint, Severity.WARNING)]


def as_json(value: Any) -> bytes:  # noqa: ANN401 - whatever JSON has
    """For programs and for people who look at it."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "surrogatepass")


def fixed(shape: Mapping[str, Any], _thing: object) -> Any:  # noqa: ANN401 - a number, true, false or null
    """The directive `json`: data files hold nothing but text."""
    return json.loads(shape["json"])


def unverified(name: str, spec: Target) -> list[Problem]:
    """What nobody has seen of a format (AA519), told at every export."""
    if not spec.unverified:
        return []
    message = f"this format is not verified: {spec.unverified}"
    hint = "compare the file with a sample file of your account, and try it with one post"
    return [Problem(Place(f"exports/{name}"), "AA519", message, hint, Severity.WARNING)]


def fill(shape: Any, thing: T, directives: Directives[T]) -> Any:  # noqa: ANN401 - a JSON value to a JSON value
    """A shape with its directives carried out; all else stands as it is written."""
    if isinstance(shape, list):
        filled = [fill(value, thing, directives) for value in shape]
        return [value for value in filled if value is not NOTHING]
    if not isinstance(shape, dict):
        return shape
    name = next((name for name in directives if name in shape), None)
    if name is not None:
        return directives[name](shape, thing)
    pairs = [(key, fill(value, thing, directives)) for key, value in shape.items()]
    return {key: value for key, value in pairs if value is not NOTHING}
