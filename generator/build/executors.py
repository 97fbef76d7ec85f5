"""Who renders pictures: this process, several of our own, or the executor that one is given."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor

from generator.build import rendering
from generator.build.rendering import Job, Rendered

_PROCESSES_FROM = 300
"""Pictures from which starting more processes costs less than it saves."""
_BATCH = 16
"""Pictures that are made at once, by whomever; what they share travels once."""


def render_all(jobs: Sequence[Job], executor: Executor | None = None) -> Iterator[Rendered]:
    """The files of jobs in their order, whoever makes them; what workers that died leave behind is made here."""
    batches = [jobs[start : start + _BATCH] for start in range(0, len(jobs), _BATCH)]
    done = 0
    if executor:
        with contextlib.suppress(BrokenExecutor):
            for rendered in executor.map(rendering.render_batch, batches):
                done += 1
                yield from rendered
    for batch in batches[done:]:
        yield from rendering.render_batch(batch)


@contextlib.contextmanager
def workers(jobs: int) -> Iterator[Executor | None]:
    """Processes of our own, where there are jobs and processors enough; left at once when somebody interrupts.

    Threads do not pay: what needs no Python is too short for what handing over costs.
    """
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if jobs < _PROCESSES_FROM or processors < 2:
        yield None
        return
    pool = _processes(processors)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _processes(count: int) -> Executor:
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - few pictures need none
    from multiprocessing import get_context  # noqa: PLC0415

    return ProcessPoolExecutor(count, get_context("spawn"), _leave_interrupts_to_the_parent)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
