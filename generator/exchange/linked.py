"""Links between entries, which are absolute in an article, in the form that another system has for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from generator.content.importers.answers import relinked
from generator.exchange.article import Article


class Links:
    """Knows the addresses of all entries of an export, in every language."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.ids = {article.id for article in articles}
        base = next((_base(article) for article in articles), "")
        self.pattern = re.compile(
            rf"{re.escape(base)}(?:[a-z]{{2,3}}(?:-[A-Z][a-z]{{3}})?/)?q/(?P<id>[^/#]+)/(?P<anchor>#.*)?"
        )

    def relinked(self, text: str, written: Callable[[str, str], str | None]) -> str:
        """Markdown whose links to entries of this export are what `written(id, "#heading")` says."""

        def change(target: str) -> str | None:
            found = self.pattern.fullmatch(target)
            return written(found["id"], found["anchor"] or "") if found and found["id"] in self.ids else None

        return relinked(text, change)


def _base(article: Article) -> str:
    """Where the site is."""
    home = article.url.removesuffix(f"q/{article.id}/")
    return home if article.is_source else home.removesuffix(f"{article.lang}/")
