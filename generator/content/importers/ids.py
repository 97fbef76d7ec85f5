"""Ids that are safe file names everywhere: those of the source where they are, slugs where not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import count
from typing import Final, TypeVar

from generator.content.importers.imported import Imported
from generator.content.schema.base import ID_PATTERN
from generator.slug import MAX_SLUG, slug

K = TypeVar("K")

_WINDOWS: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))}
)
"""Device names, which Windows refuses as file names whatever their suffix (Microsoft: Naming Files, Paths)."""

_COUNTED: Final = re.compile(
    r"(?:.*(?:faqs?|question|answer|item|panel|heading|collapse|accordion|tab|toggle|sect|section|content|title|header|id)"
    r"|[a-z]?)[-_]*(?:[0-9]+|one|two|three|four|five|six|seven|eight|nine|ten)|.*[0-9]{5,}.*",
    re.IGNORECASE,
)


def valid(id_: str) -> bool:
    """Whether an id may be a file stem on every system."""
    return re.fullmatch(ID_PATTERN, id_) is not None and not reserved(id_)


def reserved(id_: str) -> bool:
    """Whether Windows would refuse a file of this name."""
    return id_.lower() in _WINDOWS


def telling(id_: str) -> bool:
    """Whether an id says something, other than those that programs count: `faq-question-17`, `collapseTwo`."""
    return id_ != "" and _COUNTED.fullmatch(id_) is None


class _Names:
    """Ids that are taken, without regard to case."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self.taken = {id_.lower() for id_ in taken}
        self.numbers: dict[str, Iterator[int]] = {}

    def take(self, wanted: str) -> str:
        """The id itself, or with -2, -3 ...; Windows' device names are always taken."""
        candidate = wanted
        while candidate.lower() in self.taken or reserved(candidate):
            number = f"-{next(self.numbers.setdefault(wanted, count(2)))}"
            candidate = wanted[: MAX_SLUG - len(number)].rstrip("-_") + number
        self.taken.add(candidate.lower())
        return candidate


def assign(wanted: Mapping[K, tuple[str, str]], *, never: Iterable[str] = ()) -> dict[K, str]:
    """An id for each key, different without regard to case.

    `wanted` gives the source's id and a slug for when that one is not valid, taken or in `never`. Valid ids
    are kept first, in order, so that none loses its id to a slug.
    """
    names = _Names(never)
    given: dict[K, str] = {}
    for key, (id_, _) in wanted.items():
        if valid(id_) and id_.lower() not in names.taken:
            given[key] = names.take(id_)
    for key, (_, made) in wanted.items():
        if key not in given:
            given[key] = names.take(made)
    return {key: given[key] for key in wanted}


def fill(entries: list[Imported]) -> list[Imported]:
    """Entries of a source without ids get slugs of their questions, different within a language."""
    names = {entry.lang: _Names() for entry in entries}
    for entry in entries:
        names[entry.lang].taken.add(entry.id.lower())
    return [
        entry if entry.id else replace(entry, id=names[entry.lang].take(slug(entry.question, entry.lang) or "question"))
        for entry in entries
    ]
