"""Full and incremental builds: one entry edited must take at most a tenth of the time of a build from nothing.

    python benchmarks/incremental.py [ENTRIES OF 6 LANGUAGES] [ENTRIES OF ONE LANGUAGE ...]

First six languages (seven sites, with Serbian in Latin letters), then one language beside plain MkDocs + Material on
the same Markdown, which is the docs tree that our build made, entries out of the navigation. Every build is a process
of its own. Builds after an edit are the median of three.
"""

from __future__ import annotations

import re
import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from projects import LANGUAGES, Taken, build, file, make, run

EDITS = 3


def main() -> None:
    """Print times and ratios."""
    counts = [int(argument) for argument in sys.argv[1:]] or [1000, 1000, 3000]
    with tempfile.TemporaryDirectory() as name:
        print(f"{len(LANGUAGES)} languages x {counts[0]} entries")
        compare(Path(name) / "six", counts[0], LANGUAGES)
    for count in counts[1:]:
        with tempfile.TemporaryDirectory() as name:
            root = Path(name) / "one"
            print(f"1 language x {count} entries")
            whole = compare(root, count, ("en",))
            line("plain MkDocs + Material", plain(root), whole)


def compare(root: Path, count: int, languages: tuple[str, ...]) -> Taken:
    """A build from nothing and builds after edits; what the first took."""
    make(root, count, languages)
    whole = build(root)
    line("from nothing", whole, whole)
    line("one entry edited", after(root, lambda n: edit(root, n)), whole)
    line("one fact changed", after(root, lambda n: change_fact(root, n)), whole)
    line("nothing changed", after(root, lambda _: None), whole)
    return whole


def line(name: str, taken: Taken, whole: Taken) -> None:
    """One row: seconds, and what part of the build from nothing they are."""
    wall, cpu = (
        f"{taken.wall:7.1f} s {taken.wall / whole.wall:6.3f}",
        f"{taken.cpu:7.1f} s {taken.cpu / whole.cpu:6.3f}",
    )
    print(f"  {name:<24} wall {wall}   processor {cpu}", flush=True)


def after(root: Path, change: Callable[[int], None]) -> Taken:
    """The build after a change, the median of several."""
    times = []
    for n in range(EDITS):
        change(n)
        times.append(build(root))
    return median(times)


def edit(root: Path, n: int) -> None:
    """Another answer in one language."""
    path = file(root, n, "en")
    path.write_text(path.read_text(encoding="utf-8") + f"\nEdited {n}.\n", encoding="utf-8")


def change_fact(root: Path, n: int) -> None:
    """Another value of a fact that a two-hundredth of the entries use, in all languages."""
    path = root / "faq/facts.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^days_7: .*", f"days_7: {{days: {500 + n}}}", text), encoding="utf-8")


def median(times: Sequence[Taken]) -> Taken:
    """Of each time on its own."""
    return Taken(statistics.median(t.wall for t in times), statistics.median(t.cpu for t in times))


def plain(root: Path) -> Taken:
    """The engine alone on the whole docs tree, the median of several."""
    # A language whose record is gone is built whole, so the tree that is left there is whole too.
    state = root / "build/work/en/state"
    state.unlink()
    build(root)
    folder = state.parent
    command = [sys.executable, "-m", "mkdocs", "build", "--clean", "--site-dir", str(root / "plain")]
    return median([run(command, folder) for _ in range(EDITS)])


if __name__ == "__main__":
    if len(sys.argv) > 1 and not all(argument.isdigit() for argument in sys.argv[1:]):
        sys.exit(__doc__)
    main()
