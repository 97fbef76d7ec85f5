"""What a change does for people: two states of a project held against each other, from its words to posts and cards.

Nothing here knows of Git, reads a file or paints a card.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

from generator import social
from generator.build import linking, posts
from generator.build.bench import Bench
from generator.build.card_words import KINDS
from generator.build.project import Project
from generator.build.wanted import Wanted, for_draft, for_pages
from generator.content import comparing as content
from generator.content.comparing import ADDED, CHANGED, REMOVED, Changes
from generator.links import comparing as links
from generator.links.comparing import AddressChange
from generator.links.reconcile import owed
from generator.problems import Problem, Severity
from generator.social import FOLLOWING, Change, Draft, Recall
from generator.social.moving import renamed
from generator.social.sources import FACT
from generator.social.standing import base_in

MOVED, STATE, STALE, RENAMED, GONE = "moved", "state", "stale", "renamed", "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftChange:
    """What became of one draft."""

    kind: str
    """`added`, `changed` (its words), `moved`, `state`, `removed`; `stale`: `faq plan` has to bring it up to date;
    `renamed`: it goes along with its renamed entry; `gone`: its entry is not there any more."""
    id: str
    channel: str
    language: str
    entry: str
    slot: datetime
    state: str
    detail: str = ""
    """Of `moved` and `state` what it was; of `changed` which parts; of `stale` what reads otherwise now; of `renamed`
    the entry's new id; of `gone` the language, where the entry is still there in others."""
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CardChange:
    """Cards of one entry or page and one kind that are new, look otherwise or are not needed any more."""

    kind: str
    entry: str
    """The id of an entry; `topic:orders` or `page:contact`."""
    card: str
    """What the card says: `qa`, `tip`, `cover` …"""
    languages: tuple[str, ...]
    files: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Everything that a change does."""

    words: Changes
    links: tuple[AddressChange, ...] = ()
    published: tuple[str, ...] = ()
    """Addresses that are new."""
    drafts: tuple[DraftChange, ...] = ()
    recalls: tuple[Recall, ...] = ()
    cards: tuple[CardChange, ...] = ()
    files: tuple[str, ...] = ()
    """Settings and data that changed and may concern every page."""
    users: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Fact that changed -> drafts to go out that say it."""
    unreadable: tuple[str, ...] = ()
    """What could not be read before or now, and is not compared."""
    errors: tuple[Problem, ...] = ()
    """What is wrong now and was not before."""

    @property
    def is_empty(self) -> bool:
        """Whether people would notice nothing."""
        words = self.words.entries or self.words.facts or self.words.texts or self.words.translations
        return not (
            words
            or self.links
            or self.published
            or self.drafts
            or self.recalls
            or self.cards
            or self.files
            or self.errors
        )


def compare(old: Project, new: Project, files: Sequence[str] = (), errors: Sequence[Problem] = ()) -> Review:
    """What leads from one state to the other; `files` are those that no part of a project stands for."""
    past, published = linking.current(old), new.published
    written = owed(new.live, published.lock, published.committed)
    promised = {**links.without_new(new.live, written, past), **past}
    words = content.compare(old.library, new.library)
    return Review(
        words=words,
        links=links.compare(old.live, new.live, promised),
        published=links.published(new.live, promised, past),
        drafts=tuple(_drafts(old, new)),
        recalls=tuple(_recalls(old, new)),
        cards=tuple(_cards(old, new)),
        files=tuple(sorted(files)),
        users=_users(new, {fact.name for fact in words.facts}),
        unreadable=tuple(sorted(old.library.unreadable | new.library.unreadable)),
        errors=tuple(errors),
    )


def brought(before: Iterable[Problem], now: Iterable[Problem]) -> tuple[Problem, ...]:
    """Errors that were not there before, wherever in its file each stands."""
    known = Counter(map(_what, set(before)))
    found = []
    for problem in sorted({one for one in now if one.severity is Severity.ERROR}):
        known[_what(problem)] -= 1
        found += [problem] if known[_what(problem)] < 0 else []
    return tuple(found)


def _what(problem: Problem) -> tuple[str, str, str]:
    return problem.place.path, problem.code, problem.message


def _users(project: Project, facts: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Which drafts say these facts, by what each took from its entry."""
    found: dict[str, list[str]] = {}
    for draft in project.drafts if facts else ():
        base = base_in(project.draft_files, draft, project.text_hashes.get(draft.id, ""))
        used = {name.removeprefix(FACT) for name in (base.used if base else ()) if name.startswith(FACT)}
        for fact in used & set(facts) if draft.state in FOLLOWING else ():
            found.setdefault(fact, []).append(draft.id)
    return {fact: tuple(ids) for fact, ids in found.items()}


def _drafts(old: Project, new: Project) -> Iterator[DraftChange]:
    """By time; one that is stale and changed in another way is told as stale, since somebody has to do something."""
    before, now = {draft.id: draft for draft in old.drafts}, {draft.id: draft for draft in new.drafts}
    was_stale, is_stale, heirs = old.stale, new.stale, renamed(new.library)
    found = []
    for id_, draft in now.items():
        if id_ in is_stale and is_stale[id_] != was_stale.get(id_):
            found.append(_change(STALE, draft, changes=is_stale[id_]))
        elif _lost_entry(draft, old, new):
            heir = heirs.get(draft.entry, "")
            elsewhere = draft.language if draft.entry in new.library.by_id else ""
            found.append(_change(RENAMED if heir else GONE, draft, heir or elsewhere))
        elif id_ not in before:
            found.append(_change(ADDED, draft))
        elif kind := _kind(before[id_], draft):
            found.append(_change(kind, draft, _detail(kind, before[id_], draft)))
    found += [_change(REMOVED, draft) for id_, draft in before.items() if id_ not in now and not _is_there(draft, new)]
    yield from sorted(found, key=lambda one: (one.slot.timestamp(), one.id))


def _lost_entry(draft: Draft, old: Project, new: Project) -> bool:
    """Whether a draft that is still to go out had an entry in its language and has none now."""
    if draft.state not in FOLLOWING or draft.entry in new.library.unreadable:
        return False
    there, here = (project.library.by_id.get(draft.entry, {}) for project in (old, new))
    return draft.language in there and draft.language not in here


def _is_there(draft: Draft, project: Project) -> bool:
    """Whether its file is still there and only cannot be read."""
    return social.draft_path(draft.channel, draft.entry, draft.n) in project.draft_files


def _kind(before: Draft, now: Draft) -> str:
    if social.text_hash(before) != social.text_hash(now):
        return CHANGED
    if before.slot != now.slot:
        return MOVED
    return STATE if before.state != now.state else ""


def _detail(kind: str, before: Draft, now: Draft) -> str:
    if kind == CHANGED:
        parts = [name for name in ("text", "alt", "slides", "poll") if getattr(before, name) != getattr(now, name)]
        return ", ".join(parts + ([f"{before.state} → {now.state}"] if before.state != now.state else []))
    return before.state if kind == STATE else f"{before.slot:%Y-%m-%d %H:%M}"


def _change(kind: str, draft: Draft, detail: str = "", changes: tuple[Change, ...] = ()) -> DraftChange:
    return DraftChange(
        kind=kind,
        id=draft.id,
        channel=draft.channel,
        language=draft.language,
        entry=draft.entry,
        slot=draft.slot,
        state=draft.state,
        detail=detail or "; ".join(map(str, changes)),
        changes=changes,
    )


def _recalls(old: Project, new: Project) -> Iterator[Recall]:
    """Posts that have to be corrected from this change on, or otherwise than before it."""
    known = {one.record.id: one.changes for one in posts.recalls(old)}
    heirs = renamed(new.library)
    for one in posts.recalls(new):
        only_renamed = not one.changes and one.record.entry in heirs
        if known.get(one.record.id) != one.changes and not only_renamed:
            yield one


_Key: TypeAlias = tuple[str, str, str, str, str, str]
"""Entry, card, language, size, file format, and which page of a carousel."""


def _cards(old: Project, new: Project) -> Iterator[CardChange]:
    """None where a data file of cards or the entry is broken: then nobody knows what they would look like."""
    if any(not project.card_files.keys() >= set(KINDS) for project in (old, new)):
        return
    before, now = _made_of(old), _made_of(new)
    groups: dict[tuple[str, str, str], list[_Key]] = {}
    unreadable = old.library.unreadable | new.library.unreadable
    for key in dict.fromkeys([*now, *before]):
        was, is_ = before.get(key, frozenset()), now.get(key, frozenset())
        if was != is_ and key[0] not in unreadable:
            kind = ADDED if was <= is_ else REMOVED if is_ <= was else CHANGED
            groups.setdefault((kind, key[0], key[1]), []).append(key)
    for (kind, entry, card), keys in groups.items():
        languages = tuple(dict.fromkeys(key[2] for key in keys))
        yield CardChange(kind=kind, entry=entry, card=card, languages=languages, files=len(keys))


def _made_of(project: Project) -> dict[_Key, frozenset[str]]:
    """Card -> digests of all that it is made of; several posts may have a card of one name."""
    bench = Bench(project)
    found: dict[_Key, set[str]] = {}
    for want in _wanted(project):
        if want.size in project.canvases:
            page = want.pages[0].number if len(want.pages) == 1 else ""
            key = want.entry, want.says or want.kind, want.lang, want.size, want.image_format, page
            found.setdefault(key, set()).add(bench.task(want).made_of)
    return {key: frozenset(digests) for key, digests in found.items()}


def _wanted(project: Project) -> Iterable[Wanted]:
    """Previews of pages and pictures of posts."""
    yield from for_pages(project)
    for draft in project.drafts:
        yield from for_draft(project, draft)
