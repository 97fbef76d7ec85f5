"""Export the whole FAQ for another system."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from generator.build.exporting import Exported
from generator.build.project import Project
from generator.content.library import Entry
from generator.content.markup import headings, links
from generator.content.meta import UNSAID
from generator.content.schema.exchange import ExchangeFile
from generator.exchange import Article, write
from generator.files import read_tree
from generator.problems import Problem
from generator.site import visible
from generator.site.shape import Shape

_ID = re.compile(r'(?P<tag><h[1-6]) id="(?P<id>[^"<>]*)"')

_LATIN_THEMES = {"sr-Latn": "sh"}
"""Material has Serbian in Latin letters under the code of Serbo-Croatian."""


def for_system(
    project: Project, name: str, spec: ExchangeFile, *, languages: Sequence[str] = ()
) -> tuple[Exported, list[Problem]]:
    """The files of one format, and those of an earlier export that it no longer has; nothing is noted anywhere."""
    wanted = languages or tuple(project.library.settings.languages)
    made, problems = write(name, spec, list(articles(project, wanted, html=spec.html)))
    if not made:
        return Exported(), problems
    gone = {f"{name}/{path}" for path in read_tree(project.root / "build" / "exports" / name)} - made.keys()
    return Exported(files={**made, **dict.fromkeys(sorted(gone))}), problems


def articles(project: Project, languages: Collection[str], *, html: bool = False) -> Iterator[Article]:
    """By topic, order and id, then by language; only words that somebody wrote in that language."""
    shape = Shape(library=project.library, addresses=project.addresses)
    for entry in project.library:
        if entry.lang in languages:
            article = _article(entry, shape, html=html)
            yield replace(article, html=_as_html(article.body)) if html else article


def _as_html(body: str) -> str:
    """As the site shows it, but that headings have the ids only that somebody wrote."""
    written = {id_ for id_, _ in headings(body) if id_}
    made = visible.html(body)
    return _ID.sub(lambda found: found[0] if found["id"] in written else found["tag"], made)


def _article(entry: Entry, shape: Shape, *, html: bool) -> Article:
    library, addresses = shape.library, shape.addresses
    state = library.standing.get((entry.id, entry.lang))
    here = addresses.entry(entry.id, entry.lang)
    meta, language = entry.meta, library.languages[entry.lang]
    only_here = {
        "owner": meta.owner,
        "reviews": meta.reviewed or meta.review_every,
        "facts by name": entry.facts,
        "words for posts": any(entry.written_posts),
        "season": meta.season,
        "notes for agents": meta.note,
        "former ids": meta.aliases or meta.replaces or meta.moved,
        "former addresses": entry.was,
        "pictures": html and any(link.picture for link in links(entry.body)),
    }
    return Article(
        id=entry.id,
        lang=entry.lang,
        tag=language.tag,
        language=language.name,
        theme=_LATIN_THEMES.get(language.tag, language.theme),
        is_source=entry.lang == library.settings.source,
        topic=entry.topic,
        topic_title=library.topic_title(entry.topic, entry.lang),
        question=entry.question,
        short=entry.short,
        body=shape.portable(entry.body, entry.lang, here),
        site=library.settings.name,
        email=library.settings.email,
        order=None if meta.order == UNSAID.order else meta.order,
        also_asked=entry.also_asked,
        tags=meta.tags,
        outdated=state is not None and state.standing in {"major", "ungraded"},
        url=addresses.absolute(here),
        place=entry.place(),
        only_here=tuple(key for key, value in only_here.items() if value),
    )
