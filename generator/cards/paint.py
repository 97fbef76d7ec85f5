"""Pixels: a layout's operations painted one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.cards import icons, logo, paint_shapes, paint_text
from generator.cards.drawing import Box, Code, Icon, Layout, Operation, Picture, Shadow, Text
from generator.cards.paint_blended import Blended
from generator.cards.paint_indexed import Indexed, flat_pictures
from generator.cards.typeface import Typeface


def drawn(layout: Layout) -> Indexed | Blended:
    """In palette indexes where its colours fit into them: that makes small files fast."""
    pictures = _flat_pictures(layout)
    canvas = Blended(layout) if pictures is None else Indexed(layout, pictures)
    for operation in _with_emoji(layout):
        _draw(canvas, operation, layout.typeface)
    return canvas


def is_flat(layout: Layout) -> bool:
    """Whether its colours fit into a palette."""
    return _flat_pictures(layout) is not None


def _flat_pictures(layout: Layout) -> Mapping[Picture, logo.Flat] | None:
    return flat_pictures(layout, [operation for operation in _with_emoji(layout) if isinstance(operation, Picture)])


def _with_emoji(layout: Layout) -> Iterator[Operation]:
    """Its operations; behind each text its emoji, which have colours of their own."""
    for operation in layout.operations:
        yield operation
        if isinstance(operation, Text):
            yield from paint_text.pictures(operation, layout.typeface)


def _draw(canvas: Indexed | Blended, operation: Operation, typeface: Typeface) -> None:
    """One operation over what is there."""
    match operation:
        case Text():
            for shade in operation.colors():
                if found := paint_text.mask(operation, shade, typeface):
                    mask, x, y = found
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
