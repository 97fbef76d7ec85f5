"""The same post twice: found exactly, and without comparing each with each."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from generator.content.library import Entry
from generator.social import Draft
from generator.social.rules import likeness

if TYPE_CHECKING:
    from conftest import Judge


def later(draft: Draft, n: int, days: int, text: str) -> Draft:
    return replace(draft, id=f"{draft.id}-{n}", slot=draft.slot + timedelta(days=days), text=text)


@pytest.mark.parametrize(("days", "found"), [(0, True), (59, True), (60, False)])
def test_nothing_is_said_twice_within_the_cooldown(
    judge: Callable[..., Judge],
    entry: Entry,
    days: int,
    found: bool,  # noqa: FBT001 - a table
) -> None:
    asked = judge(entry)
    draft = asked.draft("mastodon")
    again = later(draft, 2, days, draft.text.replace("Full answer", "Read more"))

    assert (("AA368", "error") in asked.said(again, draft)) is found


def test_x_forbids_the_same_text_for_all_time_and_on_every_account(judge: Callable[..., Judge], entry: Entry) -> None:
    asked = judge(entry)
    draft = asked.draft("x")

    assert ("AA368", "warning") in asked.said(later(draft, 2, 300, draft.text), draft)
    assert ("AA368", "warning") in asked.said(replace(later(draft, 2, 1, draft.text), channel="x-b"), draft)
    assert "AA368" not in {code for code, _ in asked.said(later(draft, 2, 300, draft.text + " Yes."), draft)}


def test_the_fast_way_finds_what_comparing_all_would_find(post: Draft) -> None:
    dice = random.Random(5)  # noqa: S311 - a test
    words = [f"w{n}" for n in range(12)]
    texts = [" ".join(dice.choices(words, k=dice.randint(3, 12))) for _ in range(150)]
    texts = [one for text in texts for one in (text, f"{text} w1")]
    drafts = [later(post, n, n // 10, text) for n, text in enumerate(texts)]

    def has_earlier(n: int) -> bool:
        said = [likeness._words(likeness._said(draft)) for draft in drafts[: n + 1]]
        return any(likeness.likeness(said[m], said[n]) >= 0.9 and (n // 10 - m // 10) < 7 for m in range(n))

    found = {b.id for _, b in likeness.pairs(drafts, 7, 0.9)}
    assert found == {drafts[n].id for n in range(len(drafts)) if has_earlier(n)}
    assert found


def test_few_are_compared(post: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0

    def count(a: likeness.Words, b: likeness.Words) -> float:
        nonlocal compared
        compared += 1
        return 2 * len(a & b) / (len(a) + len(b))

    monkeypatch.setattr(likeness, "likeness", count)
    different = [
        later(post, n, 0, f"Before you ask: how is the {n} of {n * 7} kept in the dark {n}?") for n in range(500)
    ]
    same = [later(post, n, 0, "Before you ask: the same again.") for n in range(500)]

    assert list(likeness.pairs(different, 60, 0.9)) == []
    assert len(list(likeness.pairs(same, 60, 0.9))) == 499
    assert compared <= 20 * 1000
