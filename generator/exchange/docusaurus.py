"""Docusaurus: a page an entry below `docs/`, its category beside it, translations below `i18n/`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from generator.content.importers.code_in_tables import escaped
from generator.exchange.article import Article
from generator.exchange.boxes import boxes
from generator.exchange.inert import inert
from generator.exchange.linked import Links
from generator.exchange.markdown_pages import homes, page, short, source_of, stem, titles_of
from generator.files import Tree

_MARKDOWN: Final = {"format": "md"}
"""Else `{` and `<` of an answer would be code."""
_SIDEBARS: Final = ("defaultSidebar", "tutorialSidebar")
"""What the sidebar is called without sidebars.js, and in the template that most sites begin with."""


def write(articles: Sequence[Article]) -> Tree:
    """`docs/<topic>/<id>.md`, and `i18n/<language>/docusaurus-plugin-content-docs/current/` with the same paths."""
    source, links = source_of(articles), Links(articles)
    titles = titles_of(articles)
    tree: dict[str, bytes] = {}
    for article in articles:
        tree[f"{_folder(article, source)}/{article.topic}/{stem(article.id)}.md"] = _page(article, links)
    for first, body in homes(articles):
        front = {"title": first.site, "slug": "/", "sidebar_position": 0, "mdx": _MARKDOWN}
        tree[f"{_folder(first, source)}/index.md"] = page(front, body)
    keys = _keys(titles, source)
    for position, (topic, title) in enumerate(titles.items(), start=1):
        label = _label(title, source)
        category: dict[str, object] = {} if keys[topic] == label else {"key": keys[topic]}
        category |= {"label": label, "position": position, "link": {"type": "generated-index", "slug": f"/{topic}"}}
        tree[f"docs/{topic}/_category_.json"] = _json(category)
    for lang, tag in {article.lang: article.tag for article in articles if article.lang != source}.items():
        labels = {
            f"sidebar.{sidebar}.category.{keys[topic]}": {"message": title[lang]}
            for sidebar in _SIDEBARS
            for topic, title in titles.items()
            if title.get(lang)
        }
        tree[f"{_translated(tag)}/current.json"] = _json(labels)
    return tree


def _folder(article: Article, source: str) -> str:
    return "docs" if article.lang == source else f"{_translated(article.tag)}/current"


def _keys(titles: Mapping[str, Mapping[str, str]], source: str) -> dict[str, str]:
    """Under what each topic's title is translated: the title itself, or its id where several have one title.

    Docusaurus knows keys of their own since 3.9, which does not build a site with two equal ones.
    """
    times = Counter(_label(title, source) for title in titles.values())
    return {topic: label if times[label := _label(title, source)] == 1 else topic for topic, title in titles.items()}


def _translated(tag: str) -> str:
    return f"i18n/{tag}/docusaurus-plugin-content-docs"


def _label(titles: Mapping[str, str], source: str) -> str:
    return titles.get(source) or next(iter(titles.values()))


def _json(data: object) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _page(article: Article, links: Links) -> bytes:
    front = {
        "title": article.question,
        "description": article.short,
        "tags": [*article.tags],
        "sidebar_position": article.order,
        "mdx": _MARKDOWN,
    }
    # Only from the root Docusaurus finds a page of another language, where there is none in this page's own.
    return page(front, short(article), boxes(escaped(inert(links.between_files(article, from_root=True)))))
