"""Permanent links of a project: the lock brought up to date, and repairs of what was renamed, split or deleted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from generator.build.project import Project, read_project
from generator.content.library import Library
from generator.files import read_tree
from generator.links import titles
from generator.links.live import Live
from generator.links.lock import PATH, Key, Lock, Row, format_lock
from generator.links.reconcile import owed, reconcile
from generator.links.reconcile import unlocked as not_locked
from generator.links.target import Target, address_of, parse_target
from generator.links.work import Changes, Texts
from generator.problems import Place, Problem, has_errors
from generator.site.dates import Dates

UNKNOWN = date.min
"""The day of addresses that are not published yet, where nobody said what day it is."""
Repair = Callable[[Live, Texts], tuple[Changes, list[Problem]]]


def current(project: Project, today: date = UNKNOWN) -> dict[Key, Row]:
    """The lock as this build publishes it."""
    published = project.published
    return reconcile(project.live, owed(project.live, published.lock, published.committed), today)


def unlocked(project: Project) -> list[Problem]:
    """A warning of addresses that the lock lacks (AA208); an FAQ that was never built has none."""
    published = project.published
    return not_locked(project.live, published.lock) if published.text else []


def dates(library: Library, lock: Lock) -> Dates:
    """When each answer appeared, and when its meaning last changed."""
    since = {
        (row.target.name, row.lang): row.since
        for row in lock.values()
        if row.state == "live" and not row.anchor and row.target.kind == "entry" and row.since != UNKNOWN
    }
    changed = {}
    for entry in library:
        days = [edit.on for edit in entry.meta.edits if edit.grade != "typo"]
        state = library.standing.get((entry.id, entry.lang))
        if days and (entry.lang == library.settings.source or (state and state.standing in {"fresh", "typo"})):
            changed[entry.id, entry.lang] = max(days)
    return Dates(since={key: day for key, day in since.items() if key[1] in library.by_id[key[0]]}, changed=changed)


def rows(project: Project, lock: Lock) -> Iterator[dict[str, str]]:
    """Every address with where it leads, for people and programs, sorted."""
    addresses, settings = project.addresses, project.library.settings
    for row in sorted(lock.values()):
        lang = row.lang if row.lang in project.library.languages else settings.source
        target = row.target.whole if row.state == "withdrawn" else row.target
        own = row.path + (f"#{row.anchor}" if row.anchor else "")
        yield {
            "language": row.lang,
            "address": addresses.absolute(own),
            "entry": str(row.target),
            "since": row.since.isoformat(),
            "state": row.state,
            "destination": addresses.absolute(own if row.state == "live" else address_of(target, lang, addresses)),
        }


def kept(project: Project, lock: Lock, today: date) -> dict[str, bytes]:
    """What is to be kept of a build that is published: `_links.tsv` and `_titles.tsv`."""
    now = titles.asked(project.library, project.published.titles, today)
    return {PATH: format_lock(lock).encode(), titles.PATH: titles.format_titles(now).encode()}


def repair(root: Path, change: Repair) -> tuple[dict[str, bytes | None], list[Problem]]:
    """Files to write (None: to delete) below the project's folder, and why not.

    Problems of links do not stand in the way, since this is how they are mended; nor does anything that stays as it is.
    """
    project, problems = read_project(root, both_scripts=False)
    if project is None:
        return {}, problems
    texts, unreadable = _texts(root)
    if unreadable:
        return {}, unreadable
    changes, found = change(project.live, texts)
    if has_errors(found):
        return {}, found
    return {path: None if text is None else text.encode() for path, text in changes.items()}, found


def _texts(root: Path) -> tuple[dict[str, str], list[Problem]]:
    """Every text that people wrote. What loading passes over or refuses is none: hidden files, and links."""
    texts, problems = {}, []
    for folder in ("faq", "docs"):
        for name, content in read_tree(root / folder).items():
            path = f"{folder}/{name}"
            if path.endswith((".md", ".yml")) and not name.startswith("_d") and not _hidden(root, path):
                try:
                    texts[path] = content.decode()
                except UnicodeDecodeError:
                    problems.append(Problem(Place(path), "AA000", "this is not UTF-8 text", "save it as UTF-8"))
    return texts, problems


def _hidden(root: Path, path: str) -> bool:
    return any(part.startswith(".") for part in path.split("/")) or (root / path).is_symlink()


def target(text: str) -> Target:
    """What somebody named on a command line. Raises ValueError."""
    found = parse_target(text)
    if found is None:
        raise ValueError(f"{text!r} names nothing; write an entry's id, entry#heading, topic:<id> or page:<name>")
    return found
