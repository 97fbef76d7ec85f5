"""gettext's PO files, by Babel: messages with a context, a source text and its translation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, cast

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, PoFileParser, escape, generate_po

from generator.content.importers.clean import clean
from generator.content.importers.imported import unreadable
from generator.problems import Place, Problem

_PLURALS: Final = 10
"""Forms that a message may have; ours have none."""
_UNUSED: Final = ("#~", "#:", "#|")
"""Obsolete messages, places and former texts: nothing is taken from them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One text and its translation."""

    context: str
    text: str
    translation: str = ""
    fuzzy: bool = False
    """Whether somebody has to look at the translation."""
    notes: tuple[str, ...] = ()
    """For translators."""
    path: str = ""
    line: int = 0


@dataclass(slots=True)
class _Gathered:
    """What Babel's parser puts messages into. Its own catalogue believes what the header says of dates and plurals."""

    messages: list[Any] = field(default_factory=list)
    num_plurals: int = _PLURALS
    charset: str = "utf-8"

    def __setitem__(self, _: object, message: Any) -> None:  # noqa: ANN401 - Babel's own class
        self.messages.append(message)


def write(messages: Iterable[Message], headers: Sequence[tuple[str, str]]) -> bytes:
    """A file with these headers; the same messages make the same bytes."""
    lines = [f"{name}: {value}\n" for name, value in headers]
    head = "\n".join(['msgid ""', 'msgstr ""', *map(escape, lines)])
    catalog = Catalog(charset="utf-8")
    for message in messages:
        added = catalog.add(
            message.text,
            message.translation,
            context=message.context,
            auto_comments=message.notes,
            locations=[(message.path, message.line)] if message.path else (),
        )
        added.flags = {"fuzzy"} if message.fuzzy else set()  # Babel takes "5 % of" and {{ facts }} for Python's formats
    return f"{head}\n\n{''.join(generate_po(catalog, omit_header=True, width=0))}".encode()


def read(content: bytes, name: str) -> tuple[list[Message], dict[str, str], list[Problem]]:
    """Messages in their order, the first of equal ones; headers in lower case; AA600 where it is no PO file."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return [], {}, [unreadable(Place(name, line), "this is not UTF-8 text", "save the PO file as UTF-8")]
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    gathered = _Gathered()
    try:
        parser = PoFileParser(cast("Catalog", gathered), ignore_obsolete=True, abort_invalid=True)
        parser.parse(["" if line.lstrip().startswith(_UNUSED) else line for line in lines])
    except PoFileError as error:
        return [], {}, [unreadable(Place(name, error.lineno + 1), f"not a PO file from here on: {error.line[:60]}")]
    except (ValueError, IndexError, TypeError, AttributeError):  # of what the parser does not foresee
        return [], {}, [unreadable(Place(name), "this is not a PO file")]
    found: dict[tuple[str, str], Message] = {}
    headers: dict[str, str] = {}
    for message in gathered.messages:
        if message.id == "":
            headers = headers or _headers(message.string)
        elif isinstance(message.id, str) and isinstance(message.context, str):
            made = _message(message, name)
            found.setdefault((made.context, made.text), made)
    return list(found.values()), headers, []


def _message(message: Any, name: str) -> Message:  # noqa: ANN401 - Babel's own class
    return Message(
        context=message.context,
        text=clean(message.id)[0],
        translation=clean(message.string if isinstance(message.string, str) else "")[0].strip("\n"),
        fuzzy="fuzzy" in message.flags,
        notes=tuple(message.auto_comments),
        path=name,
        line=message.lineno,
    )


def _headers(text: object) -> dict[str, str]:
    """`Name: value` lines."""
    pairs = (line.partition(":") for line in str(text).split("\n"))
    return {name.strip().lower(): value.strip() for name, colon, value in pairs if colon}
