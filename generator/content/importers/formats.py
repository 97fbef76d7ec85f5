"""The formats that are read, by name, and by which signs a source is known to be of one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Final, TypeAlias

from generator.content.importers import (
    chatwoot,
    docusaurus,
    freshdesk,
    markdown_page,
    mkdocs,
    neutral,
    phpmyfaq,
    table,
    web_page,
    zendesk,
)
from generator.content.importers.articles import Shape
from generator.content.importers.clean import one_line
from generator.content.importers.imported import Imported
from generator.problems import Problem

Reader: TypeAlias = Callable[[str, str, str], tuple[list[Imported], list[Problem]]]
"""Text, name and language of a source -> its entries and what is wrong with it."""
FolderReader: TypeAlias = Callable[[Mapping[str, bytes], str], tuple[list[Imported], list[Problem]]]
"""Files of a source by path, and its language -> its entries and what is wrong with it; places are those paths."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """How one format is read, and known."""

    read: Reader | None = None
    """A single file; None where only a folder makes sense."""
    read_folder: FolderReader | None = None
    """Files that belong together; None where each file of a folder is read by itself."""
    language: Callable[[str], str] | None = None
    """What a single file says its language is, in words of its own; empty where it says nothing."""
    suffixes: tuple[str, ...] = ()
    """Names of files that are of this format unless the content says something closer."""
    json: Callable[[Any], bool] | None = None
    """Whether a whole JSON document is of this format."""
    columns: frozenset[str] = frozenset()
    """A table whose header has these, in lower case, is of this format."""
    folder: Callable[[Mapping[str, bytes]], bool] | None = None
    """Whether files by path are of this format."""


def _helpdesk(
    read: Callable[[Mapping[str, bytes | str], str], tuple[list[Imported], list[Problem]]], shape: Shape
) -> Format:
    """Articles as JSON, of which one file is as good as several."""
    return Format(
        read=lambda text, name, lang: read({name: text}, lang),
        read_folder=read,
        json=shape.fits,
        folder=shape.fits_folder,
    )


READERS: Final[Mapping[str, Format]] = {
    "neutral": Format(read=neutral.read, suffixes=(".json",)),
    "zendesk_articles": _helpdesk(zendesk.read, zendesk.SHAPE),
    "freshdesk_articles": _helpdesk(freshdesk.read, freshdesk.SHAPE),
    "chatwoot_articles": _helpdesk(chatwoot.read, chatwoot.SHAPE),
    "phpmyfaq": Format(read=phpmyfaq.read, json=phpmyfaq.is_phpmyfaq),
    "phpmyfaq_csv": Format(read=phpmyfaq.read_csv),
    "csv": Format(read=table.read, suffixes=(".csv", ".tsv")),
    "html": Format(read=web_page.read, language=web_page.language, suffixes=(".html", ".htm", ".xhtml")),
    "mkdocs": Format(read_folder=mkdocs.read, folder=mkdocs.is_one),
    "docusaurus": Format(read_folder=docusaurus.read, folder=docusaurus.is_one),
    "markdown": Format(read=markdown_page.read, suffixes=(".md", ".markdown")),
}
"""By name, as `--from` takes it. Signs are looked at in this order; `neutral` and `csv` take what no other claims."""

_HEADER: Final = re.compile(r"[,;\t|]")
_LANGUAGE: Final = re.compile(r"\.([a-z]{2,3}(?:-[A-Z][a-z]{3})?)\.(?:html?|xhtml|md|markdown)$")


def of_name(name: str) -> str:
    """The format that a file's suffix stands for, or none."""
    suffix = PurePath(name).suffix.lower()
    return next((kind for kind, form in READERS.items() if suffix in form.suffixes), "")


def language_of(name: str) -> str:
    """The language that a page's name ends with, as those of our exports do: `faq.hr.html`; or none."""
    found = _LANGUAGE.search(name)
    return found[1] if found else ""


def declared(text: str, kind: str, languages: Collection[str]) -> str:
    """Which of the languages a text says it is in, be it by another country's name: `hr-HR`; or none."""
    says = READERS[kind].language
    tag = says(text) if says else ""
    codes = {code.lower(): code for code in languages}
    return codes.get(tag.lower(), codes.get(tag.lower().partition("-")[0], ""))


def of_text(text: str, kind: str) -> str:
    """The format of a text whose suffix stands for `kind`: what is in it may say something closer, or all."""
    start = text.lstrip()
    if kind in {"neutral", ""} and start.startswith(("[", "{")):
        return _of_json(text) or kind or ("neutral" if start.startswith("[") else "")
    if kind in {"csv", ""} and (claimed := _of_table(text)):
        return claimed
    return kind or _guessed(text, start)


def of_folder(files: Mapping[str, bytes]) -> str:
    """The format whose folder this is, or none."""
    return next((kind for kind, form in READERS.items() if form.folder and form.folder(files)), "")


def _of_json(text: str) -> str:
    if not any(form.json for form in READERS.values()):
        return ""
    try:
        data = json.loads(text, strict=False)
    except (ValueError, RecursionError):  # its reader will say so
        return ""
    return next((kind for kind, form in READERS.items() if form.json and form.json(data)), "")


def _of_table(text: str) -> str:
    lines = text.split("\n", 2)
    header = lines[1] if len(lines) > 1 and lines[0][:4].lower() == "sep=" else lines[0]
    names = {one_line(cell).strip('"').lower() for cell in _HEADER.split(header)}
    return next((kind for kind, form in READERS.items() if form.columns and form.columns <= names), "")


def _guessed(text: str, start: str) -> str:
    """The format of a source without a suffix that says it."""
    if re.match(r"<(?:!doctype|html|head|body|script|!--)", start, re.IGNORECASE):
        return "html"
    first = start.partition("\n")[0].lower()
    if "question" in first and "answer" in first and not first.startswith("#"):
        return "csv"
    return "markdown" if re.search(r"^#{1,3} ", text, re.MULTILINE) else ""
