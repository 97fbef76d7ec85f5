"""That posts went out is noted: in the draft's own file, where people read it, and in the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.content.edit import set_key
from generator.files import Tree
from generator.problems import Problem, Severity
from generator.social.approvals import seal
from generator.social.draft import Draft, draft_path, place
from generator.social.ledger import Ledger, ledger, record

STATE = "exported"
GONE_OUT = frozenset({STATE, "published"})


def gone_out(records: Ledger) -> frozenset[str]:
    """Ids of drafts that went out according to the ledger."""
    return frozenset(one.id for one in records if one.state in GONE_OUT)


def record_exported(
    sent: Iterable[Draft], files: Tree, records: Ledger
) -> tuple[dict[str, bytes], Ledger, list[Problem]]:
    """Draft files that say `state: exported` (the rest of each stays byte for byte), and the ledger with them.

    A file whose front matter cannot be changed so is told (AA524); the ledger knows better, and keeps it from going
    out twice.
    """
    known = {one.id: one for one in records}
    changed: dict[str, bytes] = {}
    problems: list[Problem] = []
    for draft in sent:
        line = known.get(draft.id) or record(draft)
        known[draft.id] = replace(line, state=STATE, approved=line.approved or seal(draft))
        path = draft_path(draft.channel, draft.entry, draft.n)
        if path in files and draft.state != STATE:
            text = set_key(files[path].decode("utf-8"), "state", STATE)
            problems += [_by_hand(draft)] if text is None else []
            changed |= {path: text.encode()} if text is not None else {}
    return changed, ledger(known.values()), problems


def earlier(files: Tree, made: Tree, name: str) -> dict[str, bytes | None]:
    """What becomes of the files of the last export when the next one is written: the folder holds one export only.

    They are moved to `<name>/earlier/<number>/`, since nobody knows whether they were uploaded. Paths are below the
    folder of exports; files that are written anew with the same bytes stay where they are.
    """
    old = {path: content for path, content in files.items() if not path.startswith(f"{name}/earlier/")}
    moved = {path: content for path, content in old.items() if made.get(path) != content}
    if not moved:
        return {}
    number = _next(files, f"{name}/earlier/")
    changes: dict[str, bytes | None] = {path: None for path in moved if path not in made}
    return changes | {f"{name}/earlier/{number}/{path.removeprefix(f'{name}/')}": c for path, c in moved.items()}


def _next(files: Tree, folder: str) -> int:
    below: Sequence[str] = [path.removeprefix(folder).partition("/")[0] for path in files if path.startswith(folder)]
    return max((int(number) for number in below if number.isdecimal()), default=0) + 1


def _by_hand(draft: Draft) -> Problem:
    message = "the post was exported, but its file could not be changed to say so"
    return Problem(place(draft), "AA524", message, f"write 'state: {STATE}' into it", Severity.WARNING)
