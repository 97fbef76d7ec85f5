"""Neutral JSON holds all that an import of it can give."""

from __future__ import annotations

import pytest

from tests.exchange.conftest import SOURCES, RoundTrip, real


def test_what_is_exported_is_imported_again(round_trip: RoundTrip) -> None:
    before, after = round_trip("neutral")
    assert after == before
    assert "[the cost](entry:cost)" in before["delivery/time.en.md"]
    assert "source: 000000000000" in before["delivery/time.hr.md"]


@pytest.mark.parametrize("name", [*SOURCES])
def test_real_faqs_come_back_as_they_were(name: str, round_trip: RoundTrip) -> None:
    before, after = round_trip("neutral", real(name), languages=SOURCES[name])
    assert after == before
