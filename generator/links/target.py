"""What an address leads to: an entry, a topic or a page, or a heading of one."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.links.addresses import Addresses

_WRITTEN = re.compile(r"(?:(?P<kind>topic|page):)?(?P<name>[A-Za-z0-9][A-Za-z0-9_-]*)?(?:#(?P<anchor>[A-Za-z][\w-]*))?")
KINDS = ("entry", "topic", "page")


class Target(NamedTuple):
    """One thing that people link to."""

    kind: str
    """`entry`, `topic` or `page`."""
    name: str
    anchor: str = ""
    """A heading's id, or empty for the whole."""

    def __str__(self) -> str:
        """As people write it: `delivery-time#tracking`, `topic:delivery`, `page:contact`."""
        name = self.name if self.kind == "entry" else f"{self.kind}:{self.name}"
        return f"{name}#{self.anchor}" if self.anchor else name

    @property
    def whole(self) -> Target:
        """The thing itself, without a heading."""
        return Target(self.kind, self.name) if self.anchor else self


def name_of(target: Target) -> str:
    """As `Library.unreadable` has it: without a heading."""
    return str(target.whole)


def parse_target(text: str, base: Target | None = None) -> Target | None:
    """A target as people write it; `#heading` alone is a heading of `base`. None for anything else."""
    found = _WRITTEN.fullmatch(text)
    if not found or not (found["name"] or (base and found["anchor"])) or (found["kind"] and not found["name"]):
        return None
    if not found["name"] and base:
        return Target(base.kind, base.name, found["anchor"])
    return Target(found["kind"] or "entry", found["name"], found["anchor"] or "")


def address_of(target: Target, lang: str, addresses: Addresses) -> str:
    """Where a target lives in a language."""
    if target.kind == "entry":
        return addresses.entry(target.name, lang, target.anchor)
    if target.kind == "topic":
        return addresses.topic(target.name, lang, target.anchor)
    return addresses.page(target.name, lang) + (f"#{target.anchor}" if target.anchor else "")
