"""Pixels: a layout's operations painted one after the other."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from generator.cards import icons, logo, paint_shapes, paint_text
from generator.cards.drawing import Box, Code, Icon, Layout, Operation, Picture, Shadow, Text
from generator.cards.masks import Mask
from generator.cards.paint_blended import Blended
from generator.cards.paint_indexed import Indexed, flat_pictures
from generator.cards.typeface import Typeface

_LARGE = 40_000
"""Pixels of a surface that is worth remembering."""
_Canvas = TypeVar("_Canvas", Indexed, Blended)


def drawn(layout: Layout) -> Indexed | Blended:
    """In palette indexes where its colours fit into them: that makes small files fast."""
    operations = tuple(_with_emoji(layout))
    pictures = _flat_pictures(layout, operations)
    if pictures is None:
        return _all(Blended(layout), operations, layout.typeface)
    surfaces = _surfaces(layout)
    canvas = Indexed(layout, pictures, surfaces)
    if not canvas.knows_surfaces:
        _all(canvas, surfaces, layout.typeface)
        canvas.keep_surfaces()
    return _all(canvas, (each for each in operations if each not in surfaces), layout.typeface)


def _all(canvas: _Canvas, operations: Iterable[Operation], typeface: Typeface) -> _Canvas:
    for operation in operations:
        _draw(canvas, operation, typeface)
    return canvas


def _surfaces(layout: Layout) -> tuple[Operation, ...]:
    """Panels and their shadows: large, the same on card after card, and drawn first where nothing lies below them."""
    found: list[Operation] = []
    others: list[Operation] = []
    for operation in layout.operations:
        if _is_large(operation) and not any(_covers(operation, other, layout.paper) for other in others):
            found.append(operation)
        else:
            others.append(operation)
    return tuple(found)


def _is_large(operation: Operation) -> bool:
    return isinstance(operation, Box | Shadow) and operation.width * operation.height >= _LARGE


def _covers(surface: Operation, other: Operation, paper: str) -> bool:
    """Whether what was to be drawn before it would look otherwise if drawn after it; a shadow falls below texts."""
    if isinstance(surface, Shadow) and surface.on == paper and isinstance(other, Text | Icon):
        return False
    return _meet(surface, other)


def _meet(surface: Operation, other: Operation) -> bool:
    """Whether one may cover the other."""
    left, top, right, bottom = paint_shapes.reach(surface)
    other_left, other_top, other_right, other_bottom = paint_shapes.reach(other)
    return left < other_right and other_left < right and top < other_bottom and other_top < bottom


def is_flat(layout: Layout) -> bool:
    """Whether its colours fit into a palette."""
    return _flat_pictures(layout, _with_emoji(layout)) is not None


def _flat_pictures(layout: Layout, operations: Iterable[Operation]) -> Mapping[Picture, logo.Flat] | None:
    return flat_pictures(layout, [operation for operation in operations if isinstance(operation, Picture)])


def _with_emoji(layout: Layout) -> Iterator[Operation]:
    """Its operations; behind each text its emoji, which have colours of their own."""
    for operation in layout.operations:
        yield operation
        if isinstance(operation, Text):
            yield from paint_text.pictures(operation, layout.typeface)


@functools.lru_cache(maxsize=256)
def _icon(name: str, size: int, mirrored: bool) -> Mask:  # noqa: FBT001 - a cache's key
    return Mask(icons.mask(name, size, mirrored=mirrored))


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
            mask = _icon(operation.name, operation.size, operation.mirrored)
            canvas.blend(mask, operation.x, operation.y, operation.color, operation.on)
        case Shadow():
            mask, x, y = paint_shapes.shadow(operation)
            canvas.blend(mask, x, y, operation.color, operation.on)
        case Code():
            canvas.blend(paint_shapes.modules(operation), operation.x, operation.y, operation.color, operation.on)
        case Picture():
            canvas.picture(operation)
