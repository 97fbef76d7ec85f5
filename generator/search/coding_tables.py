"""What the written index says of its language: tables, and groups as stems."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.search.groups import Group, Groups
from generator.search.tables import Tables


def written_tables(tables: Tables) -> dict[str, Any]:
    """What analysing a query takes."""
    return {
        "letters": dict(tables.letters),
        "folds": tables.folds,
        "suffixes": " ".join(sorted(tables.suffixes)),
        "passes": tables.passes,
        "keep": tables.keep,
        "prefixes": tables.prefixes,
        "stop": " ".join(tables.stop),
    }


def read_tables(data: Mapping[str, Any]) -> Tables:
    """The tables, but for the groups."""
    return Tables(
        letters=data["letters"],
        folds=tuple((before, after) for before, after in data["folds"]),
        suffixes=frozenset(data["suffixes"].split()),
        passes=data["passes"],
        keep=data["keep"],
        prefixes=tuple(data["prefixes"]),
        stop=tuple(data["stop"].split()),
    )


def written_groups(groups: Groups) -> list[list[Any]]:
    """Of each group: kind, stems, hints, and phrases, stems of one being one text."""
    return [
        [int(g.synonyms), " ".join(g.stems), " ".join(g.hints), *(" ".join(phrase) for phrase in g.phrases)]
        for g in groups.groups
    ]


def read_groups(data: Iterable[Sequence[Any]]) -> list[Group]:
    """The groups."""
    return [
        Group(bool(synonyms), tuple(stems.split()), tuple(tuple(p.split()) for p in phrases), tuple(hints.split()))
        for synonyms, stems, hints, *phrases in data
    ]
