"""What lies below and beside texts: panels with their shadow, line and bar, discs with icons and letters, rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.cards.drawing import Box, Icon, Operation, Shadow
from generator.cards.paragraph import Fitted, Paragraph
from generator.cards.setting import Setting, Spot
from generator.cards.template import Ground

HAIRLINE = 2
_BLUR = 40
_FALL = 12
"""How far a shadow lies below what throws it."""
_ON_DISC = {"tick": 1.0, "cross": 1.0}
_ICON_ON_DISC = 0.6
"""Of the disc's size; ticks and crosses are drawn to fit into one."""
_LOWER = 0.04
"""By how much of its size a tick stands below the middle, where it seems to be in it."""


def surface(
    ground: Ground, box: tuple[int, int, int, int], below: tuple[str, str], setting: Setting
) -> tuple[list[Operation], str, str]:
    """What is drawn of a panel or area; the colour that lies under its content, and that surface's token.

    `below` is the colour and token of what it lies on.
    """
    on, token = below
    drawn = list[Operation]()
    x, y, width, height = box
    if ground.bar:
        thick = setting.size("bar")
        color = setting.color(ground.bar, token)
        drawn.append(Box(x=x, y=y, width=thick, height=height, radius=thick // 2, color=color, on=on))
    if not ground.fill:
        return drawn, on, token
    fill, radius = setting.color(ground.fill, token), setting.canvas.radii[ground.radius] if ground.radius else 0
    if ground.shadow:
        shade = setting.color(ground.shadow, token)
        fallen = {"x": x, "y": y + _FALL, "width": width, "height": height, "radius": radius}
        drawn.append(Shadow(**fallen, blur=_BLUR, color=shade, on=on))
    if ground.line:
        line = setting.color(ground.line, token)
        drawn.append(Box(x=x, y=y, width=width, height=height, radius=radius, color=line, on=on))
        x, y, width, height = x + HAIRLINE, y + HAIRLINE, width - 2 * HAIRLINE, height - 2 * HAIRLINE
        radius, on = max(0, radius - HAIRLINE), line
    drawn.append(Box(x=x, y=y, width=width, height=height, radius=radius, color=fill, on=on))
    return drawn, fill, ground.fill


def rule(x: int, y: int, width: int, color: str, on: str) -> Box:
    """A hairline whose middle is at `y`."""
    return Box(x=x, y=y - HAIRLINE // 2, width=width, height=HAIRLINE, radius=0, color=color, on=on)


POINTING = frozenset({"arrow"})
"""Icons that point to where reading goes."""


def disc(icon: str, place: tuple[int, int, int], color: str, on: str, *, rtl: bool = False) -> Iterator[Operation]:
    """An icon in the colour of the ground, on a disc; `place` is left, top, size."""
    x, y, size = place
    yield Box(x=x, y=y, width=size, height=size, radius=size // 2, color=color, on=on)
    side = round(size * _ON_DISC.get(icon, _ICON_ON_DISC))
    inset = (size - side) // 2
    lower = inset + (round(size * _LOWER) if icon == "tick" else 0)
    mirrored = rtl and icon in POINTING
    yield Icon(name=icon, x=x + inset, y=y + lower, size=side, color=on, on=color, mirrored=mirrored)


def lettered(
    place: tuple[int, int, int], color: str, spot: Spot, label: tuple[Paragraph, Fitted], setting: Setting
) -> Iterator[Operation]:
    """A number or letter in the colour of the ground, on a disc."""
    x, y, size = place
    yield Box(x=x, y=y, width=size, height=size, radius=size // 2, color=color, on=spot.on)
    prose, fitted = label
    top = y + (size - setting.height(prose, fitted)) / 2
    here = Spot(x=x, y=top, width=size, on=spot.on, ground=spot.ground)
    text = setting.text(prose, fitted, here, "label", align="center")
    lines = tuple(
        line._replace(pieces=tuple(piece._replace(color=spot.on) for piece in line.pieces)) for line in text.lines
    )
    yield replace(text, on=color, lines=lines)
