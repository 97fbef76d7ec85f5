"""On a dark ground a card shows the logo made for it, or else the other one on a light plate."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cards.words_of_kinds import WORDS

from generator.brand import logos
from generator.cards import Layout, Look, Tokens, compose, tokens, whole
from generator.cards.drawing import Box, Picture
from generator.content.data import PACKAGE, read_all, read_one
from generator.content.languages import site_languages
from generator.content.organisation import Branding, Settings
from generator.content.schema.cards import CanvasFile, CardFile, DesignFile, TokensFile
from generator.content.schema.languages import LanguageFile
from generator.problems import Place


@pytest.fixture(scope="module")
def colors() -> Tokens:
    defaults, _ = read_one(TokensFile, PACKAGE / "tokens.yml")
    assert defaults
    return tokens(defaults, {})[0]


def card(colors: Tokens, logo: logos.Logo, scheme: str) -> Layout:
    files, _ = read_all(LanguageFile, "languages")
    language = site_languages(files, Settings(name="A", languages=("en",), url=""), {})[0]["en"]
    design, _ = read_one(DesignFile, PACKAGE / "design.yml")
    assert design
    kind = whole(read_all(CardFile, "cards")[0], design)["qa"]
    drawn = logo.drawn
    look = Look(language=language, tokens=colors, scheme=scheme, logo=drawn["light"], logo_dark=drawn.get("dark"))
    layout, problems = compose(
        kind, read_all(CanvasFile, "canvases")[0]["portrait"], WORDS["en"]["qa"], look, Place("")
    )
    assert layout, problems
    return layout


@pytest.mark.parametrize(("variants", "scheme", "shown", "plate"), [
    (1, "light", "light", False),
    (1, "dark", "light", True),
    (2, "light", "light", False),
    (2, "dark", "dark", False),
])  # fmt: skip
def test_the_logo_suits_its_ground(
    folder: Path, branding: Branding, colors: Tokens, variants: int, scheme: str, shown: str, *, plate: bool
) -> None:
    named = Branding(logo=branding.logo, logo_dark=branding.logo_dark if variants == 2 else None)
    logo, _ = logos.read(folder, named)
    assert logo
    operations = card(colors, logo, scheme).operations

    (picture,) = [o for o in operations if isinstance(o, Picture)]
    assert picture.digest == logo.drawn[shown].digest
    assert any(isinstance(o, Box) and o.color == picture.on for o in operations[:2]) is plate
