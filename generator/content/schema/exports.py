"""`data/exports/<name>.yml`: the file a scheduler or calendar takes, and how sure we are that it takes it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import AfterValidator, Field, JsonValue, model_validator

from generator.content.schema.base import Id, Text, Written

DraftField = Literal[
    "id", "text", "title", "link", "image_url", "alt", "slot", "network", "channel", "language", "language_code",
    "entry", "state", "format", "account", "poll",
]  # fmt: skip
RecordField = Literal[
    DraftField,
    "facets",
    "image_name",
    "image_type",
    "image_width",
    "image_height",
    "image_size",
    "image_cid",
    "poll_options",
    "poll_seconds",
]
Condition = Literal["image", "document", "poll", "first", "reply"]
PICTURED = frozenset({"image_url", "alt"})
"""Fields of which a post has one for each of its pictures."""
Zone = Literal["channel", "utc"]
_DIRECTIVES = {
    "field": {"field", "format", "zone", "escape"},
    "by_network": {"by_network", "otherwise"},
    "when": {"when", "then"},
    "each_part": {"each_part"},
    "each_image": {"each_image"},
    "json": {"json"},
}


def _one_content(column: Column) -> Column:
    fixed = column.value is not None or bool(column.by_network)
    if (column.field is None) != fixed:
        raise ValueError("needs either a 'field' of the draft or a fixed 'value' (or one 'by_network')")
    if (column.field == "slot") != (column.format is not None):
        raise ValueError("needs a 'format' like '%Y-%m-%d %H:%M' if its field is slot, and only then")
    if column.field not in PICTURED and (column.separator is not None or column.number is not None):
        raise ValueError("has a 'number' or 'separator', which only image_url and alt can have")
    return column


class Column(Written):
    """One column of a table: a field of the draft, or a fixed text, which may depend on the network."""

    title: str
    field: DraftField | None = None
    value: str | None = None
    by_network: dict[Id, str] = {}
    """Network -> text; `value`, or nothing, for the others."""
    format: Text | None = None
    """Of the date, as strftime knows it."""
    separator: str | None = None
    """What stands between several pictures or their alt texts; without it the column has those of the first."""
    number: Annotated[int, Field(ge=1, le=100)] | None = None
    """Which picture the column is of, where every picture has a column of its own."""
    zone: Zone = "channel"
    """Whose wall clock the date is of."""


class Target(Written):
    """What every kind of export says of the tool that takes it."""

    label: Text
    verified: Literal["official", "quoted", "partly", "no", "own"] = "own"
    """Read on the vendor's own page or in its code; agreeing in several places that quote it; in part; not at all.
    `own` is a format of yours or ours."""
    certain: Text | None = None
    """What is verified, and where, in a sentence."""
    unverified: Text | None = None
    """What is not verified, in a sentence; told at every export."""
    note: Text | None = None
    """What to do with the file, in a few sentences."""
    sources: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _says_what_is_not(self) -> Self:
        if self.verified in {"partly", "no"} and not self.unverified:
            raise ValueError("needs 'unverified', a sentence on what nobody has seen")
        return self


class ExportFile(Target):
    """One target of exports of posts."""

    kind: Literal["table", "ics", "json", "zip"]
    extension: Id
    purpose: Literal["publish", "overview"] = "publish"
    """`publish`: approved posts go out once, and that is noted. `overview`: all that is planned is shown, as often as
    you like."""
    columns: tuple[Annotated[Column, AfterValidator(_one_content)], ...] = ()
    header: bool = True
    """Whether a table begins with the titles of its columns."""
    record: JsonValue = None
    """The shape of each JSON file: directives (field, by_network, when, each_part, each_image, json) stand for values.
    All else is text."""
    file_per: Literal["post", "part"] = "post"
    """Whether the parts of a thread share a JSON file."""
    accounts: dict[Id, Text] = {}
    """Channel -> the id by which the tool knows it."""
    networks: tuple[Id, ...] = ()
    """Those the tool takes; all where none is named."""
    threads: bool = False
    """Whether it can take posts of several parts."""
    images: Annotated[int, Field(ge=1, le=1000)] = 1
    """How many pictures of a post it takes; carousels with more are left out."""
    documents: bool = False
    """Whether it takes a PDF."""
    polls: bool = False
    """Whether it can take posts with a poll."""
    bom: bool = False
    """A byte order mark, for programs that would take UTF-8 for something else without it."""
    max_rows: Annotated[int, Field(ge=1)] | None = None
    """Rows of one file; more go into further files."""
    gap_minutes: Annotated[int, Field(ge=1)] = 1
    """How many minutes the tool wants between two posts of a channel."""
    needs_image: bool = False
    """Every row must have a picture, whatever its network."""

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.kind == "table") != bool(self.columns):
            raise ValueError("needs 'columns' if its kind is table, and only then")
        if (self.kind == "json") != (self.record is not None):
            raise ValueError("needs a 'record' if its kind is json, and only then")
        for fault in _faults(self.record):
            raise ValueError(f"has a 'record' that cannot be: {fault}")
        return self

    @property
    def fields(self) -> frozenset[str]:
        """Every field of a draft that it uses."""
        named = {str(shape["field"]) for shape in mappings(self.record) if "field" in shape}
        return frozenset(named | {column.field for column in self.columns if column.field})


def directive(shape: Mapping[str, Any]) -> str | None:
    """Which directive a mapping of a record is; None for an ordinary one."""
    return next((name for name in _DIRECTIVES if name in shape), None)


def mappings(shape: JsonValue) -> Iterator[dict[str, Any]]:
    """Every mapping within a shape of JSON."""
    if isinstance(shape, dict):
        yield shape
        for value in shape.values():
            yield from mappings(value)
    elif isinstance(shape, list):
        for value in shape:
            yield from mappings(value)


def _faults(record: JsonValue) -> Iterator[str]:
    for shape in mappings(record):
        name = directive(shape)
        if name is not None:
            yield from (f"'{key}' is nothing that '{name}' knows" for key in sorted(shape.keys() - _DIRECTIVES[name]))
            yield from _CHECKS[name](shape) if name in _CHECKS else ()


def _field_faults(shape: Mapping[str, Any]) -> Iterator[str]:
    if shape["field"] not in get_args(DraftField) + get_args(RecordField):
        yield f"there is no field '{shape['field']}'"
    if (shape["field"] == "slot") != isinstance(shape.get("format"), str):
        yield "'slot' needs a 'format', and only 'slot'"
    if shape.get("zone", "utc") not in get_args(Zone) or shape.get("escape", "lt") != "lt":
        yield "'zone' is channel or utc, 'escape' is lt"


def _when_faults(shape: Mapping[str, Any]) -> Iterator[str]:
    if shape["when"] not in get_args(Condition) or "then" not in shape:
        yield f"'when' is one of {', '.join(get_args(Condition))} and has a 'then'"


def _network_faults(shape: Mapping[str, Any]) -> Iterator[str]:
    if not isinstance(shape["by_network"], dict):
        yield "'by_network' has a line for each network"


def json_faults(shape: Mapping[str, Any]) -> Iterator[str]:
    """What a fixed value of JSON cannot be."""
    try:
        json.loads(str(shape["json"]))
    except ValueError:
        yield "'json' is a number, true, false or null"


_CHECKS: Mapping[str, Callable[[Mapping[str, Any]], Iterable[str]]] = {
    "field": _field_faults,
    "when": _when_faults,
    "by_network": _network_faults,
    "json": json_faults,
}
