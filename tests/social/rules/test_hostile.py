"""Drafts are files that anybody may have written: no text stops the rules, or keeps them busy for minutes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.content.library import Entry

if TYPE_CHECKING:
    from conftest import Judge

SIGNS = "aA1. ,:;!?-–—\n#@{}[]()€%/&“”📦🇭🇷ščЖж\u00a0\u200d\ufe0f\u0301\r\t\\\"'"


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.sampled_from(SIGNS), max_size=60), form=st.sampled_from(["qa", "quiz", "myth"]))
def test_any_text_is_judged(judge: Callable[..., Judge], entry: Entry, text: str, form: str) -> None:
    asked = judge(entry)

    first = asked.said(asked.draft(text=text, alt=text, format=form))
    assert first == asked.said(asked.draft(text=text, alt=text, format=form))


@pytest.mark.parametrize(
    "part",
    [
        "1",
        "1 ",
        "1.",
        "a.",
        "com.",
        "com.com@",
        "#",
        "#a ",
        "{{",
        "A) ",
        "— ",
        " ",
        "ab ",
        "€",
        "1–",
        "📦",
        "“",
        "a b c. ",
    ],
)
def test_long_texts_are_judged_soon(judge: Callable[..., Judge], entry: Entry, part: str) -> None:
    asked = judge(entry)
    text = part * (20_000 // len(part))

    assert asked.problems(asked.draft(text=f"a {text} b\n---\n(2/2) {text}", alt=text))
