"""From the bytes of a source to entries: its encoding, its kind, its size, and the reader for it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import Final, TypeAlias

from generator.content.importers import markdown_page, neutral, table, web_page
from generator.content.importers.imported import Imported, unreadable, warning
from generator.problems import Place, Problem

Reader: TypeAlias = Callable[[str, str, str], tuple[list[Imported], list[Problem]]]
"""Text, name and language of a source -> its entries and what is wrong with it."""

READERS: Final[Mapping[str, Reader]] = {
    "json": neutral.read,
    "csv": table.read,
    "html": web_page.read,
    "markdown": markdown_page.read,
}

_SUFFIXES: Final = {
    ".json": "json",
    ".csv": "csv",
    ".tsv": "csv",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
}
MAX_BYTES: Final = 10_000_000
MAX_ENTRIES: Final = 20_000
_BOMS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHARSET: Final = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?((?:windows-|iso-8859-|koi8-|utf-8)[a-z0-9]{0,4})", re.IGNORECASE
)


def read(content: bytes, name: str, *, lang: str) -> tuple[list[Imported], list[Problem]]:
    """The entries of a source and everything wrong with it.

    `name` is its file name, whose suffix chooses the reader (else its content does); `lang` is the language of
    entries that do not say theirs. An AA600 error means that nothing could be read; all else is a warning.
    """
    if len(content) > MAX_BYTES:
        message = f"the source has {len(content) / 1e6:.1f} MB, more than the {MAX_BYTES // 1_000_000} MB that are read"
        return [], [unreadable(Place(name), message, "split it")]
    kind = _SUFFIXES.get(PurePath(name).suffix.lower(), "")
    text, problems = _decode(content, name, kind)
    if text is None:
        return [], problems
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    kind = kind or _kind(text)
    if not kind:
        known = ", ".join(READERS)
        return [], [unreadable(Place(name), "not recognised as an FAQ", f"give it the suffix of what it is: {known}")]
    entries, problems = READERS[kind](text, name, lang)
    if len(entries) > MAX_ENTRIES:
        message = f"not imported: {len(entries) - MAX_ENTRIES} entries after the first {MAX_ENTRIES}"
        problems.append(warning(entries[MAX_ENTRIES].place, "AA603", message, "split the source"))
    return entries[:MAX_ENTRIES], problems


def _decode(content: bytes, name: str, kind: str) -> tuple[str | None, list[Problem]]:
    """Text by its byte order mark, by what a web page declares, else as UTF-8; never by a guess."""
    encoding = "utf-8"
    for bom, of_bom in _BOMS:
        if content.startswith(bom):
            content, encoding = content[len(bom) :], of_bom
            break
    else:
        declared = _CHARSET.search(content[:2048]) if kind in {"html", ""} else None
        encoding = declared[1].decode() if declared else encoding
    try:
        return content.decode(encoding), []
    except LookupError:
        message = f"the page declares the unknown encoding '{encoding}'"
        return None, [unreadable(Place(name), message, "save it as UTF-8")]
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        hint = "in a spreadsheet, save as 'CSV UTF-8'; in an editor, save with the encoding UTF-8"
        return None, [unreadable(Place(name, line), f"this is not {encoding} text", hint)]


def _kind(text: str) -> str:
    """The reader for a source without a suffix that says it."""
    start = text.lstrip()
    if start.startswith("["):
        return "json"
    if re.match(r"<(?:!doctype|html|head|body|script|!--)", start, re.IGNORECASE):
        return "html"
    first = start.partition("\n")[0].lower()
    if "question" in first and "answer" in first and not first.startswith("#"):
        return "csv"
    return "markdown" if re.search(r"^#{1,3} ", text, re.MULTILINE) else ""
