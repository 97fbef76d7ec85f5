"""Addresses that answers had on another site (`was`), below the root of this one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from generator.content.library import Entry, Library
from generator.content.old_addresses import key_of
from generator.links.addresses import Addresses

_OURS: Final = frozenset({"assets", "cards", "search", "404.html"})
"""First parts of addresses at which files of the build lie."""


class Claim(NamedTuple):
    """One line of an entry's `was`."""

    entry: Entry
    number: int
    key: str
    """As `_links.tsv` has it; empty where it lies outside of the site's folder."""
    is_ours: bool
    """Whether files of the build lie there."""


def claims(library: Library, addresses: Addresses) -> Iterator[Claim]:
    """Every old address, in the order of the entries."""
    for entry in library:
        for number, written in enumerate(entry.was):
            key = key_of(written) or ""
            inside = key.startswith(addresses.folder) and key != addresses.folder
            key = key.removeprefix(addresses.folder) if inside else ""
            yield Claim(entry, number, key, key.partition("/")[0] in _OURS)
