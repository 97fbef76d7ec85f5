"""A Git commit for each edit: `git` as a process of its own with fixed arguments, and only the files of the edit."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from generator.problems import Place, Problem, Severity

_SECONDS = 30
"""For hooks of the project, and a disk that sleeps."""


def is_repository(root: Path) -> bool:
    """Whether a folder lies in a working tree of Git, and Git is installed."""
    return _git(root, "rev-parse", "--is-inside-work-tree").strip() == "true"


def commit(root: Path, says: str, paths: Sequence[str]) -> list[Problem]:
    """Commit these files and nothing that somebody else prepared; AA551 where Git does not: saved they are."""
    try:
        _run(root, "add", "--", *paths)
        _run(root, "commit", "--quiet", "--only", f"--message={says}", "--", *paths)
    except (OSError, subprocess.SubprocessError) as error:
        told = (getattr(error, "stderr", "") or str(error)).strip().splitlines()
        message = f"this is saved, but not committed: {told[-1][:200] if told else 'git failed'}"
        return [Problem(Place(paths[0]), "AA551", message, "commit it yourself", Severity.WARNING)]
    return []


def _git(root: Path, *arguments: str) -> str:
    try:
        return _run(root, *arguments)
    except (OSError, subprocess.SubprocessError):
        return ""


def _run(root: Path, *arguments: str) -> str:
    """Names are taken as they are, and nobody is asked anything."""
    command = ["git", "-C", str(root), "--literal-pathspecs", *arguments]
    done = subprocess.run(  # noqa: S603 - fixed arguments, no shell
        command,
        check=True,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=_SECONDS,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "GIT_TERMINAL_PROMPT": "0", "GIT_EDITOR": ":", "LC_ALL": "C"},
    )
    return done.stdout
