"""One beginning for the style sheets of site and desk."""

from __future__ import annotations

import re
from pathlib import Path

from generator.brand import Brand, css, icons
from generator.brand.logos import Logo
from generator.brand.typefaces import Font, Typeface
from generator.cards import Tokens
from tests.brand.conftest import SVG, png

TOKENS = Tokens(schemes={"light": {"brand": "#CC0077"}, "dark": {"brand": "#FF66BB"}})


def test_colours_of_both_schemes_are_custom_properties() -> None:
    assert css.properties(TOKENS.schemes) == (
        ":root, [data-md-color-scheme=default] {\n  color-scheme: light;\n  --aa-brand: #CC0077;\n}\n"
        "@media (prefers-color-scheme: dark) {\n:root {\n  color-scheme: dark;\n  --aa-brand: #FF66BB;\n}\n}\n"
        "[data-md-color-scheme=slate] {\n  color-scheme: dark;\n  --aa-brand: #FF66BB;\n}\n"
    )


def test_the_brands_fonts_come_first_and_the_bundled_ones_stand_in() -> None:
    font = Font(web=b"", file="brand-bold.1a2b3c4d.otf", drawn=Path("own.otf"), letters=frozenset())
    brand = Brand(tokens=TOKENS, typeface=Typeface(fonts=dict.fromkeys(("medium", "bold", "heavy"), font)))

    assert "--aa-font: Manrope;" in css.style(Brand(tokens=TOKENS))
    assert "--aa-font: Brand, Manrope;" in css.style(brand)
    assert 'src: url(fonts/brand-bold.1a2b3c4d.otf) format("opentype")' in css.style(brand)
    assert re.findall(r"Brand; font-weight: (\d+)", css.style(brand)) == ["500", "700", "800"]


def test_a_square_logo_is_the_icon_of_the_tab_and_a_long_one_is_not() -> None:
    square = Brand(tokens=TOKENS, logo=Logo(light=png(100, 100), dark=SVG, aspect=1))
    long = Brand(tokens=TOKENS, logo=Logo(light=SVG, dark=SVG, aspect=3))

    assert icons.favicon(square, icons.mark()) == (png(100, 100), "png")
    assert icons.favicon(long, '<svg fill="currentColor"/>') == (b'<svg fill="#CC0077"/>', "svg")
    assert (icons.is_wordmark(square), icons.is_wordmark(long)) == (False, True)
    assert list(icons.logos(square)) == ["light", "dark"]
    assert list(icons.logos(long)) == ["light"]
