"""Pages of Markdown with front matter, as MkDocs and Docusaurus read them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import yaml

from generator.content.importers.escape import escape, paragraph
from generator.exchange.article import Article
from generator.exchange.grouping import by_language, by_topic, topics

_WIDTH: Final = 1_000_000
_INDEX: Final = frozenset({"index", "readme"})


def page(front: Mapping[str, object], *parts: str) -> bytes:
    """A file of these paragraphs; empty values and parts are left out."""
    kept = {key: value for key, value in front.items() if value not in ("", [], None)}
    matter = f"---\n{dumped(kept)}---\n\n" if kept else ""
    return (matter + "\n\n".join(filter(None, parts)) + "\n").encode()


def dumped(data: object) -> str:
    """YAML that changes in the lines that changed."""
    text: str = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return text


def stem(id_: str) -> str:
    """An entry's file; `index` would stand for its folder."""
    return f"faq-{id_}" if id_.lower() in _INDEX else id_


def short(article: Article) -> str:
    """The short answer as a page's first paragraph: `description` in front matter is for search engines only."""
    return paragraph(escape(article.short))


def homes(articles: Sequence[Article]) -> Iterator[tuple[Article, str]]:
    """For each language its first article, and Markdown that leads to all: neither engine makes a first page itself."""
    for _, rows in by_language(articles):
        yield rows[0], "\n\n".join(_home(rows))


def _home(articles: Sequence[Article]) -> Iterator[str]:
    for of_topic, rows in by_topic(articles):
        yield f"## {escape(of_topic.topic_title)}"
        yield "\n".join(f"- [{escape(row.question)}]({row.topic}/{stem(row.id)}.md)" for row in rows)


def titles_of(articles: Sequence[Article]) -> dict[str, dict[str, str]]:
    """Topic -> language -> its title, in the order of the articles."""
    return {topic: {row.lang: row.topic_title for row in rows} for topic, rows in topics(articles)}


def source_of(articles: Sequence[Article]) -> str:
    """The language that the others are translated from; of an export without it the first."""
    return next((article.lang for article in articles if article.is_source), articles[0].lang)
