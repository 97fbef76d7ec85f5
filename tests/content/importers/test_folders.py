"""A folder or an archive is read as files by path; what lies about itself is told and not read."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from generator.content.importers import folders
from generator.content.importers.folders import MAX_FILE, stays_inside, unpacked, wanted
from generator.content.importers.reading import read, read_folder

ROW = json.dumps([{"question": "Why?", "answer_markdown": "So."}]).encode()


def packed(**files: bytes) -> bytes:
    """A ZIP file; `__` in a name stands for `/`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def test_every_file_of_a_folder_that_is_no_format_of_its_own_is_read_by_itself() -> None:
    files = {"a.json": ROW, "b.csv": b"question,answer\nHow?,Thus.", "logo.txt": b"nothing"}
    entries, problems = read_folder(files, "old", lang="en")
    assert [(entry.question, str(entry.place)) for entry in entries] == [("Why?", "a.json:1:2"), ("How?", "b.csv:2:1")]
    assert problems == []


def test_a_folder_without_an_faq_is_an_error() -> None:
    (problem,) = read_folder({"notes.txt": b""}, "old", lang="en")[1]
    assert (problem.code, problem.message) == ("AA600", "no file in it is an FAQ")


def test_an_archive_is_read_like_its_folder() -> None:
    content = packed(**{"old__faq.json": ROW, "old__.git__config.json": ROW, "old__logo.png": b""})
    entries, problems = read(content, "old.zip", lang="en")
    assert ([str(entry.place) for entry in entries], problems) == (["faq.json:1:2"], [])


@pytest.mark.parametrize("name", ["../faq.json", "/etc/faq.json", "a/../../faq.json", "C:\\faq.json", "a:b.json"])
def test_nothing_of_an_archive_leaves_its_folder(name: str) -> None:
    assert not stays_inside(name)
    files, (problem,) = unpacked(packed(**{name: ROW, "b.json": ROW}), "old.zip")
    assert ([*files], problem.code) == (["b.json"], "AA612")
    assert problem.message.endswith("would leave the folder")


def test_what_swells_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    files, (problem,) = unpacked(packed(**{"a.json": b" " * (MAX_FILE + 1)}), "old.zip")
    assert (files, problem.message) == ({}, "not read: 'a.json' is too large")
    monkeypatch.setattr(folders, "MAX_TOTAL", 1500)
    files, (problem,) = unpacked(packed(**{"a.json": b" " * 1000, "b.json": b" " * 1000}), "old.zip")
    assert ([*files], problem.message) == (["a.json"], "not read: 'b.json' is too large")


def test_a_broken_archive_is_an_error() -> None:
    for content in (b"PK\x03\x04", b"PK\x03\x04" + bytes(100), packed(a=b"x" * 100)[:-30]):
        assert [problem.code for problem in read(content, "old.zip", lang="en")[1]] == ["AA600"]


@pytest.mark.parametrize(
    ("path", "is_wanted"),
    [("docs/a.md", True), ("docs/a.png", False), (".git/a.md", False), ("node_modules/x/README.md", False)],
)
def test_hidden_folders_and_those_of_programs_are_passed_over(path: str, *, is_wanted: bool) -> None:
    assert wanted(path) is is_wanted


def test_a_format_can_be_said() -> None:
    text = b"# Delivery\n\n## Why?\n\nSo.\n"
    assert [entry.question for entry in read(text, "faq.txt", lang="en", form="markdown")[0]] == ["Why?"]
