"""Reader of JSON: an object a line, a list of objects, or one object with such a list in it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from generator.demand.answers import answers_in
from generator.demand.columns import FIELDS, chosen, normal
from generator.demand.log import Question, left_out, question, unreadable
from generator.problems import Problem

_DEEP = 4
"""Objects within each other that are looked into: `{"ticket": {"subject": …}}` is `ticket.subject`."""
_LISTS = ("tickets", "conversations", "messages", "payload", "data", "results", "items", "questions", "queries")
_BY_AGENTS = frozenset({"outgoing", "template", "activity", "1", "2", "3"})
"""Chatwoot's messages that no customer wrote."""


def read(text: str, name: str, mapping: Mapping[str, str], site: str) -> tuple[list[Question], list[Problem]]:
    """The question of every object that has one."""
    found: list[Question] = []
    problems: list[Problem] = []
    seen = False
    for line, value in _values(text):
        if not isinstance(value, dict):
            problems.append(left_out(name, line, "this is no JSON object"))
            continue
        flat = dict(_flat(value, "", _DEEP))
        fields = {**_short(flat), **flat}
        columns = chosen(fields, mapping)
        seen = seen or "question" in columns
        if normal(flat.get("message_type", "")) in _BY_AGENTS:
            continue
        one = question({"answer": answers_in(value)} | {f: fields[column] for f, column in columns.items()}, site)
        found += [one] if one else []
    if not seen:
        hint = (
            f"name them with --columns question=…, like ticket.subject; known are {', '.join(FIELDS['question'][:6])}"
        )
        return [], [unreadable(name, "no object has a field for the question", hint)]
    return found, problems


def _short(flat: Mapping[str, str]) -> dict[str, str]:
    """By the last part of its name: `subject` of `ticket.subject`."""
    return {name.rpartition(".")[2]: value for name, value in reversed(list(flat.items()))}


def _values(text: str) -> Iterator[tuple[int, Any]]:
    """(Line, value) of a document; where it is none, of every line."""
    whole = _parsed(text)
    if whole is not None:
        yield from ((1, value) for value in _listed(whole, _DEEP))
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, _parsed(line)


def _parsed(text: str) -> Any:  # noqa: ANN401 - whatever somebody wrote
    """None where it is no JSON, or nested so deeply that nobody meant it."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _listed(value: Any, deep: int) -> list[Any]:  # noqa: ANN401 - as above
    """The objects of a document."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict) and deep:
        inner = next((value[key] for key in _LISTS if isinstance(value.get(key), list | dict)), None)
        if inner is not None:
            return _listed(inner, deep - 1)
    return [value]


def _flat(value: Mapping[str, Any], before: str, deep: int) -> Iterator[tuple[str, str]]:
    """Name -> text of an object's fields, those of objects in it with a dot."""
    for key, inner in value.items():
        if isinstance(inner, dict) and deep:
            yield from _flat(inner, f"{before}{key}.", deep - 1)
        elif isinstance(inner, str | int | float) and not isinstance(inner, bool):
            yield f"{before}{key}", _text(inner)


def _text(value: str | float) -> str:
    try:
        return str(value)
    except ValueError:  # a number of thousands of figures
        return ""
