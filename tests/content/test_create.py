"""New files for authors load at once, without a single problem."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import files
from generator.content.create import LANGUAGES, new_entry, new_project, usable_languages
from generator.content.data import read_all, read_texts
from generator.content.library import Library
from generator.content.load import load
from generator.content.schema.languages import LanguageFile
from generator.content.source import read_markdown, read_yaml
from generator.content.translations import of_entry

if TYPE_CHECKING:
    from tests.conftest import Maker

SAMPLES, _ = read_texts("init")


def made(languages: Sequence[str], root: Path, name: str = "Our FAQ") -> Library:
    files.write(new_project(SAMPLES, languages, name), root)
    library, problems = load(root)
    assert problems == []
    assert library
    return library


# A new project


@pytest.mark.parametrize(
    "languages", [*[[code] for code in LANGUAGES], list(LANGUAGES), ["sr", "en"], ["bg", "cs", "hr"]]
)
def test_a_new_project_has_no_problem(languages: list[str], tmp_path: Path) -> None:
    library = made(languages, tmp_path)
    assert library.settings.languages == tuple(languages)
    assert [entry.lang for entry in library] == list(library.languages)
    assert len(library.settings.posts) == 4 * len(languages)
    assert all(entry.meta.owner == "support" and entry.meta.reviewed for entry in library)
    assert "{" not in "".join(entry.question + entry.short + entry.body for entry in library)
    assert (tmp_path / ".gitignore").read_text() == "/build/\n__pycache__/\n"


@pytest.mark.parametrize(
    "name", ['Zrno "& sinovi"', "yes", "a: b # c", "$languages ${name}", "C:\\new\\table", "{{ x }}", "Зрно\n---"]
)
def test_a_project_may_have_any_name(name: str, tmp_path: Path) -> None:
    assert made(["en"], tmp_path, name).settings.name == name.replace("\n", " ")


def test_a_blank_name_is_replaced_by_the_usual_one(tmp_path: Path) -> None:
    assert made(["en"], tmp_path, " ").settings.name == "Our FAQ"


@given(st.text(min_size=1).filter(lambda name: name.strip() and name.isprintable()))
def test_any_name_is_one_yaml_text(name: str) -> None:
    tree = new_project(SAMPLES, ["en"], name)
    for path, key in (("faq/faq.yml", "name"), ("mkdocs.yml", "site_name")):
        source, problems = read_yaml(tree[path].decode(), path)
        assert (source.data[key], problems) == (name, [])


def test_languages_need_a_file_and_the_first_a_sample() -> None:
    known, _problems = read_all(LanguageFile, "languages")
    assert usable_languages(list(LANGUAGES), known) == []
    (problem,) = usable_languages(["en", "de", "xx"], known)
    assert (problem.code, problem.message) == ("AA103", "there is no language file for de, xx")
    (problem,) = usable_languages(["de"], known | {"de": known["en"]})
    assert (problem.code, problem.message) == ("AA103", "no sample entry is written in 'de'")


def test_the_samples_are_there_in_every_language_we_offer() -> None:
    assert {path.split(".")[-2] for path in SAMPLES if path.endswith(".md")} == set(LANGUAGES)


# A new entry


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return made(["en", "hr", "sr"], tmp_path)


def test_a_new_entry_has_a_question_and_its_topics_owner(library: Library) -> None:
    tree, problems = new_entry(library, "opening-hours", "about", "en", "When are you open: on Mondays?")
    assert problems == []
    assert list(tree) == ["faq/about/opening-hours.en.md"]
    source, problems = read_markdown(tree["faq/about/opening-hours.en.md"].decode(), "a.md")
    assert (source.data, problems) == ({"question": "When are you open: on Mondays?", "owner": "support"}, [])


def test_without_a_question_the_id_makes_one(library: Library) -> None:
    tree, _problems = new_entry(library, "opening-hours", "about", "en", "")
    assert b"question: Opening hours?\n" in tree["faq/about/opening-hours.en.md"]


def test_a_translation_begins_with_the_words_of_its_source(tmp_path: Path, library: Library) -> None:
    files.write(new_entry(library, "hours", "about", "en", "When?")[0], tmp_path)
    path = tmp_path / "faq/about/hours.en.md"
    path.write_text("---\nquestion: When?\nshort: Always.\nowner: support\ntags: [x]\n---\nDay and night.\n")
    again, _problems = load(tmp_path)
    assert again
    tree, problems = new_entry(again, "hours", "", "hr", "")
    assert problems == []
    assert list(tree) == ["faq/about/hours.hr.md"]
    source, problems = read_markdown(tree["faq/about/hours.hr.md"].decode(), "a.md")
    begun = {"question": "When?", "short": "Always.", "source": of_entry(again.by_id["hours"]["en"])}
    assert (source.data, source.body, problems) == (begun, "Day and night.", [])
    files.write(tree, tmp_path)
    assert "AA010" not in {problem.code for problem in load(tmp_path)[1]}


def test_a_question_is_written_as_it_is(library: Library) -> None:
    for question in ("yes", "12:30", "- a", "# b", "'", '"', "{{ reply_time }}", "a: b", "@", "*x", "ćšž"):
        tree, _problems = new_entry(library, "x", "about", "en", question)
        source, problems = read_markdown(tree["faq/about/x.en.md"].decode(), "a.md")
        assert (source.data["question"], problems) == (question, [])


@pytest.mark.parametrize(
    ("id_", "topic", "lang", "code", "message"),
    [
        ("a b", "about", "en", "AA012", "'a b' cannot be an id"),
        ("../x", "about", "en", "AA012", "'../x' cannot be an id"),
        ("", "about", "en", "AA012", "'' cannot be an id"),
        ("-x", "about", "en", "AA012", "'-x' cannot be an id"),
        ("x" * 81, "about", "en", "AA012", f"'{'x' * 81}' cannot be an id"),
        ("CON", "about", "en", "AA012", "'CON' cannot be an id"),
        ("x", "about", "de", "AA103", "the language 'de' is not one of this FAQ"),
        ("x", "about", "sr-Latn", "AA103", "the language 'sr-Latn' is not one of this FAQ"),
        ("reply-time", "about", "en", "AA101", "'reply-time' exists in 'en' already"),
        ("Reply-Time", "about", "en", "AA101", "there is 'reply-time' already, which differs only in capitals"),
        ("x", "about", "hr", "AA104", "there is no x.en.md to translate"),
        ("x", "nowhere", "en", "AA102", "there is no topic 'nowhere'"),
        ("x", "", "en", "AA102", "there is no topic ''"),
        ("x", "../..", "en", "AA102", "there is no topic '../..'"),
    ],
)
def test_what_cannot_be_begun(id_: str, topic: str, lang: str, code: str, message: str, library: Library) -> None:
    tree, problems = new_entry(library, id_, topic, lang, "Q?")
    assert tree == {}
    assert [(p.code, p.message) for p in problems] == [(code, message)]


def test_new_entries_load(project: Maker) -> None:
    folder = project()
    tree, _problems = new_entry(folder.library(), "cost", "delivery", "en", "What does it cost?")
    files.write(tree, folder.root)
    assert [line.split(" ")[2] for line in folder.said()] == ["AA114"]
