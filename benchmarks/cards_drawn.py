"""Draws the jobs in a file as the build does, and tells how it went. Run by cards.py, in its own process.

    python benchmarks/cards_drawn.py JOBS FOLDER

It imports nothing that drawing does not need, so that its memory and its first card are those of a worker.
"""

from __future__ import annotations

import json
import pickle
import resource
import sys
import time
from pathlib import Path

from generator.build import executors
from generator.build.rendering import Job


def main() -> None:
    """The first card by the clock, and of the others what they took of the clock's time and of the processor's."""
    source, folder = sys.argv[1:]
    jobs = pickle.loads(Path(source).read_bytes())  # noqa: S301 - our own
    draw(jobs[:1], Path(folder), 0)
    first, clock, processor = time.time(), time.perf_counter(), time.process_time()
    draw(jobs[1:], Path(folder), 1)
    clock, processor = time.perf_counter() - clock, time.process_time() - processor
    each = 1000 / max(1, len(jobs) - 1)
    print(json.dumps({"first": first, "clock": clock * each, "cpu": processor * each, "rss": most_memory()}))


def draw(jobs: list[Job], folder: Path, start: int) -> None:
    """Numbered files."""
    for number, rendered in enumerate(executors.render_all(jobs), start):
        (folder / f"{number}.png").write_bytes(rendered.content)


def most_memory() -> float:
    """MiB at most. What getrusage tells is never less than what the process had that started this one."""
    status = Path("/proc/self/status")
    if not status.is_file():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    (line,) = (line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main()
