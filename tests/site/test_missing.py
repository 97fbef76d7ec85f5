"""What the page for missing addresses is told."""

import json

from generator.site.missing import ids
from generator.site.shape import Shape


def test_a_language_has_its_own_list_of_all_it_shows(shape: Shape, hostile: str) -> None:
    known = json.loads(ids(shape, "hr", {}, ()))
    assert known == {
        "answers": {"time": "Koliko traje?", "cost": "How much?", "attack": hostile},
        "topics": {"delivery": "Dostava", "returns": hostile},
        "pages": {"a-z": "Sva pitanja od A do Ž", "contact": "Kontakt", "how": "How"},
        "former": {},
        "withdrawn": [],
    }


def test_former_ids_lead_to_answers_that_exist(shape: Shape) -> None:
    former = {"shipping": "time", "price": "cost", "lost": "nowhere"}
    assert json.loads(ids(shape, "hr", former, ()))["former"] == {"price": "cost", "shipping": "time"}


def test_withdrawn_ids_are_in_order(shape: Shape) -> None:
    assert json.loads(ids(shape, "en", {}, {"b", "a"}))["withdrawn"] == ["a", "b"]
