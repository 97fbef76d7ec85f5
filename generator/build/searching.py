"""The search of a project: an index for each language, asked on the command line or written for the site."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.build.project import Project
from generator.links import titles
from generator.links.target import Target, address_of
from generator.search import Document, Hit, Index, Searcher, build
from generator.search.explain import explain
from generator.site.searched import searched
from generator.site.shape import Shape

_MILLION = 1_000_000
_PAGE = "page:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A place that answers."""

    id: str
    """Of an entry, or `page:contact`."""
    heading: str
    """What the heading inside the answer says, where that answers better than the whole; or empty."""
    question: str
    short: str
    address: str
    language: str
    """The tag of the language that the words are in."""
    score: float
    reasons: Sequence[str]


def find(project: Project, lang: str, query: str, limit: int) -> list[Found]:
    """What the site's search finds in a language, best first."""
    shape = Shape(library=project.library, addresses=project.addresses)
    former = titles.names(project.live, project.published.titles)
    index = build(searched(shape, project.live, lang, former), project.tables[lang])
    return [_found(project, lang, index, hit, query) for hit in Searcher(index).search(query, limit)]


def _found(project: Project, lang: str, index: Index, hit: Hit, query: str) -> Found:
    document = index.documents[hit.document]
    heading = index.headings[hit.heading][1] if hit.heading is not None else None
    target = target_of(document)._replace(anchor=heading.anchor if heading else "")
    return Found(
        id=document.id,
        heading=heading.title if heading else "",
        question=document.title,
        short=document.short,
        address=project.addresses.absolute(address_of(target, lang, project.addresses)),
        language=document.lang or project.library.languages[lang].tag,
        score=hit.score / _MILLION,
        reasons=explain(index, hit, query),
    )


def target_of(document: Document) -> Target:
    """What a document is about."""
    name = document.id.removeprefix(_PAGE)
    return Target("entry" if name == document.id else "page", name)
