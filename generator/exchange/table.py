"""One CSV file for spreadsheets: a row an article and language, as `faq import` reads it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from generator.exchange.article import Article
from generator.files import Tree

COLUMNS = (
    *("id", "language", "category_id", "category", "order", "question", "short", "answer", "also_asked", "tags"),
    *("outdated", "source_url"),
)


def write(articles: Sequence[Article]) -> Tree:
    """`faq.csv`, with the mark by which spreadsheets know UTF-8; texts are exactly as they are."""
    out = io.StringIO(newline="")
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    rows.writerows(map(_row, articles))
    return {"faq.csv": out.getvalue().encode("utf-8-sig")}


def _row(article: Article) -> tuple[str, ...]:
    return (
        article.id,
        article.lang,
        article.topic,
        article.topic_title,
        "" if article.order is None else str(article.order),
        article.question,
        article.short,
        article.body,
        "\n".join(article.also_asked),
        "\n".join(article.tags),
        "yes" if article.outdated else "",
        article.url,
    )
