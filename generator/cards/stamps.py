"""Single glyphs as pixels, kept from card to card: to draw a letter again is to copy what it covers.

Each is drawn by itself and on a grid finer than pixels, so it comes out the same whatever was drawn before it.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any, TypeAlias

import uharfbuzz as hb
from PIL import Image

from generator.cards.fonts import Face
from generator.cards.masks import Mask

LARGEST = 100
"""Size in pixels above which a letter comes again too seldom for the memory it takes."""
_FINE = 32
"""Size from which steps of half a pixel are as good: a glyph misses its place by less than a hundredth of its size."""
_KEPT = 2048
"""Glyphs, of some hundred bytes each or, where they are large, a few thousand."""
_FULL = 255


Stamp: TypeAlias = tuple[Any, int, int, int, int]
"""What a glyph covers, 0..255; its left and top from the pixel that the glyph stands in; its width and height.

The coverage is Pillow's own image: to paste one of its public images takes it longer than the pasting itself.
"""
Stamped: TypeAlias = tuple[Any, int, int, int, int]
"""The same at its place: left, top, right and bottom."""


def grid(size: int) -> int:
    """In how many places of a pixel a glyph may stand, across and down."""
    return 2 if size >= _FINE else 4


@functools.lru_cache(maxsize=_KEPT)
def stamp(face: Face, size: int, glyph: int, right: int, down: int) -> Stamp | None:
    """A glyph that stands so many steps of the grid from its pixel's corner; None where it has no ink."""
    raster, scale, steps = hb.RasterDraw(), size / face.units, grid(size)
    raster.transform = (scale, 0, 0, -scale, right / steps, down / steps)
    raster.draw_glyph(face.font, glyph)
    drawn = raster.render()
    extents = drawn.extents
    width, height = extents.stride, extents.height
    if not width or not height:
        return None
    # What Image.frombuffer does, which takes as long again as drawing to put a public image around it.
    pixels = Image.core.map_buffer(drawn.buffer, (width, height), "raw", 0, ("L", 0, 1))  # type: ignore[attr-defined]
    return pixels, extents.x_origin, extents.y_origin, width, height


def together(stamped: Sequence[Stamped], *, comes_again: bool) -> tuple[Mask, int, int]:
    """All of them, at least one, and where their corner lies; where they meet, each covers what the others leave."""
    left, top = min([one[1] for one in stamped]), min([one[2] for one in stamped])
    width, height = max([one[3] for one in stamped]) - left, max([one[4] for one in stamped]) - top
    rows = bytearray(width * height)
    image = Image.frombuffer("L", (width, height), rows, "raw", "L", 0, 1)
    paste = image.im.paste
    for pixels, x, y, right, bottom in stamped:
        paste(_FULL, (x - left, y - top, right - left, bottom - top), pixels)
    return Mask(image, comes_again=comes_again, rows=rows), left, top
