"""What people ask, set against the entries of a project."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.build import searching
from generator.build.project import Project
from generator.demand import Question
from generator.demand.gaps import gaps
from generator.demand.matching import match, ways_to_ask
from generator.demand.phrasings import proposals
from generator.demand.report import Report, report
from generator.meaning.embedders import Embedder
from generator.search.documents import documents
from generator.site import visible
from generator.social.moving import renamed

if TYPE_CHECKING:
    from generator.meaning.space import Space


def asked(project: Project, questions: Iterable[Question], embed: Embedder | None = None) -> Report:
    """The demand of a log. Entries that it names by a former id count for whom they are now, unknown ones not.

    With an embedding model, what questions mean counts beside their words.
    """
    library = project.library
    ids = {id_: id_ for id_ in library.by_id} | dict(renamed(library))
    known = [replace(question, entry=ids.get(question.entry, "")) for question in questions]
    names = searching.names(project)
    shown = {lang: documents(project.live, lang, names, visible.words) for lang in library.languages}
    space = _space(embed)
    found = match(known, shown, project.tables, space)
    written = {lang: shown[lang] for lang in library.settings.languages}
    topics = {id_: entry.topic for id_, by_lang in library.by_id.items() for entry in by_lang.values()}
    return replace(
        report(known, found),
        gaps=gaps(known, found, topics, project.tables, space, ways_to_ask(shown)),
        also_asked=proposals(known, found, written, project.tables),
    )


def _space(embed: Embedder | None) -> Space | None:
    if embed is None:
        return None
    from generator.meaning.space import Space  # noqa: PLC0415 - needs what only a model brings

    return Space(embed)
