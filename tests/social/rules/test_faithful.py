"""A draft says what its entry says: sentences, figures, links, and nothing internal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.content.library import Entry
from generator.content.meta import Meta
from generator.social import Slide

if TYPE_CHECKING:
    from conftest import Judge

SENTENCE, FIGURE, NOTE = ("AA372", "warning"), ("AA373", "error"), ("AA371", "error")


@pytest.fixture
def delivery(judge: Callable[..., Judge]) -> Judge:
    entry = Entry(
        id="delivery",
        lang="en",
        topic="delivery",
        question="How long does delivery take?",
        short="Parcels arrive in 1–2 working days. From 1 December 2026 delivery costs €4.50.",
        body="Delivery takes 1–2 working days.\n\n1. Order by 14:00.\n2. Track it at [the post](https://post.example/track).",
        tip="Send it to a locker.",
        meta=Meta(note="Carrier complaints go to Ana, extension 471."),
    )
    return judge(entry)


@pytest.mark.parametrize(
    "text",
    [
        "How long does delivery take?\n\nParcels arrive in 1–2 working days.\n\nFull answer: {link}",
        "Before you ask: How long does delivery take?\n\n• Order by 14:00\n• Send it to a locker!\n\n{link} #Delivery",
        "Parcels arrive in 1–2\u00a0working days – from 1 December 2026, delivery costs €4.50. {link}",
        "“Delivery takes 1–2 working days.” 📦 {link}",
        "How long does delivery take? (1/2)\n---\nDelivery takes 1–2 working days. {link} (2/2)",
        "How long does delivery take? Parcels arrive in (1/2)\n---\n1–2 working days. {link} (2/2)",
    ],
)
def test_words_of_the_entry_and_of_phrases_are_traced(delivery: Judge, text: str) -> None:
    assert delivery.of_text(text) & {SENTENCE, FIGURE} == set()


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Parcels arrive within two working days.", {SENTENCE}),
        ("Parcels arrive in 1–2 working days?", {SENTENCE}),
        ("Delivery takes 1–3 working days.", {SENTENCE, FIGURE}),
        ("From 1 November 2026 delivery costs €4.50.", {SENTENCE, FIGURE}),
        ("From 1 December 2027 delivery costs €4.50.", {SENTENCE, FIGURE}),
        ("From 1 December 2026 delivery costs $4.50.", {SENTENCE, FIGURE}),
        ("From 1 December 2026 delivery costs 4,50 EUR.", {SENTENCE}),
        ("Delivery takes 2 working days.", {SENTENCE}),
        ("Order by 15:00.", {SENTENCE, FIGURE}),
        ("See shop.example/sale.", {SENTENCE, FIGURE}),
        ("Track it at the post: https://post.example/track", set()),
    ],
)
def test_what_the_entry_does_not_say_is_named(delivery: Judge, sentence: str, found: set[tuple[str, str]]) -> None:
    text = f"How long does delivery take?\n\n{sentence}\n\nFull answer: {{link}}"

    assert delivery.of_text(text, "facebook_page") & {SENTENCE, FIGURE} == found


def test_the_sentence_the_figure_and_the_link_are_shown(delivery: Judge) -> None:
    draft = delivery.draft(text="How long? It takes 9 days and €5 by 2 May. www.shop.example {link}")

    messages = [problem.message for problem in delivery.problems(draft) if problem.code in {"AA372", "AA373"}]
    assert messages == [
        "this sentence is not in the entry: How long?",
        "this sentence is not in the entry: It takes 9 days and €5 by 2 May.",
        "a number is not in the entry: 9",
        "a date is not in the entry: 2. 5.",
        "an amount is not in the entry: 5 EUR",
        "a link is not in the entry: www.shop.example",
    ]


def test_alt_texts_are_traced_too(delivery: Judge) -> None:
    assert {SENTENCE, FIGURE} <= delivery.said(delivery.draft(alt="Delivery takes 7 days."))


def test_pictures_of_a_carousel_are_traced_too(delivery: Judge) -> None:
    slides = (Slide("How long does delivery take?", "Delivery takes 7 days."),)

    assert {SENTENCE, FIGURE} <= delivery.said(delivery.draft(slides=slides))


def test_a_note_for_agents_stays_inside(delivery: Judge) -> None:
    told = "How long does delivery take?\n\nCarrier complaints go to Ana!\n\n{link}"

    assert NOTE in delivery.of_text(told)
    assert NOTE not in delivery.of_text("Complaints go to the carrier. {link}")


def test_a_short_note_is_found_whole_and_public_words_are_no_secret(delivery: Judge) -> None:
    short = replace(delivery.entry, meta=Meta(note="Ask Ana first"))
    public = replace(delivery.entry, meta=Meta(note="Delivery takes 1–2 working days."))
    told = "Ask Ana first. Delivery takes 1–2 working days. {link}"

    for entry, expected in ((short, True), (public, False)):
        asked = replace(delivery, entry=entry, library=delivery.world.library([entry]))
        assert (NOTE in asked.of_text(told)) is expected


def test_dates_of_languages_with_cases(judge: Callable[..., Judge]) -> None:
    for lang, entered, same, other in (
        ("hr", "Radimo do 24. prosinca 2026.", "24. 12. 2026.", "24. siječnja"),
        ("sr", "Радимо до 24. децембра 2026.", "24. 12. 2026.", "24. јануара"),
        ("sl", "Delamo do 24. decembra 2026.", "24. 12. 2026", "24. januarja"),
        ("cs", "Otevřeno máme do 24. prosince 2026.", "24. 12. 2026", "24. ledna"),
        ("bg", "Работим до 24 декември 2026 г.", "24.12.2026", "24 януари"),
    ):
        asked = judge(Entry(id="open", lang=lang, topic="about", question="Pitanje? ", short=entered, body=entered))
        assert FIGURE not in asked.of_text(f"{same} {{link}}"), lang
        assert FIGURE in asked.of_text(f"{other} {{link}}"), lang
