"""Questions find their entry in other words, endings, letters and languages; what no entry answers is not answered."""

from __future__ import annotations

from datetime import date

import pytest

from generator.demand import Question
from generator.demand.matching import Matched, match
from generator.demand.report import as_data, as_text, report
from generator.search import Document, read_tables

DOCUMENTS = {
    "en": [
        Document(id="parcel", title="Where is my parcel?", also=("Track my shipment",)),
        Document(id="refund", title="When do I get my money back?"),
        Document(id="gift-card", title="Can I pay with a gift card?"),
    ],
    "sr": [
        Document(id="parcel", title="Где је мој пакет?"),
        Document(id="refund", title="Када ћу добити новац назад?"),
    ],
}
TABLES, _ = read_tables(DOCUMENTS)


def matched(*words: str) -> list[Matched]:
    return match([Question(words=one) for one in words], DOCUMENTS, TABLES)


@pytest.mark.parametrize(
    ("words", "entry"),
    [
        ("where is the parcel", "parcel"),
        ("wheres my parcell", "parcel"),
        ("get the money back", "refund"),
        ("gde je moj paket", "parcel"),
        ("кад добијам новац назад", "refund"),
        ("giftcard payment", "gift-card"),
    ],
)
def test_a_question_finds_its_entry(words: str, entry: str) -> None:
    (found,) = matched(words)
    assert found.nearest[0].entry == entry


def test_what_an_entry_asks_itself_is_sure_and_the_weather_is_not() -> None:
    parcel, weather = matched("Where is my parcel?", "Will it rain tomorrow?")
    assert parcel.is_answered
    assert not weather.is_answered
    assert weather.score < parcel.score


@pytest.mark.parametrize(("named", "known"), [("en-gb", "en"), ("sr-cyrl-rs", "sr"), ("xx-de", "")])
def test_each_question_is_matched_in_the_language_its_line_names(named: str, known: str) -> None:
    asked = [Question(words="gde je paket", language=language) for language in (named, known)]
    first, second = match(asked, DOCUMENTS, TABLES)
    assert first == second


def test_nothing_to_match_is_no_fault() -> None:
    assert matched() == []
    assert match([Question(words="Where?")], {"en": []}, TABLES)[0].nearest == ()


def test_counts_are_by_entry_and_month_and_what_an_agent_named_counts() -> None:
    questions = [
        Question(words="Where is my parcel?", day=date(2026, 10, 3), count=2),
        Question(words="Where is my parcel?", day=date(2026, 11, 3)),
        Question(words="It never came", entry="parcel"),
        Question(words="Will it rain tomorrow?"),
    ]
    made = report(questions, match(questions, DOCUMENTS, TABLES))
    assert made.months == {"parcel": {"": 1, "2026-10": 2, "2026-11": 1}}
    assert (made.questions, made.answered) == (5, 4)
    assert as_text(made).split("\n")[1] == "     4  parcel  most in 2026-10: 2"
    assert str(as_data(made)["unanswered"]).count("words") == 1
