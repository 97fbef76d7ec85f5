"""What pages of MkDocs and Docusaurus have besides text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.exchange.conftest import ROWS, RoundTrip


@pytest.mark.parametrize("name", ["mkdocs", "docusaurus"])
@pytest.mark.parametrize("box", ['!!! tip "So"', "!!! warning"])
def test_boxes_are_held(name: str, box: str, round_trip: RoundTrip) -> None:
    body = f"First.\n\n{box}\n    Do `{{it}}`.\n\n    - Now\n\nEnd <x>.\n\n```\n!!! tip\n    no box\n:::tip\n```"
    before, after = round_trip(
        name, [replace(ROWS[3], question="{A} *b*: c?", answer=body)], codes={"AA614"} if name == "mkdocs" else ()
    )
    assert after == before
    assert box in before["gifts/gifts.en.md"]
