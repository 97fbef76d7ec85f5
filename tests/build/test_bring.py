"""A source on disk: a file, a folder, a ZIP file; nothing outside of it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build.bring import bring

PAGE = b"---\ntitle: Why?\n---\nSo.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project without entries."""
    (tmp_path / "ours/faq").mkdir(parents=True)
    (tmp_path / "ours/mkdocs.yml").write_text("site_url: https://faq.example.org/\n", encoding="utf-8")
    (tmp_path / "ours/faq/faq.yml").write_text("name: Example\nlanguages: [en, hr]\n", encoding="utf-8")
    return tmp_path / "ours"


def test_a_folder_is_read_but_not_what_its_links_lead_to(root: Path, tmp_path: Path) -> None:
    source = tmp_path / "old"
    (source / "docs/.hidden").mkdir(parents=True)
    (source / "mkdocs.yml").write_bytes(b"site_name: Old\n")
    for name in ("docs/why.md", "docs/.hidden/b.md", "../secret.md"):
        (source / name).write_bytes(PAGE)
    (source / "docs/link.md").symlink_to(tmp_path / "secret.md")
    tree, problems = bring(source, root)
    assert sorted(tree) == ["faq/general/_topic.yml", "faq/general/why.en.md"]
    assert [(str(p.place), p.code, p.message) for p in problems if p.code != "AA610"] == [
        ("docs/link.md:1:1", "AA612", "not read: a link that leads out of the folder")
    ]


def test_a_format_of_folders_is_none_of_a_file(root: Path, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(PAGE)
    tree, (problem,) = bring(tmp_path / "a.md", root, kind="mkdocs")
    assert (tree, problem.code, problem.message) == ({}, "AA600", "'mkdocs' is no format of a single file")


def test_what_is_not_there_is_told(root: Path, tmp_path: Path) -> None:
    (problem,) = bring(tmp_path / "nothing.csv", root)[1]
    assert (problem.code, problem.message) == ("AA600", "cannot be read: No such file or directory")


def test_a_language_that_the_faq_has_not_is_told(root: Path, tmp_path: Path) -> None:
    assert [p.code for p in bring(tmp_path / "a.md", root, "de")[1]] == ["AA103"]
