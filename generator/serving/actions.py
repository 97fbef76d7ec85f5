"""What people do on the desk, as values, and the edit that each comes to; reads nothing and writes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TypeAlias

from generator.content.library import Library
from generator.problems import Place, Problem, has_errors
from generator.serving.changes import Change, Edit, FileChange, LineChange
from generator.social import FOLLOWING, Draft, Record, Slide, flags, parse_ledger, seal, settle
from generator.social.allowed import Times
from generator.social.approvals import transition_fault
from generator.social.draft import FOLDER, draft_path, place, tidy
from generator.social.folder import read_draft, rewrite
from generator.social.ledger import COLUMNS, format_record, record
from generator.social.ledger import PATH as LEDGER
from generator.social.moments import format_slot

DECISIONS: Mapping[str, str] = {
    "approve": "approved",
    "hold": "held",
    "retire": "retired",
    "review": "review",
    "publish": "published",
}
"""What people decide, and the state it leads to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decide:
    """Another state; `address` is that of a published post."""

    decision: str
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Another slot."""

    slot: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """Whether the slot stays whatever is planned."""

    pinned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reword:
    """Other words; None for what stays."""

    text: str | None = None
    alt: str | None = None
    slides: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    """Number of a slide, from 1 -> its new `title`, `text` or `alt`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagIt:
    """A customer's words about an entry."""

    entry: str
    language: str
    words: str


Action: TypeAlias = Decide | Move | Pin | Reword
"""What is done to a draft."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A draft as it lies in the folder, and its line of the ledger."""

    draft: Draft
    content: bytes
    line: str | None
    """As written; None where there is none."""

    @property
    def path(self) -> str:
        """Below the project's folder."""
        return f"{FOLDER}/{self.name}"

    @property
    def name(self) -> str:
        """Below the folder of drafts."""
        return draft_path(self.draft.channel, self.draft.entry, self.draft.n)


def line_of(ledger: bytes, id_: str) -> str | None:
    """A draft's line of the ledger, without its end."""
    start = f"{id_}\t".encode()
    found = (line for line in ledger.splitlines() if line.startswith(start))
    return next((line.decode("utf-8", "replace") for line in found), None)


def edit(seen: Seen, action: Action, times: Times | None = None) -> tuple[Edit | None, list[Problem]]:
    """What an action does to a draft's file and to its line of the ledger; None while an error stands.

    As everywhere, an approval covers what was seen and ends with any change of it, and a state follows only where
    the table of states leads. `times` are needed to move a draft.
    """
    records, problems = _records(seen)
    if has_errors(problems):
        return None, problems
    old, before, problems = _settled(seen, seen.draft, records)
    if has_errors(problems):
        return None, problems
    new, problems = _done(old, action, times)
    if has_errors(problems):
        return None, problems
    content = rewrite(seen.content, seen.draft, new) if new != seen.draft else seen.content
    problems = _unlike(content, seen, new)
    if has_errors(problems):
        return None, problems
    after = _published(new, before) if new.state == "published" else _settled(seen, new, before)[1]
    return Edit(says=_says(action, new), changes=_changes(seen, content, new, (records, before, after))), problems


def _records(seen: Seen) -> tuple[tuple[Record, ...], list[Problem]]:
    if seen.line is None:
        return (), []
    records, problems = parse_ledger(seen.line)
    return records, problems


def _settled(seen: Seen, draft: Draft, records: tuple[Record, ...]) -> tuple[Draft, tuple[Record, ...], list[Problem]]:
    """A draft and its line once the ledger knows what people wrote into the file: approvals sealed or taken back."""
    _, after, problems = settle([draft], {seen.name: seen.content}, records)
    taken_back = bool(after) and after[0].state != draft.state and not has_errors(problems)
    return (replace(draft, state=after[0].state) if taken_back else draft), after, problems


def _published(new: Draft, before: tuple[Record, ...]) -> tuple[Record, ...]:
    line = before[0] if before else record(new)
    return (replace(line, state=new.state, approved=line.approved or seal(new)),)


def _done(old: Draft, action: Action, times: Times | None) -> tuple[Draft, list[Problem]]:
    if isinstance(action, Decide):
        return _decided(old, action)
    if old.state not in FOLLOWING:
        message = f"a draft that is '{old.state}' is not changed any more"
        hint = "set it back to review first" if old.state != "published" else "'faq status recall' helps to correct it"
        return old, [_refused(old, message, hint)]
    new, problems = _changed(old, action, times)
    sealed = seal(new) != seal(old)
    return (replace(new, state="review") if sealed and old.state == "approved" else new), problems


def _decided(old: Draft, action: Decide) -> tuple[Draft, list[Problem]]:
    new = replace(old, state=DECISIONS[action.decision], posted=action.address or old.posted)
    fault = transition_fault(new, old.state)
    return new, [fault] if fault else []


def _changed(old: Draft, action: Move | Pin | Reword, times: Times | None) -> tuple[Draft, list[Problem]]:
    if isinstance(action, Pin):
        return replace(old, pinned=action.pinned), []
    if isinstance(action, Move):
        why = times.bar(action.slot) if times and action.slot != old.slot else ""
        hint = "choose one of the times that are offered"
        return replace(old, slot=action.slot), [Problem(place(old), "AA374", why, hint)] if why else []
    return reworded(old, action)


def reworded(old: Draft, action: Reword) -> tuple[Draft, list[Problem]]:
    """A draft with other words."""
    slides = list(old.slides)
    for number, words in action.slides.items():
        if not 1 <= number <= len(slides):
            return old, [_refused(old, f"there is no slide {number}", f"the draft has {len(slides)} of them")]
        slides[number - 1] = _slide(slides[number - 1], words)
    text = old.text if action.text is None else tidy(action.text)
    alt = old.alt if action.alt is None else tidy(action.alt)
    return replace(old, text=text, alt=alt, slides=tuple(slides)), []


def _slide(old: Slide, words: Mapping[str, str]) -> Slide:
    return replace(old, **{name: tidy(said) for name, said in words.items()})


def _unlike(content: bytes, seen: Seen, new: Draft) -> list[Problem]:
    """Nothing is written that would not be read as it was meant."""
    read, problems = read_draft(seen.name, content)
    if read == new:
        return problems
    hint = "write it without control characters and empty slides"
    return problems if has_errors(problems) else [_refused(new, "these words cannot be kept in the draft's file", hint)]


def _changes(seen: Seen, content: bytes, new: Draft, records: tuple[tuple[Record, ...], ...]) -> tuple[Change, ...]:
    """File and line; the ledger goes ahead where it does not yet know of the state that the new one follows."""
    known, before, after = records
    changes: list[Change] = []
    line = seen.line
    if known != before and known and transition_fault(new, known[0].state):
        changes += _lines(seen.line, before)
        line = format_record(before[0])
    if content != seen.content:
        changes.append(FileChange(path=seen.path, before=seen.content, after=content))
    if after != known:
        changes += _lines(line, after)
    return tuple(changes)


def _lines(line: str | None, records: Sequence[Record]) -> list[Change]:
    return [
        LineChange(path=LEDGER, before=line, after=format_record(one), header="\t".join(COLUMNS))
        for one in records
        if format_record(one) != line
    ]


def flag(action: FlagIt, library: Library, today: date) -> tuple[Edit | None, list[Problem]]:
    """A line for `faq/_flags.csv`, without anything that may name a person."""
    where = Place(flags.PATH)
    if action.entry not in library.by_id:
        return None, [Problem(where, "AA550", f"there is no entry '{action.entry[:80]}'", "open the answer again")]
    if action.language not in library.languages:
        return None, [Problem(where, "AA550", f"'{action.language[:20]}' is no language of this FAQ", "choose another")]
    words = flags.told(action.words)
    if not words:
        hint = "write what the customer asked, without names and numbers"
        return None, [Problem(where, "AA550", "nothing is left of these words that may be kept", hint)]
    made = flags.Flag(day=today, entry=action.entry, language=action.language, words=words)
    change = LineChange(path=flags.PATH, before=None, after=flags.format_flag(made), header=flags.HEADER)
    return Edit(says=f"Flag {action.entry}", changes=(change,)), []


def _refused(draft: Draft, message: str, hint: str) -> Problem:
    return Problem(place(draft), "AA550", message, hint)


def _says(action: Action, new: Draft) -> str:
    match action:
        case Decide(decision=decision):
            return f"{decision.title()} {new.id}"
        case Move(slot=slot):
            return f"Move {new.id} to {format_slot(slot)}"
        case Pin(pinned=pinned):
            return f"{'Pin' if pinned else 'Unpin'} {new.id}"
        case _:
            return f"Change the words of {new.id}"
