"""A small project folder that has no problem, for tests to add one to; a stand-in for the site engine; Chromium."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from subprocess import CompletedProcess
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import settings

from generator.build import planning
from generator.build.project import read_project
from generator.content.library import Library
from generator.content.load import load
from generator.files import apply, read_tree, write
from generator.problems import Problem, has_errors
from generator.social import span

SOUND: Mapping[str, str] = {
    "mkdocs.yml": "site_url: https://faq.example.org/\n",
    "faq/faq.yml": "name: Example\nlanguages: [en]\nteams:\n  support: {name: {en: Customer care}}\n",
    "faq/delivery/_topic.yml": "title: {en: Delivery}\n",
    "faq/delivery/delivery-time.en.md": (
        "---\nquestion: How long does delivery take?\nshort: Two working days.\n---\nTwo working days.\n"
    ),
}


_ASKED = """\
---
question: {question}
short: {short}
---
{short}

- Write to us first, so that we know about it.
- Then send it within {{{{ return_window }}}}, with the note from the parcel.
"""
POSTING: Mapping[str, str] = {
    "mkdocs.yml": "site_url: https://faq.example.org/\n",
    "faq/faq.yml": """\
name: Example
languages: [en, hr]
teams:
  support: {name: {en: Customer care}}
posts:
  - {id: x-en, network: x, language: en, slots: ["tue 09:00", "fri 12:00"]}
  - {id: linkedin-en, network: linkedin_page, language: en, slots: ["wed 09:00"]}
  - {id: facebook-hr, network: facebook_page, language: hr, slots: ["mon 09:00"]}
""",
    "faq/facts.yml": "return_window: {days: 14}\n",
    "faq/delivery/_topic.yml": "title: {en: Delivery, hr: Dostava}\n",
    "faq/returns/_topic.yml": "title: {en: 'Returns, refunds', hr: Povrati}\n",
    "faq/delivery/delivery-time.en.md": _ASKED.format(question="How long does delivery take?", short="Two days."),
    "faq/delivery/parcel.en.md": _ASKED.format(question="Where is my parcel?", short="Follow the link in our e-mail."),
    "faq/returns/exchange.en.md": _ASKED.format(question="Can I exchange it?", short="Yes, for anything we sell."),
    "faq/returns/exchange.hr.md": (
        "---\nquestion: Mogu li to zamijeniti?\nshort: Da, za što god želite.\n---\nDa, za što god želite.\n"
    ),
    "faq/returns/refund.en.md": _ASKED.format(
        question="When do I get my money back?", short="Within {{ return_window }} of your return."
    ),
}
"""A small FAQ with three channels."""


def _rewrite(root: Path, draft: str, *changes: tuple[str, str]) -> None:
    """A draft as a person changes it by hand."""
    path = root / f"faq/_drafts/{draft}.1.md"
    text = path.read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    path.write_text(text, encoding="utf-8")


def _plan(root: Path) -> None:
    project, _ = read_project(root)
    assert project
    made, problems = planning.plan(project, span(date(2026, 12, 1), 3, date(2026, 11, 26)))
    assert not has_errors(problems)
    apply(made.files, root, root.parent / "kept")


@pytest.fixture(scope="session")
def posting(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That FAQ on 26 November 2026, after some work: posts planned, approved, published, edited; then a fact changed.

    Right now says `x-en.exchange.1` alone, which is approved. `linkedin-en.delivery-time.1` is out; approved are also
    `linkedin-en.exchange.1` and `x-en.refund.1`; somebody wrote into `x-en.parcel.1` and made it a thread.
    """
    root = tmp_path_factory.mktemp("posting") / "project"
    write({path: text.encode() for path, text in POSTING.items()}, root)
    _plan(root)
    for name in ("linkedin-en/delivery-time", "linkedin-en/exchange", "x-en/exchange", "x-en/refund"):
        _rewrite(root, name, ("state: draft", "state: approved"))
    _plan(root)
    out = "state: published\nposted: https://linkedin.example/posts/1"
    _rewrite(root, "linkedin-en/delivery-time", ("state: approved", out))
    _rewrite(root, "x-en/parcel", ("Follow the link in our e-mail.\n\n", "Open the link in our e-mail.\n\n---\n\n"))
    (root / "faq/facts.yml").write_text("return_window: {days: 30}\n", encoding="utf-8")
    return root


# The same examples every time, however busy the machine: speed is measured in benchmarks/.
settings.register_profile("same", deadline=None, derandomize=True)
settings.load_profile("same")

BROWSERS = [
    path for path in map(Path, ("/usr/lib/chromium/chromium-headless-shell", "/usr/bin/chromium")) if path.exists()
]
"""Of Debian; the shell draws no windows that nobody sees, and takes a page less than half the time."""
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
    if not BROWSERS:
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium-headless-shell)")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as drivers:
        browser = drivers.chromium.launch(executable_path=str(BROWSERS[0]), args=ARGUMENTS)
        yield browser
        browser.close()
