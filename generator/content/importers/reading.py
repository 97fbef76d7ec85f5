"""From the bytes of a source, or of its files, to entries: its encoding, its kind, its size, and its reader."""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Final

from generator.content.importers import folders, formats
from generator.content.importers.formats import READERS
from generator.content.importers.imported import Imported, unreadable, warning
from generator.problems import Place, Problem, Severity, has_errors

MAX_BYTES: Final = 10_000_000
MAX_ENTRIES: Final = 20_000
_BOMS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHARSET: Final = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?((?:windows-|iso-8859-|koi8-|utf-8)[a-z0-9]{0,4})", re.IGNORECASE
)


def read(
    content: bytes, name: str, *, lang: str, form: str = "", languages: Collection[str] = ()
) -> tuple[list[Imported], list[Problem]]:
    """The entries of a source and everything wrong with it.

    `name` is its file name; its suffix and what is in it choose the reader, unless `form` does (a key of READERS).
    `lang` is the language of entries that do not say theirs; `languages` are those that a whole page may say instead,
    none where a person has chosen. An AA600 error means that nothing could be read; all
    else is a warning.
    """
    if folders.is_archive(content):
        files, problems = folders.unpacked(content, name)
        if has_errors(problems):
            return [], problems
        entries, more = read_folder(files, name, lang=lang, form=form, languages=languages)
        return entries, problems + more
    if fault := _fault(content, form):
        return [], [unreadable(Place(name), *fault)]
    kind = form or formats.of_name(name)
    text, problems = _decode(content, name, kind)
    if text is None:
        return [], problems
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    kind = form or formats.of_text(text, kind)
    reader = READERS[kind].read if kind else None
    if reader is None:
        return [], [unreadable(Place(name), "not recognised as an FAQ", f"say what it is with --from: {_known()}")]
    said = formats.language_of(name) or formats.declared(text, kind, languages)
    return _limited(*reader(text, name, said or lang))


def _fault(content: bytes, form: str) -> tuple[str, str] | None:
    """Why these bytes cannot be of a single file of a format, and what helps."""
    if len(content) > MAX_BYTES:
        size = f"the source has {len(content) / 1e6:.1f} MB"
        return f"{size}, more than the {MAX_BYTES // 1_000_000} MB that are read", "split it"
    if form and READERS[form].read is None:
        return f"'{form}' is no format of a single file", "name the folder, or a ZIP file of it"
    return None


def read_folder(
    files: Mapping[str, bytes], name: str, *, lang: str, form: str = "", languages: Collection[str] = ()
) -> tuple[list[Imported], list[Problem]]:
    """The same, of files by path: read together where they are of a format of folders, else one by one."""
    kind = form or formats.of_folder(files)
    whole = READERS[kind].read_folder if kind else None
    if whole is not None:
        return _limited(*whole(files, lang))
    entries: list[Imported] = []
    problems: list[Problem] = []
    read_any = False
    for path, content in files.items():
        if form or formats.of_name(path):
            found, more = read(content, path, lang=lang, form=form, languages=languages)
            entries += found
            problems += [replace(problem, severity=Severity.WARNING) for problem in more]
            read_any = read_any or not has_errors(more)
    if not read_any:
        return [], [*problems, unreadable(Place(name), "no file in it is an FAQ", f"say what it is: {_known()}")]
    return _limited(entries, problems)


def _known() -> str:
    return ", ".join(READERS)


def _limited(entries: list[Imported], problems: list[Problem]) -> tuple[list[Imported], list[Problem]]:
    if len(entries) > MAX_ENTRIES:
        message = f"not imported: {len(entries) - MAX_ENTRIES} entries after the first {MAX_ENTRIES}"
        problems = [*problems, warning(entries[MAX_ENTRIES].place, "AA603", message, "split the source")]
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
