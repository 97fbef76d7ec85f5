"""What of the entries a format has no place for, told once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Final

from generator.exchange.article import Article
from generator.problems import Place, Problem, Severity

FIELDS: Final = ("id", "language", "topic", "short", "also_asked", "order", "tags", "outdated")
"""What a format may hold or not; it holds questions and answers."""
_NAMES: Final = {
    "id": "our ids",
    "language": "which answers are translations of each other",
    "topic": "topics",
    "also_asked": "other ways to ask",
    "short": "short answers",
    "outdated": "that a translation is outdated",
}


def losses(name: str, articles: Sequence[Article], holds: Collection[str]) -> list[Problem]:
    """AA544: what some article has and the file will not, with how many have it; most frequent first."""
    missing = [field for field in FIELDS if field not in holds]
    times = Counter(_NAMES.get(field, field) for article in articles for field in missing if _has(article, field))
    times.update(key for article in articles for key in article.only_here)
    if not times:
        return []
    (what, many), *others = times.most_common()
    answers = "1 answer" if len(articles) == 1 else f"{len(articles)} answers"
    rest = "".join(f", {other} ({number})" for other, number in others)
    message = f"not in the file: {what} ({many} of {answers}){rest}"
    hint = "the format has no place for it; keep these files, and do not import the other system's over them"
    return [Problem(Place(f"exports/{name}"), "AA544", message, hint, Severity.WARNING)]


def _has(article: Article, field: str) -> bool:
    """Whether something would be lost; ids and topics always would."""
    if field == "language":
        return not article.is_source
    if field == "order":
        return article.order is not None
    return bool(getattr(article, field))
