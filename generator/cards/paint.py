"""Pixels: a layout's operations painted one after the other."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

import uharfbuzz as hb
from PIL import Image

from generator.cards import fonts, icons, logo, paint_shapes
from generator.cards.drawing import Box, Code, Icon, Layout, Operation, Picture, Shadow, Text
from generator.cards.paint_blended import Blended
from generator.cards.paint_indexed import Indexed, flat_pictures


def drawn(layout: Layout) -> Indexed | Blended:
    """In palette indexes where its colours fit into them: that makes small files fast."""
    pictures = _flat_pictures(layout)
    canvas = Blended(layout) if pictures is None else Indexed(layout, pictures)
    for operation in layout.operations:
        _draw(canvas, operation)
    return canvas


def is_flat(layout: Layout) -> bool:
    """Whether its colours fit into a palette."""
    return _flat_pictures(layout) is not None


def _flat_pictures(layout: Layout) -> Mapping[Picture, logo.Flat] | None:
    return flat_pictures(layout, [operation for operation in layout.operations if isinstance(operation, Picture)])


def _draw(canvas: Indexed | Blended, operation: Operation) -> None:
    """One operation over what is there."""
    match operation:
        case Text():
            for shade in operation.colors():
                mask, x, y = _text_mask(operation, shade)
                canvas.blend(mask, x, y, shade, operation.on)
        case Box():
            canvas.box(operation)
        case Icon():
            mask = icons.mask(operation.name, operation.size, mirrored=operation.mirrored)
            canvas.blend(mask, operation.x, operation.y, operation.color, operation.on)
        case Shadow():
            mask, x, y = paint_shapes.shadow(operation)
            canvas.blend(mask, x, y, operation.color, operation.on)
        case Code():
            canvas.blend(paint_shapes.modules(operation), operation.x, operation.y, operation.color, operation.on)
        case Picture():
            canvas.picture(operation)


def _text_mask(text: Text, shade: str) -> tuple[Image.Image, int, int]:
    """Coverage of all pieces of one colour in a single pass, and where its corner lies."""
    pieces = tuple((line.baseline, piece) for line in text.lines for piece in line.pieces if piece.color == shade)
    left = text.x - text.size // 4
    top = min(baseline for baseline, _ in pieces) - text.size
    glyphs = tuple((piece.text, piece.weight, piece.x + text.x - left, baseline - top) for baseline, piece in pieces)
    raster = _label_raster if len(text.lines) == 1 else _raster
    return raster(glyphs, text.width + text.size, text.size, text.tracking, text.language), left, top


def _raster(
    pieces: tuple[tuple[str, str, float, int], ...], width: int, size: int, tracking: float, language: str
) -> Image.Image:
    """Coverage of pieces (text, weight, x, baseline from the top)."""
    height = pieces[-1][3] + size // 3
    raster = hb.RasterDraw()
    raster.extents = hb.RasterExtents(0, 0, width, height)
    for text, weight, pen, baseline in pieces:
        face = fonts.face(weight)
        scale = size / face.units
        for number, (glyph, x, y) in enumerate(fonts.shape(text, weight, language).glyphs):
            raster.transform = (scale, 0, 0, scale, pen + (x + number * tracking) * size, height - baseline + y * size)
            raster.draw_glyph(face.font, glyph)
    return _image(raster.render())


_label_raster = functools.lru_cache(maxsize=256)(_raster)
"""Labels, brand and topics come again on card after card; paragraphs do not."""


def _image(rendered: Any) -> Image.Image:  # noqa: ANN401 - HarfBuzz has no types
    extents = rendered.extents
    size = (extents.width, extents.height)
    return Image.frombuffer("L", size, rendered.buffer, "raw", "L", extents.stride, -1)
