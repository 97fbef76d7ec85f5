"""No other colours meet on cards than those that `faq check` looks at."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.cards import Layout, Look, Tokens, Words, compose
from generator.cards.color import contrast
from generator.cards.compose import least_contrast
from generator.cards.template import Canvas, Kind
from generator.content.data import PACKAGE, read_one
from generator.content.schema.contrast import ContrastFile
from generator.language import Language
from generator.problems import Place

Needed = Mapping[tuple[str, str], float]


def told_apart(schemes: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """The same colours, each changed so little that nobody sees it, until no two tokens share one."""

    def scheme(colors: Mapping[str, str]) -> dict[str, str]:
        taken: dict[str, str] = {}
        for name, shade in colors.items():
            step = 1 if int(shade[5:], 16) < 128 else -1
            while shade in taken:
                shade = f"{shade[:5]}{int(shade[5:], 16) + step:02X}"  # noqa: PLW2901 - until it is free
            taken[shade] = name
        return {name: shade for shade, name in taken.items()}

    return {name: scheme(colors) for name, colors in schemes.items()}


@pytest.fixture(scope="module")
def apart(colors: Tokens) -> Tokens:
    return Tokens(schemes=told_apart(colors.schemes))


@pytest.fixture(scope="module")
def declared() -> Needed:
    found, _ = read_one(ContrastFile, PACKAGE / "contrast.yml")
    assert found
    return {(pair.color, ground): pair.least for pair in found.pairs for ground in pair.grounds}


def met(layout: Layout, names: Mapping[str, str]) -> dict[tuple[str, str], float]:
    """Text and ground -> the least contrast that the card wants of them."""
    found: dict[tuple[str, str], float] = {}
    for text in layout.texts():
        if text.role != "ornament":
            for shade in text.colors():
                pair = (names[shade], names[text.on])
                found[pair] = max(least_contrast(text, shade), found.get(pair, 0))
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_cards_show_is_what_is_checked(
    templates: Mapping[str, Kind],
    canvases: Mapping[str, Canvas],
    languages: Mapping[str, Language],
    kinds_words: Mapping[str, Mapping[str, Words]],
    apart: Tokens,
    declared: Needed,
    scheme: str,
) -> None:
    names = {shade: name for name, shade in apart.scheme(scheme).items()}
    look = Look(language=languages["en"], tokens=apart, scheme=scheme)
    for kind, words in kinds_words["en"].items():
        for canvas in canvases.values():
            layout, problems = compose(templates[kind], canvas, words, look, Place(""))
            assert layout, problems
            for (one, other), least in met(layout, names).items():
                assert max(declared.get((one, other), 0), declared.get((other, one), 0)) >= least, (kind, one, other)


def test_colours_are_told_apart_by_less_than_one_sees(apart: Tokens) -> None:
    for colors in apart.schemes.values():
        assert len(set(colors.values())) == len(colors)
    assert contrast(apart.scheme("light")["panel"], "#FFFFFF") == pytest.approx(1, abs=0.01)
