"""What is kept of a log is read again as it was written, and names nothing that is not there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.content.library import Library
from generator.content.load import load
from generator.demand import Question
from generator.demand.gaps import Gap
from generator.demand.kept import PATH, Kept, files, kept, parse
from generator.demand.matching import Matched, Near
from generator.demand.report import Report, report
from generator.social import parse_demand

if TYPE_CHECKING:
    from tests.conftest import Maker

GAP = Gap(
    name="Do you ship: to 'islands'?",
    count=7,
    months={"2026-10": 3, "2026-11": 4},
    growth=0.33,
    topic="delivery",
    nearest=("delivery-time",),
    examples=("Do you ship: to 'islands'?", "шаљете ли на острва"),
    languages={"en": 5, "sr-latn": 2},
)
ALSO = {"delivery-time": {"en": ("# shipping – how long", "- true")}}


@pytest.fixture
def library(project: Maker) -> Library:
    found, problems = load(project().root)
    assert found
    assert problems == []
    return found


def made(**others: object) -> Report:
    asked = [
        Question(words="How long?", day=date(2026, 10, 2), entry="delivery-time", linked=True),
        Question(words="How long?", day=date(2026, 11, 2), entry="delivery-time", count=4, linked=False),
        Question(words="Rain?"),
    ]
    found = report(asked, [Matched((Near("delivery-time", 0.1),), 0.1)] * 3)
    return Report(**{name: getattr(found, name) for name in Report.__slots__} | others)  # type: ignore[arg-type]


def test_the_same_report_is_the_same_bytes_and_is_read_as_it_was_written(library: Library) -> None:
    one = made(gaps=(GAP,), also_asked=ALSO)
    written = files(one)
    assert written == files(one)
    assert parse(written[PATH], library) == (kept(one), [])


def test_counts_are_what_the_planner_reads(library: Library) -> None:
    written = files(made())["faq/_demand.csv"]
    assert written == b"entry,month,count\ndelivery-time,2026-10,1\ndelivery-time,2026-11,4\n"
    demand, problems = parse_demand(written, library)
    assert problems == []
    assert demand["delivery-time"].count == 5


def test_totals_months_and_links_in_answers_are_kept(library: Library) -> None:
    found, _ = parse(files(made())[PATH], library)
    assert found == Kept(questions=6, answered=5, first="2026-10", last="2026-11", answers=5, linked=1)
    assert found.months == 2


def test_what_is_not_there_is_told_and_left_out(library: Library) -> None:
    text = """\
questions: 2
answered: 1
gaps:
- {name: Rain?, count: 1, topic: weather, nearest: [delivery-time, gone]}
also_asked:
  gone: {en: [Sun?]}
  delivery-time: {xx: [Sun?], en: [How fast?]}
"""
    found, problems = parse(text.encode(), library)
    assert found
    assert (found.gaps[0].topic, found.gaps[0].nearest) == ("", ("delivery-time",))
    assert found.also_asked == {"delivery-time": {"en": ("How fast?",)}}
    assert [str(problem).partition("\n")[0] for problem in problems] == [
        "faq/_demand.yml:4:34: warning AA575 'weather' is no topic of this FAQ",
        "faq/_demand.yml:4:68: warning AA575 'gone' is no entry of this FAQ",
        "faq/_demand.yml:6:3: warning AA575 'gone' is no entry of this FAQ",
        "faq/_demand.yml:7:23: warning AA575 'xx' is no language of this FAQ",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("questions: many\nanswered: 1\n", "1:12: error AA010 'questions' must be a whole number, not 'many'"),
        ("questions: 1\n", "1:1: error AA010 'answered' is missing"),
        ("questions: 1\nanswered: 1\nfrom: June\n", "3:7: error AA010 'from' cannot be 'June'"),
        (
            "questions: 1\nanswered: 1\ngaps: [{name: a, count: 1, growth: nan}]\n",
            "3:36: error AA010 'gaps.0.growth': Input should be a finite number",
        ),
        ("questions: [1\n", "error AA002"),
    ],
)
def test_a_mistake_has_its_place(text: str, said: str, library: Library) -> None:
    found, (problem, *_) = parse(text.encode(), library)
    assert found is None
    assert said in str(problem)
