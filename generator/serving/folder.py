"""An edit into the content folder: wholly or not at all, over nothing that somebody else wrote, and never beyond it."""

from __future__ import annotations

import errno
from pathlib import Path

from generator import files
from generator.serving.changes import Change, ConflictError, Edit

_TRIES = 5
"""Times that a table is read again because somebody wrote it just then."""


def own(root: Path, path: str) -> Path:
    """A file of the folder itself. Raises PermissionError for one that is a link, or that links lead out to."""
    whole = root / path
    if whole.is_symlink() or not whole.parent.resolve().is_relative_to(root.resolve()):
        raise PermissionError(errno.EPERM, "it is a link, or lies outside of the folder", path)
    return whole


def write(root: Path, edit: Edit) -> None:
    """Every change, or none of them. Raises ConflictError, and OSError where the disk does not take it."""
    written: list[tuple[Path, bytes | None, bytes]] = []
    try:
        for change in edit.changes:
            path = own(root, change.path)
            written.append((path, *_written(path, change)))
    except (ConflictError, OSError):
        for path, before, after in reversed(written):
            if before is not None:
                files.exchange(path, after, before)
        raise


def _written(path: Path, change: Change) -> tuple[bytes | None, bytes]:
    """Write one change; the file before and after."""
    for _ in range(_TRIES):
        before = files.read(path)
        after = change.made_in(before)
        if files.exchange(path, before, after):
            return before, after
    raise ConflictError(change.path)
