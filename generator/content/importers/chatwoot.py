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
    Shape,
    Words,
    imported,
    left_out,
    none_found,
    number,
    own_id,
    part,
    read_rows,
    text,
    texts,
)
from generator.content.importers.code_in_tables import unescaped
from generator.content.importers.imported import Imported
from generator.content.importers.json_rows import Row
from generator.problems import Problem
from generator.slug import slug

SHAPE: Final = Shape("payload", frozenset({"title", "content", "slug"}))
_PUBLISHED: Final = ("published", 1, None)
_STAMP: Final = re.compile(r"\d{6,}-")
"""What Chatwoot puts before the slug of a title: seconds since 1970."""


def read(files: Mapping[str, bytes | str], lang: str) -> tuple[list[Imported], list[Problem]]:
    """Articles in every language: of a list for each."""
    rows, problems = read_rows(files)
    rows = [row for row in rows if "title" in row.value and "content" in row.value]
    if not rows and not problems:
        hint = 'expected what /api/v1/accounts/[id]/portals/[slug]/articles gives: {"payload": [{...}]}'
        return [], none_found(files, "help center article", hint)
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
        body=unescaped(text(values, "content")),
        short=text(values, "description"),
        place=row.place,
        category=text(category, "name"),
    )
