"""What is posted of which answers, in which languages: what went out by the ledger, and what is planned."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from generator.build.project import Project
from generator.desk import DeskCoverage, DeskSum
from generator.social import FOLLOWING, OUT

Counts = dict[str, tuple[int, int]]
"""Language -> posts that went out, and planned ones."""


def coverage(project: Project) -> DeskCoverage:
    """Over all entries of the site and all languages that some channel posts in."""
    library = project.library
    posted = {channel.language for channel in library.settings.posts}
    languages = [code for code in library.languages if code in posted]
    entries: dict[str, Counts] = {
        id_: {code: (0, 0) for code in languages if code in library.by_id[id_]}
        for ids in library.by_topic.values()
        for id_ in ids
    }
    for (entry, language), counts in _posts(project).items():
        if entry in entries and language in entries[entry]:
            entries[entry][language] = counts
    topics = [_sum(id_, [entries[entry].values() for entry in ids]) for id_, ids in library.by_topic.items()]
    topics.sort(key=lambda topic: -(topic.sent + topic.planned))
    sums = [_sum(code, [[of[code]] for of in entries.values() if code in of]) for code in languages]
    return DeskCoverage(languages=sums, topics=topics, entries=entries)


def _posts(project: Project) -> dict[tuple[str, str], tuple[int, int]]:
    """(Entry, language) -> what went out, also of files that were cleared away since, and what is planned."""
    states = {record.id: (record.entry, record.language, record.state) for record in project.ledger}
    states |= {draft.id: (draft.entry, draft.language, draft.state) for draft in project.drafts}
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for entry, language, state in states.values():
        sent, planned = found.get((entry, language), (0, 0))
        found[entry, language] = sent + (state in OUT), planned + (state in FOLLOWING)
    return found


def _sum(id_: str, entries: Sequence[Collection[tuple[int, int]]]) -> DeskSum:
    """Of entries, each with its counts in some languages."""
    sums = [(sum(sent for sent, _ in counts), sum(planned for _, planned in counts)) for counts in entries]
    return DeskSum(
        id=id_,
        entries=len(entries),
        silent=sums.count((0, 0)),
        sent=sum(sent for sent, _ in sums),
        planned=sum(planned for _, planned in sums),
    )
