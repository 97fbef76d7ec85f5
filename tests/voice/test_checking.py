"""What is asked of which text, and what a project may change."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.voice.conftest import VOICES

if TYPE_CHECKING:
    from generator.voice import Kind

ENGLISH = VOICES["en"]


def said(text: str, kind: Kind = "short") -> list[tuple[str, str]]:
    return [(one.rule, text[one.start : one.end]) for one in ENGLISH.check(text, kind)]


def test_a_finding_says_where_it_stands_and_what_to_write_instead() -> None:
    (one,) = ENGLISH.check("Parcels arrive soon.", "short")
    assert one == ("vague", 15, 19, "give a time, for example “by 9:30 tomorrow” or “within 2 working days”")


def test_of_questions_only_shouting_is_asked() -> None:
    assert said("Will you REALLY reply soon?", "question") == [("shouting", "REALLY")]


def test_drafts_are_asked_what_no_rule_of_posts_asks() -> None:
    assert said("Click here: we REALLY guarantee it!!", "draft") == []
    assert said("We guarantee it!! Click here.", "draft") == [("promise", "We guarantee")]


@pytest.mark.parametrize(
    "text",
    [
        "We will reply soon, within 30 minutes.",
        "We will reply soon, by {{ reply_time }}.",
        "`We guarantee` is code.",
        "```\nWe guarantee it, click here!!\n```",
        "The terms are [here](https://example.org/we-guarantee-it-soon).",
        "## Terms {#as-soon-as-possible}",
        "![A tray](soon.jpg) ![Another tray](soon.jpg)",
        "Write to us\nand we will tell you.",
    ],
)
def test_what_nobody_reads_as_words_is_let_through(text: str) -> None:
    assert said(text, "answer") == []


def test_markdown_is_read_as_it_is_shown() -> None:
    text = "We **always**\nreply.\n\n- [click here](x.md)\n- A | we guarantee\n\n# Soon\nA text."
    assert said(text, "answer") == [
        ("promise", "We **always"),
        ("links", "click here"),
        ("promise", "we guarantee"),
        ("vague", "Soon"),
    ]


def test_a_wrapped_sentence_is_one() -> None:
    text = "\n".join(["one two three four five six seven eight nine ten"] * 4)
    assert [rule for rule, _ in said(text, "answer")] == ["length"]
    assert said("\n\n".join([text[:48]] * 3), "answer") == []


def test_an_answer_comes_first_where_it_is_read_first() -> None:
    text = "Thank you for your question. It is free."
    assert said(text, "short") == [("order", "Thank you for your question")]
    assert said(text, "opening") == said(text, "short")
    assert said(text, "answer") == []
    assert said(f"It is free. {text}", "short") == []


def test_a_reply_may_thank_but_not_dither() -> None:
    assert said("Hello Ana, thank you for your message. You can return it.", "reply") == []
    text = "Hello Ana. We are writing to you about delivery. You can return it."
    assert said(text, "reply") == [("order", "We are writing")]


def test_a_reply_leads_on() -> None:
    assert said("The pot broke.", "reply") == [("next_step", "broke")]
    assert ENGLISH.check("The pot broke: {{ link }}", "reply", leads_on=True) == []
    assert said("The pot broke. Which one do you want?", "reply") == []
    assert said("A new one leaves at 9:30.", "reply") == []


@pytest.mark.parametrize(
    "piece",
    ["](", "[a](", "](a(b)", "{{", "{#", "<a ", "![", "`", "soon ", "! ", "we .. ", "A.", "#\n", "a\n", "- | ", "]["],
)
def test_hostile_texts_take_no_time(piece: str) -> None:
    begin = time.process_time()
    ENGLISH.check(piece * 20_000, "reply")
    assert time.process_time() - begin < 5


def test_a_project_switches_rules_off() -> None:
    quiet = replace(ENGLISH, off=frozenset({"vague", "shouting"}))
    assert quiet.check("We reply SOON!!", "short") == []


def test_a_project_has_words_of_its_own() -> None:
    own = replace(ENGLISH, avoid=("plantlet*",), accept=("we guarantee fresh seeds",))
    assert [one.rule for one in own.check("Our plantlets. We guarantee fresh seeds. We guarantee it.", "short")] == [
        "avoid",
        "promise",
    ]


def test_a_number_that_is_written_out_of_place_changes_nothing() -> None:
    assert VOICES["hr"].check("Dodajte 5 g. Novak je biljka.", "short") == []
    assert VOICES["hr"].check("Tako je kod g. Novaka.", "short") != []


def test_a_reply_may_greet_by_name_and_name_nobody_else() -> None:
    assert said("Hello Mrs Novak, you can return it.", "reply") == []
    assert said("Hello Ana. Mrs Novak returned it. You can, too.", "reply") == [("past", "Mrs Novak")]
