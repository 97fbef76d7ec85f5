"""Downloads of an earlier build, taken as they are while nothing changed that they depend on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import files, memo
from generator.files import Tree
from generator.problems import Place, Problem, Severity

_MEMORY = ".made"
_SHOWN = 8
"""Problems kept of one export; `faq export` tells all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One export: its files by their path below `exports/`, the posts in them, and what is told of it."""

    name: str
    files: Tree
    count: int = 0
    told: Sequence[Problem] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The same once its files lie in the folder."""

    sizes: Mapping[str, int]
    count: int
    told: Sequence[Problem]


def kept(folder: Path, depends_on: Iterable[str], make: Callable[[], Iterable[Made]]) -> Mapping[str, Kept]:
    """Name -> what is made, or was made of the same; the files lie in the folder then, and no others."""
    version = files.digest("\n".join([memo.program(), *depends_on]).encode("utf-8", "surrogatepass"))
    known = memo.read(folder / _MEMORY, version)
    if known is None:
        made = list(make())
        (folder / _MEMORY).unlink(missing_ok=True)  # before anything else: what lies there is neither old nor new
        files.mirror({path: content for one in made for path, content in one.files.items()}, folder)
        known = {one.name: _row(one) for one in made}
        memo.write(folder / _MEMORY, version, known)
    return {name: _kept(row) for name, row in known.items()}


def _row(one: Made) -> dict[str, Any]:
    return {
        "sizes": {path: len(content) for path, content in one.files.items()},
        "count": one.count,
        "told": [[p.place.path, p.code, p.message, p.severity.value] for p in list(dict.fromkeys(one.told))[:_SHOWN]],
    }


def _kept(row: Mapping[str, Any]) -> Kept:
    told = [
        Problem(Place(path), code, message, severity=Severity(severity))
        for path, code, message, severity in row["told"]
    ]
    return Kept(sizes=row["sizes"], count=row["count"], told=told)
