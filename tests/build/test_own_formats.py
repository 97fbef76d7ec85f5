"""Formats, phrases and templates of one's own: files under faq/_data/, and no line of code."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.build import planning
from generator.build.project import read_project
from generator.content.data import PACKAGE
from generator.problems import Problem, has_errors
from generator.social import Draft, span
from generator.social.draft import Poll

if TYPE_CHECKING:
    from tests.conftest import Folder, Maker

HANDBOOK = (Path(__file__).parents[2] / "handbook" / "posts.md").read_text(encoding="utf-8")
FAQ = """name: Zrno
languages: [en]
posts:
  - {id: x-en, network: x, language: en, timezone: Europe/Zagreb, slots: ["mon 09:00"], cooldown: 7 days}
"""
BULBS = """---
question: How do I care for bulbs in a pot?
short: Keep them cool and dark, and water them a little.
posts:
  own:
    reminder: Water your bulbs once a week.
---
Keep them cool and dark. Water them once a week.
"""
ENGLISH = (PACKAGE / "languages" / "en.yml").read_text(encoding="utf-8")


def section(title: str) -> str:
    return HANDBOOK.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def blocks(text: str) -> list[str]:
    """The files that a section of the handbook shows."""
    return re.findall(r"```(?:yaml|jinja)\n(.+?)```", text, re.DOTALL)


def planned(folder: Folder, weeks: int = 4) -> tuple[list[Draft], list[Problem]]:
    """The drafts of some Mondays, each with the entry's next format."""
    project, problems = read_project(folder.root)
    assert project
    made, more = planning.plan(project, span(date(2026, 12, 7), weeks))
    return [draft for draft in made.drafts if draft.entry == "bulbs"], problems + more


@pytest.fixture
def garden(project: Maker) -> Folder:
    """One entry with a text for a format that the package does not have."""
    return project(
        {"faq/faq.yml": FAQ, "faq/plants/_topic.yml": "title: {en: Plants}\n", "faq/plants/bulbs.en.md": BULBS}
    )


@pytest.fixture
def reminder(garden: Folder) -> Folder:
    """The three files of the handbook's example."""
    form, phrases, template = blocks(section("A format of your own"))[:3]
    garden.write("faq/_data/formats/reminder.yml", form)
    garden.write("faq/_data/languages/en.yml", ENGLISH.replace("  posts:\n", f"  posts:\n{phrases}"))
    garden.write("faq/_data/templates/posts/reminder.j2", template)
    return garden


def test_a_new_format_is_a_file_with_its_phrases_and_a_template(reminder: Folder) -> None:
    drafts, problems = planned(reminder)
    by_format = {draft.format: draft for draft in drafts}

    assert problems == []
    assert set(by_format) == {"qa", "reminder"}
    said, asked = by_format["reminder"].text.split("\n\n")
    assert said in {
        "A friendly reminder: Water your bulbs once a week.",
        "Don't forget: Water your bulbs once a week.",
    }
    assert asked == f"How do I care for bulbs in a pot? {by_format['reminder'].link}"
    assert by_format["reminder"].used["own.reminder"] == "Water your bulbs once a week."


def test_a_text_that_no_format_needs_is_told(garden: Folder) -> None:
    _, problems = planned(garden)

    assert [str(problem).split("\n")[0] for problem in problems if problem.code == "AA110"] == [
        "faq/plants/bulbs.en.md:6:15: error AA110 no format needs 'own.reminder'"
    ]


def test_a_format_that_names_no_field_is_told_with_the_nearest(reminder: Folder) -> None:
    path = reminder.root / "faq/_data/formats/reminder.yml"
    reminder.write(
        "faq/_data/formats/reminder.yml", path.read_text(encoding="utf-8").replace("[question]", "[qestion]")
    )

    _, problems = planned(reminder)

    assert any("names no field of an entry ('qestion'); did you mean 'question'?" in p.message for p in problems)


def test_a_phrase_with_a_placeholder_that_the_format_does_not_fill_is_told(reminder: Folder) -> None:
    path = reminder.root / "faq/_data/formats/reminder.yml"
    text = path.read_text(encoding="utf-8").replace(", with: {text: own.reminder}", "")
    reminder.write("faq/_data/formats/reminder.yml", text)

    drafts, problems = planned(reminder)

    assert {draft.format for draft in drafts} == {"qa"}
    assert {(p.place.path, p.code, p.message) for p in problems} == {
        (
            "data/formats/reminder.yml",
            "AA305",
            "the phrase 'posts: reminder' has {text}, and the format says nothing of it",
        )
    }


def test_a_draft_of_an_unknown_format_is_told_with_those_there_are(reminder: Folder) -> None:
    project, _ = read_project(reminder.root)
    assert project
    made, _ = planning.plan(project, span(date(2026, 12, 7), 1))
    path, content = next((p, c) for p, c in made.files.items() if c and p.endswith(".md"))
    reminder.write(path, re.sub(rb"^format: .*$", b"format: remindr", content or b"", flags=re.MULTILINE))

    _, problems = read_project(reminder.root)

    said = next(problem for problem in problems if problem.code == "AA313")
    assert said.message == "no format is called 'remindr'"
    assert said.hint.startswith("did you mean 'reminder'? formats are qa, tip, reminder, did_you_know, steps,")


class TestTemplates:
    def test_a_format_and_network_has_a_template_of_its_own(self, garden: Folder) -> None:
        """The example of the handbook."""
        garden.write(
            "faq/plants/bulbs.en.md", BULBS.replace("own:\n    reminder: Water", "tip: Water").replace("  \n", "")
        )
        template = blocks(section("Templates"))[1]
        garden.write("faq/_data/templates/posts/tip.x.j2", template)

        drafts, problems = planned(garden)
        tip = next(draft for draft in drafts if draft.format == "tip")

        assert problems == []
        assert re.fullmatch(r".+: Water your bulbs once a week\.\n↳ " + re.escape(tip.link), tip.text)
        assert all("↳" not in draft.text for draft in drafts if draft.format == "qa")


class TestPolls:
    QUIZ = """---
question: How often do bulbs in a pot need water?
short: Once a week.
posts:
  quiz: {question: How often do bulbs need water?, options: [Every day, Once a week], right: 2, why: More rots them.}
---
Once a week.
"""

    @pytest.fixture
    def polling(self, garden: Folder) -> Folder:
        """A channel that takes polls, planned."""
        garden.write("faq/faq.yml", FAQ.replace("cooldown: 7 days", "cooldown: 7 days, polls: true"))
        garden.write("faq/plants/bulbs.en.md", self.QUIZ)
        plan(garden)
        return garden

    def quiz(self, garden: Folder) -> Draft:
        project, problems = read_project(garden.root)
        assert project
        assert problems == []
        return next(draft for draft in project.drafts if draft.format == "quiz")

    def test_a_quiz_has_a_poll_and_planning_again_changes_nothing(self, polling: Folder) -> None:
        assert self.quiz(polling).poll == Poll(options=("Every day", "Once a week"), right=2)
        assert plan(polling) == set()

    def test_a_changed_option_is_a_changed_draft_and_what_a_person_wrote_stays(self, polling: Folder) -> None:
        before = self.quiz(polling)
        path = f"faq/_drafts/x-en/bulbs.{before.n}.md"
        text = (polling.root / path).read_text(encoding="utf-8")
        polling.write(path, text.replace("hours: 24", "hours: 48"))
        polling.write("faq/plants/bulbs.en.md", self.QUIZ.replace("Every day", "Twice a day"))

        assert path in plan(polling)
        assert self.quiz(polling).poll == Poll(options=("Twice a day", "Once a week"), right=2, hours=48)

    def test_a_channel_whose_network_has_none_is_told(self, polling: Folder) -> None:
        polling.write("faq/faq.yml", FAQ.replace("network: x, ", "network: bluesky, polls: true, "))

        _, problems = read_project(polling.root)

        assert [(p.code, p.message) for p in problems if p.code == "AA327"] == [("AA327", "Bluesky has no polls")]


def plan(folder: Folder) -> set[str]:
    """Plan as `faq plan` does; the paths of files that changed."""
    project, _ = read_project(folder.root)
    assert project
    made, problems = planning.plan(project, span(date(2026, 12, 7), 4))
    assert not has_errors(problems)
    changed = {path for path, content in made.files.items() if content and differs(folder.root / path, content)}
    for path in changed:
        folder.write(path, made.files[path] or b"")
    return changed


def differs(path: Path, content: bytes) -> bool:
    return not path.exists() or path.read_bytes() != content
