"""A flat card as palette indexes: every pair of a colour and the ground below it has a ramp for the blended edges."""

from __future__ import annotations

import functools
from collections.abc import Hashable, Iterable, Mapping
from typing import TypeAlias

from PIL import Image, ImageChops

from generator.cards import color, logo, paint_shapes, png
from generator.cards.drawing import Box, Icon, Layout, Operation, Picture, Shadow, Text
from generator.cards.masks import Mask

_COLORS = 255
"""All that fit into a byte, but for the paper's."""
_MOST_STEPS = 6
"""Of a ramp; more are not seen, and make larger files."""
_LEAST_STEPS = 5
_SHADOW_STEPS = 14
"""A shadow's ramp is short, but so wide that one would see its steps if they were fewer; more are larger files."""
_PICTURE_COLORS = 96
"""As many as pictures may have together."""
_MOST_KNOWN = 4
_Drawn: TypeAlias = list[tuple[tuple[int, int, int, int], int | None]]
"""Left, top, right and bottom of what was drawn one after the other, with the index that fills it; None for several."""
_KNOWN: dict[Hashable, tuple[bytes, _Drawn]] = {}
"""Surfaces that cards began with, by what they are made of."""


class Indexed:
    """Indexes of a palette in which 0 is the paper.

    Its rows begin with a byte 0, as those of a PNG file do ("no filter"), so that they are compressed where they lie.
    """

    def __init__(
        self, layout: Layout, pictures: Mapping[Picture, logo.Flat], surfaces: tuple[Operation, ...] = ()
    ) -> None:
        """Begins with `surfaces` where those were drawn before: `knows_surfaces` says it."""
        self._ramps = _ramps(layout, _COLORS - sum(len(flat.colors) for flat in pictures.values()))
        self._pictures = pictures
        self._paper = layout.paper
        self._ornaments = [(o.x, o.y, o.x + o.width, o.y + o.height) for o in layout.texts("ornament")]
        self._size = (layout.width, layout.height)
        self._text = sum(line.width for text in layout.texts() for line in text.lines)
        self._lowest = _lowest(layout, self._ramps)
        self._palette = _palette(tuple((*pair, steps) for pair, (_, steps) in self._ramps.items()), layout.paper)
        self._key = (self._size, tuple(self._ramps.items()), surfaces)
        known = _KNOWN.get(self._key)
        self.knows_surfaces = known is not None
        rows, drawn = known or ((layout.width + 1) * layout.height, [])
        self._rows, self._drawn = bytearray(rows), list(drawn)
        self._indexes = _view(self._rows, (layout.width + 1, layout.height))
        self._indexes.readonly = 0  # what is pasted shall go into the rows

    def keep_surfaces(self) -> None:
        """Remember what was drawn so far, for the next card that begins with the same."""
        if len(_KNOWN) >= _MOST_KNOWN:
            _KNOWN.pop(next(iter(list(_KNOWN)), None), None)  # other threads may do the same
        _KNOWN[self._key] = bytes(self._rows), list(self._drawn)

    def blend(self, mask: Mask, x: int, y: int, shade: str, ground: str) -> None:
        """Coverage 0..255 to the nearest step of the ramp; no coverage leaves what is below."""
        if x < 0:  # nothing may be drawn over the byte that begins a row
            whole = mask.image
            mask, x = Mask(whole.crop((min(-x, whole.width), 0, whole.width, whole.height)), comes_again=False), 0
        first, steps = self._ramps[shade, ground]
        box = (x, y, x + mask.image.width, y + mask.image.height)
        if (below := self._even(box)) is not None:  # as below nearly every text
            self._indexes.paste(_painted(mask, first, steps, below), (x + 1, y))
        elif first > self._lowest.get(ground, 0):
            self._raise(_painted(mask, first, steps), x + 1, y)
        else:
            self._indexes.paste(_painted(mask, first, steps), (x + 1, y), _opaque(mask, steps))
        self._drawn.append((box, None))

    def _even(self, box: tuple[int, int, int, int]) -> int | None:
        """The index that a box is filled with so far; None where there are several, or may be."""
        left, top, right, bottom = box
        for (other_left, other_top, other_right, other_bottom), index in reversed(self._drawn):
            if left < other_right and other_left < right and top < other_bottom and other_top < bottom:
                inside = other_left <= left and right <= other_right and other_top <= top and bottom <= other_bottom
                return index if inside else None
        return 0

    def _raise(self, painted: Image.Image, x: int, y: int) -> None:
        """Indexes where they are higher than those below."""
        below = self._indexes.crop((x, y, x + painted.width, y + painted.height))
        self._indexes.paste(ImageChops.lighter(below, painted), (x, y))

    def box(self, box: Box) -> None:
        """Its corners from masks, the rest as plain rectangles; a small one at once."""
        whole = paint_shapes.small(box)
        if whole and not (box.on == self._paper and self._over_ornament(box.x, box.y, max(whole.image.size))):
            self.blend(whole, box.x, box.y, box.color, box.on)
            return
        first, steps = self._ramps[box.color, box.on]
        full = first + steps - 1
        for left, top, right, bottom in paint_shapes.rectangles(box):
            if max(0, left) < right and top < bottom:
                self._indexes.paste(full, (max(0, left) + 1, top, right + 1, bottom))
                self._drawn.append(((max(0, left), top, right, bottom), full))
        for corner, x, y in paint_shapes.corners(box):
            edge = corner
            if box.on == self._paper and self._over_ornament(x, y, corner.image.width):
                hard = corner.image.point([0] * 128 + [255] * 128)  # blended towards the paper it would shine
                edge = Mask(hard, comes_again=False)
            self.blend(edge, x, y, box.color, box.on)

    def picture(self, picture: Picture) -> None:
        """Its own colours follow those of the ramps."""
        flat = self._pictures[picture]
        first = len(self._palette) // 3
        self._palette += b"".join(map(bytes, flat.colors))
        shifted = flat.indexes.point([min(255, first + index) for index in range(256)])
        hidden = min(max(0, -picture.x), shifted.width)
        shown = shifted.crop((hidden, 0, shifted.width, shifted.height))
        left, top = picture.x + hidden, picture.y
        self._indexes.paste(shown, (left + 1, top))
        self._drawn.append(((left, top, left + shown.width, top + shown.height), None))

    def image(self) -> Image.Image:
        """What was drawn so far, in true colours."""
        whole = self._indexes.crop((1, 0, self._size[0] + 1, self._size[1]))
        whole.putpalette(self._palette)
        return whole.convert("RGB")

    def png(self, note: Mapping[str, str]) -> bytes:
        """What was drawn so far, as a file."""
        return png.write(self._rows, self._size, self._palette, note, self._text)

    def _over_ornament(self, x: int, y: int, size: int) -> bool:
        return any(
            x < right and left < x + size and y < bottom and top < y + size
            for left, top, right, bottom in self._ornaments
        )


def flat_pictures(layout: Layout, pictures: Iterable[Picture]) -> Mapping[Picture, logo.Flat] | None:
    """The card's pictures in few colours each; None where the card needs more colours than a palette has."""
    if layout.paper_end:
        return None
    found: dict[Picture, logo.Flat] = {}
    for picture in pictures:
        flat = logo.flat(picture)
        if flat is None:
            return None
        found[picture] = flat
    ours = sum(len(flat.colors) for flat in found.values())
    least = sum(_SHADOW_STEPS if soft else _LEAST_STEPS for soft in _pairs(layout).values())
    return found if ours <= _PICTURE_COLORS and least <= _COLORS - ours else None


def _view(rows: bytes | bytearray, size: tuple[int, int]) -> Image.Image:
    """An image of bytes, without a copy."""
    return Image.frombuffer("L", size, rows, "raw", "L", 0, 1)


def _ramps(layout: Layout, room: int) -> dict[tuple[str, str], tuple[int, int]]:
    """Pair -> the first index of its ramp, and its steps, which share what room there is."""
    pairs = _pairs(layout)
    shadows = sum(pairs.values())
    steps = min(_MOST_STEPS, (room - shadows * _SHADOW_STEPS) // max(1, len(pairs) - shadows))
    found, first = {}, 1
    for pair, soft in pairs.items():
        found[pair] = first, _SHADOW_STEPS if soft else steps
        first += found[pair][1]
    return found


def _lowest(layout: Layout, ramps: Mapping[tuple[str, str], tuple[int, int]]) -> dict[str, int]:
    """Colour -> from which index on a ramp is higher than all surfaces of that colour, so that it needs no mask."""
    found: dict[str, int] = {}
    for surface in layout.operations:
        if isinstance(surface, Box | Icon | Shadow):
            first, _ = ramps[surface.color, surface.on]
            below = surface.on if isinstance(surface, Shadow) else surface.color  # a shadow passes for its ground
            found[below] = max(first, found.get(below, 0))
    return found


def _pairs(layout: Layout) -> dict[tuple[str, str], bool]:
    """Colours and the ground below them, and whether a shadow needs them.

    Ornaments first, which lie below all else, then shadows, then surfaces, and texts last: what lies on something has
    the higher indexes then, see `_lowest`.
    """
    pairs: dict[tuple[str, str], bool] = {}
    for operation in sorted(layout.operations, key=_depth):
        if isinstance(operation, Text):
            for shade in operation.colors():
                pairs.setdefault((shade, operation.on), False)
        elif not isinstance(operation, Picture):
            pair = operation.color, operation.on
            pairs[pair] = pairs.get(pair, False) or isinstance(operation, Shadow)
    return pairs


def _depth(operation: Operation) -> int:
    if isinstance(operation, Text):
        return 0 if operation.role == "ornament" else 3
    return 1 if isinstance(operation, Shadow) else 2


@functools.lru_cache(maxsize=64)
def _palette(ramps: tuple[tuple[str, str, int], ...], paper: str) -> bytes:
    """Red, green and blue of every index: the paper, and a ramp for each pair."""
    colors = [color.rgb(paper)]
    for shade, ground, steps in ramps:
        colors += (color.mix(color.rgb(ground), color.rgb(shade), step / steps) for step in range(1, steps + 1))
    return b"".join(map(bytes, colors))


def _painted(mask: Mask, first: int, steps: int, below: int = 0) -> Image.Image:
    """Its palette indexes, and that of what lies below where it paints nothing."""
    return (_known_translation if mask.comes_again else _translated)(mask, _indexes(first, steps, below))


def _opaque(mask: Mask, steps: int) -> Image.Image:
    """Where it paints anything at all."""
    return (_known_translation if mask.comes_again else _translated)(mask, _visible(steps))


def _translated(mask: Mask, table: bytes) -> Image.Image:
    rows = mask.rows or bytearray(mask.image.tobytes())  # of bytes it takes twice as long
    translated = rows.translate(table)
    return _view(translated, mask.image.size)


_known_translation = functools.lru_cache(maxsize=128)(_translated)
"""Icons, chips and labels come again in the same colours."""


@functools.lru_cache(maxsize=1024)
def _indexes(first: int, steps: int, below: int) -> bytes:
    """Coverage -> palette index, that of what lies below for none."""
    return bytes(first + level - 1 if level else below for level in _levels(steps))


@functools.lru_cache(maxsize=64)
def _visible(steps: int) -> bytes:
    """Coverage -> whether to paint."""
    return bytes(255 if level else 0 for level in _levels(steps))


def _levels(steps: int) -> list[int]:
    return [round(coverage * steps / 255) for coverage in range(256)]
