"""Every page has a Markdown twin, complete, absolute, and without what is internal or runs code."""

import dataclasses
import re

import pytest

from generator.content.library import Library
from generator.site import visible
from generator.site.extras import extras
from generator.site.shape import Shape
from generator.site.twins import llms, twins
from generator.text import plain

BASE = "https://faq.example.org/help/"


@pytest.fixture(scope="module")
def english(shape: Shape) -> dict[str, str]:
    return {path: content.decode() for path, content in twins(shape, "en").items()}


def test_every_page_has_one(english: dict[str, str], shape: Shape) -> None:
    assert set(english) == {
        *("index.md", "contact/index.md", "how/index.md", "t/delivery/index.md", "t/returns/index.md", "llms.txt"),
        *("q/time/index.md", "q/cost/index.md", "q/attack/index.md", "a-z/index.md"),
    }
    assert {"hr/index.md", "hr/llms.txt", "hr/q/time/index.md"} <= set(twins(shape, "hr"))


def test_an_answer_is_whole_and_its_links_lead_there_from_anywhere(english: dict[str, str]) -> None:
    assert english["q/time/index.md"] == (
        "# How long?\n\n> Two days.\n\n"
        f"See [cost]({BASE}q/cost/#eur), [all]({BASE}t/returns/), [us]({BASE}contact/) and `entry:cost`.\n\n"
        "## Tracking\n\nHere.\n\n---\n\n"
        f"- Address: <{BASE}q/time/>\n- Language: English\n- Last reviewed: 2026-11-01\n"
    )


def test_links_within_a_page_and_pictures_are_absolute_too(library: Library, shape: Shape) -> None:
    body = "[here](#eur) ![map](/img/map.png) ![near](near.png)\n\n[ref]: #eur\n"
    cost = dataclasses.replace(library.by_id["cost"]["en"], body=body)
    told = Library.of([cost], settings=library.settings, languages=library.languages, topics=library.topics.values())
    text = twins(dataclasses.replace(shape, library=told), "en")["q/cost/index.md"].decode()
    assert f"[here]({BASE}q/cost/#eur) ![map]({BASE}img/map.png) ![near]({BASE}q/cost/near.png)" in text
    assert f"[ref]: {BASE}q/cost/#eur" in text


def test_a_twin_speaks_the_language_of_its_page(shape: Shape) -> None:
    text = twins(shape, "sr")["sr/q/time/index.md"].decode()
    assert "- Језик: српски\n- Последња провера: 2026-11-01" in text.replace("Српски", "српски")


def test_an_attack_is_no_formatting_and_no_html(english: dict[str, str], hostile: str) -> None:
    text = english["q/attack/index.md"]
    assert not re.search(r"<(?!https://)", text)
    assert visible.words(text.split("\n\n")[0].removeprefix("# ")) == hostile


def test_addresses_that_run_code_are_dropped(library: Library, shape: Shape) -> None:
    body = (
        "[a](javascript:alert(1)) [b](JAVASCRIPT:x) [c](data:text/html,x) [d](https://ok.example/) `[e](javascript:y)`"
    )
    cost = dataclasses.replace(library.by_id["cost"]["en"], body=body)
    told = Library.of([cost], settings=library.settings, languages=library.languages, topics=library.topics.values())
    text = twins(dataclasses.replace(shape, library=told), "en")["q/cost/index.md"].decode()
    assert "javascript:alert" not in text
    assert "JAVASCRIPT" not in text
    assert "data:" not in text
    assert "[d](https://ok.example/) `[e](javascript:y)`" in text


def test_a_topic_lists_its_questions_with_short_answers(english: dict[str, str]) -> None:
    assert (
        f"- [How much?]({BASE}q/cost/): It costs 4 EUR. Always.\n- [How long?]({BASE}q/time/): Two days.\n"
        in english["t/delivery/index.md"]
    )


def test_the_contact_page_says_when_and_where(english: dict[str, str]) -> None:
    text = english["contact/index.md"]
    assert "- E-mail: help@example.org" in text
    assert "## Opening hours\n\n- Monday – Friday: " in text
    assert "[help@example.org](mailto:help@example.org). Reply in opening hours: within 2 hours" in text


def test_llms_txt_has_the_parts_of_its_convention_in_order(shape: Shape) -> None:
    blocks = llms(shape, "en").split("\n\n")
    assert blocks[0] == "# Zrno"
    assert blocks[1] == "> Answers"
    assert blocks[2].startswith(f"- [Hrvatski]({BASE}hr/llms.txt)")
    assert blocks[3] == "## Delivery"
    assert blocks[4].split("\n") == [
        f"- [How much?]({BASE}q/cost/index.md): It costs 4 EUR. Always.",
        f"- [How long?]({BASE}q/time/index.md): Two days.",
    ]


def test_llms_txt_links_to_twins_that_exist(shape: Shape) -> None:
    files = extras(shape)
    for code in shape.library.languages:
        text = files[f"{shape.addresses.home(code)}llms.txt"].decode()
        linked = re.findall(r"\((https://\S+)\)", text)
        assert linked
        assert {url.removeprefix(BASE) for url in linked} <= set(files)


def test_an_answer_in_markdown_says_what_its_page_says(english: dict[str, str], library: Library) -> None:
    body = english["q/cost/index.md"].split("\n\n---\n\n")[0]
    cost = library.by_id["cost"]["en"]
    assert plain(body) == f"{cost.question}\n\n{visible.words(cost.body)}"


def test_the_internal_note_is_in_no_file(library: Library, shape: Shape) -> None:
    entries = [dataclasses.replace(e, meta=dataclasses.replace(e.meta, note="SECRET-NOTE")) for e in library]
    told = Library.of(entries, settings=library.settings, languages=library.languages, topics=library.topics.values())
    made = extras(dataclasses.replace(shape, library=told), former={"old": "time"}, withdrawn={"gone"})
    assert len(made) > 20
    assert not any(b"SECRET-NOTE" in content for content in made.values())


def test_an_answer_shown_for_want_of_a_translation_names_its_own_language(shape: Shape) -> None:
    made = {path: content.decode() for path, content in twins(shape, "hr").items()}
    assert f"- Adresa: <{BASE}hr/q/cost/>\n- Jezik: English\n" in made["hr/q/cost/index.md"]
    assert "cost" not in made["hr/llms.txt"]


def test_its_links_lead_to_the_language_of_the_page(library: Library, shape: Shape) -> None:
    cost = dataclasses.replace(library.by_id["cost"]["en"], body="[time](entry:time)")
    told = Library.of([cost, *library], settings=library.settings, languages=library.languages, topics=())
    made = twins(dataclasses.replace(shape, library=told), "hr")
    assert f"[time]({BASE}hr/q/time/)" in made["hr/q/cost/index.md"].decode()
