"""A small project folder that has no problem, for tests to add one to; a stand-in for the site engine; Chromium."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from subprocess import CompletedProcess
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import settings

from generator.content.library import Library
from generator.content.load import load
from generator.files import read_tree, write
from generator.problems import Problem

SOUND: Mapping[str, str] = {
    "mkdocs.yml": "site_url: https://faq.example.org/\n",
    "faq/faq.yml": "name: Example\nlanguages: [en]\nteams:\n  support: {name: {en: Customer care}}\n",
    "faq/delivery/_topic.yml": "title: {en: Delivery}\n",
    "faq/delivery/delivery-time.en.md": (
        "---\nquestion: How long does delivery take?\nshort: Two working days.\n---\nTwo working days.\n"
    ),
}


# The same examples every time, however busy the machine: speed is measured in benchmarks/.
settings.register_profile("same", deadline=None, derandomize=True)
settings.load_profile("same")

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class Folder:
    """A project's folder on disk."""

    def __init__(self, root: Path, files: Mapping[str, str | bytes]) -> None:
        self.root = root
        for path, content in {**SOUND, **files}.items():
            self.write(path, content)

    def write(self, path: str, content: str | bytes) -> Path:
        """One more file, or another content for one."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
        return target

    def load(self) -> tuple[Library | None, list[Problem]]:
        """As the program reads it."""
        return load(self.root)

    def library(self) -> Library:
        """The library; its problems do not matter."""
        library, problems = load(self.root)
        assert library, problems
        return library

    def said(self) -> list[str]:
        """A line for each problem, without its hint."""
        return lines(load(self.root)[1])


def lines(problems: list[Problem]) -> list[str]:
    """As the command line prints them, hints left out."""
    return [str(problem).split("\n")[0] for problem in sorted(problems)]


Maker = Callable[..., Folder]


@pytest.fixture
def project(tmp_path: Path) -> Maker:
    """Make the sound project with `{path: content}` added or replaced; call it once per test."""

    def make(files: Mapping[str, str | bytes] | None = None) -> Folder:
        return Folder(tmp_path / "project", files or {})

    return make


class FakeEngine:
    """Makes of a docs tree what an engine makes, in no time: pages depend on all that real ones depend on.

    It complains of pages that name `missing.md`, and notes what it was given.
    """

    def __init__(self) -> None:
        self.given: dict[str, list[str]] = {}
        """Language -> the pages of each run that are entries, in order."""

    def __call__(self, _command: list[str], *, cwd: Path, **_: Any) -> CompletedProcess[str]:
        """In the place of subprocess.run."""
        docs = read_tree(cwd / "docs")
        pages = {name: content for name, content in docs.items() if name.endswith(".md")}
        self.given.setdefault(cwd.name, []).extend(name for name in pages if name.startswith("q/"))
        titles = [content.split(b"\n")[1] for name, content in pages.items() if not name.startswith("q/")]
        frame = hashlib.sha256(
            repr([read_tree(cwd / "overrides"), (cwd / "mkdocs.yml").read_bytes(), titles]).encode()
        ).hexdigest()
        site = {name: content for name, content in docs.items() if name not in pages}
        site |= {f"{n.removesuffix('.md')}.html": f"<html>{frame}\n".encode() + c for n, c in pages.items()}
        site |= {"404.html": frame.encode(), "sitemap.xml": repr(sorted(pages)).encode()}
        shutil.rmtree(cwd / "site", ignore_errors=True)
        write(site, cwd / "site", durable=False)
        bad = [name for name, content in pages.items() if b"missing.md" in content]
        said = "".join(f"WARNING -  Doc file '{name}' contains a link 'missing.md'\n" for name in bad)
        return CompletedProcess([], 1 if bad else 0, "", said)


@pytest.fixture
def fake_engine(monkeypatch: pytest.MonkeyPatch) -> FakeEngine:
    """Stands in for the site engine."""
    engine = FakeEngine()
    monkeypatch.setattr("generator.site.engine.subprocess", SimpleNamespace(run=engine))
    return engine


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as drivers:
        browser = drivers.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()
