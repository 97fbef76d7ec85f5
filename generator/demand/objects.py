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
"""Chatwoot's `message_type` of what no customer wrote."""
_LAST = "last_non_activity_message"
"""Of a Chatwoot conversation: it stands among its messages, too."""


def read(text: str, name: str, mapping: Mapping[str, str], site: str) -> tuple[list[Question], list[Problem]]:
    """The question of every object that has one."""
    found: list[Question] = []
    problems: list[Problem] = []
    seen = False
    for line, value in _values(text):
        if not isinstance(value, dict):
            problems.append(left_out(name, line, "this is no JSON object"))
            continue
        answer = answers_in(value)
        for message in _messages(value):
            flat = dict(_flat(message, "", _DEEP))
            fields = {**_short(flat), **flat}
            columns = chosen(fields, mapping)
            seen = seen or "question" in columns
            if _is_by_agent(message, fields):
                continue
            one = question({"answer": answer} | {f: fields[column] for f, column in columns.items()}, site)
            if one:
                found.append(one)
                answer = ""  # it is one, whatever a customer says before and after it
    if not seen:
        hint = (
            f"name them with --columns question=…, like ticket.subject; known are {', '.join(FIELDS['question'][:6])}"
        )
        return [], [unreadable(name, "no object has a field for the question", hint)]
    return found, problems


def _messages(value: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The messages of a Chatwoot conversation, each with what is known of the conversation; else the object itself."""
    inner = value.get("messages")
    if isinstance(inner, list) and all(isinstance(one, dict) and "message_type" in one for one in inner):
        outer = {key: of for key, of in value.items() if key not in {"messages", _LAST}}
        return [{**outer, **one} for one in inner] or [outer]
    return [value]


def _is_by_agent(message: Mapping[str, Any], fields: Mapping[str, str]) -> bool:
    """In Chatwoot by its type; in Freshdesk's conversations what is not incoming, or a note."""
    internal = message.get("incoming") is False or message.get("private") is True
    return internal or normal(fields.get("message_type", "")) in _BY_AGENTS


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
