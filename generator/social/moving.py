"""Drafts whose entry was renamed go along with it; draft files that a person moved or copied are understood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.content.library import Library
from generator.files import Tree
from generator.problems import Problem, Severity
from generator.social.base import base_path
from generator.social.draft import FOLDER, Draft, draft_id, draft_path, place
from generator.social.folder import read_draft, rewrite
from generator.social.ledger import Ledger, Record, ledger


def follow(files: Tree, records: Ledger, library: Library) -> tuple[dict[str, bytes], Ledger, list[Problem]]:
    """Folder and ledger with every draft of a renamed entry under the entry's present name (AA346 for each file).

    History goes along too, so that an entry is not posted again at once because it has another name. Where the name
    has drafts already the next free number is taken. Links in texts are left to the merge that follows.
    """
    heirs = renamed(library)
    if not any(one.entry in heirs for one in records):
        return dict(files), records, []
    tree = dict(files)
    last: dict[tuple[str, str], int] = {}
    for one in records:
        last[one.channel, one.entry] = max(one.n, last.get((one.channel, one.entry), 0))
    kept: list[Record] = []
    problems: list[Problem] = []
    for one in records:
        heir = heirs.get(one.entry)
        if heir is None:
            kept.append(one)
            continue
        n = one.n if (one.channel, heir) not in last else last[one.channel, heir] + 1
        last[one.channel, heir] = n
        kept.append(replace(one, id=draft_id(one.channel, heir, n), entry=heir, n=n))
        problems += _move(tree, one, kept[-1])
    return tree, ledger(kept), problems


def _move(tree: dict[str, bytes], old: Record, new: Record) -> list[Problem]:
    here, there = (draft_path(one.channel, one.entry, one.n) for one in (old, new))
    base = tree.pop(base_path(here), None)
    if base is not None:
        tree[base_path(there)] = base
    path = here if here in tree else there  # a person may have moved the file already
    draft = read_draft(path, tree[path])[0] if path in tree else None
    if draft is None:
        return []
    content = rewrite(tree.pop(path), draft, replace(draft, id=new.id, entry=new.entry, n=new.n))
    tree[there] = content
    message = f"the entry '{old.entry}' is called '{new.entry}' now; its draft '{old.id}' is '{new.id}'"
    return [Problem(place(replace(draft, entry=new.entry, n=new.n)), "AA346", message, "", Severity.WARNING)]


def renamed(library: Library) -> Mapping[str, str]:
    """Former id -> id, for entries that were renamed; a former name that is in use again is nobody's."""
    found: dict[str, str] = {}
    for id_, by_lang in library.by_id.items():
        for entry in by_lang.values():
            found |= {alias: id_ for alias in entry.meta.aliases if "#" not in alias and alias not in library.by_id}
    return found


def strays(drafts: Iterable[Draft], library: Library) -> list[Problem]:
    """AA341 for files that call themselves by another id than their path does."""
    drafts = tuple(drafts)
    heirs = renamed(library)
    there = {draft.id for draft in drafts if draft.named in {"", draft.id}}
    return [
        _stray(draft, there)
        for draft in drafts
        if draft.named and draft.named != draft.id and not _went_along(draft, heirs)
    ]


def _went_along(draft: Draft, heirs: Mapping[str, str]) -> bool:
    """Whether a person gave the file the entry's new name before the machine did."""
    former = (old for old, new in heirs.items() if new == draft.entry)
    return any(draft.named == draft_id(draft.channel, old, draft.n) for old in former)


def _stray(draft: Draft, there: set[str]) -> Problem:
    if draft.named in there:
        message = f"this file is a copy of the draft '{draft.named}'"
        hint = "delete it; 'faq plan' gives an entry another post when its turn comes"
        return Problem(place(draft), "AA341", message, hint)
    channel, rest = draft.named.partition(".")[::2]
    if channel != draft.channel.lower():
        message = f"this file is the draft '{draft.named}', which is written for the channel '{channel}'"
        hint = f"move it back to {FOLDER}/{channel}/; the other channel gets its own text from 'faq plan'"
    else:
        message = f"this file is the draft '{draft.named}' under another name"
        hint = f"call it {rest}.md again; the text inside may be anything"
    return Problem(place(draft), "AA341", message, hint)
