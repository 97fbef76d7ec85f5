"""Articles brought together: by language, by topic, by question; those that others are translated from first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from generator.exchange.article import Article


def by_language(articles: Sequence[Article]) -> Iterator[tuple[str, list[Article]]]:
    """Each language's articles in their order, under the language's code."""
    found: dict[str, list[Article]] = {}
    for article in articles:
        found.setdefault(article.lang, []).append(article)
    yield from found.items()


def by_topic(articles: Iterable[Article]) -> Iterator[tuple[Article, list[Article]]]:
    """Articles of one language: those of each topic, with the first, which knows the topic's title."""
    for _, group in groupby(articles, lambda article: article.topic):
        rows = list(group)
        yield rows[0], rows


def by_question(articles: Sequence[Article]) -> list[list[Article]]:
    """The languages of each question."""
    found: dict[str, list[Article]] = {}
    for article in articles:
        found.setdefault(article.id, []).append(article)
    return [_source_first(rows) for rows in found.values()]


def topics(articles: Sequence[Article]) -> Iterator[tuple[str, list[Article]]]:
    """Each topic once, with an article of it in each language, which knows its title."""
    found: dict[str, dict[str, Article]] = {}
    for article in articles:
        found.setdefault(article.topic, {}).setdefault(article.lang, article)
    for topic, of_languages in found.items():
        yield topic, _source_first(of_languages.values())


def _source_first(articles: Iterable[Article]) -> list[Article]:
    return sorted(articles, key=lambda article: not article.is_source)
