"""How drafts stand to their entries, approvals and files: asked by every check, and strictly before an export."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.content.library import Library
from generator.files import Tree
from generator.problems import Problem, Severity
from generator.social.approvals import broken, transition_fault
from generator.social.base import Base, read_base
from generator.social.draft import Draft, draft_path, place
from generator.social.ledger import Ledger
from generator.social.merging import has_conflict
from generator.social.moving import renamed, strays
from generator.social.sources import Change, changes
from generator.social.states import FOLLOWING, OUT
from generator.social.writing import conflict, taken_back


def standing(  # noqa: PLR0913 - everything it depends on, and nothing hidden
    drafts: Iterable[Draft],
    files: Tree,
    records: Ledger,
    library: Library,
    *,
    today: date | None = None,
    strict: bool = False,
) -> list[Problem]:
    """What is wrong with drafts besides their words.

    Always errors: AA340 (a state that cannot follow) and AA341 (a file moved or copied). Errors when `strict`, else
    warnings: AA342 (stale), AA343 (changed after approval), AA344 (a conflict), AA345 (its entry is gone). An overdue
    review is a warning (AA347), told only where a day is given. `files` are the folder's, which has the bases.
    """
    drafts = tuple(drafts)
    known = {one.id: one for one in records}
    severity = Severity.ERROR if strict else Severity.WARNING
    late = stale(drafts, files, records, library)
    heirs = renamed(library)
    spoken = {entry.lang for entry in library}  # a check leaves out the other script of Serbian
    problems = strays(drafts, library)
    for draft in drafts:
        record = known.get(draft.id)
        fault = transition_fault(draft, record.state) if record else None
        problems += [fault] if fault else []
        changed = broken(draft, record.approved) if record and draft.state in {"approved", *OUT} else ()
        problems += [taken_back(draft, changed, severity)] if changed else []
        words = (draft.text, draft.alt, *(part for s in draft.slides for part in (s.title, s.text, s.alt)))
        words += draft.poll.texts if draft.poll else ()
        problems += [conflict(draft, severity)] if any(map(has_conflict, words)) else []
        if draft.state not in FOLLOWING or draft.entry in heirs:
            continue
        problems += [_stale(draft, late[draft.id], severity)] if draft.id in late else []
        problems += _entry(draft, library, severity, today) if draft.language in spoken else []
    return problems


def stale(drafts: Iterable[Draft], files: Tree, records: Ledger, library: Library) -> dict[str, tuple[Change, ...]]:
    """Id -> what changed, for drafts that still follow their entry and use a field or fact that reads otherwise now."""
    known = {one.id: one for one in records}
    found: dict[str, tuple[Change, ...]] = {}
    for draft in drafts:
        if draft.state not in FOLLOWING:
            continue
        entry = library.by_id.get(draft.entry, {}).get(draft.language)
        record = known.get(draft.id)
        base = base_in(files, draft, record.text_hash if record else "") if entry else None
        changed = changes(base.used, entry, library) if base and entry else ()
        if changed:
            found[draft.id] = changed
    return found


def base_in(files: Tree, draft: Draft, text_hash: str) -> Base | None:
    """What the machine wrote last of a draft that is in the folder."""
    return read_base(files, draft, draft_path(draft.channel, draft.entry, draft.n), text_hash)


def _stale(draft: Draft, changed: tuple[Change, ...], severity: Severity) -> Problem:
    message = f"this draft says what its entry does not say any more: {'; '.join(map(str, changed))}"
    hint = "'faq plan' brings it up to date; what was approved is then in review again"
    return Problem(place(draft), "AA342", message, hint, severity)


def _entry(draft: Draft, library: Library, severity: Severity, today: date | None) -> list[Problem]:
    if draft.entry in library.unreadable:
        return []
    entry = library.by_id.get(draft.entry, {}).get(draft.language)
    if entry is None:
        return [
            Problem(place(draft), "AA345", _gone(draft, library), "set 'state: retired', or delete the file", severity)
        ]
    if today is None or not entry.meta.is_due(today):
        return []
    message = f"the entry '{draft.entry}' {entry.meta.lateness}"
    hint = f"read the entry and record it before this goes out (faq review {draft.entry}), or set 'state: held'"
    return [Problem(place(draft), "AA347", message, hint, Severity.WARNING)]


def _gone(draft: Draft, library: Library) -> str:
    notice = library.withdrawn.get(("entry", draft.entry))
    if notice:
        return f"the entry '{draft.entry}' was withdrawn on {notice.on}"
    return f"there is no entry '{draft.entry}' in '{draft.language}' any more"
