"""The content folder while somebody works on the desk: reads drafts afresh, writes edits whole, and takes them back."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from generator import files
from generator.build import post_rules
from generator.build.project import DRAFTS, LEDGER, Project
from generator.problems import Problem, as_data, has_errors
from generator.serving import actions, folder, views
from generator.serving.actions import Decide, FlagIt, Move, Reword, Seen
from generator.serving.asked import OnDraft
from generator.serving.changes import ConflictError, Edit
from generator.social import Draft
from generator.social.allowed import Times, times
from generator.social.folder import read_draft

_MOST_UNDO = 500
"""Edits that can be taken back; older ones are in the history of the folder."""

Commit = Callable[[Path, str, Sequence[str]], list[Problem]]


class Kind(StrEnum):
    """What became of a wish."""

    DONE = "done"
    REFUSED = "refused"
    CONFLICT = "conflict"
    UNKNOWN = "unknown"
    WAITING = "waiting"
    """The folder has not been read yet, or cannot be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of it, and what to tell."""

    kind: Kind
    body: Mapping[str, object] = field(default_factory=dict)


class Workspace:
    """One folder and one person; several threads may ask, one at a time is answered."""

    def __init__(self, root: Path, today: Callable[[], date], commit: Commit | None = None) -> None:
        self.root, self.today, self.commit = root, today, commit
        self.project: Project | None = None
        """As last read; its drafts are read again when asked for."""
        self._lock = threading.RLock()
        self._undo: dict[str, tuple[str, Edit]] = {}
        self._drafts: dict[str, tuple[bytes, Draft | None]] = {}
        """Path -> content and draft, so that what did not change is not parsed again."""

    def take(self, project: Project) -> None:
        """The folder was read again."""
        self.project = project

    def drafts(self) -> Outcome:
        """Every draft that can be read, as it is now."""
        with self._lock:
            if self.project is None:
                return Outcome(kind=Kind.WAITING)
            shown = [views.view(self.project, draft, content) for draft, content in self._read_all()]
            return Outcome(kind=Kind.DONE, body={"today": self.today().isoformat(), "drafts": shown})

    def slots(self, id_: str, start: date, days: int) -> Outcome:
        """Where a draft may go, and why not."""
        with self._lock:
            found = self._found(id_)
            if self.project is None or found is None:
                return Outcome(kind=Kind.UNKNOWN if self.project else Kind.WAITING)
            offered = self._times(self.project, found[0]).offered(start, days)
            return Outcome(kind=Kind.DONE, body={"slots": [views.time(slot, why) for slot, why in offered]})

    def tried(self, id_: str, words: Reword) -> Outcome:
        """How long a draft would be with other words, and what rules would say of it; nothing is written."""
        with self._lock:
            found = self._found(id_)
            if self.project is None or found is None:
                return Outcome(kind=Kind.UNKNOWN if self.project else Kind.WAITING)
            draft, problems = actions.reworded(found[0], words)
            if has_errors(problems):
                return Outcome(kind=Kind.REFUSED, body={"problems": as_data(problems)})
            told = as_data(self._ruled(self.project, draft))
            return Outcome(kind=Kind.DONE, body={**views.lengths(self.project, draft), "problems": told})

    def perform(self, wish: OnDraft | FlagIt) -> Outcome:
        """Do it, unless the draft is not what the person saw, or nothing allows it."""
        with self._lock:
            if self.project is None:
                return Outcome(kind=Kind.WAITING)
            if isinstance(wish, FlagIt):
                edit, problems = actions.flag(wish, self.project.library, self.today())
                return self._finished(self.project, "", edit, problems)
            found = self._found(wish.draft)
            if found is None:
                return Outcome(kind=Kind.UNKNOWN)
            draft, content = found
            if files.digest(content) != wish.seen:
                return self._conflict(self.project, wish.draft)
            if isinstance(wish.action, Decide) and wish.action.decision == "approve":
                problems = self._ruled(self.project, replace(draft, state="approved"))
                if has_errors(problems):
                    return Outcome(kind=Kind.REFUSED, body={"problems": as_data(problems)})
            line = actions.line_of(files.read(folder.own(self.root, LEDGER)) or b"", draft.id)
            when = self._times(self.project, draft) if isinstance(wish.action, Move) else None
            edit, problems = actions.edit(Seen(draft=draft, content=content, line=line), wish.action, when)
            return self._finished(self.project, draft.id, edit, problems)

    def undo(self, key: str) -> Outcome:
        """Take an edit back, if everything that it changed is still as it left it."""
        with self._lock:
            if self.project is None or key not in self._undo:
                return Outcome(kind=Kind.UNKNOWN)
            id_, edit = self._undo[key]
            done = self._finished(self.project, id_, edit, [], keep=False)
            if done.kind is Kind.DONE:
                self._undo.pop(key, None)
            return done

    def _finished(
        self, project: Project, id_: str, edit: Edit | None, problems: list[Problem], *, keep: bool = True
    ) -> Outcome:
        if edit is None:
            return Outcome(kind=Kind.REFUSED, body={"problems": as_data(problems)})
        try:
            folder.write(self.root, edit)
        except ConflictError:
            return self._conflict(project, id_)
        if self.commit and edit.changes:
            problems += self.commit(self.root, edit.says, edit.paths)
        body: dict[str, object] = {}
        if keep and edit.changes:
            body["undo"] = self._remember(id_, edit)
        found = self._found(id_) if id_ else None
        if found:
            body["draft"] = views.view(project, *found)
            problems += self._ruled(project, found[0])
        return Outcome(kind=Kind.DONE, body={**body, "problems": as_data(problems)})

    def _remember(self, id_: str, edit: Edit) -> str:
        key = secrets.token_urlsafe(12)
        self._undo[key] = id_, edit.back()
        while len(self._undo) > _MOST_UNDO:
            del self._undo[next(iter(self._undo))]
        return key

    def _conflict(self, project: Project, id_: str) -> Outcome:
        found = self._found(id_)
        return Outcome(kind=Kind.CONFLICT, body={"now": views.view(project, *found) if found else None})

    def _ruled(self, project: Project, draft: Draft) -> list[Problem]:
        """What rules say of a draft among all the others."""
        others = [other for _, other in self._drafts.values() if other and other.id != draft.id]
        return post_rules.at_desk(replace(project, drafts=[*others, draft]), draft)

    def _times(self, project: Project, draft: Draft) -> Times:
        return times(draft, (other for other, _ in self._read_all()), project.library, self.today())

    def _found(self, id_: str) -> tuple[Draft, bytes] | None:
        """A draft by its id; its file is read anew, and the folder only where the id is not known yet."""
        for known in (self._drafts, None):
            if known is None:
                list(self._read_all())
            for name, (_, draft) in self._drafts.items():
                if draft and draft.id == id_:
                    return self._read(name)
        return None

    def _read_all(self) -> Iterator[tuple[Draft, bytes]]:
        names = [name for name in files.paths(self.root / DRAFTS) if name.endswith(".md")]
        for gone in self._drafts.keys() - set(names):
            del self._drafts[gone]
        for name in names:
            if found := self._read(name):
                yield found

    def _read(self, name: str) -> tuple[Draft, bytes] | None:
        try:
            content = files.read(folder.own(self.root, f"{DRAFTS}/{name}"))
        except OSError:  # a link, or not ours to read
            return None
        if content is None:
            return None
        known = self._drafts.get(name)
        if known is None or known[0] != content:
            known = self._drafts[name] = content, read_draft(name, content)[0]
        return (known[1], content) if known[1] else None
