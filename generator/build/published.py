"""What was published so far: the link lock as it lies in the folder and as Git last kept it, and the titles there were.

Reads, writes nothing.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.links import titles
from generator.links.lock import PATH, Key, Row, parse_lock
from generator.links.titles import Titles, parse_titles
from generator.problems import Place, Problem

_VERSIONS = 2
"""So many last versions in Git are looked at: one more than the present one, for checkouts that have no changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """Every address that is owed an answer."""

    text: str = ""
    """The file as it is; empty where there is none yet."""
    lock: Mapping[Key, Row] = field(default_factory=dict)
    committed: Mapping[Key, Row] = field(default_factory=dict)
    """What the last versions in Git had."""
    titles: Titles = field(default_factory=dict)
    """Every question that was ever published."""


def read_published(root: Path) -> tuple[Published, list[Problem]]:
    """Lock and titles, and what is wrong with their lines (AA205, AA213) or with a file (AA011)."""
    text, problems = _text(root, PATH, "AA205")
    versions = () if problems else _committed(root)
    lock, more = parse_lock(text)
    problems += more
    committed: dict[Key, Row] = {}
    for version in versions:
        rows, _ = parse_lock(version)
        committed = {**rows, **committed}
    written, more = _text(root, titles.PATH, "AA213")
    problems += more
    former, more = parse_titles(written)
    problems += more
    return Published(text=text, lock=lock, committed=committed, titles=former), problems


def _text(root: Path, name: str, code: str) -> tuple[str, list[Problem]]:
    """A machine-written file's text, empty where there is none yet or it cannot be read."""
    path = root / name
    try:
        return (path.read_text(encoding="utf-8") if path.exists() else ""), []
    except UnicodeDecodeError:
        hint = "this file is machine-written: take it from Git again"
        return "", [Problem(Place(name), code, "this is not UTF-8 text", hint)]
    except OSError as error:
        return "", [Problem(Place(name), "AA011", f"cannot be read: {error.strerror}")]


def _committed(root: Path) -> Iterator[str]:
    """The file's last versions, newest first; none where Git does not know it or is not there."""
    names = _git(root, "rev-list", f"-{_VERSIONS}", "HEAD", "--", PATH)
    for name in (names or "").split():
        version = _git(root, "show", f"{name}:./{PATH}")
        if version is not None:
            yield version


def _git(root: Path, *arguments: str) -> str | None:
    """What Git prints; None where it refuses."""
    command = ["git", "-c", "core.fsmonitor=false", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - our own arguments
    except OSError:
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None
