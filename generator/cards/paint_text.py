"""Text as pixels: coverage of one colour's glyphs in a single pass, and emoji as pictures of their own colours."""

from __future__ import annotations

import functools
import hashlib
import io
import math
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import uharfbuzz as hb
from PIL import Image

from generator.cards import fonts
from generator.cards.drawing import Picture, Piece, Text
from generator.cards.typeface import Typeface


def mask(text: Text, shade: str, typeface: Typeface) -> tuple[Image.Image, int, int] | None:
    """Coverage of all pieces of one colour, and where its corner lies; None where emoji are all there is."""
    pieces = [
        (line.baseline, piece)
        for line in text.lines
        for piece in line.pieces
        if piece.color == shade and not _is_colored(piece, typeface)
    ]
    if not pieces:
        return None
    hanging = math.floor(min(piece.x for _, piece in pieces))
    left = text.x + hanging - text.size // 4
    top = min(baseline for baseline, _ in pieces) - text.size - text.size // 4
    glyphs = tuple((replace(piece, x=piece.x + text.x - left), baseline - top) for baseline, piece in pieces)
    raster = _label_raster if len(text.lines) == 1 else _raster
    width = text.width - hanging + text.size
    return raster(glyphs, width, text.size, text.tracking, text.language, typeface), left, top


def pictures(text: Text, typeface: Typeface) -> Iterator[Picture]:
    """Its emoji, each where its piece stands."""
    for line in text.lines:
        for piece in line.pieces:
            if _is_colored(piece, typeface):
                digest = typeface.family(piece.face).file(piece.weight).digest
                found = _emoji(piece.text, fonts.face(typeface, piece.face, piece.weight), text.language, text.size)
                if found:
                    data, left, top, width, height = found
                    name = f"{digest} {piece.text} {text.size} {piece.color}"
                    yield Picture(
                        x=round(text.x + piece.x) + left,
                        y=line.baseline + top,
                        width=width,
                        height=height,
                        on=text.on,
                        digest=hashlib.sha256(name.encode()).hexdigest(),
                        data=data,
                    )


def _is_colored(piece: Piece, typeface: Typeface) -> bool:
    return bool(piece.face) and fonts.face(typeface, piece.face, piece.weight).colored


def _raster(  # noqa: PLR0913, PLR0917 - a cache's key
    pieces: tuple[tuple[Piece, int], ...], width: int, size: int, tracking: float, language: str, typeface: Typeface
) -> Image.Image:
    """Coverage of pieces, each with its baseline from the top."""
    height = pieces[-1][1] + size // 2
    raster = hb.RasterDraw()
    raster.extents = hb.RasterExtents(0, 0, width, height)
    for piece, baseline in pieces:
        face = fonts.face(typeface, piece.face, piece.weight)
        scale = size / face.units
        for number, (glyph, x, y) in enumerate(fonts.shape(piece.text, face, language, rtl=piece.rtl).glyphs):
            left = piece.x + (x + number * tracking) * size
            raster.transform = (scale, 0, 0, scale, left, height - baseline + y * size)
            raster.draw_glyph(face.font, glyph)
    return _image(raster.render(), "L", "L")


_label_raster = functools.lru_cache(maxsize=256)(_raster)
"""Labels, brand and topics come again on card after card; paragraphs do not."""


@functools.lru_cache(maxsize=256)
def _emoji(text: str, face: fonts.Face, language: str, size: int) -> tuple[bytes, int, int, int, int] | None:
    """A PNG file of a run in colour, where its corner lies from the pen's start on the baseline, and its size."""
    shaped = fonts.shape(text, face, language)
    width, height, below = round(shaped.width * size) + 2, 2 * size, size // 2
    raster = hb.RasterPaint()
    raster.extents = hb.RasterExtents(0, 0, width, height)
    scale = size / face.units
    for glyph, x, y in shaped.glyphs:
        raster.transform = (scale, 0, 0, scale, x * size + 1, below + y * size)
        raster.paint_glyph(face.font, glyph)
    whole = _image(raster.render(), "RGBa", "BGRa").convert("RGBA")
    box = whole.getbbox()
    if box is None:
        return None
    out = io.BytesIO()
    whole.crop(box).save(out, "PNG")
    left, top, right, bottom = box
    return out.getvalue(), left - 1, top - (height - below), right - left, bottom - top


def _image(rendered: Any, mode: str, raw: str) -> Image.Image:  # noqa: ANN401 - HarfBuzz has no types
    """Rows from the top; HarfBuzz counts from the bottom."""
    extents = rendered.extents
    size = (extents.width, extents.height)
    return Image.frombuffer(mode, size, rendered.buffer, "raw", raw, extents.stride, -1)
