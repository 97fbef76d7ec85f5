"""Posts that others have already and that are not right any more, each with a ready correction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.content.library import Entry, Library
from generator.files import Tree
from generator.language import Language
from generator.social.base import base_path, parse_base
from generator.social.counting import fits
from generator.social.draft import Draft, draft_path
from generator.social.ledger import Ledger, Record
from generator.social.link_text import shown
from generator.social.network import Network
from generator.social.sources import ADDRESS, Change, changes, said_now
from generator.social.states import OUT


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """One post to correct."""

    record: Record
    question: str
    """As the post asked it."""
    changes: tuple[Change, ...]
    """What it said and what the entry says now; empty where the entry is gone."""
    link: str
    """Where the answer stands."""
    correction: str
    """To be posted, in the post's language."""


def recalls(
    drafts: Iterable[Draft], files: Tree, records: Ledger, library: Library, networks: Mapping[str, Network]
) -> list[Recall]:
    """Exported and published posts that used a field or fact which reads otherwise now, or whose entry is gone.

    By slot, as the ledger is. A post whose file was cleared away is found too: its base is kept. What a person wrote
    into a post by hand is not known to any entry, and so nothing is said about it.
    """
    there = {draft.id: draft for draft in drafts}
    spoken = {entry.lang for entry in library}
    found = []
    for record in records:
        draft = there.get(record.id)
        if (draft.state if draft else record.state) in OUT and record.language in spoken:
            one = _recall(record, draft, files, library, networks.get(record.network))
            found += [one] if one else []
    return found


def _recall(
    record: Record, draft: Draft | None, files: Tree, library: Library, network: Network | None
) -> Recall | None:
    content = files.get(base_path(draft_path(record.channel, record.entry, record.n)))
    base = parse_base(content) if content is not None else None
    if base is None or base.source_hash != record.source_hash or record.entry in library.unreadable:
        return None
    entry = library.by_id.get(record.entry, {}).get(record.language)
    found = _changes(base.used, entry, library)
    if entry and not found:
        return None
    question = base.used.get("question", "").replace("\n", " ") or (entry.question if entry else record.entry)
    link = draft.link if draft else base.used.get(ADDRESS, "")
    sentences = said_now(base.used, entry) if entry else ()
    words = " ".join(base.text.split())
    sentences = tuple(c for c in sentences if c.old in words) or sentences  # of the post rather than of its card
    text = correction(library.languages[record.language], question, sentences or found, link, network)
    return Recall(record=record, question=question, changes=found, link=link, correction=text)


def _changes(before: Mapping[str, str], entry: Entry | None, library: Library) -> tuple[Change, ...]:
    """An address that moved is no reason to call a post back: the old one still answers."""
    return tuple(c for c in changes(before, entry, library) if c.field != ADDRESS) if entry else ()


def correction(language: Language, question: str, changed: Sequence[Change], link: str, network: Network | None) -> str:
    """The longest correction that fits the network: old and new words, only the new, or only where the answer is."""
    texts = [_paragraphs(parts) for parts in _versions(language, question, changed, link, network)]
    if network:
        return next((text for text in texts if fits(text, network)), texts[-1])
    return texts[0]


def _paragraphs(parts: Sequence[str]) -> str:
    """Paragraphs, empty ones left out."""
    return "\n\n".join(part for part in parts if part)


def _versions(
    language: Language, question: str, changed: Sequence[Change], link: str, network: Network | None
) -> Iterator[tuple[str, ...]]:
    def say(key: str, **values: Any) -> str:  # noqa: ANN401 - say takes anything
        return language.say("posts", key, **values)

    opening = say("correction", question=question)
    where = link if network is None else shown(link, network)
    closing = say("current", link=where) if link else ""
    if not changed:
        yield opening, say("outdated"), closing
        yield opening, say("outdated")
        return
    both = [f"{say('wrote')} {c.old}\n" + (f"{say('now')} {c.new}" if c.new else say("dropped")) for c in changed]
    new = [f"{say('now')} {c.new}" for c in changed if c.new]
    yield opening, *both, closing
    if new:
        yield opening, *new, closing
    yield opening, closing


def as_text(found: Sequence[Recall]) -> str:
    """For people: a block a post, changes and the text to post."""
    return "\n\n".join("\n".join(_lines(one)) for one in found)


def _lines(one: Recall) -> Iterator[str]:
    record = one.record
    yield f"{record.slot:%Y-%m-%d %H:%M}  {record.channel}  {record.id}  {record.state}"
    yield from (f"  {change}" for change in one.changes)
    if not one.changes:
        yield "  its entry is gone"
    yield "  post this:"
    yield from (f"    | {line}".rstrip() for line in one.correction.split("\n"))


def as_data(found: Sequence[Recall]) -> list[dict[str, object]]:
    """For programs."""
    return [
        {
            "id": one.record.id,
            "state": one.record.state,
            "slot": one.record.slot.isoformat(),
            "channel": one.record.channel,
            "network": one.record.network,
            "language": one.record.language,
            "entry": one.record.entry,
            "link": one.link,
            "changes": [{"field": c.field, "old": c.old, "new": c.new} for c in one.changes],
            "correction": one.correction,
        }
        for one in found
    ]
