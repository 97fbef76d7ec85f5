"""Rules are asked when drafts are planned, where they warn, and when they go out, where they stop."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.build import exporting, planning, post_rules
from generator.build.desk_drafts import desk_drafts
from generator.build.project import Project, read_project
from generator.problems import Problem, has_errors
from generator.social import span
from tests.conftest import lines

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


class TestCheck:
    """What `faq check` says of drafts, before anybody tries to export them."""

    @pytest.fixture
    def folder(self, project: Maker) -> Folder:
        folder = project({"faq/faq.yml": FAQ})
        planned(folder)
        return folder

    def change(self, folder: Folder, *changes: tuple[str, str]) -> list[str]:
        """What is said of the draft after somebody changed some words of its file."""
        text = (folder.root / DRAFT).read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        folder.write(DRAFT, text)
        return lines(post_rules.at_check(read(folder)))

    def test_what_the_machine_wrote_is_fine(self, folder: Folder) -> None:
        assert post_rules.at_check(read(folder)) == []

    def test_a_draft_that_somebody_works_on_is_warned_of_all_that_an_export_refuses(self, folder: Folder) -> None:
        said = self.change(
            folder, ("\nTwo working days.", "\nONLY TODO: 9 days."), ("Europe/Zagreb", "Europe/Zagreb # moved")
        )
        _, refused = exporting.export(read(folder), "buffer", MONDAY, include_drafts=True)

        assert [line.removeprefix(f"{DRAFT}:") for line in said] == [
            "18:1: warning AA372 this sentence is not in the entry: ONLY TODO: 9 days.",
            "18:6: warning AA324 the post still holds a placeholder (TODO)",
            "18:12: warning AA373 a number is not in the entry: 9",
        ]
        codes = {line.split()[2] for line in said}
        assert codes <= {problem.code for problem in refused}
        hints = {problem.hint for problem in post_rules.at_check(read(folder)) if problem.code == "AA324"}
        assert hints == {"fill it in; an export refuses it until then"}

    @pytest.mark.parametrize(
        ("state", "severity"), [("draft", "warning"), ("review", "warning"), ("approved", "error"), ("held", "")]
    )
    def test_what_somebody_approved_must_hold(self, folder: Folder, state: str, severity: str) -> None:
        said = self.change(folder, ("\nTwo working days.", "\nTODO."), ("state: draft", f"state: {state}"))
        assert [line.split()[1] for line in said if "AA324" in line] == ([severity] if severity else [])

    def test_a_problem_stands_where_the_draft_has_it(self, folder: Folder) -> None:
        folder.write("faq/faq.yml", FAQ.replace("slots:", 'quiet: "21:00-07:00", slots:'))
        said = self.change(folder, ("2026-12-07 09:00", "2026-12-07 22:30"), ("alt: How", "alt: Picture of how"))

        assert said[:2] == [
            f"{DRAFT}:4:7: warning AA374 22:30 lies in the quiet hours",
            f"{DRAFT}:10:6: warning AA363 the alt text begins with “picture of”",
        ]

    def test_what_follows_from_a_stale_draft_is_not_said_beside_it(self, folder: Folder) -> None:
        folder.write(
            "faq/delivery/delivery-time.en.md", LOUD.replace("Click here TODO", "3 days").replace("Two", "Three")
        )
        project, known = read_project(folder.root)
        assert project

        assert [problem.code for problem in known] == ["AA342"]
        assert [draft.stale for draft in desk_drafts(project, {}, {}, {})] == [True]
        assert post_rules.at_check(project, known) == []
        assert {"AA372"} <= {problem.code for problem in post_rules.at_check(project)}

    def test_drafts_in_the_other_script_of_serbian_are_asked_too(self, project: Maker) -> None:
        folder = project(
            {
                "faq/faq.yml": FAQ.replace("[en]", "[sr]").replace("language: en", "language: sr-Latn"),
                "faq/delivery/_topic.yml": "title: {sr: Достава}\n",
                "faq/delivery/delivery-time.en.md": "",
                "faq/delivery/delivery-time.sr.md": "---\nquestion: Колико траје?\nshort: Два дана.\n---\nДва.\n",
            }
        )
        (folder.root / "faq/delivery/delivery-time.en.md").unlink()
        planned(folder)
        text = (folder.root / DRAFT).read_text(encoding="utf-8")
        folder.write(DRAFT, text.replace("\nDva dana.", "\nDva дана."))

        project_, problems = read_project(folder.root, both_scripts=False)
        assert project_
        assert problems == []
        assert "AA370" in {problem.code for problem in post_rules.at_check(project_)}


def test_a_calendar_asks_only_whether_a_post_can_be_and_is_alone(project: Maker) -> None:
    folder = project({"faq/faq.yml": FAQ, "faq/delivery/delivery-time.en.md": LOUD})
    planned(folder)

    _, problems = exporting.export(read(folder), "ics", MONDAY)
    assert [problem.code for problem in problems] == ["AA324"]


def test_thresholds_and_words_are_data(project: Maker) -> None:
    own = {"faq/_data/rules.yml": "capital_letters: 30\n", "faq/_data/rules/en.yml": "emoji: 1\nempty_links: [wow]\n"}
    limits = read(project({"faq/faq.yml": FAQ, **own})).limits

    assert limits.common.capital_letters == 30
    assert limits.common.units == {}
    assert limits.languages["en"].empty_links == ("wow",)
    assert limits.languages["hr"].emoji == 3


def test_a_channel_with_more_slots_than_its_network_takes_well_is_told(project: Maker) -> None:
    slots = '["mon 09:00", "tue 09:00", "wed 09:00"]'
    faq = FAQ.replace("network: x,", "network: linkedin_page,").replace('["mon 09:00"]', slots)

    for own, said in (("", 1), ("cadence: {per_week: 3}, ", 0), ("cadence: {per_week: 1}, ", 0)):
        _, problems = read_project(project({"faq/faq.yml": faq.replace("slots:", f"{own}slots:")}).root)
        assert [problem.code for problem in problems] == ["AA334"] * said
