"""One web page a language, whose questions open: `<details>` under a heading for each topic, without any script."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from generator.exchange.article import Article, answer
from generator.exchange.grouping import by_language, by_topic
from generator.files import Tree

_HEADING: Final = re.compile(r"(?<=<)(/?h)([2-5])\b")

_STYLE: Final = "<style>table { display: block; overflow-x: auto }</style>"
"""So that a wide table does not make the page wider than a phone."""


def write(articles: Sequence[Article]) -> Tree:
    """`faq.<language>.html`."""
    return {f"faq.{lang}.html": "\n".join(_page(rows)).encode() for lang, rows in by_language(articles)}


def _page(articles: Sequence[Article]) -> Iterator[str]:
    first = articles[0]
    title = escape(first.site)
    yield f'<!doctype html>\n<html lang="{escape(first.tag)}">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n{_STYLE}\n</head>\n<body>\n<main>\n<h1>{title}</h1>"
    for of_topic, rows in by_topic(articles):
        yield f'<h2 id="{escape(of_topic.topic)}">{escape(of_topic.topic_title)}</h2>'
        for article in rows:
            order = "" if article.order is None else f' data-order="{article.order}"'
            yield f'<details id="{escape(article.id)}"{order} data-url="{escape(article.url)}">'
            yield f"<summary>{escape(article.question)}</summary>"
            yield f"{_below(answer(article))}\n</details>"
    yield "</main>\n</body>\n</html>\n"


def _below(answer_: str) -> str:
    """An answer whose headings stand below its topic's; importing lifts them where `data-url` says that it is ours."""
    return _HEADING.sub(lambda found: f"{found[1]}{int(found[2]) + 1}", answer_)
