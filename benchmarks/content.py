"""Reading, validating and checking 6,000 entry files against the least it can cost: YAML's C loader and pydantic.

    python benchmarks/content.py [ENTRIES]

Both sides run in this process, one after the other, several times; the best of each counts. Target: at most 1.5.
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

LANGUAGES = ("en", "hr", "sr", "sl", "cs", "bg")
WORDS = {"sr": "Пакет стиже за ", "bg": "Пратката пристига за "}


def main() -> None:
    """Print both times and their ratio."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        make(root, count)
        rounds = [(best(lambda: floor(root), 1), best(lambda: ours(root), 1)) for _ in range(5)]
        floor_time, our_time = (min(times) for times in zip(*rounds, strict=True))
        print(f"files {count * len(LANGUAGES)}")
        print(f"floor (read, CSafeLoader, pydantic)   {floor_time:.2f} s")
        print(f"load (read, validate, fill, check)    {our_time:.2f} s")
        print(f"ratio                                 {our_time / floor_time:.2f}  (target 1.5)")


def best(run: Callable[[], None], rounds: int) -> float:
    """The least of several runs, in seconds of processor time, which other programs disturb less."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return min(times)


def floor(root: Path) -> None:
    """What any reader must do."""
    for path in sorted((root / "faq").rglob("*.md")):
        _, front, _ = path.read_bytes().decode().split("---\n", 2)
        data = yaml.load(front, Loader=yaml.CSafeLoader)
        model = SourceEntry if path.name.endswith(".en.md") else Translation
        data = {k: str(v) if k in {"reviewed", "order"} else v for k, v in data.items()}
        model.model_validate(data)


def ours(root: Path) -> None:
    """What `faq check` does."""
    _, problems = load(root)
    if has_errors(problems):
        sys.exit(f"the benchmark's own content has {summary(problems)}")


def make(root: Path, count: int) -> None:
    """A folder of `count` entries in six languages, with facts, links, headings and lists."""
    (root / "faq").mkdir()
    (root / "mkdocs.yml").write_text("site_name: Bench\nsite_url: https://faq.example.org/\n", encoding="utf-8")
    (root / "faq/faq.yml").write_text(f"name: Bench\nlanguages: [{', '.join(LANGUAGES)}]\n", encoding="utf-8")
    (root / "faq/facts.yml").write_text(
        "delivery: {days: [2, 3]}\nprice: {money: 4 EUR, cs: 100 CZK}\n", encoding="utf-8"
    )
    for n in range(count):
        topic = root / "faq" / f"topic-{n % 20}"
        if not topic.exists():
            topic.mkdir()
            titles = ", ".join(f"{code}: Topic {n}" for code in LANGUAGES)
            (topic / "_topic.yml").write_text(f"title: {{{titles}}}\n", encoding="utf-8")
        for lang in LANGUAGES:
            (topic / f"entry-{n}.{lang}.md").write_text(entry(n, count, lang), encoding="utf-8")


def entry(n: int, count: int, lang: str) -> str:
    """One entry of about 120 words."""
    words = WORDS.get(lang, "Balíček dorazí, paket stiže za ")
    only = "reviewed: 2026-11-01\nreview_every: 180 days\nseason: 11-15..12-24\ntags: [delivery, parcels]\norder: 3\n"
    return f"""---
question: {words}? ({n})
short: {words} {{{{ delivery }}}}, {words}.
also_asked: [{words}, "{words}?", {words} a]
{only if lang == "en" else ""}---
{words} {{{{ delivery }}}} {words * 5}. [{words}](entry:entry-{(n + 1) % count}#first).

## {words} {{#first}}

- {words * 4}: {{{{ price }}}}
- {words * 4}
- {words * 4}

## {words} {{#second}}

{words * 12}
"""


if __name__ == "__main__":
    main()
