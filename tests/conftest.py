"""A small project folder that has no problem, for tests to add one to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.content.library import Library
from generator.content.load import load
from generator.problems import Problem

SOUND: Mapping[str, str] = {
    "mkdocs.yml": "site_url: https://faq.example.org/\n",
    "faq/faq.yml": "name: Example\nlanguages: [en]\nteams:\n  support: {name: {en: Customer care}}\n",
    "faq/delivery/_topic.yml": "title: {en: Delivery}\n",
    "faq/delivery/delivery-time.en.md": (
        "---\nquestion: How long does delivery take?\nshort: Two working days.\n---\nTwo working days.\n"
    ),
}


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
