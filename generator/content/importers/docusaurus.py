"""Reader of Docusaurus' folders: `docs/` with its categories, and translations below `i18n/`."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from generator.content.importers.clean import one_line
from generator.content.importers.code_in_tables import unescaped
from generator.content.importers.imported import Imported, unreadable
from generator.content.importers.markdown_folder import SUFFIXES, Page, entries, heading_of, parsed, text_of
from generator.content.importers.topics import title_of
from generator.content.source import decode, read_yaml
from generator.problems import Place, Problem

_TRANSLATED: Final = re.compile(r"i18n/([A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?)/docusaurus-plugin-content-docs/current/(.+)")
_LABELS: Final = re.compile(r"sidebar\.[^.]+\.category\.(.+)")
_NO_NUMBER: Final = re.compile(r"(?:\d{2}|\d{4})[-_.]\d{2}(?:[-_.](?:\d{2}|\d{4}))?|\d+[-_.]\d+")
"""Dates and versions at the start of a name, which Docusaurus does not take for a place."""
_NUMBER: Final = re.compile(r"(\d{1,9})\s*[-_.]+\s*(.+)")
_CONFIG: Final = re.compile(r"docusaurus\.config\.(?:js|ts|mjs|cjs)")
_SETTING: Final = r"^\s*%s:\s*['\"]([^'\"\n]{1,200})['\"]"
_USED: Final = frozenset({"id", "title", "description", "tags", "slug", "sidebar_position", "mdx", "format"})
_LAST: Final = float("inf")


def is_one(files: Mapping[str, bytes]) -> bool:
    """Whether there is Docusaurus' configuration, or a category of it."""
    return any(_CONFIG.fullmatch(path) or re.search(r"(?:^|/)_category_\.(?:json|ya?ml)$", path) for path in files)


def read(files: Mapping[str, bytes], lang: str) -> tuple[list[Imported], list[Problem]]:
    """Entries of every page; files that begin with `_` are parts of others."""
    top = "docs/" if any(path.startswith("docs/") for path in files) else ""
    config = next(
        (content.decode("utf-8", "replace") for path, content in files.items() if _CONFIG.fullmatch(path)), ""
    )
    categories = _categories(files, top)
    problems: list[Problem] = []
    pages = []
    for path in files:
        translated = _TRANSLATED.fullmatch(path)
        where = translated[2] if translated else path[len(top) :] if path.startswith(top) else ""
        if (
            not where.endswith(SUFFIXES)
            or where.rpartition("/")[2].startswith("_")
            or (path.startswith("i18n/") and not translated)
        ):
            continue
        data, body, more = parsed(files[path], path)
        problems += more
        if not more:
            code = translated[1] if translated else lang
            labels = _labels(files, code) if translated else None
            pages.append(_page(path, where, code, data, body, categories, labels, config))
    if not pages:
        return [], [
            *problems,
            unreadable(Place("docs"), "no pages in the folder", "expected Markdown files below docs/"),
        ]
    found, more = entries(pages)
    return found, problems + more


def _categories(files: Mapping[str, bytes], top: str) -> dict[str, tuple[str, float, str]]:
    """Folder -> label, position and the key of its translations, of those that say it."""
    found: dict[str, tuple[str, float, str]] = {}
    for path, content in files.items():
        folder, _, name = path.rpartition("/")
        if path.startswith(top) and re.fullmatch(r"_category_\.(?:json|ya?ml)", name):
            data = _json(content) if name.endswith("json") else _yaml(content, path)
            label = data.get("label")
            title = one_line(label) if isinstance(label, str) else ""
            found[folder[len(top) :]] = (title, _number(data.get("position")), text_of(data, "key") or title)
    return found


def _json(content: bytes) -> Mapping[str, Any]:
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _yaml(content: bytes, path: str) -> Mapping[str, Any]:
    text, _ = decode(content, path)
    return read_yaml(text, path)[0].data if text else {}


def _number(value: object) -> float:
    try:
        number = float(value) if isinstance(value, (str, int, float)) else _LAST
    except (ValueError, OverflowError):
        return _LAST
    return number if number == number else _LAST  # noqa: PLR0124 - NaN is none


def _labels(files: Mapping[str, bytes], code: str) -> dict[str, str]:
    """A category's label -> that in another language."""
    data = _json(files.get(f"i18n/{code}/docusaurus-plugin-content-docs/current.json", b"{}"))
    found: dict[str, str] = {}
    for key, row in data.items():
        label = _LABELS.fullmatch(key)
        message = row.get("message") if isinstance(row, Mapping) else None
        if label and isinstance(message, str):
            found.setdefault(label[1], one_line(message))
    return found


def _parted(name: str) -> tuple[float, str]:
    """A place that a name begins with, and the name without it."""
    found = None if _NO_NUMBER.match(name) else _NUMBER.fullmatch(name)
    return (float(found[1]), found[2]) if found else (_LAST, name)


def _page(  # noqa: PLR0913, PLR0917 - a file, and all that says something of it
    path: str,
    where: str,
    code: str,
    data: Mapping[str, Any],
    body: str,
    categories: Mapping[str, tuple[str, float, str]],
    labels: Mapping[str, str] | None,
    config: str,
) -> Page:
    stem = where.rpartition(".")[0]
    *folders, last = [_parted(part) for part in stem.split("/")]
    folder = stem.rpartition("/")[0]
    label, place, key = categories.get(folder, ("", _LAST, ""))
    label = label or (title_of(folders[-1][1]) if folders else "")
    heading, text = heading_of(body)
    position = _number(data.get("sidebar_position"))
    name = "/".join([*(part for _, part in folders), text_of(data, "id").rpartition("/")[2] or last[1]])
    position = position if position != _LAST else last[0]
    whole = position != _LAST and position.is_integer() and position >= 0
    return Page(
        path=path,
        lang=code,
        where=where,
        name=name,
        data=data,
        title=text_of(data, "title"),
        heading=heading,
        body=unescaped(text),
        category=label if labels is None else labels.get(key or label, ""),
        category_id="-".join(part for _, part in folders),
        order=int(position) if whole else None,
        rank=(place if place != _LAST else folders[-1][0] if folders else -1.0, position),
        address=_address(name, text_of(data, "slug"), "" if labels is None else f"{code}/", config),
        used=_USED,
    )


def _address(name: str, slug: str, home: str, config: str) -> str:
    """Where the page was, if the configuration says that there was a site."""
    if not re.search(_SETTING % "url", config, re.MULTILINE):
        return ""
    base = re.search(_SETTING % "baseUrl", config, re.MULTILINE)
    route = re.search(_SETTING % "routeBasePath", config, re.MULTILINE)
    folder = name.rpartition("/")[0]
    below = (
        slug.strip("/") if slug.startswith("/") else "/".join(filter(None, (folder, slug or name.rpartition("/")[2])))
    )
    if not slug and below.rpartition("/")[2].lower() in {"index", "readme"}:
        below = folder
    parts = [(base[1] if base else "/").strip("/"), home.strip("/"), (route[1] if route else "docs").strip("/"), below]
    return "/" + "/".join(filter(None, parts))
