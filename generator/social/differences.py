"""What planning again changes in the calendar, as a person reads it before it happens."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from generator.social.draft import Draft
from generator.social.slots import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One draft that is new, moved, removed or written anew."""

    kind: str
    """`added`, `moved`, `removed` or `rewritten`."""
    id: str
    channel: str
    entry: str
    slot: datetime
    """Where it stands afterwards; of a removed one, where it stood."""
    before: datetime | None
    """Where a moved one stood."""
    why: str


def differences(plan: Plan, drafts: Iterable[Draft], rewritten: Collection[str]) -> tuple[Difference, ...]:
    """All of them by time; `rewritten` are ids of drafts that stay where they are and say something else."""
    found: list[Difference] = []
    removed = {one.record.id: one for one in plan.removed}
    new = {slot.id for slot in plan.slots if slot.is_new}
    for draft in drafts:
        was = removed.pop(draft.id, None)
        kind, why = ("moved", was.why) if was else ("added", draft.why)
        if draft.id not in new:
            kind, why = "rewritten", "what it is made from has changed"
            if draft.id not in rewritten:
                continue
        before = was.record.slot if was else None
        found.append(_difference(kind, draft, before, why))
    for one in removed.values():
        r = one.record
        found.append(
            Difference(kind="removed", id=r.id, channel=r.channel, entry=r.entry, slot=r.slot, before=None, why=one.why)
        )
    return tuple(sorted(found, key=lambda one: (one.slot.astimezone(UTC), one.id)))


def _difference(kind: str, draft: Draft, before: datetime | None, why: str) -> Difference:
    return Difference(
        kind=kind, id=draft.id, channel=draft.channel, entry=draft.entry, slot=draft.slot, before=before, why=why
    )
