"""LIX: words of a sentence plus long words of a hundred, with the longest sentences."""

from __future__ import annotations

import pytest

from generator.proof.readability import ease
from tests.proof.conftest import FILES

EASY = "We send it at once and you get a note. It is in the box by the door. "
HARD = (
    "Notwithstanding contractual obligations, reimbursement applications necessitate documentary substantiation"
    " throughout administrative examination procedures. "
)


def test_short_words_in_short_sentences_are_easy() -> None:
    found = ease(EASY * 4)
    assert found
    assert found.lix == 9


def test_long_words_in_long_sentences_are_hard() -> None:
    found = ease(EASY + HARD * 3)
    assert found
    assert found.lix > 59
    assert [one.words for one in found.longest] == [12, 12]
    assert found.longest[0].start == len(EASY)


def test_facts_are_short_words_and_code_is_none() -> None:
    found = ease(f"{EASY.replace('a note', 'a {{ very_long_name }}') * 4}`extraordinarily`")
    assert found
    assert found.lix == 9


@pytest.mark.parametrize("text", ["", HARD, "Yes. No. Maybe.", "| a | b |\n|---|---|\n| 1 | 2 |"])
def test_texts_of_a_few_words_do_not_tell(text: str) -> None:
    assert ease(text) is None


def test_every_language_has_its_limit() -> None:
    limits = {code: file.lix for code, file in FILES.items()}
    assert limits == {"en": 59, "hr": 69, "sr": 66, "sl": 69, "cs": 73, "bg": 65}
