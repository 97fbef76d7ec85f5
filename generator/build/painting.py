"""The folder of painted cards: what an earlier build made is kept, the rest is made."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from generator import files, memo
from generator.build import executors, pictures
from generator.build.bench import Task
from generator.build.pictures import Known
from generator.build.rendering import Composed, Rendered
from generator.problems import Place

K = TypeVar("K")
Progress: TypeAlias = Callable[[int, int], None]

_MANIFEST = "composed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What came of a picture: a file below the folder, or only problems."""

    made_of: str
    composed: Composed
    digest: str
    """Of the file; empty where there is none."""


def recall(folder: Path) -> Known:
    """The cards that this very program painted into a folder and nobody changed since. Reads only."""
    rows = memo.read(folder / _MANIFEST, memo.program()) or {}
    present = files.digests(folder, [row[1] for row in rows.values() if row[1]])
    return {made_of: row for made_of, row in rows.items() if not row[1] or present.get(row[1]) == row[0]}


def draw(
    tasks: Mapping[K, Task],
    folder: Path,
    known: Known,
    progress: Progress = lambda _done, _all: None,
    executor: Executor | None = None,
) -> dict[K, Made]:
    """Every picture as a file of the folder, or why there is none; in the order of the tasks.

    Missing ones are made by `executor`, or by processes of our own where they are many. Whatever stops
    the work, a manifest is left of what is done, so that the next build goes on from there.
    """
    made = {key: _recalled(known[task.made_of], task) for key, task in tasks.items() if task.made_of in known}
    missing = [key for key in tasks if key not in made]
    jobs = [tasks[key].job() for key in missing]
    try:
        with executors.workers(len(jobs)) if executor is None else contextlib.nullcontext(executor) as workers:
            for count, rendered in enumerate(executors.render_all(jobs, workers)):
                key = missing[count]
                made[key] = keep(rendered, tasks[key], folder)
                progress(count + 1, len(missing))
    finally:
        if missing:
            _note({**known, **_rows(made.values(), {task.made_of: task.place for task in tasks.values()})}, folder)
    return {key: made[key] for key in tasks}


def remember(made: Collection[Made], tasks: Collection[Task], folder: Path, kept: Collection[str] = ()) -> None:
    """What `recall` gives the next build; files that nothing shows any more are deleted, but for those `kept`."""
    files.delete_others({_MANIFEST, *(one.composed.file for one in made), *kept}, folder)
    _note(_rows(made, {task.made_of: task.place for task in tasks}), folder)


def _note(rows: Known, folder: Path) -> None:
    memo.write(folder / _MANIFEST, memo.program(), dict(sorted(rows.items())))


def _rows(made: Collection[Made], places: Mapping[str, Place]) -> dict[str, Sequence[Any]]:
    """As the manifest has them. What is wrong elsewhere than in the card's words is looked for again each time."""
    rows: dict[str, Sequence[Any]] = {}
    for one in made:
        card = one.composed
        if all(problem.place == places[one.made_of] for problem in card.problems):
            rows[one.made_of] = pictures.row(card, one.digest)
    return rows


def _recalled(row: Sequence[Any], task: Task) -> Made:
    return Made(made_of=task.made_of, composed=pictures.recalled(row, task), digest=row[0])


def keep(rendered: Rendered, task: Task, folder: Path) -> Made:
    """Write a rendered file."""
    card = rendered.composed
    if card.file:
        files.write_file(folder / card.file, rendered.content, durable=False)
    return Made(made_of=task.made_of, composed=card, digest=files.digest(rendered.content) if card.file else "")
