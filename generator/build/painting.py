"""The folder of painted cards: what an earlier build made is kept, the rest is made by one process or by several."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from generator import files, memo
from generator.build import pictures, rendering
from generator.build.bench import Task
from generator.build.pictures import Known
from generator.build.rendering import Composed, Job, Rendered
from generator.problems import Place

K = TypeVar("K")
Progress: TypeAlias = Callable[[int, int], None]

_MANIFEST = "composed"
_POOL_FROM = 300
"""Cards from which starting more processes costs less than it saves."""
_CHUNK = 16
"""Cards that a process takes at once; what they share travels once."""


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

    Missing ones are made by `executor`, or by processes of our own where they are many. Whatever stops the work, a
    manifest is left of what is done, so that the next build goes on from there.
    """
    made = {key: _recalled(known[task.made_of], task) for key, task in tasks.items() if task.made_of in known}
    missing = [key for key in tasks if key not in made]
    jobs = [tasks[key].job() for key in missing]
    try:
        with _workers(len(jobs)) if executor is None else contextlib.nullcontext(executor) as workers:
            for count, rendered in enumerate(render_all(jobs, workers)):
                key = missing[count]
                made[key] = keep(rendered, tasks[key], folder)
                progress(count + 1, len(missing))
    finally:
        if missing:
            _note({**known, **_rows(made.values(), {task.made_of: task.place for task in tasks.values()})}, folder)
    return {key: made[key] for key in tasks}


def render_all(jobs: Sequence[Job], executor: Executor | None = None) -> Iterator[Rendered]:
    """The files of jobs in their order, whoever makes them; what workers that died leave behind is made here."""
    done = 0
    if executor:
        with contextlib.suppress(BrokenExecutor):
            for rendered in executor.map(rendering.render, jobs, chunksize=_CHUNK):
                done += 1
                yield rendered
    yield from map(rendering.render, jobs[done:])


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


@contextlib.contextmanager
def _workers(jobs: int) -> Iterator[Executor | None]:
    """Processes of our own, where there are jobs and processors enough; left at once when somebody interrupts."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if jobs < _POOL_FROM or processors < 2:
        yield None
        return
    pool = ProcessPoolExecutor(processors, get_context("spawn"), _leave_interrupts_to_the_parent)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
