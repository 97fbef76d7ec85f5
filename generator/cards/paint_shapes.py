"""Coverage of simple shapes: round corners, soft shadows, the modules of a code."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from PIL import Image, ImageDraw, ImageFilter

from generator.cards.drawing import Box, Code, Icon, Operation, Picture, Shadow, Text
from generator.cards.masks import Mask

_OVERSAMPLING = 8
"""Of edges, before they are averaged."""
_SMALL = 20_000
"""Pixels of a chip or disc."""
_COARSE = 4
"""Shadows are blurred at a quarter of their size, which nobody can see and which takes a tenth of the time."""


def rectangles(box: Box) -> Iterator[tuple[int, int, int, int]]:
    """Left, top, right and bottom of what a box covers wholly."""
    radius = rounding(box)
    right, bottom = box.x + box.width, box.y + box.height
    yield box.x + radius, box.y, right - radius, bottom
    yield box.x, box.y + radius, box.x + radius, bottom - radius
    yield right - radius, box.y + radius, right, bottom - radius


def corners(box: Box) -> Iterator[tuple[Mask, int, int]]:
    """The four corners and where they lie."""
    radius = rounding(box)
    if radius:
        right, bottom = box.x + box.width - radius, box.y + box.height - radius
        places = ((box.x, box.y), (right, box.y), (box.x, bottom), (right, bottom))
        for corner, (x, y) in zip(_corners(radius), places, strict=True):
            yield corner, x, y


def rounding(box: Box) -> int:
    """The radius that the box has room for."""
    return min(box.radius, box.width // 2, box.height // 2)


@functools.lru_cache(maxsize=64)
def _corners(radius: int) -> tuple[Mask, ...]:
    """Upper left, upper right, lower left, lower right."""
    side = radius * _OVERSAMPLING
    large = Image.new("L", (side, side), 0)
    ImageDraw.Draw(large).ellipse((0, 0, 2 * side - 1, 2 * side - 1), fill=255)
    first = large.resize((radius, radius), Image.Resampling.BOX)
    turns = (Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.FLIP_TOP_BOTTOM, Image.Transpose.ROTATE_180)
    return tuple(map(Mask, (first, *map(first.transpose, turns))))


def small(box: Box) -> Mask | None:
    """A whole box with round corners, where it is so small that drawing it at once is quicker; None for others."""
    radius = rounding(box)
    return _small(box.width, box.height, radius) if radius and box.width * box.height <= _SMALL else None


@functools.lru_cache(maxsize=256)
def _small(width: int, height: int, radius: int) -> Mask:
    box = Box(x=0, y=0, width=width, height=height, radius=radius, color="", on="")
    whole = Image.new("L", (width, height), 0)
    for rectangle in rectangles(box):
        whole.paste(255, rectangle)
    for corner, x, y in corners(box):
        whole.paste(corner.image, (x, y))
    return Mask(whole)


def shadow(operation: Shadow) -> tuple[Mask, int, int]:
    """Full coverage below the rectangle, half of it at its edge, none `blur` pixels further out; and where it lies."""
    mask = _shadow(operation.width, operation.height, operation.radius, operation.blur)
    margin = _fading(operation.blur)
    return mask, operation.x - margin, operation.y - margin


def _fading(blur: int) -> int:
    """Pixels around a shadow's rectangle on which it is seen: beyond them it is less than a hundredth."""
    return blur + blur // 4


@functools.lru_cache(maxsize=4)
def _shadow(width: int, height: int, radius: int, blur: int) -> Mask:
    margin = _fading(blur)
    size = (width + 2 * margin, height + 2 * margin)
    small = Image.new("L", (-(-size[0] // _COARSE), -(-size[1] // _COARSE)), 0)
    inner = (margin, margin, margin + width - 1, margin + height - 1)
    left, top, right, bottom = (side / _COARSE for side in inner)
    ImageDraw.Draw(small).rounded_rectangle((left, top, right, bottom), radius / _COARSE, fill=255)
    soft = small.filter(ImageFilter.GaussianBlur(blur / _COARSE / 2))
    return Mask(soft.resize(size, Image.Resampling.BICUBIC), comes_again=False)  # as part of a known surface


def reach(operation: Operation) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of all that an operation may draw."""
    match operation:
        case Icon():
            width = height = operation.size
            margin = 0
        case Code():
            width, height = len(operation.rows[0]) * operation.module, len(operation.rows) * operation.module
            margin = 0
        case Box() | Shadow() | Picture() | Text():
            width, height = operation.width, operation.height
            margin = _fading(operation.blur) if isinstance(operation, Shadow) else 0
            margin = operation.size // 3 if isinstance(operation, Text) else margin  # for accents and overhangs
    return operation.x - margin, operation.y - margin, operation.x + width + margin, operation.y + height + margin


@functools.lru_cache(maxsize=16)
def _modules(rows: tuple[str, ...], module: int) -> Mask:
    dots = b"".join(row.encode().translate(_DARK) for row in rows)
    small = Image.frombytes("L", (len(rows[0]), len(rows)), dots)
    whole = small.resize((small.width * module, small.height * module), Image.Resampling.NEAREST)
    return Mask(whole, comes_again=False)


_DARK = bytes(255 if character == ord("1") else 0 for character in range(256))


def modules(code: Code) -> Mask:
    """The dark modules of a code."""
    return _modules(code.rows, code.module)
