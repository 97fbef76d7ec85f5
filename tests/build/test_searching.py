"""The written search: what everybody may read of a project, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import searching
from generator.build.project import Project, read_project
from generator.search import decode
from generator.site.shape import Shape

SECRETS = ("quokkanote", "quokkaowner", "quokkateam", "quokkaperson", "quokkatag")
"""Words for colleagues only: they are on the desk, in its own data."""


@pytest.fixture
def project(small: Path) -> Project:
    settings = small / "faq/faq.yml"
    team = "teams:\n  quokkaowner: {name: {en: Quokkateam}, people: [Quokkaperson], public: false}\n"
    settings.write_text(settings.read_text("utf-8").replace("teams:\n", team), encoding="utf-8")
    (small / "faq/about/secret.en.md").write_text(
        "---\nquestion: May everybody know?\nshort: Yes.\nowner: quokkaowner\nnote: Quokkanote for colleagues.\n"
        "tags: [quokkatag]\n---\nOf course.\n",
        encoding="utf-8",
    )
    found, problems = read_project(small)
    assert found, problems
    assert "secret" in found.library.by_id, problems
    return found


def test_no_index_holds_words_for_colleagues(project: Project) -> None:
    shape = Shape(library=project.library, addresses=project.addresses)
    made = searching.indexes(project, shape, project.library.languages)
    assert made.keys() == project.library.languages.keys()
    for lang, files in made.items():
        index = decode(files)
        assert "secret" in [document.id for document in index.documents], lang
        said = b"\n".join(files.values()).lower()
        assert [secret for secret in SECRETS if secret.encode() in said] == [], lang
        assert [term for term in index.terms if term.startswith("quokk")] == [], lang


def test_each_language_has_its_index_in_its_home(project: Project) -> None:
    shape = Shape(library=project.library, addresses=project.addresses)
    placed = searching.files(project, shape, project.library.languages)
    assert {name for name in placed if name.endswith("index.json")} == {
        "search/index.json",
        "sr/search/index.json",
        "sr-Latn/search/index.json",
    }
