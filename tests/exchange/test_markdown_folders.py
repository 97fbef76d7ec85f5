"""Folders of MkDocs and Docusaurus hold questions, answers, languages, topics, order, short answers and tags."""

from __future__ import annotations

import pytest

from tests.exchange.conftest import SOURCES, RoundTrip, real

_NOT_HELD = "was|also_asked|source"


@pytest.mark.parametrize("name", ["mkdocs", "docusaurus"])
def test_what_is_exported_is_imported_again(name: str, round_trip: RoundTrip) -> None:
    before, after = round_trip(name, without=_NOT_HELD)
    assert after == before


@pytest.mark.parametrize("name", ["mkdocs", "docusaurus"])
@pytest.mark.parametrize("faq", [*SOURCES])
def test_real_faqs_come_back_as_they_were(name: str, faq: str, round_trip: RoundTrip) -> None:
    before, after = round_trip(name, real(faq), languages=SOURCES[faq], without=_NOT_HELD)
    assert after == before
