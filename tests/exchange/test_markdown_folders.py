"""Folders of MkDocs and Docusaurus hold questions, answers, languages, topics, order, short answers and tags."""

from __future__ import annotations

import json

import pytest

from tests.exchange.conftest import SOURCES, RoundTrip, real

_NOT_HELD = "was|also_asked|source"


@pytest.mark.parametrize("name", ["mkdocs", "docusaurus"])
def test_what_is_exported_is_imported_again(name: str, round_trip: RoundTrip) -> None:
    before, after = round_trip(name, without=_NOT_HELD)
    assert after == before


@pytest.mark.parametrize("name", ["mkdocs", "docusaurus"])
@pytest.mark.parametrize("box", ['!!! tip "So"', "!!! warning"])
def test_boxes_are_held(name: str, box: str, round_trip: RoundTrip) -> None:
    body = f"First.\n\n{box}\n    Do `{{it}}`.\n\n    - Now\n\nEnd <x>.\n\n```\n!!! tip\n    no box\n:::tip\n```"
    row = {"id": "a", "category": "C", "question": "{A} *b*: c?", "answer_markdown": body}
    before, after = round_trip(name, json.dumps([row]), languages=("en",))
    assert after == before
    assert box in before["c/a.en.md"]


@pytest.mark.parametrize("name", ["mkdocs", "docusaurus"])
@pytest.mark.parametrize("faq", [*SOURCES])
def test_real_faqs_come_back_as_they_were(name: str, faq: str, round_trip: RoundTrip) -> None:
    before, after = round_trip(name, real(faq), languages=SOURCES[faq], without=_NOT_HELD)
    assert after == before
