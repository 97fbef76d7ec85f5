"""The answer, myths and quizzes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from generator.content.library import Entry

if TYPE_CHECKING:
    from conftest import Judge

FACT, MYTH, WHY = "Seeds keep for five years.", "Seeds keep for one year.", "Only warm ones age that fast."


@pytest.fixture
def asked(judge: Callable[..., Judge]) -> Judge:
    body = "Keep them dry.\n\nFive years, at 5 °C."
    return judge(
        Entry(id="seeds", lang="en", topic="seeds", question="Do seeds age?", body=body, myth=(FACT, MYTH, WHY))
    )


def test_a_post_has_the_answer_or_leads_to_it(asked: Judge) -> None:
    assert "AA356" not in {code for code, _ in asked.of_text("Do seeds age?\nKeep them dry.\n{link}")}
    assert ("AA356", "warning") in asked.of_text("Do seeds age?\n{link}")
    assert ("AA356", "error") in asked.of_text("Do seeds age?")
    assert "AA356" not in {code for code, _ in asked.of_text("My own words.")}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{FACT}\n\nMyth: {MYTH} {WHY}\n\n{FACT}", set()),
        (f"{FACT}\n\nMyth: {MYTH} {WHY}", {"warning"}),
        (f"Myth: {MYTH} {WHY}\n\n{FACT}", {"error"}),
        (f"{FACT}\n\n{MYTH} {WHY}\n\n{FACT}", {"error"}),
        (f"{FACT}\n\nMyth: {MYTH} {MYTH} {WHY}\n\n{FACT}", {"error"}),
        (f"{FACT}\n\nMyth: {MYTH}\n\n{FACT}", {"error"}),
    ],
)
def test_a_myth_is_told_after_the_fact(asked: Judge, text: str, said: set[str]) -> None:
    found = asked.of_text(f"{text} {{link}}", "facebook_page", format="myth")

    assert {severity for code, severity in found if code == "AA366"} == said


def test_a_card_does_not_show_a_myth_alone(asked: Judge) -> None:
    text = f"{FACT}\n\nMyth: {MYTH} {WHY}\n\n{FACT} {{link}}"

    assert ("AA366", "error") in asked.of_text(text, "facebook_page", format="myth", alt=MYTH)


QUIZ = "How long?\n\nA) One year\nB) Five years\nC) Five years and a day\n\n"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (f"{QUIZ}Right: B) Five years\n\nKeep them dry.", True),
        (f"{QUIZ}The answer is C) Five years and a day.\nNot one year: keep them dry.", True),
        (QUIZ, False),
        (f"{QUIZ}Right: B) Five years", False),
        (f"{QUIZ}One year and five years\nBoth.", False),
        ("How long?\n\nA) One year\nB) One year\n\nIt is A) One year\nYes.", False),
        ("How long?\n\nA) One year", False),
        ("How long?\n\nA) 1\nB) 2\nC) 3\nD) 4\nA) 5\n\nIt is 1.\nYes.", False),
    ],
)
def test_a_quiz_tells_its_answer(asked: Judge, text: str, right: bool) -> None:  # noqa: FBT001 - a table
    found = {code for code, _ in asked.of_text(f"{text} {{link}}", "facebook_page", format="quiz")}

    assert ("AA367" not in found) is right


def test_the_explanation_may_follow_within_three_days(asked: Judge) -> None:
    quiz = asked.draft("facebook_page", text=f"{QUIZ}{{link}}", format="quiz")

    for hours, said in ((72, False), (73, True)):
        answer = replace(quiz, id="later", n=2, format="qa", slot=quiz.slot + timedelta(hours=hours))
        assert ("AA367" in {code for code, _ in asked.said(quiz, answer)}) is said
