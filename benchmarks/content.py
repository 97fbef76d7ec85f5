"""Reading, validating and checking 6,000 entry files against the least it can cost: YAML's C loader and pydantic.

    python benchmarks/content.py [ENTRIES]

The files are the demo's 24 entries in six languages, again and again under other ids. Both sides run in this process in
turn, several times; the least processor time of each counts, which other programs disturb less. Target: at most 1.5.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from generator.content.load import load
from generator.content.schema.entry import SourceEntry, Translation
from generator.problems import has_errors, summary

DEMO = Path(__file__).parent.parent / "faq"
ROUNDS = 7


def main() -> None:
    """Print both times and their ratio."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        files = make(root, count)
        rounds = [(seconds(lambda: floor(root)), seconds(lambda: ours(root))) for _ in range(ROUNDS)]
    floor_time, our_time = (min(times) for times in zip(*rounds, strict=True))
    print(f"files                                 {files}")
    print(f"floor (read, CSafeLoader, pydantic)   {floor_time:.2f} s")
    print(f"load (read, validate, fill, check)    {our_time:.2f} s")
    print(f"ratio                                 {our_time / floor_time:.2f}  (target 1.5)")


def seconds(run: Callable[[], None]) -> float:
    """Processor time of one run."""
    start = time.process_time()
    run()
    return time.process_time() - start


def floor(root: Path) -> None:
    """What any reader must do."""
    for path in sorted((root / "faq").glob("*/*.md")):
        _, front, _ = path.read_bytes().decode().split("---\n", 2)
        data = yaml.load(front, Loader=yaml.CSafeLoader)
        if path.name.endswith(".en.md"):
            SourceEntry.model_validate({k: str(v) if k in {"reviewed", "order"} else v for k, v in data.items()})
        else:
            Translation.model_validate({k: str(v) if k == "source" else v for k, v in data.items()})


def ours(root: Path) -> None:
    """What `faq check` does."""
    _, problems = load(root, both_scripts=False)
    if has_errors(problems):
        sys.exit(f"the benchmark's own content has {summary(problems)}")


def make(root: Path, count: int) -> int:
    """A project of `count` entries in six languages; how many files they are."""
    (root / "faq").mkdir()
    (root / "mkdocs.yml").write_text("site_name: Bench\nsite_url: https://faq.example.org/\n", encoding="utf-8")
    settings = (DEMO / "faq.yml").read_text(encoding="utf-8")
    lines = [line for line in settings.split("\n") if not line.startswith("home:")]
    (root / "faq/faq.yml").write_text("\n".join(lines), encoding="utf-8")
    (root / "faq/facts.yml").write_bytes((DEMO / "facts.yml").read_bytes())
    entries = sorted(DEMO.glob("*/*.en.md"))
    entries = [path for path in entries if path.parent.name != "replies"]
    rounds = -(-count // len(entries))
    files = 0
    for turn in range(rounds):
        for path in entries[: count - turn * len(entries)]:
            files += copies(path, root / "faq" / path.parent.name, turn)
    return files


def copies(path: Path, folder: Path, turn: int) -> int:
    """One entry in all languages under another id; links lead to the first copies."""
    folder.mkdir(exist_ok=True)
    (folder / "_topic.yml").write_bytes((path.parent / "_topic.yml").read_bytes())
    id_ = path.name.removesuffix(".en.md")
    files = sorted(path.parent.glob(f"{id_}.*.md"))
    for file in files:
        name = file.name if turn == 0 else file.name.replace(id_, f"{id_}-{turn}", 1)
        (folder / name).write_bytes(file.read_bytes())
    return len(files)


if __name__ == "__main__":
    main()
