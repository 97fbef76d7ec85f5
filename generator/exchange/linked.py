"""Links between entries, which are absolute in an article, as links from one Markdown file to another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.content.importers.addresses import of_entries
from generator.content.importers.answers import relinked
from generator.exchange.article import Article
from generator.exchange.markdown_pages import stem


class Links:
    """Knows the addresses of all entries of an export, in every language, and their files: `<topic>/<id>.md`."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.homes = {article.id: article.topic for article in articles}
        base = next((_base(article) for article in articles), "")
        self.pattern = of_entries(re.escape(base))

    def between_files(self, article: Article, *, from_root: bool = False) -> str:
        """An article's Markdown whose links to entries of this export lead to their files.

        They begin at the folder of all pages with `from_root`, else at the page's own.
        """

        def change(target: str) -> str | None:
            found = self.pattern.fullmatch(target)
            home = self.homes.get(found["id"]) if found else None
            if found is None or home is None:
                return None
            folder = f"/{home}/" if from_root else "" if home == article.topic else f"../{home}/"
            return f"{folder}{stem(found['id'])}.md{found['anchor'] or ''}"

        return relinked(article.body, change)


def _base(article: Article) -> str:
    """Where the site is."""
    home = article.url.removesuffix(f"q/{article.id}/")
    return home if article.is_source else home.removesuffix(f"{article.lang}/")
