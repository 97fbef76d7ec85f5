"""Pixels: flat cards are painted straight into palette indexes, which makes small files fast."""

from __future__ import annotations

import functools
import io
from collections.abc import Callable, Iterator, Mapping

from PIL import Image, ImageDraw

from generator.cards import color, paint_text
from generator.cards.drawing import Box, Layout, Operation, Text

_COLORS = 256
_MOST_STEPS = 16
"""Of a ramp from ground to colour; more are not seen, and make larger files."""
_LEVEL = 4
"""Of zlib: 6 takes half as long again and saves 3 %."""
_OVERSAMPLING = 4


def paint(layout: Layout, image_format: str = "png") -> bytes:
    """The card as PNG, or as JPEG (`jpg`: quality 90, full colour resolution). Raises KeyError for another format."""
    save = {"png": _png, "jpg": _jpg}[image_format]
    canvas = _Canvas(layout)
    for operation in layout.operations:
        canvas.draw(operation)
    return save(canvas.image())


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=_LEVEL)
    return out.getvalue()


def _jpg(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.convert("RGB").save(out, "JPEG", quality=90, subsampling=0)
    return out.getvalue()


class _Canvas:
    """Palette indexes. Every pair of a colour and the ground below it has a ramp, for the blended edges."""

    def __init__(self, layout: Layout) -> None:
        self._pairs = {pair: number for number, pair in enumerate(dict.fromkeys(_pairs(layout)))}
        self._steps = min(_MOST_STEPS, (_COLORS - 1) // max(1, len(self._pairs)))
        self._paper = layout.paper
        self._typeface = layout.typeface
        self._ornaments = [(o.x, o.y, o.x + o.width, o.y + o.height) for o in layout.texts("ornament")]
        self._indexes = Image.new("L", (layout.width, layout.height), _COLORS - 1)

    def image(self) -> Image.Image:
        """What was drawn so far, with its palette."""
        done = self._indexes.copy()
        done.putpalette(_palette(tuple(self._pairs), self._steps, self._paper))
        return done

    def draw(self, operation: Operation) -> None:
        """One operation over what is there."""
        if isinstance(operation, Text):
            for shade in operation.colors():
                found = paint_text.mask(operation, shade, self._typeface)
                if found:
                    mask, x, y = found
                    self._blend(mask, x, y, shade, operation.on)
        elif isinstance(operation, Box):
            self._box(operation)
        else:
            mask = _ICONS[operation.name](operation.size)
            self._blend(mask, operation.x, operation.y, operation.color, operation.on)

    def _blend(self, mask: Image.Image, x: int, y: int, shade: str, ground: str) -> None:
        """Coverage 0..255 to the nearest step of the ramp; no coverage leaves what is below."""
        first = self._pairs[shade, ground] * self._steps
        indexes, opaque = _tables(first, self._steps)
        coverage = mask.tobytes()
        painted = Image.frombytes("L", mask.size, coverage.translate(indexes))
        self._indexes.paste(painted, (x, y), Image.frombytes("L", mask.size, coverage.translate(opaque)))

    def _box(self, box: Box) -> None:
        """Its corners from a mask, the rest as plain rectangles."""
        full = (self._pairs[box.color, box.on] + 1) * self._steps - 1
        radius = min(box.radius, box.width // 2, box.height // 2)
        right, bottom = box.x + box.width, box.y + box.height
        self._indexes.paste(full, (box.x + radius, box.y, right - radius, bottom))
        self._indexes.paste(full, (box.x, box.y + radius, right, bottom - radius))
        if radius:
            disc = _disc(radius)
            for x, left in ((box.x, 0), (right - radius, radius)):
                for y, top in ((box.y, 0), (bottom - radius, radius)):
                    corner = disc.crop((left, top, left + radius, top + radius))
                    if box.on == self._paper and self._over_ornament(x, y, radius):
                        corner = corner.point([0] * 128 + [255] * 128)  # blended towards the paper it would shine
                    self._blend(corner, x, y, box.color, box.on)

    def _over_ornament(self, x: int, y: int, size: int) -> bool:
        return any(
            x < right and left < x + size and y < bottom and top < y + size
            for left, top, right, bottom in self._ornaments
        )


def _pairs(layout: Layout) -> Iterator[tuple[str, str]]:
    for operation in layout.operations:
        if isinstance(operation, Text):
            yield from ((shade, operation.on) for shade in operation.colors())
        else:
            yield operation.color, operation.on


@functools.lru_cache(maxsize=64)
def _palette(pairs: tuple[tuple[str, str], ...], steps: int, paper: str) -> list[int]:
    """Red, green and blue of every index: a ramp for each pair, and the paper last."""
    palette: list[int] = []
    for shade, ground in pairs:
        for step in range(1, steps + 1):
            palette += color.mix(color.rgb(ground), color.rgb(shade), step / steps)
    palette += [0] * (3 * (_COLORS - 1) - len(palette))
    return [*palette, *color.rgb(paper)]


@functools.lru_cache(maxsize=1024)
def _tables(first: int, steps: int) -> tuple[bytes, bytes]:
    """Coverage -> palette index, and coverage -> whether to paint at all."""
    levels = [round(coverage * steps / 255) for coverage in range(256)]
    return bytes(first + max(0, level - 1) for level in levels), bytes(255 if level else 0 for level in levels)


@functools.lru_cache(maxsize=64)
def _disc(radius: int) -> Image.Image:
    large = Image.new("L", (2 * radius * _OVERSAMPLING,) * 2, 0)
    ImageDraw.Draw(large).ellipse((0, 0, large.width - 1, large.height - 1), fill=255)
    return large.resize((2 * radius, 2 * radius), Image.Resampling.BOX)


@functools.lru_cache(maxsize=64)
def _bubble(size: int) -> Image.Image:
    """A rounded speech bubble with its tail at the lower left."""
    side = size * _OVERSAMPLING
    large = Image.new("L", (side, side), 0)
    pen = ImageDraw.Draw(large)
    pen.rounded_rectangle((0, 0, side - 1, 0.84 * side), 0.27 * side, fill=255)
    pen.polygon([(0.22 * side, 0.78 * side), (0.22 * side, side - 1), (0.50 * side, 0.80 * side)], fill=255)
    return large.resize((size, size), Image.Resampling.BOX)


@functools.lru_cache(maxsize=64)
def _tick(size: int) -> Image.Image:
    side = size * _OVERSAMPLING
    large = Image.new("L", (side, side), 0)
    pen = ImageDraw.Draw(large)
    points = [(0.28 * side, 0.45 * side), (0.44 * side, 0.60 * side), (0.73 * side, 0.29 * side)]
    half = 0.055 * side
    pen.line(points, fill=255, width=round(2 * half), joint="curve")
    for x, y in points:
        pen.ellipse((x - half, y - half, x + half, y + half), fill=255)
    return large.resize((size, size), Image.Resampling.BOX)


_ICONS: Mapping[str, Callable[[int], Image.Image]] = {"bubble": _bubble, "tick": _tick}
