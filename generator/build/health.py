"""What an FAQ lacks and what in it grows old: gaps, reviews by who has to make them, and what nobody uses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.build import searching, status
from generator.build.project import Project
from generator.content.checked import unused_facts
from generator.content.library import Entry, Library
from generator.social import OUT
from generator.social.moving import renamed


@dataclass(frozen=True, slots=True)
class Text:
    """An entry in one language, and its file."""

    id: str
    lang: str
    path: str


@dataclass(frozen=True, slots=True)
class Review:
    """A review that somebody has to make."""

    id: str
    owner: str
    """A team; empty where nobody answers for the entry."""
    state: str
    """`overdue`, `edited` (the last one is void since), `due` soon, or `never` made."""
    on: date | None
    """By when; of an edited one the day of the void review, of one never made none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """What editors should see to; everything in the site's order, reviews by owner and day."""

    entries: int
    no_short: tuple[Text, ...]
    missing: tuple[status.Row, ...]
    """Translations that nobody wrote."""
    behind: tuple[status.Row, ...]
    """Translations that do not say what their source says now."""
    no_owner: tuple[str, ...]
    reviews: tuple[Review, ...]
    unreviewed: tuple[Text, ...]
    """Translations that nobody read, in languages of which somebody read some."""
    unused_facts: tuple[str, ...]
    never_posted: tuple[str, ...] | None
    """Of those that may be posted; None where there are no channels."""
    never_flagged: tuple[str, ...] | None
    """Entries to which no agent noted a customer's words; None where nobody notes any."""
    never_asked: tuple[str, ...] | None = None
    """Entries that nobody asked for in the log that was kept; None where none was."""
    not_found: tuple[searching.Lost, ...] | None = None
    """Entries that the site's search does not find first by their own words; None where it was not asked."""
    answers: int = 0
    """Answers of colleagues in the log that was kept."""
    linked: int = 0
    """Of them with a link to the FAQ."""


def health(project: Project, today: date, days: int, *, find: bool = False) -> Health:
    """How an FAQ does on a day; reviews that fall due within so many days are told of, too.

    With `find` the site's search is asked for every question, which takes a moment.
    """
    library = project.library
    source = library.settings.source
    rows = status.rows(library, library.settings.languages[1:])
    sources = [by_lang[source] for by_lang in library.by_id.values() if source in by_lang]
    asked, kept = project.demand, project.asked
    flagged = _now(library, (flag.entry for flag in project.flags))
    texts = [entry for entry in library if entry.lang in library.settings.languages]
    return Health(
        entries=len(sources),
        no_short=tuple(Text(entry.id, entry.lang, entry.path) for entry in texts if not entry.short),
        missing=tuple(row for row in rows if row.state == "missing"),
        behind=tuple(row for row in rows if row.state in status.WAITING and row.state != "missing"),
        no_owner=tuple(entry.id for entry in sources if not library.owner(entry)),
        reviews=tuple(_reviews(sources, library, today, days)),
        unreviewed=tuple(_unreviewed(texts, library)),
        unused_facts=tuple(name for name, _ in unused_facts(library)),
        never_posted=_never_posted(project, sources) if library.settings.posts else None,
        never_flagged=tuple(e.id for e in sources if e.id not in flagged) if project.flags else None,
        never_asked=tuple(e.id for e in sources if e.id not in asked) if asked or kept else None,
        not_found=tuple(_not_found(project)) if find else None,
        answers=kept.answers if kept else 0,
        linked=kept.linked if kept else 0,
    )


def _not_found(project: Project) -> Iterator[searching.Lost]:
    """In the languages that texts are written in: a script made from another finds the same."""
    return (lost for lang in project.library.settings.languages for lost in searching.lost(project, lang))


def _reviews(sources: Sequence[Entry], library: Library, today: date, days: int) -> list[Review]:
    """By owner; of each first what is overdue, the oldest first, at the end what was never reviewed."""
    found = []
    for entry in sources:
        if state := _state(entry, today, today + timedelta(days=days)):
            on = entry.meta.voided if state == "edited" else entry.meta.due
            found.append(Review(entry.id, library.owner(entry), state, on))
    return sorted(found, key=lambda one: (one.owner, one.state == "never", one.on or date.max))


def _state(entry: Entry, today: date, horizon: date) -> str:
    meta = entry.meta
    if meta.voided:
        return "edited"
    if not meta.reviewed:
        return "never"
    if meta.is_due(today):
        return "overdue"
    return "due" if meta.due and meta.due <= horizon else ""


def _unreviewed(texts: Sequence[Entry], library: Library) -> Iterator[Text]:
    source = library.settings.source
    read = {review.language for review in library.reviews} - {source}
    return (
        Text(entry.id, entry.lang, entry.path)
        for entry in texts
        if entry.lang in read and (entry.id, entry.lang) not in library.holding
    )


def _never_posted(project: Project, sources: Sequence[Entry]) -> tuple[str, ...]:
    library = project.library
    spoken = {channel.language for channel in library.settings.posts}
    posted = _now(library, (record.entry for record in project.ledger if record.state in OUT))
    return tuple(
        entry.id
        for entry in sources
        if entry.id not in posted and not entry.meta.skip_posts and spoken & library.by_id[entry.id].keys()
    )


def _now(library: Library, names: Iterator[str]) -> frozenset[str]:
    """What entries are called today."""
    heirs = renamed(library)
    return frozenset(heirs.get(name, name) for name in names)
