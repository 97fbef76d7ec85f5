"""Phrases: what falls away, what may be said, and that values are never read as phrases."""

from __future__ import annotations

from generator.replies.phrases import clean, fill, seed, usable


def test_what_stands_in_brackets_falls_away_with_its_placeholder() -> None:
    assert fill("Hello[, {name}]!", {"name": "Iva"}) == "Hello, Iva!"
    assert fill("Hello[, {name}]!", {"name": ""}) == fill("Hello[, {name}]!", {}) == "Hello!"


def test_a_value_is_put_in_once_and_never_read_as_a_phrase() -> None:
    assert fill("[{agent}, ]{brand}", {"agent": "{brand}[x]", "brand": "Zrno"}) == "{brand}[x], Zrno"


def test_phrases_that_lack_a_value_are_not_said_and_those_that_name_a_person_come_first() -> None:
    phrases = ("Hello[ {name}]", "Dear {name}", "Dear customer")
    assert usable(phrases, {"name": ""}) == ("Hello[ {name}]", "Dear customer")
    assert usable(phrases, {"name": "Iva"}) == ("Hello[ {name}]", "Dear {name}")


def test_the_seed_is_fnv_1a() -> None:
    assert [seed(text) for text in ("", "a", "foobar")] == [0x811C9DC5, 0xE40C292C, 0xBF9CF968]


def test_typed_text_is_one_line_without_placeholders() -> None:
    assert clean(" A.\n{{ K }}. [x] <b> ") == "A. K . x b"
