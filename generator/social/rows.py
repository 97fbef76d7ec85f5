"""What the ledger holds, as the draft files stand now: which posts stay whatever the plan says, and which may move."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from generator.problems import Place
from generator.social.draft import Draft, place, text_hash
from generator.social.ledger import Ledger, Record, record

_FREE = "draft"
"""The state of what nobody has looked at yet."""
_OUT = "retired"
"""The state of what will never go out: its entry rests, its slot is free."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A post that is planned or was."""

    record: Record
    when: datetime
    """Where it stands: a person may have moved it."""
    why: str
    is_out: bool
    """Whether it will never be posted."""
    place: Place | None
    """Its file; None where there is none, or where nobody has looked."""
    is_free: bool
    """Whether it may leave its slot: nobody pinned, moved, edited, approved, exported or published it."""

    @property
    def day(self) -> date:
        """Its day on the clock it is written in."""
        return self.when.date()


def rows(ledger: Ledger, drafts: Iterable[Draft] | None = None) -> list[Row]:
    """Every post by time; without drafts as the ledger alone has them.

    A draft whose file somebody deleted keeps its slot; a file that the ledger does not have is somebody's own.
    """
    files = {draft.id: draft for draft in drafts or ()}
    found = [_row(one, files.get(one.id), known=drafts is not None) for one in ledger]
    ids = {one.id for one in ledger}
    found += [_row(record(draft), draft, known=True, own=True) for draft in files.values() if draft.id not in ids]
    return sorted(found, key=lambda row: (row.when.astimezone(UTC), row.record.id))


def _row(one: Record, draft: Draft | None, *, known: bool, own: bool = False) -> Row:
    state = draft.state if draft else one.state
    touched = own or (known and draft is None)
    if draft:
        touched |= draft.pinned or draft.slot != one.slot or text_hash(draft) != one.text_hash
    return Row(
        record=one,
        when=draft.slot if draft else one.slot,
        why=(draft.why if draft else "") or "planned before",
        is_out=state == _OUT,
        place=place(draft) if draft else None,
        is_free=state == _FREE and not touched,
    )
