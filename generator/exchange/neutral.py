"""Neutral JSON: a list with an object an article and language, as `faq import` reads it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from generator.exchange.article import Article
from generator.files import Tree


def write(articles: Sequence[Article]) -> Tree:
    """One file, `faq.json`."""
    rows = [_row(article) for article in articles]
    return {"faq.json": (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode()}


def _row(article: Article) -> dict[str, object]:
    row: dict[str, object] = {
        "id": article.id,
        "lang": article.lang,
        "category": article.topic_title,
        "category_id": article.topic,
        "question": article.question,
        "answer_markdown": article.body,
        "source_url": article.url,
    }
    more = {
        "short": article.short,
        "also_asked": list(article.also_asked),
        "tags": list(article.tags),
        "outdated": article.outdated,
    }
    row |= {key: value for key, value in more.items() if value}
    return row if article.order is None else {**row, "order": article.order}
