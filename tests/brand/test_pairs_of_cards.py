"""No other colours meet on cards than those that `faq check` looks at."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.cards import Layout, Look, Tokens, compose, tokens, whole
from generator.cards.color import contrast
from generator.cards.compose import least_contrast
from generator.content.data import PACKAGE, read_all, read_one
from generator.content.languages import site_languages
from generator.content.organisation import Settings
from generator.content.schema.cards import CanvasFile, CardFile, DesignFile, TokensFile
from generator.content.schema.contrast import ContrastFile
from generator.content.schema.languages import LanguageFile
from generator.language import Language
from generator.problems import Place
from tests.cards.words_of_kinds import KINDS, WORDS

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
def colors() -> Tokens:
    defaults, _ = read_one(TokensFile, PACKAGE / "tokens.yml")
    assert defaults
    return Tokens(schemes=told_apart(tokens(defaults, {})[0].schemes))


@pytest.fixture(scope="module")
def declared() -> Needed:
    found, _ = read_one(ContrastFile, PACKAGE / "contrast.yml")
    assert found
    return {(pair.color, ground): pair.least for pair in found.pairs for ground in pair.grounds}


@pytest.fixture(scope="module")
def kinds() -> Mapping[str, CardFile]:
    design, _ = read_one(DesignFile, PACKAGE / "design.yml")
    assert design
    return whole(read_all(CardFile, "cards")[0], design)


@pytest.fixture(scope="module")
def english() -> Language:
    files, _ = read_all(LanguageFile, "languages")
    return site_languages(files, Settings(name="A", languages=("en",), url=""), {})[0]["en"]


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
@pytest.mark.parametrize("kind", KINDS)
def test_what_cards_show_is_what_is_checked(
    kinds: Mapping[str, CardFile], colors: Tokens, declared: Needed, english: Language, kind: str, scheme: str
) -> None:
    names = {shade: name for name, shade in colors.scheme(scheme).items()}
    look = Look(language=english, tokens=colors, scheme=scheme)
    for canvas in read_all(CanvasFile, "canvases")[0].values():
        layout, problems = compose(kinds[kind], canvas, WORDS["en"][kind], look, Place(""))
        assert layout, problems
        for (one, other), least in met(layout, names).items():
            assert max(declared.get((one, other), 0), declared.get((other, one), 0)) >= least, (one, other, least)


def test_colours_are_told_apart_by_less_than_one_sees(colors: Tokens) -> None:
    for scheme in colors.schemes.values():
        assert len(set(scheme.values())) == len(scheme)
    assert contrast(colors.scheme("light")["panel"], "#FFFFFF") == pytest.approx(1, abs=0.01)
