"""`faq diff`: the working folder held against a revision in Git; reads both and writes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator import files
from generator.build.comparing import Review, brought, compare
from generator.build.project import Project, read_project
from generator.build.published import Published
from generator.build.revision import CODE, exported
from generator.content.library import Library
from generator.links.live import Live
from generator.problems import Place, Problem

_WHOLE = ("faq/faq.yml", "mkdocs.yml")
_FOLDERS = ("faq/_data", "docs", "overrides")


def review(root: Path, revision: str, *, merge_base: bool = False) -> tuple[Review | None, list[Problem]]:
    """What leads from a revision to the working folder; None, and why, where one of them cannot be read.

    Errors that were there before do not matter here: `faq check` tells them.
    """
    new, problems = read_project(root)
    if new is None:
        return None, problems
    with exported(root, revision, merge_base=merge_base) as (folder, refused):
        if folder is None:
            return None, refused
        old, known = read_project(folder)
        if old is None and (folder / "faq/faq.yml").exists():
            message = f"the faq/faq.yml of '{revision}' cannot be used, so there is nothing to compare with"
            return None, [Problem(Place("faq/faq.yml"), CODE, message, "name a later revision")]
        return compare(old or _nothing(new), new, list(_others(folder, root)), brought(known, problems)), []


def _nothing(project: Project) -> Project:
    """The same project before anything was written: a revision that has no FAQ yet."""
    library = Library.of((), settings=project.library.settings, languages=project.library.languages, topics=())
    return replace(
        project,
        library=library,
        live=Live(library=library, addresses=project.addresses),
        published=Published(),
        draft_files={},
        drafts=(),
        ledger=(),
    )


def _others(old: Path, new: Path) -> Iterator[str]:
    """Settings, data files, pictures and templates that differ."""
    before, now = (dict(_settings(root)) for root in (old, new))
    return (path for path in sorted({*before, *now}) if before.get(path) != now.get(path))


def _settings(root: Path) -> Iterator[tuple[str, str]]:
    """Path and digest of every file that is no entry, page, reply, topic, fact, draft or record."""
    for path in _WHOLE:
        if (root / path).is_file():
            yield path, files.digest((root / path).read_bytes())
    for folder in _FOLDERS:
        names = [name for name in files.paths(root / folder) if not name.endswith((".md", ".pyc"))]
        yield from ((f"{folder}/{name}", digest) for name, digest in files.digests(root / folder, names).items())
