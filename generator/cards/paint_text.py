"""Text as pixels: coverage of one colour's glyphs in a single pass, and emoji as pictures of their own colours."""

from __future__ import annotations

import functools
import hashlib
import io
from collections.abc import Iterator
from typing import TypeAlias

import uharfbuzz as hb
from PIL import Image

from generator.cards import fonts, scripts, stamps
from generator.cards.drawing import Picture, Piece, Text
from generator.cards.masks import Mask
from generator.cards.stamps import Stamped
from generator.cards.typeface import Typeface

_Lines: TypeAlias = tuple[tuple[int, tuple[Piece, ...]], ...]
"""Baselines from the first one, with what stands on them."""


def mask(text: Text, shade: str, typeface: Typeface) -> tuple[Mask, int, int] | None:
    """Coverage of all pieces of one colour, and where its corner lies; None where there is no ink."""
    first = text.lines[0].baseline
    lines = tuple(
        (line.baseline - first, tuple([piece for piece in line.pieces if _is_in(shade, piece, typeface)]))
        for line in text.lines
    )
    draw = _label if len(lines) == 1 else _drawn
    found = draw(lines, text.size, text.tracking, text.language, typeface)
    return (found[0], text.x + found[1], first + found[2]) if found else None


def _is_in(shade: str, piece: Piece, typeface: Typeface) -> bool:
    return piece.color == shade and not _is_colored(piece, typeface)


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


def _drawn(
    lines: _Lines, size: int, tracking: float, language: str, typeface: Typeface
) -> tuple[Mask, int, int] | None:
    """Coverage of pieces, as far as there is ink, and its corner from the pen's start on the first baseline.

    Letters of scripts that join them meet without a seam if they are drawn at once.
    """
    words = "".join([piece.text for _, pieces in lines for piece in pieces])
    apart = size <= stamps.LARGEST and scripts.is_plain(words)
    return (_stamped if apart else _rasterised)(lines, size, tracking, language, typeface)


_label = functools.lru_cache(maxsize=64)(_drawn)
"""Labels, brand and topics come again on card after card; paragraphs do not."""


def _stamped(
    lines: _Lines, size: int, tracking: float, language: str, typeface: Typeface
) -> tuple[Mask, int, int] | None:
    """Glyph by glyph, each at the nearest place of the grid that it is known at."""
    found, steps = list[Stamped](), stamps.grid(size)
    em, tracked = size * steps, tracking * size * steps
    for baseline, pieces in lines:
        for piece in pieces:
            face = fonts.face(typeface, piece.face, piece.weight)
            pen = piece.x * steps
            for glyph, x, up in fonts.shape(piece.text, face, language, rtl=piece.rtl).glyphs:
                column, right = divmod(round(pen + x * em), steps)
                row, down = divmod(-round(up * em), steps) if up else (0, 0)
                pen += tracked
                if stamp := stamps.stamp(face, size, glyph, right, down):
                    pixels, left, top, width, height = stamp
                    left, top = left + column, top + row + baseline
                    found.append((pixels, left, top, left + width, top + height))
    return stamps.together(found, comes_again=len(lines) == 1) if found else None


def _rasterised(
    lines: _Lines, size: int, tracking: float, language: str, typeface: Typeface
) -> tuple[Mask, int, int] | None:
    """All outlines at once, each exactly where it stands.

    HarfBuzz counts rows from below, so letters are drawn upside down.
    """
    raster = hb.RasterDraw()
    for baseline, pieces in lines:
        for piece in pieces:
            face = fonts.face(typeface, piece.face, piece.weight)
            scale, font, left = size / face.units, face.font, piece.x
            for glyph, x, y in fonts.shape(piece.text, face, language, rtl=piece.rtl).glyphs:
                raster.transform = (scale, 0, 0, -scale, left + x * size, baseline - y * size)
                raster.draw_glyph(font, glyph)
                left += tracking * size
    rendered = raster.render()
    extents = rendered.extents
    if not extents.width or not extents.height:
        return None
    size_with_margin = (extents.stride, extents.height)  # rows end with a few empty pixels
    image = Image.frombuffer("L", size_with_margin, rendered.buffer, "raw", "L", 0, 1)
    return Mask(image, comes_again=len(lines) == 1), extents.x_origin, extents.y_origin


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
    rendered = raster.render()
    size_drawn, stride = (rendered.extents.width, rendered.extents.height), rendered.extents.stride
    upwards = Image.frombuffer("RGBa", size_drawn, rendered.buffer, "raw", "BGRa", stride, -1)
    whole = upwards.convert("RGBA")
    box = whole.getbbox()
    if box is None:
        return None
    out = io.BytesIO()
    whole.crop(box).save(out, "PNG")
    left, top, right, bottom = box
    return out.getvalue(), left - 1, top - (height - below), right - left, bottom - top
