"""Draws the jobs in a file, as a worker of the build does, and tells how it went. Run by cards.py, in its own process.

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

from generator.build.rendering import render


def main() -> None:
    """The first card by the clock, the others by the processor."""
    jobs, folder, first = pickle.loads(Path(sys.argv[1]).read_bytes()), Path(sys.argv[2]), 0.0  # noqa: S301 - our own
    begun = time.process_time()
    for number, job in enumerate(jobs):
        (folder / f"{number}.png").write_bytes(render(job).content)
        if not first:
            first, begun = time.time(), time.process_time()
    cpu = (time.process_time() - begun) * 1000 / max(1, len(jobs) - 1)
    print(json.dumps({"first": first, "cpu": cpu, "rss": most_memory()}))


def most_memory() -> float:
    """MiB at most. What getrusage tells is never less than what the process had that started this one."""
    status = Path("/proc/self/status")
    if not status.is_file():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    (line,) = (line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main()
