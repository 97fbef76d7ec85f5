"""What each kind of card says of an entry, on the demo's own entries."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.build import card_words
from generator.build.card_words import Given
from generator.build.project import Project, read_project
from generator.social import Slide

_ = "\N{NO-BREAK SPACE}"
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def demo() -> Project:
    found, problems = read_project(ROOT)
    assert found, problems
    return found


def given(demo: Project, id_: str, lang: str = "en", **changes: object) -> Given:
    entry = replace(demo.library.by_id[id_][lang], **changes)  # type: ignore[arg-type]
    return Given(entry=entry, library=demo.library, addresses=demo.addresses)


def texts(says: str, known: Given) -> dict[str, tuple[str, ...]]:
    words = card_words.of_entry(says, known)
    return dict(words.texts) if words else {}


def test_every_card_says_whose_it_is_and_where_the_answer_stands(demo: Project) -> None:
    said = texts("question", given(demo, "delivery-time", "hr"))
    assert said == {
        "brand": ("Zrno",),
        "topic": ("Dostava",),
        "address": ("faq.zrno.example/hr/q/delivery-time",),
        "question": ("Koliko traje dostava?",),
    }


@pytest.mark.parametrize(
    ("lang", "topics"),
    [
        ("en", ("Returns and refunds", "Returns")),
        ("hr", ("Povrati i reklamacije", "Povrati")),
        ("sr", ("Враћање и рекламације", "Враћање")),
        ("sr-Latn", ("Vraćanje i reklamacije", "Vraćanje")),
        ("cs", ("Vrácení a reklamace", "Vrácení")),
    ],
)
def test_a_topic_of_several_things_may_be_said_by_the_first(demo: Project, lang: str, topics: tuple[str, ...]) -> None:
    assert texts("question", given(demo, "return-goods", lang))["topic"] == topics


def test_the_short_answer_is_said_or_as_many_first_sentences_as_fit(demo: Project) -> None:
    assert len(texts("qa", given(demo, "delivery-time"))["answer"]) == 1
    long = given(demo, "delivery-time", short="", body="One is here. Two is there. Three.\n\nNext paragraph.")
    assert texts("qa", long)["answer"] == (
        "One is here. Two is there. Three.",
        "One is here. Two is there.",
        "One is here.",
    )
    assert card_words.of_entry("qa", given(demo, "delivery-time", short="", body="")) is None


@pytest.mark.parametrize(
    ("lang", "figure", "unit"),
    [
        ("en", "1–2", "working days"),
        ("hr", "1–2", "radna dana"),
        ("sr", "5–7", "радних дана"),
        ("sr-Latn", "5–7", "radnih dana"),
        ("sl", "2–3", "delovni dnevi"),
        ("cs", "3–4", "pracovní dny"),
        ("bg", "4–6", "работни дни"),
    ],
)
def test_the_one_amount_of_a_short_answer_is_its_figure(demo: Project, lang: str, figure: str, unit: str) -> None:
    said = texts("figure", given(demo, "delivery-time", lang))
    assert (said["figure"], said["unit"]) == ((figure,), (unit,))
    assert said["question"]
    assert said["answer"]


def test_where_no_single_amount_leads_there_is_no_figure(demo: Project) -> None:
    entry = demo.library.by_id["delivery-time"]["en"]
    both = "Parcels arrive in {{ delivery_time }}, or {{ return_window }}."
    two = given(
        demo,
        "delivery-time",
        short=f"Parcels arrive in 1–2{_}working days, or 14{_}days.",
        written=("", both, ""),
        facts=entry.facts | {"return_window"},
    )
    assert card_words.of_entry("figure", two) is None
    time = given(demo, "delivery-time", short="By 2:00 PM.", written=("", "By {{ dispatch_cutoff }}.", ""))
    assert card_words.of_entry("figure", time) is None
    assert card_words.of_entry("figure", given(demo, "delivery-time", facts=frozenset())) is None


def test_a_tip_and_a_did_you_know_have_labels_of_their_own(demo: Project) -> None:
    tip = texts("tip", given(demo, "delivery-time", tip="Order early."))
    words = demo.library.by_id["delivery-time"]["en"].posts
    new = texts("did_you_know", given(demo, "delivery-time", posts=replace(words, did_you_know="Seeds sleep.")))
    assert (tip["text"], tip["label"]) == (("Order early.",), ("Good to know",))
    assert (new["text"], new["label"]) == (("Seeds sleep.",), ("Did you know?",))


def test_the_days_of_a_season_are_those_that_the_answer_names(demo: Project) -> None:
    """The entry's own season is when posting helps most: other days beside those of the answer would mislead."""
    dates = {lang: texts("season", given(demo, "seedling-season", lang))["dates"] for lang in ("en", "hr", "cs", "bg")}
    assert dates == {
        "en": (f"15{_}April – 10{_}June",),
        "hr": (f"15.{_}travnja – 10.{_}lipnja",),
        "cs": (f"25.{_}dubna – 10.{_}června",),
        "bg": (f"15{_}април – 10{_}юни",),
    }
    assert "dates" not in texts("season", given(demo, "seedling-season", short="Soon."))
    assert card_words.of_entry("season", given(demo, "delivery-time")) is None


def test_hours_are_rows_with_ways_to_ask_and_a_code(demo: Project) -> None:
    meta = replace(demo.library.by_id["delivery-time"]["hr"].meta, tells_hours=True)
    words = card_words.of_entry("hours", given(demo, "delivery-time", "hr", meta=meta))
    assert words
    assert [(item.label, item.text) for item in words.items] == [
        ("Ponedjeljak–petak", "08:00–16:00"),
        ("Subota", "09:00–12:00"),
    ]
    assert words.of("contact") == ("pomoc@zrno.example · +385 42 000 000", "pomoc@zrno.example")
    assert words.code == "https://faq.zrno.example/hr/q/delivery-time/"
    assert card_words.of_entry("hours", given(demo, "delivery-time", "hr")) is None


def test_steps_are_numbered_rows_and_the_options_of_a_quiz_have_letters(demo: Project) -> None:
    steps = card_words.of_entry("steps", given(demo, "delivery-time", body="1. Look.\n2. Ask."))
    assert steps
    assert [(item.label, item.text) for item in steps.items] == [("1", "Look."), ("2", "Ask.")]
    asked = [
        words
        for entry in demo.library
        if (words := card_words.of_entry("quiz", Given(entry=entry, library=demo.library, addresses=demo.addresses)))
    ]
    assert {"".join(item.label for item in words.items)[:2] for words in asked} <= {"AB", "АБ"}


def test_slides_of_a_draft_are_cover_pages_and_summary(demo: Project) -> None:
    known = given(demo, "delivery-time")
    cover = card_words.of_slide("cover", Slide("How?", "In three steps"), "1/3", known)
    assert (cover.of("question"), cover.of("text")) == (("How?",), ("In three steps",))
    page = card_words.of_slide("slide", Slide("First", "Look."), "2/3", known)
    assert (page.of("title"), page.of("text"), page.of("number")) == (("First",), ("Look.",), ("2/3",))
    step = card_words.of_slide("slide", Slide("", "2. Look."), "3/4", known)
    assert (step.of("label"), step.of("title"), step.items) == (("2.",), ("Look.",), ())
    last = card_words.of_slide("summary", Slide("All", "1. Look\n2. Ask"), "3/3", known)
    assert (last.of("title"), [item.text for item in last.items]) == (("All",), ["Look", "Ask"])
    assert last.of("text") == ()


def test_a_last_page_that_has_but_text_says_less_or_asks_again_where_that_is_long(demo: Project) -> None:
    known = given(demo, "delivery-time")
    last = card_words.of_slide("summary", Slide("", "Two days. Three to islands."), "3/3", known)
    assert last.of("title") == ("Two days. Three to islands.", "Two days.", known.entry.question)
    assert card_words.of_slide("summary", Slide("Is it? Or not?", "Yes."), "3/3", known).of("title") == (
        "Is it? Or not?",
    )


@pytest.mark.parametrize(("kind", "role"), [("cover", "question"), ("summary", "title")])
def test_a_page_that_is_only_a_list_has_the_question_above_it(demo: Project, kind: str, role: str) -> None:
    known = given(demo, "delivery-time")
    words = card_words.of_slide(kind, Slide("", "• One\n• Two"), "1/3", known)
    assert words.of(role) == (known.entry.question,)
    assert [item.text for item in words.items] == ["One", "Two"]


def test_every_kind_has_an_entry_of_the_demo_or_needs_words_that_it_lacks(demo: Project) -> None:
    found = {
        kind
        for entry in demo.library.in_language("en")
        for kind in card_words.kinds(Given(entry=entry, library=demo.library, addresses=demo.addresses))
    }
    assert found <= set(card_words.KINDS)
    assert {"question", "qa", "tip", "cover", "figure"} <= found
