"""A small FAQ that was published, and a bench to mend its links on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.content.load import load
from generator.links import Addresses, checks
from generator.links.live import Live
from generator.links.lock import Key, Row, format_lock
from generator.links.reconcile import losses, reconcile
from generator.links.target import Target, parse_target
from generator.links.work import Changes
from generator.problems import Problem

FIRST = date(2026, 1, 1)
FILES: Mapping[str, str] = {
    "mkdocs.yml": "site_url: https://faq.example.org/\n",
    "faq/faq.yml": "name: Example\nlanguages: [en, hr, sr]\nhome:\n  - delivery-time  # first\n  - cost\n",
    "faq/delivery/_topic.yml": "title: {en: Delivery, hr: Dostava, sr: Достава}\n",
    "faq/returns/_topic.yml": "title: {en: Returns, hr: Povrat, sr: Повраћај}\n",
    "faq/delivery/delivery-time.en.md": (
        "---\nquestion: How long does delivery take?\nshort: Two days.\n---\n"
        "Two days, see [the cost](entry:cost#weight).\n\n"
        "## Follow your parcel {#tracking}\n\nBy its number.\n\n### By phone {#phone}\n\nCall us.\n\n"
        "## Abroad {#abroad}\n\nFive days.\n"
    ),
    "faq/delivery/delivery-time.hr.md": (
        "---\nquestion: Koliko traje dostava?\nshort: Dva dana.\n---\nDva dana.\n\n"
        "## Praćenje paketa {#tracking}\n\nPo broju.\n\n## Inozemstvo {#abroad}\n\nPet dana.\n"
    ),
    "faq/delivery/delivery-time.sr.md": (
        "---\nquestion: Колико траје достава?\nshort: Два дана.\n---\nДва дана.\n\n## Иностранство {#abroad}\n\nПет.\n"
    ),
    "faq/delivery/cost.en.md": (
        "---\nquestion: What does delivery cost?\nshort: Four euros.\n---\n"
        "See [tracking](entry:delivery-time#tracking), [time](entry:delivery-time) and `entry:delivery-time`.\n\n"
        "## By weight {#weight}\n\nMore.\n"
    ),
    "docs/about.en.md": "---\ntitle: About us\ndescription: Who.\n---\nSee [time](entry:delivery-time#abroad).\n",
}


class Bench:
    """A folder of content, and its lock."""

    def __init__(self, root: Path, files: Mapping[str, str]) -> None:
        self.root = root
        self.texts: dict[str, str] = {}
        self.lock: dict[Key, Row] = {}
        for path, text in {**FILES, **files}.items():
            self.write(path, text)

    def write(self, path: str, text: str) -> None:
        self.texts[path] = text
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode())

    def delete(self, path: str) -> None:
        del self.texts[path]
        (self.root / path).unlink()

    def replace(self, path: str, old: str, new: str) -> None:
        assert old in self.texts[path]
        self.write(path, self.texts[path].replace(old, new))

    def live(self) -> Live:
        library, problems = load(self.root)
        assert library, problems
        return Live(library=library, addresses=Addresses(base=library.settings.url, source=library.settings.source))

    def publish(self, day: date = FIRST) -> None:
        self.lock = reconcile(self.live(), self.lock, day)

    def lost(self) -> list[str]:
        """What `faq check` says of addresses that were published."""
        return firsts(losses(self.live(), self.lock, format_lock(self.lock)))

    def errors(self) -> list[str]:
        """What `faq check` says of the content."""
        library, problems = load(self.root)
        assert library
        return firsts([p for p in [*problems, *checks.check(self.live())] if p.severity == "error"])

    def mend(self, repair: Callable[..., tuple[Changes, list[Problem]]], *arguments: Any, **options: Any) -> list[str]:
        """Do a repair and lay down its changes; what stood against it."""
        changes, problems = repair(self.live(), dict(self.texts), *arguments, **options)
        assert not (changes and problems)
        for path, text in changes.items():
            if text is None:
                self.delete(path)
            else:
                self.write(path, text)
        return [problem.message for problem in problems]


def firsts(problems: list[Problem]) -> list[str]:
    return [str(problem).split("\n")[0] for problem in sorted(problems)]


def named(text: str) -> Target:
    found = parse_target(text)
    assert found
    return found


@pytest.fixture(name="named")
def _named() -> Callable[[str], Target]:
    """`named("delivery-time#tracking")`, as people write it."""
    return named


@pytest.fixture
def bench(tmp_path: Path) -> Callable[..., Bench]:
    """`bench({path: text})`: the FAQ, with files added or replaced, published on the first of January."""

    def make(files: Mapping[str, str] | None = None) -> Bench:
        made = Bench(tmp_path / "faq", files or {})
        made.publish()
        return made

    return make
