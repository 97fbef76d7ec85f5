"""The bodies that helpdesks' programming interfaces give and take for their articles, as JSON."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Sequence
from typing import Any, Final

from generator.content.importers.code_in_tables import escaped
from generator.exchange.article import Article, answer
from generator.exchange.grouping import by_question, topics
from generator.exchange.inert import inert
from generator.files import Tree

_SCRIPT: Final = re.compile(r"-[A-Z][a-z]{3}\b")
_KEPT_AS: Final = {ord(sign): f"&#{ord(sign)};" for sign in "\"'&<>"}
"""phpMyFAQ keeps texts without HTML with these as entities."""
_NOBODY: Final = "nobody@example.invalid"
"""phpMyFAQ refuses a whole table for one row without an e-mail address."""


def zendesk(articles: Sequence[Article]) -> Tree:
    """`help_center.json`: sections and articles, each with its translations."""
    sections = [
        {"id": topic, "locale": _locale(rows[0]), "name": rows[0].topic_title} for topic, rows in topics(articles)
    ]
    names = [
        {"source_id": topic, "source_type": "Section", "locale": _locale(row), "title": row.topic_title}
        for topic, rows in topics(articles)
        for row in rows[1:]
    ]
    made = [_zendesk(several) for several in by_question(articles)]
    return _json("help_center.json", {"sections": sections, "translations": names, "articles": made})


def _zendesk(several: Sequence[Article]) -> dict[str, Any]:
    first = several[0]
    return {
        "id": first.id,
        "section_id": first.topic,
        "locale": _locale(first),
        "source_locale": _locale(first),
        "position": first.order or 0,
        "label_names": list(first.tags),
        "title": first.question,
        "body": answer(first),
        "html_url": first.url,
        "translations": [
            {
                "locale": _locale(row),
                "title": row.question,
                "body": answer(row),
                "outdated": row.outdated,
                "html_url": row.url,
            }
            for row in several
        ],
    }


def freshdesk(articles: Sequence[Article]) -> Tree:
    """`solutions.json`: folders and articles, a row for each language."""
    folders = [
        {"id": topic, "language": row.tag, "name": row.topic_title, "visibility": 1}
        for topic, rows in topics(articles)
        for row in rows
    ]
    made = [
        {
            "id": row.id,
            "folder_id": row.topic,
            "language": row.tag,
            "title": row.question,
            "description": answer(row),
            "type": 1,
            "status": 2,
            "tags": list(row.tags),
            "seo_data": {"meta_title": row.question, "meta_description": row.short},
        }
        for row in articles
    ]
    return _json("solutions.json", {"folders": folders, "articles": made})


def chatwoot(articles: Sequence[Article]) -> Tree:
    """`articles.json`: a row for each language; translations name the number of the row they are made from."""
    numbers = {(row.id, row.lang): number for number, row in enumerate(articles, 1)}
    first = {several[0].id: numbers[several[0].id, several[0].lang] for several in by_question(articles)}
    made = [_chatwoot(row, numbers[row.id, row.lang], first[row.id]) for row in articles]
    return _json("articles.json", {"payload": made})


def _chatwoot(row: Article, number: int, first: int) -> dict[str, Any]:
    made: dict[str, Any] = {
        "id": number,
        "slug": row.id if number == first else f"{row.id}-{row.tag.lower()}",
        "locale": row.tag.replace("-", "_"),
        "category": {"slug": row.topic, "name": row.topic_title, "locale": row.tag.replace("-", "_")},
        "title": row.question,
        "description": row.short,
        "content": escaped(inert(row.body)) or row.short,
        "status": "published",
        "meta": {"title": row.question, "description": row.short, "tags": list(row.tags)},
    }
    made |= {} if row.order is None else {"position": row.order}
    return made if number == first else {**made, "associated_article_id": first}


def phpmyfaq(articles: Sequence[Article]) -> Tree:
    """`export.json`, as phpMyFAQ writes it: questions have numbers, answers are HTML that is escaped once more."""
    numbers = {several[0].id: number for number, several in enumerate(by_question(articles), 1)}
    rows = [
        {
            "faq": {
                "id": numbers[row.id],
                "language": _phpmyfaq(row.tag),
                "category": row.topic_title.translate(_KEPT_AS),
                "keywords": ", ".join(row.tags).translate(_KEPT_AS),
                "question": row.question.translate(_KEPT_AS),
                "answer": html.escape(answer(row)),
                "author": row.site,
            }
        }
        for row in articles
    ]
    return _json("export.json", rows)


def phpmyfaq_csv(articles: Sequence[Article]) -> Tree:
    """`import.csv` for phpMyFAQ's import, without a header; `categories.csv` says which number is which topic."""
    numbers = {topic: number for number, (topic, _) in enumerate(topics(articles), 1)}
    rows = [
        (
            str(numbers[row.topic]),
            row.question,
            answer(row),
            ",".join(row.tags),
            _phpmyfaq(row.tag),
            row.site,
            row.email or _NOBODY,
            "true",
            "false",
        )
        for row in articles
    ]
    named = [(str(numbers[topic]), rows_[0].topic_title) for topic, rows_ in topics(articles)]
    return {"import.csv": _csv(rows), "categories.csv": _csv([("category", "topic"), *named])}


def _phpmyfaq(tag: str) -> str:
    """A language's code without a script, which phpMyFAQ's list of languages does not have: `sr`."""
    return _SCRIPT.sub("", tag).lower()


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def _json(name: str, data: object) -> Tree:
    return {name: (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()}


def _locale(row: Article) -> str:
    """Zendesk's are in lower case."""
    return row.tag.lower()
