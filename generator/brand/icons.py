"""What stands for the brand in a page's head and in a browser's tab: its logo, or the built-in mark in its colour."""

from __future__ import annotations

import functools

from generator.brand.brand import Brand
from generator.content.data import PACKAGE

_PNG = b"\x89PNG"
_SQUARE = (0.8, 1.25)
"""Width by height of a logo that can be seen in a browser's tab."""
_WORDMARK = 2.0
"""From here on a logo is a name, which needs no name beside it."""


def suffix(content: bytes) -> str:
    """How a logo's file is called: `png` or `svg`."""
    return "png" if content.startswith(_PNG) else "svg"


def favicon(brand: Brand, drawing: str) -> tuple[bytes, str]:
    """The icon of a browser's tab and its suffix: a logo that is about square, or `drawing` in the brand's colour."""
    if brand.logo and _SQUARE[0] <= brand.logo.aspect <= _SQUARE[1]:
        return brand.logo.light, suffix(brand.logo.light)
    return drawing.replace("currentColor", brand.tokens.scheme("light")["brand"]).encode(), "svg"


def logos(brand: Brand) -> dict[str, bytes]:
    """`light`, and `dark` where it is another file; empty for the built-in mark."""
    if brand.logo is None:
        return {}
    other = {"dark": brand.logo.dark} if brand.logo.dark != brand.logo.light else {}
    return {"light": brand.logo.light, **other}


def is_wordmark(brand: Brand) -> bool:
    """Whether the logo says the name, as long ones do."""
    return brand.logo is not None and brand.logo.aspect >= _WORDMARK


@functools.cache
def mark() -> str:
    """The built-in mark as SVG, in the colour of the text around it."""
    return (PACKAGE / "theme" / "assets" / "favicon.svg").read_text(encoding="utf-8").strip()
