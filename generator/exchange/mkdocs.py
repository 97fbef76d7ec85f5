"""MkDocs: a page an entry, sections in mkdocs.yml, translations by suffix as mkdocs-static-i18n reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from generator.content.importers.escape import escape
from generator.content.meta import UNSAID
from generator.exchange.article import Article
from generator.exchange.inert import inert
from generator.exchange.linked import Links
from generator.exchange.markdown_pages import dumped, homes, page, short, source_of, stem, titles_of
from generator.files import Tree
from generator.text import EXTENSIONS

_SHORT: Final = "{: .short }"
"""Marks the short answer for the site's own style sheet."""


def write(articles: Sequence[Article]) -> Tree:
    """`mkdocs.yml`, and the pages below `docs/`."""
    source, links = source_of(articles), Links(articles)
    titles = titles_of(articles)
    pages = {
        f"docs/{article.topic}/{stem(article.id)}{_suffix(article, source)}.md": _page(article, links)
        for article in articles
    }
    for first, body in homes(articles):
        pages[f"docs/index{_suffix(first, source)}.md"] = page({}, f"# {escape(first.site)}", body)
    files: dict[str, list[str]] = {}
    for id_, topic in links.homes.items():
        files.setdefault(topic, []).append(f"{topic}/{stem(id_)}.md")
    sections = [{_title(title, source): files[topic]} for topic, title in titles.items()]
    languages = {article.lang: article for article in articles}
    settings: dict[str, object] = {
        "site_name": articles[0].site,
        "theme": {"name": "material", "language": languages[source].theme, "font": False},
        "markdown_extensions": ["admonition", *EXTENSIONS],
        "nav": ["index.md", *sections],
    }
    if len(languages) > 1:
        settings["plugins"] = ["search", {"i18n": _languages(languages, source, titles)}]
    return {"mkdocs.yml": dumped(settings).encode(), **pages}


def _suffix(article: Article, source: str) -> str:
    return "" if article.lang == source else f".{article.tag}"


def _page(article: Article, links: Links) -> bytes:
    front = {
        "title": article.question,
        "description": article.short,
        "tags": [*article.tags],
        "order": UNSAID.order if article.order is None else article.order,
    }

    first = f"{short(article)}\n{_SHORT}" if article.short else ""
    return page(front, f"# {escape(article.question)}", first, inert(links.between_files(article)))


def _title(titles: Mapping[str, str], source: str) -> str:
    return titles.get(source) or next(iter(titles.values()))


def _languages(
    languages: Mapping[str, Article], source: str, titles: Mapping[str, Mapping[str, str]]
) -> dict[str, object]:
    """What the plugin is told of each language, with an article in it; the one that others fall back to first."""
    rows: list[dict[str, object]] = []
    for lang, of in sorted(languages.items(), key=lambda item: item[0] != source):
        row: dict[str, object] = {"locale": of.tag, "name": of.language, "build": True}
        if of.theme != of.tag:
            row["theme"] = {"language": of.theme}  # else the theme looks for words under the locale, and there are none
        if lang == source:
            row["default"] = True
        else:
            row["nav_translations"] = {
                _title(title, source): title[lang] for title in titles.values() if title.get(lang)
            }
        rows.append(row)
    return {"docs_structure": "suffix", "languages": rows}
