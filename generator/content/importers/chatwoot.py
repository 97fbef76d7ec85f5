"""Reader of Chatwoot's help center articles, whose texts are Markdown, as its API's list has them.

Fields: the views of github.com/chatwoot/chatwoot (articles/_article.json.jbuilder). Drafts and archived articles stay
out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from generator.content.importers.articles import (
    Article,
    Words,
    imported,
    left_out,
    number,
    own_id,
    part,
    read_rows,
    text,
    texts,
)
from generator.content.importers.imported import Imported, unreadable
from generator.content.importers.json_rows import Row
from generator.problems import Place, Problem
from generator.slug import slug

_PUBLISHED: Final = ("published", 1, None)
_STAMP: Final = re.compile(r"\d{6,}-")
"""What Chatwoot puts before the slug of a title: seconds since 1970."""


def is_chatwoot(data: object) -> bool:
    """Whether a JSON document holds help center articles."""
    rows = data.get("payload") if isinstance(data, dict) else data
    first = next(iter(rows), None) if isinstance(rows, list) else None
    return isinstance(first, dict) and {"title", "content", "slug"} <= first.keys()


def is_folder(files: Mapping[str, bytes]) -> bool:
    """Whether one of the files is such a document."""
    return any(
        is_chatwoot([row.value])
        for path, content in files.items()
        if path.endswith(".json") and b'"slug"' in content and b'"content"' in content
        for row in read_rows({path: content})[0][:1]
    )


def read(source: str, name: str, lang: str) -> tuple[list[Imported], list[Problem]]:
    """Articles of one file in every language that it has them in."""
    return _read({name: source}, lang)


def read_folder(files: Mapping[str, bytes], lang: str) -> tuple[list[Imported], list[Problem]]:
    """The same of several files: a list for each language."""
    return _read(files, lang)


def _read(files: Mapping[str, bytes | str], lang: str) -> tuple[list[Imported], list[Problem]]:
    rows, problems = read_rows(files)
    rows = [row for row in rows if "title" in row.value and "content" in row.value]
    if not rows and not problems:
        hint = 'expected what /api/v1/accounts/[id]/portals/[slug]/articles gives: {"payload": [{...}]}'
        return [], [unreadable(Place(next(iter(files))), "no help center article is in it", hint)]
    articles: dict[str, Article] = {}
    for row in sorted(rows, key=lambda row: bool(_root(row.value))):  # the ones that others are translated from
        values = row.value
        if values.get("status") not in _PUBLISHED:
            problems.append(left_out(row.place, text(values, "title"), f"is {text(values, 'status') or 'a draft'}"))
            continue
        key = _root(values) or text(values, "id") or f"{row.place}"
        article = articles.setdefault(key, _article(values))
        article.words.append(_words(row, lang))
    entries, more = imported(articles.values(), html=False)
    return entries, problems + more


def _root(values: Mapping[str, object]) -> str:
    """The number of the article that this one is a translation of; empty where it is none."""
    root = text(part(values, "root_article"), "id") or text(values, "associated_article_id")
    return "" if root == text(values, "id") else root


def _article(values: Mapping[str, object]) -> Article:
    category = part(values, "category")
    title = text(category, "name")
    return Article(
        id=own_id(_STAMP.sub("", text(values, "slug"), count=1)),
        category_id=text(category, "slug") or slug(title, text(category, "locale")),
        order=number(values, "position"),
        tags=texts(part(values, "meta"), "tags"),
    )


def _words(row: Row, lang: str) -> Words:
    values = row.value
    category = part(values, "category")
    return Words(
        lang=text(values, "locale") or text(category, "locale") or lang,
        title=text(values, "title"),
        body=text(values, "content"),
        short=text(values, "description"),
        place=row.place,
        category=text(category, "name"),
    )
