"""Reader of Freshdesk's solution articles: categories, folders and articles, as its API's lists have them.

Fields: developers.freshdesk.com/api, Solutions. Drafts, and folders that not everybody sees, stay out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from generator.content.importers.articles import (
    Article,
    Shape,
    Words,
    for_some,
    imported,
    left_out,
    none_found,
    own_id,
    part,
    read_rows,
    text,
    texts,
    unused,
)
from generator.content.importers.imported import Imported
from generator.content.importers.json_rows import Row
from generator.problems import Problem
from generator.slug import slug

SHAPE: Final = Shape("articles", frozenset({"folder_id", "title", "description"}))
_PUBLISHED: Final = 2
_FOR_ALL: Final = 1
_LOST: Final = ("attachments", "cloud_files")


def read(files: Mapping[str, bytes | str], lang: str) -> tuple[list[Imported], list[Problem]]:
    """Articles in every language: of a list for each folder, and one of folders."""
    rows, problems = read_rows(files)
    articles: dict[str, list[Row]] = {}
    folders: dict[str, dict[str, str]] = {}
    closed: set[str] = set()
    for row in rows:
        values = row.value
        if "folder_id" in values and "title" in values:
            articles.setdefault(text(values, "id") or f"{row.place}", []).append(row)
        elif row.kind == "folders" or "visibility" in values:
            id_ = text(values, "id")
            folders.setdefault(id_, {}).setdefault(text(values, "language") or lang, text(values, "name"))
            if values.get("visibility", _FOR_ALL) != _FOR_ALL:
                closed.add(id_)
    if not articles and not problems:
        hint = "expected what /api/v2/solutions/folders/[id]/articles gives: [{...}]"
        return [], none_found(files, "solution article", hint)
    found = []
    for same in articles.values():
        article, more = _article(same, folders, closed, lang)
        found.append(article)
        problems += more
    entries, more = imported(found)
    return entries, problems + more + unused((row for same in articles.values() for row in same), _LOST)


def _article(
    same: Sequence[Row], folders: Mapping[str, Mapping[str, str]], closed: set[str], lang: str
) -> tuple[Article, list[Problem]]:
    values = same[0].value
    folder = text(values, "folder_id")
    first = text(values, "language") or lang
    names = folders.get(folder) or {first: _folder_above(values)}
    name = names.get(first) or next(iter(names.values()), "")
    article = Article(
        id=own_id(text(values, "id")), category_id=own_id(folder) or slug(name, first), tags=texts(values, "tags")
    )
    problems = []
    for row in same:
        words = row.value
        title = text(words, "title")
        if words.get("status", _PUBLISHED) != _PUBLISHED:
            problems.append(left_out(row.place, title, "is a draft"))
        elif folder in closed:
            problems.append(for_some(row.place, title))
        else:
            code = text(words, "language") or lang
            article.words.append(
                Words(
                    lang=code,
                    title=title,
                    body=text(words, "description"),
                    short=text(part(words, "seo_data"), "meta_description"),
                    place=row.place,
                    category=names.get(code, name),
                )
            )
    return article, problems


def _folder_above(values: Mapping[str, object]) -> str:
    """The folder's name, where an article says what it stands in."""
    above = values.get("hierarchy")
    named = [part(one, "data") for one in above if isinstance(one, dict)] if isinstance(above, list) else []
    return text(named[-1], "name") if named else ""
