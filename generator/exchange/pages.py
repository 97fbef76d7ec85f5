"""What formats of one page a language share: the articles of each, by topic."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from generator.exchange.article import Article

SHORT = '<p class="short">'
"""How the short answer begins in an answer's HTML; the importer knows it by this."""


def by_language(articles: Sequence[Article]) -> Iterator[tuple[str, list[Article]]]:
    """Each language's articles in their order, under the language's code."""
    for lang in dict.fromkeys(article.lang for article in articles):
        yield lang, [article for article in articles if article.lang == lang]


def by_topic(articles: Iterable[Article]) -> Iterator[tuple[Article, list[Article]]]:
    """The articles of each topic, with the first, which knows the topic's title."""
    for _, group in groupby(articles, lambda article: article.topic):
        rows = list(group)
        yield rows[0], rows


def answer(article: Article) -> str:
    """The whole answer as HTML: the short one first, as the site shows it."""
    short = f"{SHORT}{html.escape(article.short, quote=False)}</p>\n" if article.short else ""
    return f"{short}{article.html}"
