"""Reader of MkDocs' folders: a page a question, sections from mkdocs.yml, languages as its i18n plugin has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlsplit

from generator.content.importers.imported import Imported, unreadable
from generator.content.importers.markdown_folder import (
    SUFFIXES,
    Page,
    entries,
    heading_of,
    parsed,
    text_of,
)
from generator.content.importers.topics import title_of
from generator.content.source import decode, read_yaml
from generator.problems import Place, Problem

_CODE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?")
_UNORDERED: Final = "1000"
"""What our own export writes for entries without an order."""
_USED: Final = frozenset({"title", "description", "tags", "order", "hide", "icon", "template"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Site:
    """What mkdocs.yml says."""

    docs: str = "docs/"
    base: str = ""
    """Path of the site's address, if it has one."""
    as_folders: bool = True
    default: str = ""
    locales: frozenset[str] = frozenset()
    in_folders: bool = False
    """Whether each language has a folder of its own."""
    sections: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Language -> section -> its name there."""
    nav: Mapping[str, tuple[int, int, str, str]] = field(default_factory=dict)
    """Path -> place in all, place in its section, section, title."""


def is_one(files: Mapping[str, bytes]) -> bool:
    """Whether there is a mkdocs.yml."""
    return "mkdocs.yml" in files or "mkdocs.yaml" in files


def read(files: Mapping[str, bytes], lang: str) -> tuple[list[Imported], list[Problem]]:
    """Entries of every page below the folder of documents."""
    site = _site(files, lang)
    problems: list[Problem] = []
    pages: list[Page] = []
    inside = [path for path in files if path.startswith(site.docs) and path.endswith(SUFFIXES)]
    folders = _language_folders(inside, site, lang)
    ordered_by_nav = True
    for path in inside:
        data, body, more = parsed(files[path], path)
        problems += more
        if not more:
            page = _page(path, data, body, site, lang, folders)
            ordered_by_nav = ordered_by_nav and "order" not in data
            pages.append(page)
    if not pages:
        hint = f"expected Markdown files below {site.docs or 'it'}"
        return [], [*problems, unreadable(Place("mkdocs.yml"), "no pages in the folder", hint)]
    found, more = entries(_ordered(page, site) if ordered_by_nav else page for page in pages)
    return found, problems + more


def _site(files: Mapping[str, bytes], lang: str) -> _Site:
    path = next((name for name in ("mkdocs.yml", "mkdocs.yaml") if name in files), "")
    text, _ = decode(files[path], path) if path else ("", [])
    data = read_yaml(text, path, tags=True)[0].data if text else {}
    docs = text_of(data, "docs_dir").strip("/") or "docs"
    i18n = _plugin(data, "i18n")
    languages = [row for row in _list(i18n.get("languages")) if isinstance(row, Mapping)]
    default = next((text_of(row, "locale") for row in languages if row.get("default") == "true"), "")
    return _Site(
        docs=f"{docs}/" if any(name.startswith(f"{docs}/") for name in files) else "",
        base=(urlsplit(text_of(data, "site_url")).path.rstrip("/") + "/") if text_of(data, "site_url") else "",
        as_folders=data.get("use_directory_urls") != "false",
        default=default or lang,
        locales=frozenset(text_of(row, "locale") for row in languages),
        in_folders=i18n.get("docs_structure") == "folder",
        sections={text_of(row, "locale"): _texts(row.get("nav_translations")) for row in languages},
        nav=_nav(data.get("nav")),
    )


def _plugin(data: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    rows = data.get("plugins")
    found = [row for row in _list(rows) if isinstance(row, Mapping)] + ([rows] if isinstance(rows, Mapping) else [])
    return next((row[name] for row in found if isinstance(row.get(name), Mapping)), {})


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _texts(value: object) -> dict[str, str]:
    rows = value.items() if isinstance(value, Mapping) else ()
    return {key: text for key, text in rows if isinstance(key, str) and isinstance(text, str)}


def _nav(nav: object) -> dict[str, tuple[int, int, str, str]]:
    found: dict[str, tuple[int, int, str, str]] = {}
    places: dict[str, int] = {}
    for section, title, path in _items(nav, ""):
        places[section] = places.get(section, 0) + 1
        found.setdefault(path, (len(found), places[section], section, title))
    return found


def _items(rows: object, section: str) -> Iterator[tuple[str, str, str]]:
    """Section, title and path of each page in a `nav`, however deep."""
    for row in _list(rows):
        if isinstance(row, str):
            yield section, "", row
        elif isinstance(row, Mapping):
            for title, value in row.items():
                if isinstance(value, str):
                    yield section, str(title), value
                else:
                    yield from _items(value, str(title))


def _language_folders(paths: list[str], site: _Site, lang: str) -> frozenset[str]:
    """Names of folders that are languages."""
    tops = {path[len(site.docs) :].partition("/")[0] for path in paths if "/" in path[len(site.docs) :]}
    if site.in_folders:
        return frozenset(tops & (site.locales | {lang}))
    alike = frozenset(top for top in tops if _CODE.fullmatch(top))
    return alike if lang in alike and len(alike) > 1 and not site.locales else frozenset()


def _page(  # noqa: PLR0913, PLR0917 - a file, and all that says something of it
    path: str, data: Mapping[str, Any], body: str, site: _Site, lang: str, folders: frozenset[str]
) -> Page:
    where, code = path[len(site.docs) :], site.default
    top, _, below = where.partition("/")
    if top in folders:
        where, code = below, top
    stem, _, suffix = where.rpartition(".")
    base, _, own = stem.rpartition(".")
    if base and not folders and own in site.locales | {lang}:
        stem, code, where = base, own, f"{base}.{suffix}"
    index, _, section, title = site.nav.get(where, (len(site.nav), 0, "", ""))
    heading, text = heading_of(body)
    folder = stem.rpartition("/")[0]
    order = text_of(data, "order")
    number = int(order) if order.isascii() and order.isdigit() and len(order) < 10 else None
    named = section or (title_of(folder.rpartition("/")[2]) if folder and code == site.default else "")
    translated = named if code == site.default else site.sections.get(code, {}).get(named, "")
    return Page(
        path=path,
        lang=code,
        where=where,
        name=stem,
        data=data,
        title=text_of(data, "title") or (title if code == site.default else ""),
        heading=heading,
        body=text,
        category=translated,
        category_id=folder.replace("/", "-"),
        order=None if order == _UNORDERED else number,
        rank=(index,),
        address=_address(stem, code, site),
        used=_USED,
    )


def _address(stem: str, code: str, site: _Site) -> str:
    if not site.base:
        return ""
    folder, _, last = stem.rpartition("/")
    name = (f"{folder}/" if folder else "") if last.lower() in {"index", "readme"} else f"{stem}/"
    if not site.as_folders:
        name = f"{stem}.html"
    return site.base + ("" if code == site.default else f"{code}/") + name


def _ordered(page: Page, site: _Site) -> Page:
    """A page whose place in `nav` is its order, as no page has another."""
    place = site.nav.get(page.where)
    if place is None or page.lang != site.default:
        return page
    return Page(**{key: getattr(page, key) for key in Page.__dataclass_fields__} | {"order": place[1]})
