"""A card in true colours, for gradients and pictures of many colours: everything is blended with what lies below it."""

from __future__ import annotations

import functools
import io
from collections.abc import Mapping

from PIL import Image

from generator.cards import color, logo, metadata, paint_shapes
from generator.cards.drawing import Box, Layout, Picture
from generator.cards.masks import Mask

_TILE = 8
_LEVEL = 6
"""Of zlib, for a format that suits such a card badly anyway."""


class Blended:
    """Red, green and blue of every pixel."""

    def __init__(self, layout: Layout) -> None:
        self._image = _ground(layout.width, layout.height, layout.paper, layout.paper_end).copy()

    def blend(self, mask: Mask, x: int, y: int, shade: str, _ground: str) -> None:
        """Coverage 0..255 of a colour."""
        self._image.paste(color.rgb(shade), (x, y), mask.image)

    def box(self, box: Box) -> None:
        """Its corners from masks, the rest as plain rectangles."""
        for left, top, right, bottom in paint_shapes.rectangles(box):
            if left < right and top < bottom:
                self._image.paste(color.rgb(box.color), (left, top, right, bottom))
        for corner, x, y in paint_shapes.corners(box):
            self.blend(corner, x, y, box.color, box.on)

    def picture(self, picture: Picture) -> None:
        """With its own transparency."""
        scaled = logo.scaled(picture)
        self._image.paste(scaled, (picture.x, picture.y), scaled)

    def image(self) -> Image.Image:
        """What was drawn so far."""
        return self._image

    def png(self, note: Mapping[str, str]) -> bytes:
        """What was drawn so far, as a file."""
        out = io.BytesIO()
        self._image.save(out, "PNG", compress_level=_LEVEL, pnginfo=metadata.for_pillow(note))
        return out.getvalue()


@functools.lru_cache(maxsize=2)
def _ground(width: int, height: int, paper: str, paper_end: str) -> Image.Image:
    """Plain, or a vertical gradient, whose steps are dissolved by a fixed pattern so that no bands are seen."""
    if not paper_end:
        return Image.new("RGB", (width, height), color.rgb(paper))
    strip = Image.frombytes("RGB", (_TILE, height), bytes(_gradient(height, color.rgb(paper), color.rgb(paper_end))))
    whole = Image.new("RGB", (width, height))
    for x in range(0, width, _TILE):
        whole.paste(strip, (x, 0))
    return whole


def _gradient(height: int, top: color.Rgb, bottom: color.Rgb) -> list[int]:
    """Channels of a strip one tile wide."""
    pattern = [[(rank + 0.5) / _TILE**2 for rank in row] for row in _bayer(_TILE)]
    out: list[int] = []
    for y in range(height):
        share = y / max(1, height - 1)
        exact = [a + (b - a) * share for a, b in zip(top, bottom, strict=True)]
        for threshold in pattern[y % _TILE]:
            out += (min(255, int(channel + threshold)) for channel in exact)
    return out


def _bayer(size: int) -> list[list[int]]:
    """The numbers from 0 in a square, neighbours as different as can be (https://en.wikipedia.org/wiki/Ordered_dithering)."""
    if size == 1:
        return [[0]]
    small = _bayer(size // 2)
    upper = [[4 * rank for rank in row] + [4 * rank + 2 for rank in row] for row in small]
    lower = [[4 * rank + 3 for rank in row] + [4 * rank + 1 for rank in row] for row in small]
    return upper + lower
