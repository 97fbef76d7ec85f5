"""Data files: those that come with the package, and files of the same name under faq/_data/ that replace them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from generator.content import source
from generator.content.schema.base import Written, validate
from generator.problems import Place, Problem

M = TypeVar("M", bound=Written)

PACKAGE = Path(__file__).parent.parent / "data"
_KEPT = 256
"""Read files: twice as many as the package has."""


def read_all(model: type[M], kind: str, overrides: Path | None = None) -> tuple[dict[str, M], list[Problem]]:
    """File stem -> validated content of every `<kind>/*.yml`, sorted; the broken ones are left out and reported."""
    found: dict[str, M] = {}
    problems: list[Problem] = []
    for stem, path in sorted(_files(kind, "*.yml", overrides).items()):
        value, more = read_one(model, path)
        problems += more
        if value is not None:
            found[stem] = value
    return found, problems


def read_one(model: type[M], path: Path) -> tuple[M | None, list[Problem]]:
    """One data file."""
    name = _shown(path)
    try:
        content = path.read_bytes()
    except OSError as error:
        return None, [Problem(Place(name), "AA011", f"cannot be read: {error.strerror}")]
    value, problems = _parsed(model, name, content)
    return value, list(problems)


@lru_cache(maxsize=_KEPT)
def _parsed(model: type[M], name: str, content: bytes) -> tuple[M | None, tuple[Problem, ...]]:
    """What a file says; the package's own files say the same each time that a folder is read."""
    text, problems = source.decode(content, name)
    if text is None:
        return None, tuple(problems)
    src, more = source.read_yaml(text, name)
    if more:
        return None, (*problems, *more)
    value, more = validate(model, src)
    return value, (*problems, *more)


def read_texts(kind: str, overrides: Path | None = None) -> tuple[dict[str, str], list[Problem]]:
    """Path below the kind's folder -> text of every file there, such as templates."""
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for name, path in sorted(_files(kind, "**/*", overrides).items()):
        try:
            text, found = source.decode(path.read_bytes(), _shown(path))
        except OSError as error:
            text, found = None, [Problem(Place(_shown(path)), "AA011", f"cannot be read: {error.strerror}")]
        problems += found
        if text is not None:
            texts[name] = text
    return texts, problems


def _files(kind: str, pattern: str, overrides: Path | None) -> dict[str, Path]:
    """Name -> file, the override's where there is one; names keep their suffix unless they are data files."""
    files: dict[str, Path] = {}
    for base in (PACKAGE, overrides):
        folder = base / kind if base else None
        if folder is None or not folder.is_dir():
            continue
        for path in folder.glob(pattern):
            if path.is_file():
                name = path.stem if pattern == "*.yml" else path.relative_to(folder).as_posix()
                files[name] = path
    return files


def _shown(path: Path) -> str:
    """How a data file is called in problems: from the folder that holds `generator` or `faq`."""
    for parent in path.parents:
        if parent.name in {"generator", "faq"}:
            return path.relative_to(parent.parent).as_posix()
    return path.as_posix()
