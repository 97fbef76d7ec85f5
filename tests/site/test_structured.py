"""JSON-LD: what schema.org asks of an FAQPage, and nothing that is not known."""

import dataclasses
from typing import Any

from generator.content.library import Library
from generator.site import structured
from generator.site.dates import Dates
from generator.site.shape import Shape

BASE = "https://faq.example.org/help/"


def check(node: dict[str, Any]) -> None:
    """The properties that https://schema.org/FAQPage and its consumers require."""
    assert (node["@context"], node["@type"]) == ("https://schema.org", "FAQPage")
    assert node["mainEntity"]
    for question in node["mainEntity"]:
        assert question["@type"] == "Question"
        assert question["name"].strip()
        assert question["acceptedAnswer"]["@type"] == "Answer"
        assert question["acceptedAnswer"]["text"].strip()
    path = node["breadcrumb"]["itemListElement"]
    assert [step["position"] for step in path] == list(range(1, len(path) + 1))
    assert all(step["@type"] == "ListItem" and step["name"] and step["item"].startswith(BASE) for step in path)


def test_an_entry_with_all_that_is_known(library: Library, shape: Shape) -> None:
    node = structured.of_entry(shape, library.by_id["time"]["en"], "en")
    check(node)
    assert (node["url"], node["inLanguage"]) == (f"{BASE}q/time/", "en")
    assert (node["datePublished"], node["dateModified"]) == ("2026-03-01", "2026-06-04")
    steps = [(s["name"], s["item"].removeprefix(BASE)) for s in node["breadcrumb"]["itemListElement"]]  # type: ignore[index]
    assert steps == [("Home", ""), ("Delivery", "t/delivery/"), ("How long?", "q/time/")]


def test_dates_nobody_recorded_are_not_said(library: Library, shape: Shape) -> None:
    undated = dataclasses.replace(shape, dates=Dates())
    node = structured.of_entry(undated, library.by_id["time"]["en"], "en")
    assert not {"datePublished", "dateModified"} & set(node)


def test_a_topic_has_all_its_questions_with_the_short_answers_shown(shape: Shape) -> None:
    node: dict[str, Any] = structured.of_topic(shape, "delivery", "en")
    check(node)
    said = [(q["name"], q["acceptedAnswer"]["text"]) for q in node["mainEntity"]]
    assert said == [("How much?", "It costs 4 EUR. Always."), ("How long?", "Two days.")]


def test_an_attack_is_said_as_it_is_shown(library: Library, shape: Shape) -> None:
    node: dict[str, Any] = structured.of_entry(shape, library.by_id["attack"]["en"], "en")
    check(node)
    assert "<script> alert(2) </script>" in node["mainEntity"][0]["acceptedAnswer"]["text"]


def test_an_answer_in_another_language_says_which_and_where_it_is_at_home(library: Library, shape: Shape) -> None:
    node: dict[str, Any] = structured.of_entry(shape, library.by_id["cost"]["en"], "hr")
    check(node)
    assert (node["url"], node["inLanguage"]) == (f"{BASE}q/cost/", "en")
    names = [step["name"] for step in node["breadcrumb"]["itemListElement"]]
    assert names == ["Početna", "Dostava", "How much?"]
