"""MkDocs: a page an entry, sections in mkdocs.yml, translations by suffix as mkdocs-static-i18n reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.content.importers.escape import escape
from generator.content.meta import UNSAID
from generator.exchange.article import Article
from generator.exchange.linked import Links
from generator.exchange.markdown_pages import dumped, page, source_of, stem, titles_of
from generator.files import Tree
from generator.text import EXTENSIONS


def write(articles: Sequence[Article]) -> Tree:
    """`mkdocs.yml`, and the pages below `docs/`."""
    source, links = source_of(articles), Links(articles)
    titles = titles_of(articles)
    pages = {}
    for article in articles:
        suffix = "" if article.lang == source else f".{article.tag}"
        pages[f"docs/{article.topic}/{stem(article.id)}{suffix}.md"] = _page(article, links)
    files: dict[str, list[str]] = {}
    for id_, topic in links.homes.items():
        files.setdefault(topic, []).append(f"{topic}/{stem(id_)}.md")
    sections = [{_title(title, source): files[topic]} for topic, title in titles.items()]
    tags = {article.lang: article.tag for article in articles}
    settings: dict[str, object] = {
        "site_name": "FAQ",
        "theme": {"name": "material", "language": tags[source]},
        "markdown_extensions": ["admonition", *EXTENSIONS],
        "nav": ["index.md", *sections],
    }
    if len(tags) > 1:
        settings["plugins"] = ["search", {"i18n": _languages(tags, source, titles)}]
    return {"mkdocs.yml": dumped(settings).encode(), "docs/index.md": _home(articles, source), **pages}


def _page(article: Article, links: Links) -> bytes:
    front = {
        "title": article.question,
        "description": article.short,
        "tags": [*article.tags],
        "order": UNSAID.order if article.order is None else article.order,
    }

    return page(front, f"# {escape(article.question)}\n\n{links.between_files(article)}")


def _title(titles: Mapping[str, str], source: str) -> str:
    return titles.get(source) or next(iter(titles.values()))


def _languages(tags: Mapping[str, str], source: str, titles: Mapping[str, Mapping[str, str]]) -> dict[str, object]:
    rows: list[dict[str, object]] = []
    for lang, tag in sorted(tags.items(), key=lambda item: item[0] != source):
        row: dict[str, object] = {"locale": tag, "name": tag, "build": True}
        if lang == source:
            row["default"] = True
        else:
            row["nav_translations"] = {
                _title(title, source): title[lang] for title in titles.values() if title.get(lang)
            }
        rows.append(row)
    return {"docs_structure": "suffix", "languages": rows}


def _home(articles: Sequence[Article], source: str) -> bytes:
    """A first page that only leads on: MkDocs has none otherwise."""
    lines = [
        f"- [{escape(article.question)}]({article.topic}/{stem(article.id)}.md)"
        for article in articles
        if article.lang == source
    ]
    return ("# FAQ\n\n" + "\n".join(lines) + "\n").encode()
