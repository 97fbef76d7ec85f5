"""From the bytes of a log to questions: its encoding, its kind, and the reader for it.

Nothing but what a `Question` holds leaves this module: neither questions nor problems have words that were not masked.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import PurePath
from typing import Final, TypeAlias

from generator.demand import objects, tables
from generator.demand.columns import chosen
from generator.demand.log import Question, question, unreadable
from generator.problems import Problem

Reader: TypeAlias = Callable[[str, str, Mapping[str, str], str], tuple[list[Question], list[Problem]]]

MAX_BYTES: Final = 100_000_000
MAX_PROBLEMS: Final = 20
"""Of one log that are told one by one."""
_SUFFIXES: Final = {".csv": "table", ".tsv": "table", ".json": "json", ".jsonl": "json", ".ndjson": "json"}
ENCODINGS: Final = ("windows-1250", "windows-1251", "windows-1252", "iso-8859-2", "iso-8859-5")
"""Of logs that are not UTF-8: spreadsheets of Central and Eastern Europe save in the first two."""
_BOMS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def read(
    content: bytes, name: str, mapping: Mapping[str, str], site: str = "", encoding: str = ""
) -> tuple[list[Question], list[Problem]]:
    """The questions of a log and everything wrong with it; `mapping` names its columns where we do not know them.

    `site` is where the FAQ is published: links to it are looked for in the answers that the log has. `encoding` is that
    of a log that is not UTF-8.
    """
    if len(content) > MAX_BYTES:
        message = f"the log has {len(content) / 1e6:.0f} MB, more than the {MAX_BYTES // 1_000_000} MB that are read"
        return [], [unreadable(name, message, "split it by months")]
    text = _decoded(content, "utf-8")
    if text is None and encoding:
        text = _decoded(content, encoding)
    if text is None:
        hint = "save it as 'CSV UTF-8' or say how it is written, like --encoding windows-1250"
        return [], [unreadable(name, "this is not UTF-8 text", hint)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    kind = _SUFFIXES.get(PurePath(name).suffix.lower()) or _kind(text, mapping)
    found, problems = READERS[kind](text, name, mapping, site)
    if len(problems) > MAX_PROBLEMS:
        more, last = len(problems) - MAX_PROBLEMS, problems[MAX_PROBLEMS]
        problems = [*problems[:MAX_PROBLEMS], replace(last, message=f"and {more} more like this")]
    return found, problems


def _decoded(content: bytes, encoding: str) -> str | None:
    """Text by its byte order mark, else as is said; never by a guess, and never with the zeros of another encoding."""
    for bom, of_bom in _BOMS:
        if content.startswith(bom):
            content, encoding = content[len(bom) :], of_bom
            break
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def _kind(text: str, mapping: Mapping[str, str]) -> str:
    """The reader for a log whose name does not say it."""
    if text.lstrip()[:1] in {"{", "["}:
        return "json"
    names, _ = tables.header(text, mapping)
    return "table" if "question" in chosen(names, mapping) else "lines"


def _lines(text: str, _name: str, _mapping: Mapping[str, str], _site: str) -> tuple[list[Question], list[Problem]]:
    """Plain text: a question a line."""
    return [one for line in text.split("\n") if (one := question({"question": line}))], []


READERS: Final[Mapping[str, Reader]] = {"table": tables.read, "json": objects.read, "lines": _lines}
