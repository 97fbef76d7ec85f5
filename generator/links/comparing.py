"""What a change of the content does to addresses that people have: where they lead on to, and which would be lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from generator.links.live import Live
from generator.links.lock import Key, Lock, Row
from generator.links.reconcile import former
from generator.links.target import Target, name_of

MOVED, WITHDRAWN, BACK, LOST, TAKEN = "moved", "withdrawn", "back", "lost", "taken"
KINDS = (LOST, TAKEN, WITHDRAWN, MOVED, BACK)
"""From the worst to the best."""
_LIVE = "live"
_Answer: TypeAlias = tuple[str, Target | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressChange:
    """Addresses of one entry, topic or page that fare alike."""

    kind: str
    """`moved`: lead on. `withdrawn`: say that it is gone. `back`: answer by themselves again. `lost`: lead nowhere.
    `taken`: would answer another question."""
    target: Target
    """What they were published for."""
    now: Target | None
    """What answers there now; none where they are lost."""
    addresses: tuple[str, ...]
    """From the site's root, the shortest first: that of the source language."""


def compare(old: Live, new: Live, promised: Lock) -> tuple[AddressChange, ...]:
    """Addresses among those promised that are answered otherwise by the new content than by the old one."""
    groups: dict[tuple[str, Target, Target | None], list[str]] = {}
    unreadable = old.library.unreadable | new.library.unreadable
    for key, row in promised.items():
        if name_of(row.target) in unreadable:
            continue
        before, now = _answer(old, key, row), _answer(new, key, row)
        if before != now:
            kind, answer = now
            group = (BACK if kind == _LIVE else kind), row.target.whole, answer.whole if answer else None
            groups.setdefault(group, []).append(_address(key))
    found = (
        AddressChange(kind=kind, target=target, now=now, addresses=_short_first(addresses))
        for (kind, target, now), addresses in groups.items()
    )
    return tuple(sorted(found, key=lambda one: (KINDS.index(one.kind), one.target, one.addresses)))


def _answer(live: Live, key: Key, row: Row) -> _Answer:
    """How an address fares and what answers there."""
    answer, served = live.resolve(row.target), live.found.get(key)
    if answer is None:
        return LOST, None
    if served:
        return (_LIVE, answer) if served[1] == answer else (TAKEN, served[1])
    return (WITHDRAWN if live.is_withdrawn(answer) else MOVED), answer


def without_new(live: Live, lock: Lock, past: Lock) -> dict[Key, Row]:
    """A lock without what the change adds to it: addresses that only the new content has, and that answer there."""
    return {key: row for key, row in lock.items() if key in past or _answer(live, key, row)[0] != _LIVE}


def published(live: Live, promised: Lock, past: Lock) -> tuple[str, ...]:
    """Addresses that are not promised yet, and those of former names that nobody had before; the shortest first."""
    return _short_first(map(_address, live.found.keys() - promised.keys() | former(live).keys() - past.keys()))


def _address(key: Key) -> str:
    path, anchor = key
    return f"{path}#{anchor}" if anchor else path


def _short_first(addresses: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(addresses, key=lambda address: (len(address), address)))
