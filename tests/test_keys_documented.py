"""The handbook's page of keys lists what the schema takes; with UPDATE=1 in the environment this test writes it.

What a key means, the last column, is written by hand there and stays; a key without it fails.
"""

from __future__ import annotations

import inspect
import os
import re
import types
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import AfterValidator, BaseModel, BeforeValidator, StringConstraints
from pydantic.fields import FieldInfo

from generator.content.schema import base
from generator.content.schema.entry import PageMatter, ReplyMatter, SourceEntry, TopicFile, Translation, WithdrawnFile
from generator.content.schema.networks import DraftMatter
from generator.content.schema.settings import FaqFile

PAGE = Path(__file__).parents[1] / "handbook/keys.md"
FILES: Mapping[str, type[BaseModel]] = {
    "entry": SourceEntry,
    "translation": Translation,
    "topic": TopicFile,
    "settings": FaqFile,
    "reply": ReplyMatter,
    "page": PageMatter,
    "withdrawn": WithdrawnFile,
    "draft": DraftMatter,
}
_TABLE = re.compile(r"(<!-- table: (\w+), [^\n]+ -->\n)(.*?)(<!-- end -->)", re.DOTALL)
_ROW = re.compile(r"^\| `(.+?)` \| .* \| (.*) \|$", re.MULTILINE)
_HEAD = "| key | what may stand there | without it | what it is |\n|---|---|---|---|\n"

WRITTEN: Mapping[str, str] = {
    "number_of_days": "like `180 days`",
    "_season": "like `11-15..12-24`",
    "_zone": "like `Europe/Zagreb`",
    "_endpoint": "an address with `https://`",
    "_group": "list of texts",
    "_slot": "like `tue 09:00`",
    "_spans": "like `08:00-12:00, 14:00-18:00`",
    "_quiet": "like `21:00-08:00`",
    "_dates": "`2026-12-24` or `2026-12-24..2027-01-02`",
    "_weekday_keys": "a day or `mon-fri`: like `08:00-16:00`",
    "_phrase": "phrase",
    "_old_address": "an address like `/faq/123.html`",
}
"""What the schema's own readers take, by their names."""

PATTERNS: Mapping[str, str] = {
    base.ID_PATTERN: "id",
    base.ALIAS_PATTERN: "id or `id#heading`",
    base.HEADING_PATTERN: "heading",
    base.CODE_PATTERN: "language",
    base.HASH_PATTERN: "fingerprint",
    base.CYRILLIC_PATTERN: "word in Cyrillic",
    base.LATIN_PATTERN: "word in Latin letters",
    r"^[A-Z]{2}$": "country",
    r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$": "country like `HR`, or a part of one like `DE-BY`",
    r"^#[0-9A-Fa-f]{6}$": "colour like `#1b6b4a`",
    r"^(https?://|mailto:|tel:)[^\s\"'<>]+$": "`https:`, `mailto:` or `tel:` address",
    r"^[^@\s\"'<>?&%,;:]+@[^@\s\"'<>?&%,;:]+$": "e-mail address",
    r"^\+?[\d ()/-]{3,30}$": "telephone number",
    r"^[a-z0-9._-]{1,200}$": "name",
    r"^https?://[^\s\"'<>]+$": "`https:` address",
    r"^[A-Za-z0-9_-][A-Za-z0-9._/-]*$": "file below `build/cards/`",
    r"^[0-9a-f]{64}$": "fingerprint",
}
"""What the schema's patterns are called."""
SIMPLE = {str: "text", int: "number", bool: "`true` or `false`", date: "day like `2026-11-22`"}
PLURALS = {"keys below": "the keys below", "text": "texts", "id": "ids", "language": "languages", "phrase": "phrases"}


def documented(page: str) -> str:
    """The page with its tables as the schema has them."""

    def table(found: re.Match[str]) -> str:
        meanings = dict(_ROW.findall(found[3]))
        rows = "".join(
            f"| `{key}` | {may} | {without} | {meanings.get(key, '')} |\n" for key, may, without in listed(found[2])
        )
        return f"{found[1]}\n{_HEAD}{rows}\n{found[4]}"

    return _TABLE.sub(table, page)


def listed(name: str) -> list[tuple[str, str, str]]:
    """The rows of a table: of a translation only those that the source does not have."""
    rows = list(keys(FILES[name], set()))
    return [row for row in rows if row not in listed("entry")] if name == "translation" else rows


def keys(model: type[BaseModel], shown: set[type[BaseModel]], above: str = "") -> Iterator[tuple[str, str, str]]:
    """Each key, and those below it: its way through the file, what may stand there, what holds without it.

    What several keys hold is listed below the first of them.
    """
    for name, field in model.model_fields.items():
        key = above + (field.alias or name)
        whole: Any = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
        below, between = inner(whole)
        yield key, "keys below" if below and not between else said(whole), without(field, whole)
        if below and below not in shown:
            shown.add(below)
            yield from keys(below, shown, f"{key}{between}.")


def inner(kind: Any) -> tuple[type[BaseModel] | None, str]:
    """The model that a key holds, and what stands between it and that model's keys: a place in a list, a name."""
    parts = [part for part in get_args(kind) if part is not type(None)]
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return kind, ""
    if get_origin(kind) in {Annotated, Union, types.UnionType}:
        return inner(parts[0])
    if get_origin(kind) is tuple:
        return inner(parts[0])[0], "[]"
    if get_origin(kind) is dict:
        return inner(parts[1])[0], f".<{said(parts[0])}>"
    return None, ""


def said(kind: Any) -> str:
    """What may stand there, in words."""
    parts = [part for part in get_args(kind) if part is not type(None)]
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return "keys below"
    compound: Mapping[Any, Callable[[], str]] = {
        Annotated: lambda: annotated(kind),
        Union: lambda: said(parts[0]),
        types.UnionType: lambda: said(parts[0]),
        Literal: lambda: ", ".join(f"`{part}`" for part in parts),
        tuple: lambda: several(said(parts[0])),
        dict: lambda: f"{said(parts[0])}: {said(parts[1])}",
    }
    return compound[get_origin(kind)]() if parts else SIMPLE[kind]


def annotated(kind: Any) -> str:
    """What a type with readers, patterns or limits takes; one that is not known here fails."""
    bare, *marks = get_args(kind)
    marks = [one for mark in marks for one in (getattr(mark, "metadata", None) or [mark])]
    for mark in marks:
        if isinstance(mark, BeforeValidator | AfterValidator):
            return by_reader(mark.func, bare)
        if isinstance(mark, StringConstraints) and mark.pattern:
            return PATTERNS[str(mark.pattern)]
    least, most = (next((getattr(mark, end) for mark in marks if hasattr(mark, end)), None) for end in ("ge", "le"))
    if least is None:
        return said(bare)
    return f"{least} or more" if most is None else f"{least} to {most:,}"


def by_reader(reader: Callable[..., Any], bare: Any) -> str:
    if reader.__qualname__.startswith("_few."):
        few = inspect.getclosurevars(reader).nonlocals
        return several(said(get_args(bare)[0])).replace("list of", f"list of {few['least']} to {few['most']}")
    return WRITTEN[reader.__name__]


def several(one: str) -> str:
    return f"list of {PLURALS[one]}" if one in PLURALS else f"list, each {one}"


def without(field: FieldInfo, kind: Any) -> str:
    """What holds where the key is left out."""
    if field.is_required():
        return "**needed**"
    if isinstance(field.default, bool):
        return f"`{str(field.default).lower()}`"
    if isinstance(field.default, int):
        return f"`{field.default}{' days' if 'days' in said(kind) else ''}`"
    return f"`{field.default}`" if isinstance(field.default, str) and field.default else ""


def test_the_handbook_lists_every_key() -> None:
    if os.environ.get("UPDATE"):
        PAGE.write_text(documented(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    page = PAGE.read_text(encoding="utf-8")
    assert {name for _, name, _, _ in _TABLE.findall(page)} == set(FILES)
    assert page == documented(page)


def test_every_key_is_explained() -> None:
    tables = {name: table for _, name, table, _ in _TABLE.findall(PAGE.read_text(encoding="utf-8"))}
    assert [(name, key) for name, table in tables.items() for key, what in _ROW.findall(table) if not what] == []
