"""The bytes of one file that faq.yml names, or what is wrong with it at the line that names it."""

from __future__ import annotations

import os
import stat
from pathlib import Path, PurePosixPath

from generator.content.organisation import BrandFile
from generator.problems import Problem, Severity

CODE = "AA131"
_REDUNDANT = "docs/"


def fault(file: BrandFile, message: str, hint: str, severity: Severity = Severity.ERROR) -> Problem:
    """AA131 at the line of faq.yml that names the file."""
    return Problem(file.place, CODE, f"'{file.path[:80]}' {message}", hint, severity)


def read(root: Path, file: BrandFile, folders: tuple[str, ...], most: int) -> tuple[bytes | None, list[Problem]]:
    """The file, looked for below each folder in turn; at most so many bytes."""
    where = " or ".join(f"{folder}/" for folder in folders)
    parts = PurePosixPath(file.path).parts
    if file.path.startswith("/") or ".." in parts or "\\" in file.path or not file.path.isprintable():
        return None, [fault(file, f"is not below {where}", f"put the file into {where} and write its path from there")]
    for folder in folders:
        if os.path.lexists(root / folder / file.path):
            return _read(root / folder, root / folder / file.path, file, most)
    short = file.path.removeprefix(_REDUNDANT)
    hint = f"write '{short}': paths begin below docs/" if short != file.path else f"put the file into {where}"
    return None, [fault(file, f"is not there below {where}", hint)]


def find(root: Path, file: BrandFile, folders: tuple[str, ...]) -> Path | None:
    """Where a file that was read is."""
    return next((path for folder in folders if (path := root / folder / file.path).is_file()), None)


def _read(folder: Path, path: Path, file: BrandFile, most: int) -> tuple[bytes | None, list[Problem]]:
    if path.is_symlink() or not path.resolve().is_relative_to(folder.resolve()):
        hint = "put the file itself there: links could lead out of the folder"
        return None, [fault(file, "is a link, or lies behind one", hint)]
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)  # a named pipe must not wait for a writer
        with os.fdopen(handle, "rb") as stream:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                return None, [fault(file, "is no ordinary file", "name a file")]
            content = stream.read(most + 1)
    except OSError as error:
        return None, [fault(file, f"cannot be read: {error.strerror}", "see who may read it")]
    if len(content) > most:
        return None, [
            fault(file, f"is larger than {most // 1000} kB", "everybody who opens a page loads it: make it smaller")
        ]
    return content, []
