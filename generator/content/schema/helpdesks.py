"""`data/helpdesks/<name>.yml`: what a helpdesk takes as canned responses, and how it writes its own variables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import JsonValue, StringConstraints, model_validator

from generator.content.schema.base import Code, Id, Text, Written
from generator.content.schema.exports import Target, json_faults, mappings

AnswerField = Literal[
    "id", "kind", "key", "shortcut", "topic", "title", "text", "link", "language", "locale", "language_id"
]
PlaceholderField = Literal["placeholder", "type", "written", "replies"]
_DIRECTIVES = {
    "answer": {"answer", "before", "after"},
    "each_question": {"each_question"},
    "each_answer": {"each_answer"},
    "json": {"json"},
}
EVERY = "any"
"""The key for placeholders that have no line of their own."""


class AnswerColumn(Written):
    """One column: a field of the answer or of the placeholder, or a fixed text."""

    title: str
    field: AnswerField | PlaceholderField | None = None
    value: str | None = None

    @model_validator(mode="after")
    def _one_content(self) -> Self:
        if (self.field is None) == (self.value is None):
            raise ValueError("needs either a 'field' or a fixed 'value'")
        return self


class AnswerFile(Written):
    """One file of an export, or one for each language."""

    path: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]*(\{language\})?[a-z0-9_-]*\.[a-z]{2,5}$")]
    """`{language}` stands for a language's code: there is a file for each then."""
    kind: Literal["table", "json", "espanso"]
    rows: Literal["answers", "placeholders"] = "answers"
    """What a table has a row for."""
    columns: tuple[AnswerColumn, ...] = ()
    shape: JsonValue = None
    """Of a JSON file: directives (answer, each_question, each_answer, json) stand for values, all else is text."""
    bom: bool = False

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.kind == "table") != bool(self.columns):
            raise ValueError("needs 'columns' if its kind is table, and only then")
        if (self.kind == "json") != (self.shape is not None):
            raise ValueError("needs a 'shape' if its kind is json, and only then")
        known = get_args(AnswerField if self.rows == "answers" else PlaceholderField)
        for column in self.columns:
            if column.field and column.field not in known:
                raise ValueError(f"has rows for {self.rows}, which have no field '{column.field}'")
        for fault in _faults(self.shape):
            raise ValueError(f"has a 'shape' that cannot be: {fault}")
        return self

    @property
    def fields(self) -> frozenset[str]:
        """Every field that it uses."""
        named = {str(shape["answer"]) for shape in mappings(self.shape) if "answer" in shape}
        return frozenset(named | {column.field for column in self.columns if column.field})


class HelpdeskFile(Target):
    """One helpdesk."""

    files: tuple[AnswerFile, ...]
    html: bool = False
    """Whether texts are HTML there."""
    placeholders: dict[Id, Text] = {}
    """A placeholder's name, else its type, else `any` -> how it is written there; NAME stands for its name."""
    escapes: dict[str, str] = {}
    """Signs that mean something there -> how the sign itself is written."""
    refused: tuple[str, ...] = ()
    """Signs that mean something there and cannot be written otherwise."""
    id_of_language: Text | None = None
    """What the tool calls the number by which it knows a language, or the folder that you keep for it."""
    ids: dict[Code, Text] = {}
    """Language -> that number."""

    @model_validator(mode="after")
    def _can_be(self) -> Self:
        if "" in self.escapes or "" in self.refused:
            raise ValueError("names an empty sign in 'escapes' or 'refused'")
        if any("language_id" in file.fields for file in self.files) != bool(self.id_of_language):
            raise ValueError("needs 'id_of_language' if a file uses language_id, and only then")
        if len({file.path for file in self.files}) < len(self.files) or not self.files:
            raise ValueError("needs 'files', each with a path of its own")
        return self


def _faults(shape: JsonValue) -> Iterator[str]:
    for one in mappings(shape):
        name = next((name for name in _DIRECTIVES if name in one), None)
        if name is not None:
            yield from (f"'{key}' is nothing that '{name}' knows" for key in sorted(one.keys() - _DIRECTIVES[name]))
            yield from _faults_of(name, one)


def _faults_of(name: str, shape: dict[str, Any]) -> Iterator[str]:
    if name == "answer" and shape["answer"] not in get_args(AnswerField):
        yield f"there is no field '{shape['answer']}'"
    if name == "json":
        yield from json_faults(shape)
