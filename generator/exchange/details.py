"""One web page a language, whose questions open: `<details>` under a heading for each topic, without any script."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from generator.exchange.article import Article
from generator.exchange.pages import answer, by_language, by_topic
from generator.files import Tree


def write(articles: Sequence[Article]) -> Tree:
    """`faq.<language>.html`."""
    return {f"faq.{lang}.html": "\n".join(_page(rows)).encode() for lang, rows in by_language(articles)}


def _page(articles: Sequence[Article]) -> Iterator[str]:
    first = articles[0]
    title = escape(first.site)
    yield f'<!doctype html>\n<html lang="{escape(first.tag)}">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n</head>\n<body>\n<main>\n<h1>{title}</h1>"
    for of_topic, rows in by_topic(articles):
        yield f'<h2 id="{escape(of_topic.topic)}">{escape(of_topic.topic_title)}</h2>'
        for article in rows:
            order = "" if article.order is None else f' data-order="{article.order}"'
            yield f'<details id="{escape(article.id)}"{order}>\n<summary>{escape(article.question)}</summary>'
            yield f"{answer(article)}\n</details>"
    yield "</main>\n</body>\n</html>\n"
