"""Data files of the package, and files of the same name that replace them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content.data import PACKAGE, read_all, read_one, read_texts
from generator.content.schema.base import Text, Written
from generator.content.schema.cards import CanvasFile, CardFile, DesignFile, TokensFile
from generator.content.schema.exports import ExportFile
from generator.content.schema.helpdesks import HelpdeskFile
from generator.content.schema.languages import LanguageFile
from generator.content.schema.networks import NetworkFile

KINDS: dict[str, type[Written]] = {
    "languages": LanguageFile, "networks": NetworkFile, "exports": ExportFile,
    "helpdesks": HelpdeskFile, "cards": CardFile, "canvases": CanvasFile,
}  # fmt: skip


class Sample(Written):
    word: Text


@pytest.mark.parametrize("kind", KINDS)
def test_the_packages_own_files_are_sound(kind: str) -> None:
    found, problems = read_all(KINDS[kind], kind)
    assert problems == []
    assert list(found) == sorted(path.stem for path in (PACKAGE / kind).glob("*.yml"))
    assert found


def test_tokens_and_design_are_sound() -> None:
    assert read_one(TokensFile, PACKAGE / "tokens.yml")[1] == []
    assert read_one(DesignFile, PACKAGE / "design.yml")[1] == []


def test_a_file_of_the_same_name_replaces_ours_and_another_is_added(tmp_path: Path) -> None:
    folder = tmp_path / "languages"
    folder.mkdir()
    english = (PACKAGE / "languages" / "en.yml").read_text(encoding="utf-8")
    (folder / "en.yml").write_text(english.replace("name: English", "name: Our English"), encoding="utf-8")
    (folder / "de.yml").write_text(english.replace("name: English", "name: Deutsch"), encoding="utf-8")
    found, problems = read_all(LanguageFile, "languages", tmp_path)
    assert problems == []
    assert (found["en"].name, found["de"].name, found["hr"].name) == ("Our English", "Deutsch", "Hrvatski")


def test_a_broken_file_is_reported_as_people_call_it_and_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "faq" / "_data" / "sample"
    folder.mkdir(parents=True)
    (folder / "a.yml").write_text("word: a\n")
    (folder / "b.yml").write_text("wrod: b\n")
    (folder / "c.yml").write_text("word: [\n")
    (folder / "d.yml").write_bytes(b"word: \xff\n")
    (folder / "e.yml").mkdir()
    (folder / "f.txt").write_text("word: [\n")
    found, problems = read_all(Sample, "sample", tmp_path / "faq" / "_data")
    assert {name: value.word for name, value in found.items()} == {"a": "a"}
    assert sorted((p.place.path, p.code) for p in problems) == [
        ("faq/_data/sample/b.yml", "AA010"),
        ("faq/_data/sample/b.yml", "AA010"),
        ("faq/_data/sample/c.yml", "AA002"),
        ("faq/_data/sample/d.yml", "AA000"),
    ]


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    value, problems = read_one(Sample, tmp_path / "none.yml")
    assert value is None
    assert [(p.code, p.message) for p in problems] == [("AA011", "cannot be read: No such file or directory")]


def test_texts_are_read_with_their_paths_and_replaced_one_by_one(tmp_path: Path) -> None:
    ours, problems = read_texts("templates/posts")
    assert problems == []
    name = min(ours)
    target = tmp_path / "templates" / "posts" / name
    target.parent.mkdir(parents=True)
    target.write_text("Own", encoding="utf-8")
    assert read_texts("templates/posts", tmp_path) == (ours | {name: "Own"}, [])
    assert read_texts("nothing", tmp_path) == ({}, [])


def test_a_text_that_is_none_is_a_problem(tmp_path: Path) -> None:
    target = tmp_path / "faq" / "_data" / "templates" / "posts" / "own.j2"
    target.parent.mkdir(parents=True)
    target.write_bytes(b"\xff\xfe")
    texts, problems = read_texts("templates/posts", tmp_path / "faq" / "_data")
    assert "own.j2" not in texts
    assert [(p.place.path, p.code) for p in problems] == [("faq/_data/templates/posts/own.j2", "AA000")]
