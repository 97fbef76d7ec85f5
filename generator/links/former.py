"""What the site needs to answer at addresses that are nobody's any more: where each leads, in at most one hop."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from generator.links.live import Live
from generator.links.lock import Lock, Row
from generator.links.target import Target, address_of


class Destination(NamedTuple):
    """Where a former address leads."""

    target: Target
    lang: str
    """The language whose page it is."""
    address: str
    """From the site's root, with the heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stub:
    """A page that only leads on."""

    lang: str
    to: Destination
    anchors: Mapping[str, Destination] = field(default_factory=dict)
    """Headings that lead elsewhere than to the same heading of `to`."""
    from_elsewhere: bool = False
    """Whether it is an address of another site, which may be asked for without the slash at its end."""


Marks = Mapping[str, Destination]
"""Former anchor of a page -> where it leads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """All former addresses of a site."""

    stubs: Mapping[str, Stub] = field(default_factory=dict)
    """Path -> where it leads."""
    marks: Mapping[str, Marks] = field(default_factory=dict)
    """Path of a page that is there (or says that it is withdrawn) -> its former anchors."""


def former(live: Live, lock: Lock) -> Former:
    """Everything that the lock promises and no page answers by itself. `lock` is one that `reconcile` made."""
    stubs: dict[str, Stub] = {}
    marks: dict[str, dict[str, Destination]] = {}
    anchored: list[tuple[Row, Destination]] = []
    apart: dict[str, dict[str, Destination]] = {}
    for (path, anchor), row in sorted(lock.items()):
        if (path, anchor) in live.found or _is_tombstone(live, row):
            continue
        to = _destination(live, row)
        if to.address == f"{path}#{anchor}":  # a translation that lacks the heading: the page's top answers
            continue
        if anchor:
            anchored.append((row, to))
        else:
            stubs[path] = Stub(lang=row.lang, to=to, from_elsewhere=(path, "") in live.was)
    for row, to in anchored:
        stub = stubs.get(row.path)
        if stub is None:
            marks.setdefault(row.path, {})[row.anchor] = to
        elif not _kept(live, row, stub.to):
            apart.setdefault(row.path, {})[row.anchor] = to
    stubs |= {path: replace(stubs[path], anchors=anchors) for path, anchors in apart.items()}
    _keep_fragments(live, stubs, marks)
    return Former(stubs=stubs, marks={path: dict(sorted(found.items())) for path, found in marks.items()})


def _kept(live: Live, row: Row, to: Destination) -> bool:
    """Whether the same fragment of the page that a stub leads to answers too."""
    page = to.address.partition("#")[0]
    _, served = live.found.get((page, row.anchor), ("", None))
    return served == row.target


def _is_tombstone(live: Live, row: Row) -> bool:
    """Whether the address is that of a notice, which is a page of its own in every language of the site."""
    own = address_of(row.target, row.lang, live.addresses)
    return row.state == "withdrawn" and not row.anchor and row.path == own and row.lang in live.library.languages


def _destination(live: Live, row: Row) -> Destination:
    lang = row.lang if row.lang in live.library.languages else live.library.settings.source
    target = row.target.whole if row.state == "withdrawn" else row.target
    return Destination(target, lang, address_of(target, lang, live.addresses))


def _keep_fragments(live: Live, stubs: Mapping[str, Stub], marks: dict[str, dict[str, Destination]]) -> None:
    """Hosts that redirect keep the fragment, so the heir's page must know the former headings of its forebears too."""
    for _, stub in sorted(stubs.items()):
        page = stub.to.address.partition("#")[0]
        for anchor, to in stub.anchors.items():
            if (page, anchor) not in live.found and to.address.partition("#")[2]:
                marks.setdefault(page, {}).setdefault(anchor, to)
