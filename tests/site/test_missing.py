"""What the page for missing addresses is told."""

import json

from generator.site.missing import ids
from generator.site.shape import Shape


def test_a_language_has_its_own_small_list(shape: Shape) -> None:
    known = json.loads(ids(shape, "hr", {}, ()))
    assert known == {
        "answers": {"time": "Koliko traje?"},
        "topics": {"delivery": "Dostava"},
        "pages": {"contact": "Kontakt"},
        "former": {},
        "withdrawn": [],
    }


def test_former_ids_lead_to_answers_that_exist_in_the_language(shape: Shape) -> None:
    former = {"shipping": "time", "price": "cost", "lost": "nowhere"}
    assert json.loads(ids(shape, "en", former, ()))["former"] == {"price": "cost", "shipping": "time"}
    assert json.loads(ids(shape, "hr", former, ()))["former"] == {"shipping": "time"}


def test_withdrawn_ids_are_in_order(shape: Shape) -> None:
    assert json.loads(ids(shape, "en", {}, {"b", "a"}))["withdrawn"] == ["a", "b"]
