"""What several customers ask in words that an entry does not know is proposed for `also_asked`; a person's is not."""

from __future__ import annotations

from collections.abc import Mapping

from generator.demand import Question
from generator.demand.matching import Matched, Near
from generator.demand.phrasings import proposals
from generator.search import Document, read_tables

DOCUMENTS = {
    "en": [Document(id="parcel", title="Where is my parcel?", also=("Track my shipment",), text="An order is lost.")],
    "hr": [Document(id="parcel", title="Gdje je moj paket?"), Document(id="refund", title="Refund?", lang="en")],
    "sr": [Document(id="parcel", title="Где је мој пакет?")],
}
TABLES, _ = read_tables(DOCUMENTS)
SURE, UNSURE = (Matched((Near("parcel", 1.0),), score) for score in (0.8, 0.35))


def proposed(*questions: Question, matched: Matched = SURE) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    return proposals(questions, [matched] * len(questions), DOCUMENTS, TABLES)


def asked(words: str, count: int = 1, language: str = "", entry: str = "") -> Question:
    return Question(words=words, count=count, language=language, entry=entry)


def test_the_same_words_in_another_order_or_form_are_the_same_and_the_most_frequent_writing_is_proposed() -> None:
    found = proposed(
        asked("order status", 2), asked("status of the order"), asked("Order status?"), asked("order lost", 2)
    )
    assert found == {"parcel": {"en": ("order status", "order lost")}}


def test_what_the_entry_says_already_what_one_customer_says_and_what_is_unsure_is_not_proposed() -> None:
    assert proposed(asked("where is my parcel", 9), asked("TRACK my shipments", 9), asked("order lost")) == {}
    assert proposed(asked("order lost", 9), matched=UNSURE) == {}


def test_what_somebody_named_is_sure() -> None:
    assert proposed(asked("order lost", 2, entry="parcel"), matched=UNSURE) == {"parcel": {"en": ("order lost",)}}


def test_neither_persons_nor_stories_are_proposed() -> None:
    story = "I ordered something last week and now I really wonder where in the world it could be"
    assert proposed(asked("parcel of …", 9), asked(story, 9)) == {}


def test_at_most_five_are_proposed_in_a_language() -> None:
    found = proposed(*(asked(f"lost {word}", 3) for word in ("box", "bag", "letter", "order", "crate", "tin")))
    assert len(found["parcel"]["en"]) == 5


def test_the_language_is_the_logs_or_that_of_the_words_and_an_entry_without_a_text_in_it_gets_nothing() -> None:
    found = proposed(
        asked("izgubljen paket", 2, "hr-hr"),
        asked("пакет је изгубљен", 2),
        asked("gde je paket izgubljen", 2, "sr-latn"),
        asked("povrat novca", 2, "hr", "refund"),
        asked("ztracený balík", 2, "cs"),
    )
    assert found == {"parcel": {"hr": ("izgubljen paket",), "sr": ("пакет је изгубљен",)}}
