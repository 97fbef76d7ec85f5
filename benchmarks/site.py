"""A whole build (check, cards, pages, desk) of 1,000 and 3,000 entries in one language: it must grow linearly.

    python benchmarks/site.py [SMALL LARGE]

Each build starts from an empty folder, in a process of its own; wall time. Target: three times the entries take at
most 3.3 times as long.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

WORDS = "Parcels arrive in two working days and you get a tracking link by e-mail when yours leaves the shop"


def main() -> None:
    """Print both times and their ratio."""
    counts = [int(argument) for argument in sys.argv[1:]] or [1000, 3000]
    times = [build(count) for count in counts]
    for count, taken in zip(counts, times, strict=True):
        print(f"{count:>6} entries {taken:7.1f} s")
    print(f"ratio          {times[1] / times[0]:7.2f}  (target {1.1 * counts[1] / counts[0]:.1f})")


def build(count: int) -> float:
    """Seconds of one build."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        make(root, count)
        start = time.perf_counter()
        command = [sys.executable, "-m", "generator", "--root", name, "build", "--today", "2026-11-22"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - start


def make(root: Path, count: int) -> None:
    """A project of `count` entries of about 120 words in 20 topics."""
    (root / "faq").mkdir()
    (root / "mkdocs.yml").write_text("site_name: Bench\nsite_url: https://faq.example.org/\n", encoding="utf-8")
    (root / "faq/faq.yml").write_text("name: Bench\nlanguages: [en]\n", encoding="utf-8")
    for n in range(count):
        topic = root / "faq" / f"topic-{n % 20}"
        topic.mkdir(exist_ok=True)
        (topic / "_topic.yml").write_text(f"title: {{en: Topic {n % 20}}}\n", encoding="utf-8")
        (topic / f"entry-{n}.en.md").write_text(entry(n, count), encoding="utf-8")


def entry(n: int, count: int) -> str:
    """One entry."""
    return f"""---
question: What happens with order number {n}, and when does it arrive?
short: {WORDS}.
---
{WORDS}. {WORDS}. See [the next one](entry:entry-{(n + 1) % count}).

## First {{#first}}

- {WORDS}
- {WORDS}

## Second {{#second}}

{WORDS}. {WORDS}.
"""


if __name__ == "__main__":
    main()
