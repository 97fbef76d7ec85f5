"""What of the entries a format has no place for, told once for each kind."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from generator.exchange.article import Article
from generator.problems import Place, Problem, Severity

FIELDS: Final = ("id", "language", "topic", "short", "also_asked", "order", "tags", "outdated")
"""What a format may hold or not; it holds questions and answers."""
_NAMES: Final = {
    "also_asked": "other ways to ask",
    "short": "short answers",
    "outdated": "that a translation is outdated",
}


def losses(name: str, articles: Sequence[Article], holds: Collection[str]) -> list[Problem]:
    """AA544 for each field that some article has and the file will not."""
    problems = []
    for field in FIELDS:
        if field not in holds:
            having = [article for article in articles if _has(article, field)]
            problems += _told(name, _NAMES.get(field, field), having)
    only = dict.fromkeys(key for article in articles for key in article.only_here)
    for key in only:
        problems += _told(name, key, [article for article in articles if key in article.only_here])
    return problems


def _has(article: Article, field: str) -> bool:
    """Whether something would be lost; ids and topics always would."""
    if field == "language":
        return not article.is_source
    if field == "order":
        return article.order is not None
    return bool(getattr(article, field))


def _told(name: str, what: str, having: Sequence[Article]) -> list[Problem]:
    if not having:
        return []
    many = "1 entry" if len(having) == 1 else f"{len(having)} entries"
    message = f"not in the file: {what} of {many}, first of '{having[0].id}' ({having[0].lang})"
    hint = "the format has no place for it; keep these files, and do not import the other system's over them"
    return [Problem(Place(f"exports/{name}"), "AA544", message, hint, Severity.WARNING)]
