"""The search's files of a project: one index a language, made again only where what it is made of changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.build import searching
from generator.build.project import Project, read_project
from generator.search import Searcher, decode
from generator.search.tables import Tables
from generator.site.shape import Shape

GIFT = "faq/about/gift.en.md"
SECRETS = ("quokkanote", "quokkaowner", "quokkateam", "quokkaperson", "quokkatag")
"""Words for colleagues only: they are on the desk, in its own data."""
TEAM = "teams:\n  quokkaowner: {name: {en: Quokkateam}, people: [Quokkaperson], public: false}\n"
INTERNAL = (
    "---\nquestion: May everybody know?\nshort: Yes.\nowner: quokkaowner\nnote: Quokkanote for colleagues.\n"
    "tags: [quokkatag]\n---\nOf course.\n"
)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many documents each index that was made has."""
    counts: list[int] = []
    real = searching.build

    def build(documents: list[searching.Document], tables: Tables) -> searching.Index:
        counts.append(len(documents))
        return real(documents, tables)

    monkeypatch.setattr(searching, "build", build)
    return counts


def read(root: Path) -> Project:
    project, _ = read_project(root)
    assert project
    return project


def files(project: Project) -> dict[str, bytes]:
    shape = Shape(library=project.library, addresses=project.addresses)
    indexes = searching.of_project(project, shape, project.root / "build/work/.search")
    return searching.placed(project.addresses, indexes)


def below(folder: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {name.removeprefix(folder): content for name, content in files.items() if name.startswith(folder)}


def found(files: Mapping[str, bytes], query: str) -> list[str]:
    index = decode(files)
    return [index.documents[hit.document].id for hit in Searcher(index).search(query)]


def test_each_language_has_an_index_at_its_home(small: Path) -> None:
    made = files(read(small))
    assert {name.partition("search/")[0] for name in made} == {"", "sr/", "sr-Latn/"}
    assert json.loads(made["search/index.json"])["words"] in below("search/", made)
    assert found(below("search/", made), "opening hours")[0] == "page:contact"
    assert found(below("sr-Latn/search/", made), "радно време")[0] == "page:contact"


def test_only_what_changed_is_indexed_again(small: Path, made: list[int]) -> None:
    first = files(read(small))
    assert len(made) == 3
    assert files(read(small)) == first
    assert len(made) == 3
    path = small / "faq/about/reply-time.sr.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nПапагај.\n", encoding="utf-8")
    second = files(read(small))
    assert len(made) == 5, "Serbian in both scripts"
    assert below("search/", second) == below("search/", first)
    assert below("sr/", second) != below("sr/", first)


def test_what_the_search_knows_of_a_language_is_part_of_it(small: Path, made: list[int]) -> None:
    project = read(small)
    files(project)
    tables = {**project.tables, "en": replace(project.tables["en"], synonyms=(("reply", "echo"),))}
    assert found(below("search/", files(replace(project, tables=tables))), "echo")[0] == "reply-time"
    assert len(made) == 4


def test_the_sites_own_synonyms_are_known(small: Path) -> None:
    path = small / "faq/faq.yml"
    text = path.read_text(encoding="utf-8") + "\nsearch: {synonyms: {en: [[answer, echo]]}}\n"
    path.write_text(text, encoding="utf-8")
    assert found(below("search/", files(read(small))), "echo")[0] == "reply-time"


@pytest.mark.parametrize("damage", [b"", b"0" * 64 + b"\n{}"])
def test_a_kept_index_that_cannot_be_believed_is_made_again(small: Path, made: list[int], damage: bytes) -> None:
    first = files(read(small))
    (small / "build/work/.search/en").write_bytes(damage)
    assert files(read(small)) == first
    assert len(made) == 4


def test_a_broken_file_of_words_is_told_by_the_check(small: Path) -> None:
    (small / "faq/_data/search").mkdir(parents=True)
    (small / "faq/_data/search/en.yml").write_text("stop: [a]\n", encoding="utf-8")
    _, problems = read_project(small)
    assert [(p.code, p.place.path) for p in problems] == [("AA010", "faq/_data/search/en.yml")]


def test_no_index_holds_words_for_colleagues(small: Path) -> None:
    settings = small / "faq/faq.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("teams:\n", TEAM), encoding="utf-8")
    (small / "faq/about/internal.en.md").write_text(INTERNAL, encoding="utf-8")
    project = read(small)
    assert project.library.by_id["internal"]["en"].meta.note == "Quokkanote for colleagues."
    made = files(project)
    for home in ("", "sr/", "sr-Latn/"):
        index = decode(below(f"{home}search/", made))
        assert "internal" in [document.id for document in index.documents]
        assert [term for term in index.terms if term.startswith("quokk")] == []
    said = b"\n".join(made.values()).lower()
    assert [secret for secret in SECRETS if secret.encode() in said] == []
