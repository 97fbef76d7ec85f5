"""A whole build (check, cards, pages, desk) of 1,000 and 3,000 entries in one language: it must grow linearly.

    python benchmarks/site.py [SMALL LARGE]

Each build starts from an empty folder, in a process of its own; wall time. Target: three times the entries take at
most 3.3 times as long.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from projects import build, make


def main() -> None:
    """Print both times and their ratio."""
    counts = [int(argument) for argument in sys.argv[1:]] or [1000, 3000]
    times = [whole(count) for count in counts]
    for count, taken in zip(counts, times, strict=True):
        print(f"{count:>6} entries {taken:7.1f} s")
    print(f"ratio          {times[1] / times[0]:7.2f}  (target {1.1 * counts[1] / counts[0]:.1f})")


def whole(count: int) -> float:
    """Seconds of one build from nothing."""
    with tempfile.TemporaryDirectory() as name:
        make(Path(name), count)
        return build(Path(name)).wall


if __name__ == "__main__":
    main()
