"""Whatever is edited, the next build makes what a build from nothing makes; with --explain it says what it did."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from subprocess import CompletedProcess
from typing import Protocol

import pytest

from generator import files
from generator.build import bring, publish
from generator.files import read_tree
from generator.problems import has_errors

Faq = Callable[..., CompletedProcess[str]]
TODAY = date(2026, 11, 22)
WORDS = ["parcel", "return", "garden", "order", "seed", "weather", "invoice", "voucher", "colour", "letter"]


class Fake(Protocol):
    """The engine of tests/conftest.py."""

    given: dict[str, list[str]]


class Project:
    """A folder with entries in two languages, and what is done to it."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root, self.random, self.count = root, random.Random(seed), 0  # noqa: S311 - no secret
        tree, _ = bring.init(root, ["en", "hr"], "Zrno")
        files.write(tree, root)
        self.edit("faq/facts.yml", lambda text: text + "packing: {hours: 3}\nlimit: {days: 9}\n")
        for _ in range(5):
            self.new_entry()

    def edit(self, path: str, change: Callable[[str], str]) -> None:
        file = self.root / path
        file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")

    def entry(self) -> Path:
        return self.random.choice(sorted(self.root.glob("faq/about/made-*.en.md")))

    def word(self) -> str:
        self.count += 1
        return f"{self.random.choice(WORDS)} {self.count}"

    def text(self, lang: str) -> str:
        link = f" See [this](entry:{self.entry().name.partition('.')[0]})." if self.count > 5 and lang == "en" else ""
        fact = self.random.choice(["{{ packing }}", "{{ limit }}", "nothing"])
        return (
            f"---\nquestion: What about {self.word()}?\nshort: Of {self.word()}.\n---\n"
            f"It is {fact}.{link}\n\n## More {{#more}}\n\nOf {self.word()}.\n"
        )

    def new_entry(self) -> None:
        name = self.root / f"faq/about/made-{self.count}.en.md"
        name.write_text(self.text("en"), encoding="utf-8")

    def reword(self) -> None:
        self.entry().write_text(self.text("en"), encoding="utf-8")

    def change_answer(self) -> None:
        path = self.entry().relative_to(self.root).as_posix()
        self.edit(path, lambda text: text + f"\nAlso {self.word()}.\n")

    def delete(self) -> None:
        gone = self.entry()
        for path in self.root.glob(f"faq/about/{gone.name.partition('.')[0]}.*.md"):
            path.unlink()
        for path in self.root.glob("faq/about/*.md"):
            name = gone.name.partition(".")[0]
            path.write_text(path.read_text(encoding="utf-8").replace(f" See [this](entry:{name}).", ""), "utf-8")

    def change_fact(self) -> None:
        packing = f"packing: {{hours: {self.random.randint(4, 99)}}}"
        self.edit("faq/facts.yml", lambda text: re.sub("packing: .*", packing, text))

    def change_topic(self) -> None:
        self.edit("faq/about/_topic.yml", lambda text: re.sub(r"en: [^,}\n]+", f"en: {self.word()}", text, count=1))

    def change_configuration(self) -> None:
        self.edit("mkdocs.yml", lambda text: re.sub(r"(?m)^site_name: .*", f"site_name: {self.word()}", text))

    def translate(self) -> None:
        made = self.entry()
        (made.parent / made.name.replace(".en.", ".hr.")).write_text(self.text("hr"), encoding="utf-8")

    def untranslate(self) -> None:
        for path in sorted(self.root.glob("faq/about/made-*.hr.md"))[:1]:
            path.unlink()

    def write_page(self) -> None:
        (self.root / "docs").mkdir(exist_ok=True)
        (self.root / "docs/how.en.md").write_text(
            f"---\ntitle: How {self.word()}\ndescription: So\n---\nSo.\n", encoding="utf-8"
        )

    def change_look(self) -> None:
        file = self.root / "overrides/partials/copyright.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(self.word(), encoding="utf-8")

    def nothing(self) -> None:
        pass

    @property
    def edits(self) -> list[Callable[[], None]]:
        entries = [self.new_entry, self.reword, self.change_answer, self.delete, self.translate, self.untranslate]
        around = [self.change_fact, self.change_topic, self.change_configuration, self.write_page, self.change_look]
        return [*entries, *around, self.nothing]


def build(root: Path) -> list[str]:
    """Build, locking no address so that entries may go; what --explain says."""
    said: list[str] = []
    problems = publish.build(root, TODAY, lambda _step: None, said.append, publish=False)
    assert not has_errors(problems), problems
    return said


def built(root: Path) -> dict[str, bytes]:
    return {f"{part}/{name}": c for part in ("site", "desk") for name, c in read_tree(root / "build" / part).items()}


def from_nothing(root: Path) -> dict[str, bytes]:
    copy = root.with_name("copy")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns("build"))
    build(copy)
    return built(copy)


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


@pytest.mark.usefixtures("fake_engine")
def test_after_any_edit_the_build_is_that_from_nothing(tmp_path: Path) -> None:
    project = Project(tmp_path / "project", 7)
    build(project.root)
    edits = project.edits
    project.random.shuffle(edits)
    carried = 0
    for edit in edits:
        edit()
        said = build(project.root)
        assert differences(built(project.root), from_nothing(project.root)) == [], edit.__name__
        carried += sum("carried over" in text for text in said)
    assert carried >= len(edits)


def test_the_real_engine_makes_the_same_of_a_part_as_of_the_whole(tmp_path: Path) -> None:
    project = Project(tmp_path / "project", 8)
    build(project.root)
    project.change_fact()
    project.translate()
    assert any("carried over" in text for text in build(project.root))
    assert differences(built(project.root), from_nothing(project.root)) == []


def test_a_changed_fact_rebuilds_the_pages_that_use_it(tmp_path: Path, fake_engine: Fake) -> None:
    project = Project(tmp_path / "project", 9)
    words = "---\nquestion: How soon?\nshort: In {{ packing }}.\n---\nIn {{ packing }}.\n"
    project.entry().write_text(words, encoding="utf-8")
    entries = {path.name.partition(".")[0]: path.read_text("utf-8") for path in project.root.glob("faq/about/*.en.md")}
    users = {f"q/{id_}/index.md" for id_, text in entries.items() if "packing" in text}
    assert 0 < len(users) < len(entries)
    build(project.root)
    fake_engine.given.clear()
    project.change_fact()
    build(project.root)
    assert {language: set(pages) for language, pages in fake_engine.given.items()} == {"en": users, "hr": users}


def test_explain_names_changed_pages_and_counts_the_others(small: Path, faq: Faq) -> None:
    said = faq(small, "build", "--explain").stderr
    assert re.findall(r"(?m)^(\S+): all \d+ pages built: first build$", said) == ["en", "sr", "sr-Latn"]
    assert "nothing changed" not in said
    entry = small / "faq/about/reply-time.en.md"
    entry.write_text(entry.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    said = faq(small, "build", "--explain").stderr
    assert re.search(
        r"(?m)^en: \d+ pages built \(1 changed, \d+ navigation\), \d+ carried over\n  changed: q/reply-", said
    )
    assert re.search(r"(?m)^sr: nothing changed, \d+ pages carried over$", said)


def damaged(root: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    """Ways to spoil what a build left behind."""
    card = next((root / "build/cards").rglob("*.png"))
    page = next((root / "build/site/q").rglob("*.html"))
    yield "a card is altered", lambda: card.write_bytes(b"no picture")
    yield "a card is gone", card.unlink
    yield "the record of cards is altered", lambda: (root / "build/cards/composed").write_bytes(b"{}")
    yield "a page of the site is altered in place", lambda: page.write_bytes(b"other")
    yield "what was remembered is altered", lambda: (root / "build/work/memo").write_bytes(b"0" * 64 + b"\n{}")
    yield "an index is altered", lambda: (root / "build/work/.search/en").write_bytes(b"0" * 64 + b"\n{}")
    yield "the site is gone", lambda: shutil.rmtree(root / "build/site")
    yield "the work folder is gone", lambda: shutil.rmtree(root / "build/work")
    yield "cards are gone", lambda: shutil.rmtree(root / "build/cards")


@pytest.mark.usefixtures("fake_engine")
def test_whatever_is_damaged_in_the_build_folder_is_made_again(tmp_path: Path, subtests: pytest.Subtests) -> None:
    project = Project(tmp_path / "project", 10)
    build(project.root)
    whole = built(project.root)
    for name, damage in list(damaged(project.root)):
        with subtests.test(name):
            damage()
            build(project.root)
            assert differences(built(project.root), whole) == []
