"""`data/exports/<name>.yml`: the file a scheduler or calendar takes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from generator.content.schema.base import Id, Text, Written

DraftField = Literal[
    "id", "text", "link", "image_url", "alt", "slot", "network", "channel", "language", "entry", "state"
]


def _one_content(column: Column) -> Column:
    if (column.field is None) == (column.value is None):
        raise ValueError("needs either a 'field' of the draft or a fixed 'value'")
    if (column.field == "slot") != (column.format is not None):
        raise ValueError("needs a 'format' like '%Y-%m-%d %H:%M' if its field is slot, and only then")
    return column


class Column(Written):
    """One column of a table: a field of the draft, or the same text in every row."""

    title: str
    field: DraftField | None = None
    value: str | None = None
    format: Text | None = None
    """Of the date, as strftime knows it."""


class ExportFile(Written):
    """One target of exports."""

    label: Text
    kind: Literal["table", "ics"]
    extension: Id
    columns: tuple[Annotated[Column, AfterValidator(_one_content)], ...] = ()
    bom: bool = False
    """A byte order mark, for programs that would take UTF-8 for something else without it."""
    max_rows: Annotated[int, Field(ge=1)] | None = None
    """Rows of one file; more go into further files."""
    needs_image: bool = False
    """Every row must have a picture, whatever its network."""
    note: Text | None = None
    """What to do with the file, in one or two sentences."""
    sources: tuple[Text, ...] = ()
