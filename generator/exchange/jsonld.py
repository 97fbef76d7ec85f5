"""schema.org's FAQPage in JSON-LD: a script to paste into a page of one's own, one a language."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape
from typing import Final

from generator.content.importers.plain import to_plain
from generator.exchange.article import Article, answer
from generator.exchange.grouping import by_language
from generator.files import Tree

_IN_SCRIPT: Final = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
"""Nothing that an answer says can end the script it stands in."""


def write(articles: Sequence[Article]) -> Tree:
    """`faq.<language>.html`: a page with nothing but its title and the script."""
    return {f"faq.{lang}.html": _page(rows).encode() for lang, rows in by_language(articles)}


def _page(articles: Sequence[Article]) -> str:
    first = articles[0]
    node = {
        "@context": "https://schema.org",
        "@type": "FAQPage",
        "inLanguage": first.tag,
        "mainEntity": [_question(article) for article in articles],
    }
    script = json.dumps(node, ensure_ascii=False, indent=1).translate(_IN_SCRIPT)
    head = f'<!doctype html>\n<html lang="{escape(first.tag)}">\n<head>\n<meta charset="utf-8">\n'
    title = f"<title>{escape(first.site)}</title>\n"
    return f'{head}{title}<script type="application/ld+json">\n{script}\n</script>\n</head>\n<body></body>\n</html>\n'


def _question(article: Article) -> dict[str, object]:
    node: dict[str, object] = {
        "@type": "Question",
        "@id": f"{article.url}#{article.id}",
        "url": article.url,
        "name": _words(article.question),
        "about": {"@type": "Thing", "identifier": article.topic, "name": _words(article.topic_title)},
        "acceptedAnswer": {"@type": "Answer", "text": answer(article)},
    }
    more = {
        "position": article.order,
        "alternateName": [*map(_words, article.also_asked)] or None,
        "keywords": [*map(_words, article.tags)] or None,
    }
    return node | {key: value for key, value in more.items() if value is not None}


def _words(text: str) -> str:
    """Plain text; escaped where its readers, who take it for HTML, would miss a part of it."""
    return text if to_plain(text) == text else escape(text, quote=False)
