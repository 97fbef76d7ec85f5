"""On a dark ground a card shows the logo made for it, or else the other one on a light plate."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.cards import Logo, Look, Tokens, Words, compose
from generator.cards.drawing import Box, Picture
from generator.cards.logo import read
from generator.cards.template import Canvas, Kind
from generator.language import Language
from generator.problems import Place

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><path fill="#C08" d="M0 0h30v10H0z"/></svg>'


def drawn(content: bytes) -> Logo:
    logo, problems = read(content, Place(""))
    assert logo, problems
    return logo


LIGHT, DARK = drawn(SVG), drawn(SVG.replace(b"#C08", b"#F6B"))


@pytest.mark.parametrize(
    ("dark", "scheme", "shown", "plate"),
    [
        (None, "light", LIGHT, False),
        (None, "dark", LIGHT, True),
        (DARK, "light", LIGHT, False),
        (DARK, "dark", DARK, False),
    ],
)
def test_the_logo_suits_its_ground(
    template: Kind,
    canvases: Mapping[str, Canvas],
    languages: Mapping[str, Language],
    samples: Mapping[str, Words],
    colors: Tokens,
    dark: Logo | None,
    scheme: str,
    shown: Logo,
    *,
    plate: bool,
) -> None:
    look = Look(language=languages["en"], tokens=colors, scheme=scheme, logo=LIGHT, logo_dark=dark)
    layout, problems = compose(template, canvases["portrait"], samples["en"], look, Place(""))
    assert layout, problems

    (picture,) = (o for o in layout.operations if isinstance(o, Picture))
    assert picture.digest == shown.digest
    assert any(isinstance(o, Box) and o.color == picture.on for o in layout.operations[:3]) is plate
