"""The formats by name, and what is told of each export."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeAlias

from generator.content.schema.exchange import ExchangeFile
from generator.exchange import details, docusaurus, helpdesks, jsonld, markdown, mkdocs, neutral, table
from generator.exchange.article import Article
from generator.exchange.losses import losses
from generator.files import Tree
from generator.problems import Place, Problem, Severity

Writer: TypeAlias = Callable[[Sequence[Article]], Tree]
"""Articles, in order of topics -> files by path."""

WRITERS: Final[Mapping[str, Writer]] = {
    "chatwoot_articles": helpdesks.chatwoot,
    "csv": table.write,
    "docusaurus": docusaurus.write,
    "freshdesk_articles": helpdesks.freshdesk,
    "html": details.write,
    "jsonld": jsonld.write,
    "markdown": markdown.write,
    "mkdocs": mkdocs.write,
    "neutral": neutral.write,
    "phpmyfaq": helpdesks.phpmyfaq,
    "phpmyfaq_csv": helpdesks.phpmyfaq_csv,
    "zendesk_articles": helpdesks.zendesk,
}


def write(name: str, spec: ExchangeFile, articles: Sequence[Article]) -> tuple[Tree, list[Problem]]:
    """Files below `<name>/`; what the format has no place for, and what nobody has seen of it, is told."""
    if not articles:
        hint = "write entries, or choose other languages"
        return {}, [Problem(Place("faq"), "AA503", "there are no answers to export", hint)]
    tree = WRITERS[name](articles)
    problems = losses(name, articles, spec.holds)
    if spec.unverified:
        message = f"this format is not verified: {spec.unverified}"
        hint = "import the file into a trial account first"
        problems.append(Problem(Place(f"exports/{name}"), "AA519", message, hint, Severity.WARNING))
    return {f"{name}/{path}": content for path, content in sorted(tree.items())}, problems
