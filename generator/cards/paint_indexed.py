"""A flat card as palette indexes: every pair of a colour and the ground below it has a ramp for the blended edges."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping

from PIL import Image

from generator.cards import color, logo, paint_shapes, png
from generator.cards.drawing import Box, Layout, Picture, Text

_COLORS = 255
"""All that fit into a byte, but for the paper's."""
_MOST_STEPS = 12
"""Of a ramp; more are not seen, and make larger files."""
_LEAST_STEPS = 8
_PICTURE_COLORS = 96
"""As many as pictures may have together."""


class Indexed:
    """Indexes of a palette in which 0 is the paper.

    Its rows begin with a byte 0, as those of a PNG file do ("no filter"), so that they are compressed where they lie.
    """

    def __init__(self, layout: Layout, pictures: Mapping[Picture, logo.Flat]) -> None:
        pairs = tuple(dict.fromkeys(_pairs(layout)))
        ours = sum(len(flat.colors) for flat in pictures.values())
        self._steps = min(_MOST_STEPS, (_COLORS - ours) // max(1, len(pairs)))
        self._ramps = {pair: 1 + number * self._steps for number, pair in enumerate(pairs)}
        self._palette = _palette(pairs, self._steps, layout.paper)
        self._pictures = pictures
        self._paper = layout.paper
        self._ornaments = [(o.x, o.y, o.x + o.width, o.y + o.height) for o in layout.texts("ornament")]
        self._size = (layout.width, layout.height)
        self._rows = bytearray((layout.width + 1) * layout.height)
        self._indexes = _view(self._rows, (layout.width + 1, layout.height))
        self._indexes.readonly = 0  # what is pasted shall go into the rows

    def blend(self, mask: Image.Image, x: int, y: int, shade: str, ground: str) -> None:
        """Coverage 0..255 to the nearest step of the ramp; no coverage leaves what is below."""
        if x < 0:  # nothing may be drawn over the byte that begins a row
            mask, x = mask.crop((-x, 0, mask.width, mask.height)), 0
        indexes, opaque = _tables(self._ramps[shade, ground], self._steps)
        coverage = mask.tobytes()
        painted, covered = (_view(coverage.translate(table), mask.size) for table in (indexes, opaque))
        self._indexes.paste(painted, (x + 1, y), covered)

    def box(self, box: Box) -> None:
        """Its corners from masks, the rest as plain rectangles."""
        full = self._ramps[box.color, box.on] + self._steps - 1
        for left, top, right, bottom in paint_shapes.rectangles(box):
            if left < right and top < bottom:
                self._indexes.paste(full, (max(0, left) + 1, top, right + 1, bottom))
        for corner, x, y in paint_shapes.corners(box):
            edge = corner
            if box.on == self._paper and self._over_ornament(x, y, corner.width):
                edge = corner.point([0] * 128 + [255] * 128)  # blended towards the paper it would shine
            self.blend(edge, x, y, box.color, box.on)

    def picture(self, picture: Picture) -> None:
        """Its own colours follow those of the ramps."""
        flat = self._pictures[picture]
        first = len(self._palette) // 3
        self._palette += b"".join(map(bytes, flat.colors))
        shifted = flat.indexes.point([min(255, first + index) for index in range(256)])
        self._indexes.paste(shifted, (picture.x + 1, picture.y))

    def image(self) -> Image.Image:
        """What was drawn so far, in true colours."""
        whole = self._indexes.crop((1, 0, self._size[0] + 1, self._size[1]))
        whole.putpalette(self._palette)
        return whole.convert("RGB")

    def png(self, note: Mapping[str, str]) -> bytes:
        """What was drawn so far, as a file."""
        return png.write(self._rows, self._size, self._palette, note)

    def _over_ornament(self, x: int, y: int, size: int) -> bool:
        return any(
            x < right and left < x + size and y < bottom and top < y + size
            for left, top, right, bottom in self._ornaments
        )


def flat_pictures(layout: Layout) -> Mapping[Picture, logo.Flat] | None:
    """The card's pictures in few colours each; None where the card needs more colours than a palette has."""
    if layout.paper_end:
        return None
    found: dict[Picture, logo.Flat] = {}
    for operation in layout.operations:
        if isinstance(operation, Picture):
            flat = logo.flat(operation)
            if flat is None:
                return None
            found[operation] = flat
    ours = sum(len(flat.colors) for flat in found.values())
    fits = ours <= _PICTURE_COLORS and len(set(_pairs(layout))) * _LEAST_STEPS <= _COLORS - ours
    return found if fits else None


def _view(rows: bytes | bytearray, size: tuple[int, int]) -> Image.Image:
    """An image of bytes, without a copy."""
    return Image.frombuffer("L", size, rows, "raw", "L", 0, 1)


def _pairs(layout: Layout) -> Iterator[tuple[str, str]]:
    for operation in layout.operations:
        if isinstance(operation, Text):
            yield from ((shade, operation.on) for shade in operation.colors())
        elif not isinstance(operation, Picture):
            yield operation.color, operation.on


@functools.lru_cache(maxsize=64)
def _palette(pairs: tuple[tuple[str, str], ...], steps: int, paper: str) -> bytes:
    """Red, green and blue of every index: the paper, and a ramp for each pair."""
    colors = [color.rgb(paper)]
    for shade, ground in pairs:
        colors += (color.mix(color.rgb(ground), color.rgb(shade), step / steps) for step in range(1, steps + 1))
    return b"".join(map(bytes, colors))


@functools.lru_cache(maxsize=1024)
def _tables(first: int, steps: int) -> tuple[bytes, bytes]:
    """Coverage -> palette index, and coverage -> whether to paint at all."""
    levels = [round(coverage * steps / 255) for coverage in range(256)]
    return bytes(first + max(0, level - 1) for level in levels), bytes(255 if level else 0 for level in levels)
