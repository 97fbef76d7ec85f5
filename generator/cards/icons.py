"""Icons, drawn as strokes and surfaces on a grid of 24 units with the weight of bold Manrope."""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PIL import Image, ImageDraw

Point: TypeAlias = tuple[float, float]

GRID = 24.0
_OVERSAMPLING = 8
_LARGEST_ARC = 6
"""Degrees between two points of an arc."""
_STROKE = 2.3
"""At the size of a headline; a tick or an arrow that stands alone is heavier."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line with round ends and corners."""

    points: Sequence[Point]
    width: float = _STROKE
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Fill:
    """A surface."""

    points: Sequence[Point]


Part: TypeAlias = Stroke | Fill


def names() -> tuple[str, ...]:
    """All icons there are."""
    return tuple(_DRAWINGS)


@functools.lru_cache(maxsize=256)
def mask(name: str, size: int, *, mirrored: bool = False) -> Image.Image:
    """Coverage of an icon. Raises KeyError for one that does not exist."""
    side = size * _OVERSAMPLING
    large = Image.new("L", (side, side), 0)
    for part in _DRAWINGS[name]:
        _draw(large, part, side / GRID)
    small = large.resize((size, size), Image.Resampling.BOX)
    return small.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if mirrored and name not in _UPRIGHT else small


def _draw(image: Image.Image, part: Part, scale: float) -> None:
    points = [(x * scale, y * scale) for x, y in part.points]
    pen = ImageDraw.Draw(image)
    if isinstance(part, Fill):
        pen.polygon(points, fill=255)
        return
    half = part.width * scale / 2
    ends = [*points[1:], points[0]] if part.closed else points[1:]
    for start, end in zip(points, ends, strict=False):
        pen.polygon(_bar(start, end, half), fill=255)
    for x, y in points:
        pen.ellipse((x - half, y - half, x + half, y + half), fill=255)


def _bar(start: Point, end: Point, half: float) -> list[Point]:
    """The rectangle around a straight line; Pillow's own thick lines are uneven."""
    (x, y), (to_x, to_y) = start, end
    length = math.dist(start, end) or 1
    across, down = (to_y - y) / length * half, (x - to_x) / length * half
    return [(x + across, y + down), (to_x + across, to_y + down), (to_x - across, to_y - down), (x - across, y - down)]


def _arc(x: float, y: float, radius: float, start: float, end: float) -> list[Point]:
    """Degrees clockwise from the right."""
    steps = max(2, math.ceil(abs(end - start) / _LARGEST_ARC))
    angles = (math.radians(start + (end - start) * step / steps) for step in range(steps + 1))
    return [(x + radius * math.cos(angle), y + radius * math.sin(angle)) for angle in angles]


def _circle(x: float, y: float, radius: float) -> list[Point]:
    return _arc(x, y, radius, 0, 360)[:-1]


def _rounded(left: float, top: float, right: float, bottom: float, radius: float) -> list[Point]:
    return [
        *_arc(left + radius, top + radius, radius, 180, 270),
        *_arc(right - radius, top + radius, radius, 270, 360),
        *_arc(right - radius, bottom - radius, radius, 0, 90),
        *_arc(left + radius, bottom - radius, radius, 90, 180),
    ]


def _clock() -> list[Part]:
    return [Stroke(_circle(12, 12, 9.3), closed=True), Stroke([(12, 6.6), (12, 12.2), (15.8, 14.4)])]


def _calendar() -> list[Part]:
    return [
        Stroke(_rounded(3, 4.4, 21, 21, 3.4), closed=True),
        Stroke([(3.2, 9.9), (20.8, 9.9)]),
        Stroke([(8, 2.3), (8, 6.2)]),
        Stroke([(16, 2.3), (16, 6.2)]),
        Fill(_circle(8.2, 14.9, 1.45)),
        Fill(_circle(12, 14.9, 1.45)),
    ]


def _bulb() -> list[Part]:
    glass = _arc(12, 9.4, 7.1, 128, 412)
    return [
        Stroke([(9, 17.6), (8.9, 16.9), *glass, (15.1, 16.9), (15, 17.6)], closed=True),
        Stroke([(9.9, 21.6), (14.1, 21.6)]),
    ]


def _refresh() -> list[Part]:
    """Two arrows that follow each other in a circle."""
    return [
        Stroke(_arc(12, 12, 8.4, 190, 328)),
        Stroke([(20.2, 3), (20.2, 8), (15.2, 8)]),
        Stroke(_arc(12, 12, 8.4, 10, 148)),
        Stroke([(3.8, 21), (3.8, 16), (8.8, 16)]),
    ]


def _question() -> list[Part]:
    hook = _arc(12, 9.7, 2.9, 190, 405)
    return [
        Stroke(_circle(12, 12, 9.3), closed=True),
        Stroke([*hook, (12.4, 12.8), (12, 13.7)]),
        Fill(_circle(12, 17.1, 1.5)),
    ]


def _phone() -> list[Part]:
    """A receiver: its outline follows a quarter circle around the upper right corner."""
    return [
        Stroke(
            [
                *_arc(5.9, 4.9, 2.1, 180, 270),
                *_arc(8.1, 4.3, 1.5, 270, 340),
                *_arc(9.7, 8.5, 1.3, -20, 45),
                *_arc(18, 6, 9.2, 155, 115),
                *_arc(15.5, 14.3, 1.3, 225, 290),
                *_arc(19.7, 15.9, 1.5, -70, 0),
                *_arc(19.1, 18.1, 2.1, 0, 90),
                *_arc(19.1, 4.9, 15.3, 90, 180),
            ],
            closed=True,
        )
    ]


def _mail() -> list[Part]:
    return [
        Stroke(_rounded(2.4, 4.6, 21.6, 19.4, 3.2), closed=True),
        Stroke([(3.6, 7.2), (10.8, 12.6), *_arc(12, 11.2, 1.9, 122, 58), (13.2, 12.6), (20.4, 7.2)]),
    ]


def _bookmark() -> list[Part]:
    top = [*_arc(8.4, 5.4, 2.8, 180, 270), *_arc(15.6, 5.4, 2.8, 270, 360)]
    return [Stroke([(5.6, 21), *top, (18.4, 21), (12, 16.4)], closed=True)]


def _swap() -> list[Part]:
    """Two arrows past each other."""
    return [
        Stroke([(3.4, 8), (20.4, 8)]),
        Stroke([(15.8, 3.6), (20.4, 8)]),
        Stroke([(20.6, 16), (3.6, 16)]),
        Stroke([(8.2, 20.4), (3.6, 16)]),
    ]


_DRAWINGS: Mapping[str, Sequence[Part]] = {
    "arrow": [Stroke([(3.6, 12), (19.6, 12)], 2.7), Stroke([(13.2, 5.4), (20, 12), (13.2, 18.6)], 2.7)],
    "bookmark": _bookmark(),
    "box": [Stroke(_rounded(3, 3, 21, 21, 4.6), closed=True)],
    "bubble": [Fill(_rounded(0, 0, 24, 20.2, 6.5)), Fill([(5.3, 18.7), (5.3, 24), (12, 19.2)])],
    "bulb": _bulb(),
    "calendar": _calendar(),
    "clock": _clock(),
    "cross": [Stroke([(7.2, 7.2), (16.8, 16.8)], 2.7), Stroke([(16.8, 7.2), (7.2, 16.8)], 2.7)],
    "mail": _mail(),
    "phone": _phone(),
    "question": _question(),
    "refresh": _refresh(),
    "swap": _swap(),
    "tick": [Stroke([(6.7, 10.8), (10.6, 14.4), (17.5, 7)], 2.7)],
}
_UPRIGHT = frozenset({"tick", "clock", "calendar", "question", "phone", "cross"})
"""What stays as it is where text runs to the left (Unicode's and Material's lists agree on these)."""
