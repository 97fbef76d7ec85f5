"""A plan into the folder of drafts: what nobody touched follows its entry, what a person wrote stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.files import Tree
from generator.problems import Place, Problem, Severity
from generator.social.approvals import broken, seal, transition_fault
from generator.social.base import Base, base_of, base_path, format_base, read_base
from generator.social.draft import Draft, draft_path, place, text_hash
from generator.social.folder import format_draft, read_draft, rewrite
from generator.social.ledger import PATH as LEDGER_PATH
from generator.social.ledger import Ledger, Record, ledger, record
from generator.social.merging import merge, merge_slides
from generator.social.moments import format_slot
from generator.social.polls import merge_poll
from generator.social.sources import Change
from generator.social.states import FOLLOWING, OPEN_STATES


def write_drafts(
    drafts: Iterable[Draft], files: Tree, records: Ledger, stale: Mapping[str, Sequence[Change]] | None = None
) -> tuple[dict[str, bytes], Ledger, list[Problem]]:
    """The folder of drafts and the ledger after a plan; nothing a person wrote is lost.

    A new draft is written, and beside it the base of later merges. One that is there is merged sentence by sentence;
    state, card and reason stay, so does a slot that a person chose. Where both changed a sentence both forms stand
    there and the draft is in review (AA344). What is approved changes only when it is in `stale` (for None: whenever
    it would read otherwise), and is in review then (AA309). Exported and published drafts are history. One whose
    base nobody knows is left as it is (AA307). A file that somebody deleted is not made again (AA308).
    """
    work = _Work(dict(files), {one.id: one for one in records}, stale)
    for new in drafts:
        work.take(new)
    return work.tree, ledger(work.known.values()), work.problems


def settle(drafts: Iterable[Draft], files: Tree, records: Ledger) -> tuple[dict[str, bytes], Ledger, list[Problem]]:
    """Folder and ledger after what people decided: a new approval is sealed, one whose draft changed is taken back.

    A state that cannot follow the one before is AA340, and stays out of the ledger; an approval taken back is AA343.
    """
    tree = dict(files)
    known = {one.id: one for one in records}
    problems: list[Problem] = []
    for draft in drafts:
        before = known.get(draft.id)
        if before is None:
            continue
        fault = transition_fault(draft, before.state)
        if fault:
            problems.append(fault)
            continue
        changed = broken(draft, before.approved) if draft.state == before.state == "approved" else ()
        if changed:
            path = draft_path(draft.channel, draft.entry, draft.n)
            tree[path] = rewrite(tree[path], draft, replace(draft, state="review"))
            problems.append(taken_back(draft, changed, Severity.WARNING))
        known[draft.id] = _decided(before, draft, "review" if changed else draft.state)
    return tree, ledger(known.values()), problems


def taken_back(draft: Draft, changed: Sequence[str], severity: Severity) -> Problem:
    """AA343 for a draft whose approval does not cover what it is now."""
    since = "approved" if draft.state == "approved" else "sent"
    message = f"this draft was changed after it was {since}: {', '.join(changed)}"
    hint = "'faq plan' sets it back to review; read it and set 'state: approved' again"
    if draft.state != "approved":
        hint = "whoever received it has the earlier form: change it there too, or take the change back here"
    return Problem(place(draft), "AA343", message, hint, severity)


def _decided(before: Record, draft: Draft, state: str) -> Record:
    """The line of a draft in the state that a person chose."""
    if state == "approved":
        kept = before.approved if before.state == "approved" else ""
        return replace(before, state=state, approved=kept or seal(draft))
    return replace(before, state=state, approved="" if state in FOLLOWING else before.approved)


@dataclass
class _Work:
    """Folder and ledger while drafts are taken into them."""

    tree: dict[str, bytes]
    known: dict[str, Record]
    stale: Mapping[str, Sequence[Change]] | None
    problems: list[Problem] = field(default_factory=list)

    def take(self, new: Draft) -> None:
        path = draft_path(new.channel, new.entry, new.n)
        before = self.known.get(new.id)
        if path in self.tree:
            old, more = read_draft(path, self.tree[path])
            self.problems += more
            if old:
                self._update(path, old, new)
        elif before is None:
            made = replace(new, base=base_of(new).name)
            self.tree[path] = format_draft(made).encode()
            self.tree[base_path(path)] = format_base(base_of(new))
            self.known[new.id] = record(made)
        elif before.state in OPEN_STATES:
            self.problems.append(_deleted(new))

    def _update(self, path: str, old: Draft, new: Draft) -> None:
        before = self.known.get(old.id)
        base = read_base(self.tree, old, path, before.text_hash if before else "")
        if before is None:  # a file without a line: what it is to be merged with next is what is made now
            self.known[old.id] = replace(record(old), text_hash=text_hash(new), slot=new.slot)
            if base is None:
                self.tree[base_path(path)] = format_base(base_of(new))
            return
        before = self.known[old.id] = replace(before, state=old.state)
        if old.state not in FOLLOWING:
            return
        if base is None and text_hash(old) == before.text_hash:  # made before there were bases, and nobody touched it
            base = Base(text=old.text, alt=old.alt, slides=old.slides, poll=old.poll)
        if base is None:
            self.problems += [] if old.source_hash == new.source_hash else [_unknown(old, new.source_hash)]
        elif old.state != "approved" or not base.used or self.stale is None or old.id in self.stale:
            self._merge(path, base, (old, new, before))

    def _merge(self, path: str, base: Base, versions: tuple[Draft, Draft, Record]) -> None:
        old, new, before = versions
        merged, conflicts = _merged(base, old, new)
        changed = text_hash(merged) != text_hash(old)
        back = old.state in OPEN_STATES and (conflicts > 0 or (changed and old.state == "approved"))
        own_slot = old.pinned or old.state == "approved" or old.slot != before.slot
        after = replace(
            merged,
            state="review" if back else old.state,
            slot=old.slot if own_slot else new.slot,
            why=old.why if own_slot or old.slot == new.slot else new.why,
            card=old.card,
            images=new.images or old.images,
            pinned=old.pinned,
            posted=old.posted,
            base=base_of(new).name,
        )
        if after != old:
            self.tree[path] = rewrite(self.tree[path], old, after)
        self.tree[base_path(path)] = format_base(base_of(new))
        self.known[old.id] = replace(
            record(after),
            text_hash=text_hash(new),
            slot=before.slot if own_slot else new.slot,
            approved=before.approved if after.state == "approved" else "",
        )
        if conflicts:
            self.problems.append(conflict(old, Severity.WARNING))
        elif back:
            self.problems.append(_back_to_review(old, (self.stale or {}).get(old.id, ())))


def _merged(base: Base, old: Draft, new: Draft) -> tuple[Draft, int]:
    text = merge(base.text, old.text, new.text)
    alt = merge(base.alt, old.alt, new.alt, gap=" ")
    slides, clashes = merge_slides(base.slides, old.slides, new.slides)
    poll, more = merge_poll(base.poll, old.poll, new.poll)
    found = text.conflicts + alt.conflicts + clashes + more
    return replace(new, text=text.text, alt=alt.text, slides=slides, poll=poll), found


def conflict(draft: Draft, severity: Severity) -> Problem:
    """AA344 for a draft that holds two forms of a sentence."""
    message = "a sentence that somebody wrote and what the entry says now stand in this draft side by side"
    hint = "keep one of them: the new one stands in {{ braces }}; delete these, then set 'state: approved'"
    return Problem(place(draft), "AA344", message, hint, severity)


def _unknown(draft: Draft, source: str) -> Problem:
    message = "the entry has changed since this draft was edited by hand; the draft was left as it is"
    hint = f"compare it with the entry, then set 'source: {source}'; or delete the file and its line in {LEDGER_PATH}"
    return Problem(place(draft), "AA307", message, hint, Severity.WARNING)


def _back_to_review(draft: Draft, changes: Sequence[Change]) -> Problem:
    told = f" ({'; '.join(map(str, changes))})" if changes else ""
    message = f"the entry has changed{told}, so this approved draft follows it and is in review again"
    return Problem(place(draft), "AA309", message, "read it and set 'state: approved'", Severity.WARNING)


def _deleted(draft: Draft) -> Problem:
    message = f"the draft '{draft.id}' was deleted; its slot {format_slot(draft.slot)} stays empty"
    hint = f"delete its line in {LEDGER_PATH} too, and the slot is planned anew"
    return Problem(Place(LEDGER_PATH), "AA308", message, hint, Severity.WARNING)
