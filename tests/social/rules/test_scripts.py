"""Letters of the language."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from generator.content.library import Entry

if TYPE_CHECKING:
    from conftest import Judge

WRONG = ("AA370", "error")


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("hr", "Dostava je besplatna.", False),
        ("hr", "Dоstava je besplatna.", True),  # a Cyrillic о
        ("sl", "Dostava достава.", True),
        ("cs", "Doručení и platba.", True),
        ("sr", "Достава је бесплатна уз DHL и USB-кабл.", False),
        ("sr", "Достaва је бесплатна.", True),  # a Latin a
        ("bg", "Доставка a не куриер.", True),  # a Latin a that is a word
        ("bg", "Доставка с Econt. #ScratchДоставка", False),
    ],
)
def test_letters(judge: Callable[..., Judge], lang: str, text: str, found: bool) -> None:  # noqa: FBT001 - a table
    asked = judge(Entry(id="a", lang=lang, topic="a", question="Da?", short="Da."))

    assert (WRONG in asked.of_text(f"{text} {{link}}")) is found


def test_a_word_of_the_entry_is_a_matter_of_the_entry(judge: Callable[..., Judge]) -> None:
    asked = judge(Entry(id="a", lang="hr", topic="a", question="Što je Ћ?", short="Slovo."))

    assert ("AA370", "warning") in asked.of_text("Što je Ћ? {link}")
