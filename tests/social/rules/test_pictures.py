"""Alt texts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from generator.content.library import Entry

if TYPE_CHECKING:
    from conftest import Judge


def of_alt(judge: Callable[..., Judge], lang: str, alt: str) -> set[tuple[str, str]]:
    asked = judge(Entry(id="a", lang=lang, topic="a", question="Da? 5", short="Da, 14."))
    text = "Da? 5 {link}"
    return {found for found in asked.of_text(text, alt=alt) if found[0] in {"AA363", "AA364"}}


@pytest.mark.parametrize(
    ("lang", "alt"),
    [
        ("en", "Image of a card. 14"),
        ("hr", "Slika: Da. 14"),
        ("sr", "Слика картице. 14"),
        ("sl", "Fotografija kartice. 14"),
        ("cs", "Obrázek: Ano. 14"),
        ("bg", "Снимка на карта. 14"),
    ],
)
def test_a_screen_reader_says_itself_that_it_is_a_picture(judge: Callable[..., Judge], lang: str, alt: str) -> None:
    assert of_alt(judge, lang, alt) == {("AA363", "error")}


def test_a_long_alt_text_is_hard_to_listen_to(judge: Callable[..., Judge]) -> None:
    assert of_alt(judge, "en", "14 " + "word " * 60) == {("AA363", "warning")}


def test_figures_of_the_card_are_heard(judge: Callable[..., Judge]) -> None:
    assert of_alt(judge, "en", "Da? 5 Da.") == {("AA364", "error")}
    assert of_alt(judge, "en", "Da? Da, 14.") == set()
