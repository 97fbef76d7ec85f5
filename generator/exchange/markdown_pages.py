"""Pages of Markdown with front matter, as MkDocs and Docusaurus read them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import yaml

from generator.exchange.article import Article
from generator.exchange.grouping import topics

_WIDTH: Final = 1_000_000
_INDEX: Final = frozenset({"index", "readme"})


def page(front: Mapping[str, object], body: str) -> bytes:
    """A file; empty values are left out."""
    kept = {key: value for key, value in front.items() if value not in ("", [], None)}
    return f"---\n{dumped(kept)}---\n\n{body}\n".encode()


def dumped(data: object) -> str:
    """YAML that changes in the lines that changed."""
    text: str = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return text


def stem(id_: str) -> str:
    """An entry's file; `index` would stand for its folder."""
    return f"faq-{id_}" if id_.lower() in _INDEX else id_


def titles_of(articles: Sequence[Article]) -> dict[str, dict[str, str]]:
    """Topic -> language -> its title, in the order of the articles."""
    return {topic: {row.lang: row.topic_title for row in rows} for topic, rows in topics(articles)}


def source_of(articles: Sequence[Article]) -> str:
    """The language that the others are translated from; of an export without it the first."""
    return next((article.lang for article in articles if article.is_source), articles[0].lang)
