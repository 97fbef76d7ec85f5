"""One Markdown page a language: `## Topic`, `### Question` and the answer below, its own headings further down."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from generator.content.importers.escape import escape
from generator.content.markup import headings
from generator.exchange.article import Article
from generator.exchange.grouping import by_language, by_topic
from generator.exchange.inert import inert
from generator.files import Tree

_SHIFT: Final = 2
"""An answer's `##` stands below its question's `###`."""
_DEEPEST: Final = 6
_CLOSING: Final = re.compile(r"(^|[ \t])(#+)$")


def write(articles: Sequence[Article]) -> Tree:
    """`faq.<language>.md`."""
    return {f"faq.{lang}.md": ("\n\n".join(_page(rows)) + "\n").encode() for lang, rows in by_language(articles)}


def _page(articles: Sequence[Article]) -> Iterator[str]:
    yield f"# {_title(articles[0].site)}"
    for of_topic, rows in by_topic(articles):
        yield f"## {_title(of_topic.topic_title)} {{#{of_topic.topic}}}"
        for article in rows:
            yield f'### {_title(article.question)} {{#{article.id} data-url="{article.url}"}}'
            if article.short:
                yield f"{escape(article.short)}\n{{: .short }}"
            yield inert(_below(article.body))


def _title(words: str) -> str:
    """Plain text as a heading; marks at its end would close it."""
    return _CLOSING.sub(r"\1\\\2", escape(words))


def _below(body: str) -> str:
    """An answer with its headings further down."""
    parts, last = [], 0
    for _, start in headings(body):
        mark = re.compile(r" {0,3}(#{1,6})").match(body, start)
        if mark:
            parts += [body[last:start], "#" * min(_DEEPEST, len(mark[1]) + _SHIFT)]
            last = mark.end()
    return "".join([*parts, body[last:]])
