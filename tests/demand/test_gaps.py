"""What no entry answers is found in groups, named by a customer, the most wanted first, whatever the log's order."""

from __future__ import annotations

from datetime import date

import pytest

from generator.demand import Question
from generator.demand.gaps import Gap, Languages, gaps, growth
from generator.demand.matching import Matched, Near
from generator.search import read_tables

TABLES, _ = read_tables(["en", "hr", "sr"])
TOPICS = {"parcel": "delivery", "refund": "orders"}
UNSURE = Matched((Near("parcel", 0.1), Near("refund", 0.05)), 0.05)
SURE = Matched((Near("refund", 1.0),), 0.9)
WRAPPING = ["Do you wrap gifts?", "can you wrap a gift", "gift wrapping please", "Is wrapping of gifts possible?"]


def made(*questions: Question, matched: Matched = UNSURE) -> list[Gap]:
    return gaps(questions, [matched] * len(questions), TOPICS, TABLES)


def asked(*words: str, day: date | None = None, language: str = "en") -> list[Question]:
    return [Question(words=one, day=day, language=language) for one in words]


def test_questions_that_mean_the_same_are_one_gap_with_its_nearest_entries_and_their_topic() -> None:
    (gap,) = made(*asked(*WRAPPING))
    assert gap.name in WRAPPING
    assert sorted(gap.examples) == sorted(WRAPPING)
    assert (gap.count, gap.languages) == (4, {"en": 4})
    assert (gap.topic, gap.nearest) == ("delivery", ["parcel", "refund"])


def test_what_an_entry_surely_answers_or_somebody_named_an_entry_for_is_no_gap() -> None:
    assert made(*asked(*WRAPPING), matched=SURE) == []
    assert made(*(Question(words=words, entry="parcel") for words in WRAPPING)) == []
    assert made() == []


def test_one_question_of_a_report_of_searches_is_a_gap_by_its_count() -> None:
    (gap,) = made(Question(words="gift wrapping", count=40), *asked("Is it going to rain?"))
    assert (gap.name, gap.count) == ("gift wrapping", 40)


def test_the_order_of_the_log_does_not_matter() -> None:
    log = asked(*WRAPPING, "Do you sell seeds of tomatoes?", "tomato seeds", "Where are tomato seeds?")
    assert made(*log) == made(*reversed(log))
    assert len(made(*log)) == 2


def test_both_scripts_of_serbian_are_one_gap() -> None:
    (gap,) = made(*asked("Да ли пакујете поклоне?", "Da li pakujete poklone?", "пакујете ли поклоне", language=""))
    assert gap.count == 3


def test_what_grows_is_more_wanted_and_a_middle_month_counts_for_neither_half() -> None:
    old, new = date(2026, 9, 1), date(2026, 11, 1)
    first, second = made(
        *asked(*WRAPPING, day=old),
        *asked("tomato seeds", "tomato seeds?", "seeds of tomato", "some tomato seeds", day=new),
    )
    assert (first.months, first.growth) == ({"2026-11": 4}, 1.33)
    assert (second.months, second.growth) == ({"2026-09": 4}, -0.57)
    assert growth({"2026-10": 9}, (frozenset({"2026-09"}), frozenset({"2026-11"}))) == 0


def test_a_question_with_something_masked_names_no_gap_where_another_can() -> None:
    (gap,) = made(Question(words="gift wrapping for …", count=3), *asked("gift wrapping"))
    assert gap.name == "gift wrapping"


@pytest.mark.parametrize(
    ("words", "language", "code"),
    [("How long does it take?", "", "en"), ("Zašto se to ne može?", "", "hr"), ("Rain", "de", "de"), ("Rain", "", "")],
)
def test_the_language_is_the_logs_or_that_of_common_words(words: str, language: str, code: str) -> None:
    assert Languages(TABLES).of(Question(words=words, language=language)) == code
