"""Rules are asked when drafts are planned, where they warn, and when they go out, where they stop."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from generator.build import exporting, planning
from generator.build.project import Project, read_project
from generator.problems import Problem, has_errors
from generator.social import span

if TYPE_CHECKING:
    from tests.conftest import Folder, Maker

FAQ = """name: Example
languages: [en]
posts:
  - {id: x-en, network: x, language: en, timezone: Europe/Zagreb, slots: ["mon 09:00"]}
"""
LOUD = "---\nquestion: How long does delivery take?\nshort: Click here TODO.\n---\nTwo working days.\n"
DRAFT = "faq/_drafts/x-en/delivery-time.1.md"
MONDAY = date(2026, 12, 7)


def read(folder: Folder) -> Project:
    project, problems = read_project(folder.root)
    assert project
    assert not has_errors(problems)
    return project


def planned(folder: Folder) -> list[Problem]:
    made, problems = planning.plan(read(folder), span(MONDAY, 1))
    for path, content in made.files.items():
        assert content is not None
        folder.write(path, content)
    return problems


def test_a_plan_warns_of_what_an_export_will_refuse(project: Maker) -> None:
    folder = project({"faq/faq.yml": FAQ, "faq/delivery/delivery-time.en.md": LOUD})

    problems = planned(folder)
    assert {"AA324", "AA365"} <= {problem.code for problem in problems}
    assert not has_errors(problems)
    assert (folder.root / DRAFT).exists()
    assert planned(folder) == []  # nothing is made or changed, so nothing is said again

    exported, problems = exporting.export(read(folder), "buffer", MONDAY, include_drafts=True)
    assert exported.files == {}
    assert "error AA324" in "\n".join(map(str, problems))


def test_what_a_person_wrote_is_compared_with_the_entry(project: Maker) -> None:
    folder = project({"faq/faq.yml": FAQ})
    planned(folder)
    text = (folder.root / DRAFT).read_text(encoding="utf-8")
    folder.write(DRAFT, text.replace("\nTwo working days.", "\nOnly 9 days."))

    _, problems = exporting.export(read(folder), "buffer", MONDAY, include_drafts=True)
    assert [problem.message for problem in problems if problem.code in {"AA372", "AA373"}] == [
        "this sentence is not in the entry: Only 9 days.",
        "a number is not in the entry: 9",
    ]


def test_thresholds_and_words_are_data(project: Maker) -> None:
    own = {"faq/_data/rules.yml": "capital_letters: 30\n", "faq/_data/rules/en.yml": "emoji: 1\nempty_links: [wow]\n"}
    limits = read(project({"faq/faq.yml": FAQ, **own})).limits

    assert limits.common.capital_letters == 30
    assert limits.common.units == {}
    assert limits.languages["en"].empty_links == ("wow",)
    assert limits.languages["hr"].emoji == 3
