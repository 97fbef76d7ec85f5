"""With a model, a question in other words finds its entry, and what nobody answers is grouped by what it means."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from generator.demand import Question
from generator.demand.gaps import gaps
from generator.demand.matching import match, ways_to_ask
from generator.meaning.space import Space
from generator.search import Document, read_tables

DOCUMENTS = {
    "en": [
        Document(id="parcel", title="Where is my parcel?"),
        Document(id="refund", title="When do I get my money back?"),
        Document(id="hours", title="Are you open on Sundays?"),
    ]
}
TABLES, _ = read_tables(DOCUMENTS)
SENSES = (
    ("parcel", "shipment", "package", "courier", "delivery"),
    ("money", "refund", "reimburse", "repayment", "cash"),
    ("open", "hours", "sundays", "weekend", "closing"),
    ("seeds", "sow", "planting", "seedlings", "compost"),
)


def embed(texts: Sequence[str]) -> NDArray[np.float32]:
    """A model that knows which words mean the same, and tells texts apart a little by their letters."""
    rows = [
        [4.0 * sum(word in text.lower() for word in sense) for sense in SENSES]
        + [text.count(letter) / len(text) for letter in "aeiou"]
        for text in texts
    ]
    return np.array(rows, np.float32)


def log(*senses: int, each: int = 12) -> list[Question]:
    chance = random.Random(4)  # noqa: S311 - the same for everybody
    starts = ("Tell me about", "A word on", "I wonder about", "Anything new on", "Help with", "What of")
    return [
        Question(words=f"{chance.choice(starts)} {chance.choice(SENSES[sense][1:])} {number}")
        for sense in senses
        for number in range(each)
    ]


def test_a_question_in_other_words_finds_its_entry_by_meaning_only() -> None:
    questions = log(0, 1, 2)
    right = ["parcel"] * 12 + ["refund"] * 12 + ["hours"] * 12
    plain = match(questions, DOCUMENTS, TABLES)
    meant = match(questions, DOCUMENTS, TABLES, Space(embed))
    by_words = sum(bool(one.nearest) and one.nearest[0].entry == entry for one, entry in zip(plain, right, strict=True))
    assert by_words < 24
    assert [one.nearest[0].entry for one in meant] == right


def test_what_no_entry_answers_is_less_sure_than_what_one_does() -> None:
    found = match(log(0, 1, 2, 3), DOCUMENTS, TABLES, Space(embed))
    assert max(one.score for one in found[36:]) < min(one.score for one in found[:36])
    assert all(0 <= one.score <= 1 for one in found)


def test_words_still_count_beside_meaning() -> None:
    (found,) = match([Question(words="where is my parcel")], DOCUMENTS, TABLES, Space(embed))
    assert found.nearest[0].entry == "parcel"
    assert len(found.nearest) == 3


def test_the_first_gap_is_the_topic_that_is_missing() -> None:
    questions = log(0, 1, 2, 3)
    space = Space(embed)
    found = match(questions, DOCUMENTS, TABLES, space)
    made = gaps(questions, found, {"parcel": "shop"}, TABLES, space, ways_to_ask(DOCUMENTS))
    assert any(word in made[0].name for word in SENSES[3])
    assert made[0].count == 12


def test_neither_the_logs_order_nor_a_repetition_matters() -> None:
    questions = log(0, 1, 2, 3)
    mixed = questions[:]
    random.Random(1).shuffle(mixed)  # noqa: S311 - the same for everybody
    space, ways = Space(embed), ways_to_ask(DOCUMENTS)
    first, again = (
        gaps(some, match(some, DOCUMENTS, TABLES, space), {}, TABLES, space, ways) for some in (questions, mixed)
    )
    assert [(gap.name, gap.count) for gap in first] == [(gap.name, gap.count) for gap in again]


def test_a_log_of_nothing_and_an_faq_of_nothing_are_no_trouble() -> None:
    space = Space(embed)
    assert match([], DOCUMENTS, TABLES, space) == []
    (found,) = match([Question(words="Where?")], {"en": []}, TABLES, space)
    assert found.nearest == ()
    assert gaps([], [], {}, TABLES, space, ways_to_ask(DOCUMENTS)) == []
