"""Items side by side: the mark and the brand, a topic on its chip, an icon and its label, a QR code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.cards import qr, surfaces
from generator.cards.drawing import Box, Code, Icon, Operation, Picture
from generator.cards.paragraph import Paragraph
from generator.cards.setting import Setting, Spot, says
from generator.cards.template import Item, ProgressSlot, RowSlot

_QUIET = 4
"""Modules around a QR code that stay empty (ISO/IEC 18004)."""
_LEAST_MODULE = 8
_WIDEST_LOGO = 5
"""Of its height."""
_PLATE = 6
"""Below a logo on a dark ground; it reaches a sixth of the logo's height beyond it."""
_STEPS = re.compile(r"(\d{1,2})/(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Measured:
    """An item with its text, if it is one, and what it measures."""

    item: Item
    prose: Paragraph | None
    size: int
    width: int
    height: int


def measured(item: Item, setting: Setting, step: int = 0) -> Measured:
    """An item at a step of its scale."""
    if item.code:
        side = _module(setting, item) * (len(qr.matrix(setting.code)) + 2 * _QUIET)
        return Measured(item, None, side, side, side)
    prose = None if item.icon else setting.content(item)
    if prose:
        sizes = setting.canvas.scales[item.scale or ""]
        size = sizes[min(step, len(sizes) - 1)]
        height = setting.size(item.height) if item.height else round(setting.cap_height * size)
        return Measured(item, prose, size, round(prose.width() * size) + 2 * setting.gap(item.padding), height)
    size = setting.size(item.size)
    return Measured(item, None, size, _logo_width(size, setting) if item.icon == "mark" else size, size)


def _module(setting: Setting, item: Item) -> int:
    return max(_LEAST_MODULE, setting.size(item.size) // (len(qr.matrix(setting.code)) + 2 * _QUIET))


def _logo_width(size: int, setting: Setting) -> int:
    logo = setting.look.logo
    return min(round(size * logo.width / logo.height), _WIDEST_LOGO * size) if logo else size


def has_content(slot: RowSlot, setting: Setting) -> bool:
    """Whether anything of a row would be drawn."""
    return any(is_shown(item, setting) for item in (*slot.start, *slot.end))


def is_shown(item: Item, setting: Setting) -> bool:
    """Whether there is anything to draw of an item."""
    if item.icon == "mark":
        return setting.look.with_brand
    if item.code:
        return bool(setting.code)
    return bool(item.icon or any(setting.texts.get(role or "") for role in (item.text, item.phrase)))


def row(slot: RowSlot, spot: Spot, setting: Setting) -> tuple[list[Operation], list[str]]:
    """Its operations at the largest sizes at which all items fit, and the roles of those it had to leave out.

    Texts that have shorter ones are shortened, then those at the end give way, then every text. What stands at the end
    alone stands at the start.
    """
    start, end = ([item for item in side if is_shown(item, setting)] for side in (slot.start, slot.end))
    if not start:
        start, end = end, []
    space = setting.gap(slot.space)
    attempts = _attempts(start, end, setting)
    fitting = (sides for sides in attempts if _width([*sides[0], *sides[1]], space) <= spot.width)
    sides = next(fitting, None) or ([measured(item, setting) for item in start if item.icon], [])
    kept = [shown.item for side in sides for shown in side]
    left_out = [item.text or item.phrase or "" for item in (*start, *end) if not item.icon and item not in kept]
    far = spot.x + spot.width - _width(sides[1], space)
    middle = spot._replace(y=round(spot.y) + setting.size(slot.height) / 2)
    drawn = [*_side(sides[0], spot.x, space, middle, setting), *_side(sides[1], far, space, middle, setting)]
    return drawn, left_out


def _attempts(
    start: Sequence[Item], end: Sequence[Item], setting: Setting
) -> Iterator[tuple[list[Measured], list[Measured]]]:
    """All items at every size, the same with shorter texts, then those at the start at every size."""
    steps = max((len(setting.canvas.scales[item.scale]) for item in (*start, *end) if item.scale), default=1)
    for said, right in [*((said, end) for said in _shortened((*start, *end), setting)), (setting, ())]:
        for step in range(steps):
            yield ([measured(item, said, step) for item in start], [measured(item, said, step) for item in right])


def _shortened(items: Sequence[Item], setting: Setting) -> Iterator[Setting]:
    """As it is, and with one text shortened, more and more."""
    yield setting
    for role in filter(None, (item.text for item in items)):
        for text in setting.shorter.get(role, ()):
            yield replace(setting, texts={**setting.texts, role: text})


def _width(side: Sequence[Measured], space: int) -> int:
    """Of items with the space between them."""
    return sum(shown.width + space for shown in side) - space


def _side(side: Sequence[Measured], x: int, space: int, spot: Spot, setting: Setting) -> Iterator[Operation]:
    for shown in side:
        yield from draw(shown, spot._replace(x=x, width=shown.width), setting)
        x += shown.width + space


def draw(shown: Measured, spot: Spot, setting: Setting) -> Iterator[Operation]:
    """One item from `spot.x` on; `spot.y` is its middle."""
    item, top = shown.item, round(spot.y - shown.height / 2)
    if shown.prose:
        yield from _label(shown, shown.prose, spot, setting)
    elif item.code:
        yield from _code(shown, (spot.x, top), spot, setting)
    elif item.icon == "mark":
        yield from _mark(shown, (spot.x, top), spot, setting)
    elif item.disc:
        color = setting.color(item.color, spot.ground)
        yield from surfaces.disc(item.icon or "", (spot.x, top, shown.size), color, spot.on, rtl=setting.is_rtl)
    else:
        mirrored = item.icon in surfaces.POINTING and setting.is_rtl
        color = setting.color(item.color, spot.ground)
        box = {"x": spot.x, "y": top, "size": shown.size}
        yield Icon(name=item.icon or "", **box, color=color, on=spot.on, mirrored=mirrored)


def _label(shown: Measured, prose: Paragraph, spot: Spot, setting: Setting) -> Iterator[Operation]:
    """One line of text, on its chip if it has one."""
    item, on = shown.item, spot.on
    if item.fill:
        on = setting.color(item.fill, spot.ground)
        box = {"x": spot.x, "y": round(spot.y - shown.height / 2), "width": shown.width, "height": shown.height}
        yield Box(**box, radius=shown.height // 2, color=on, on=spot.on)
    padding = setting.gap(item.padding)
    fitted = next(prose.fit(float("inf"), (shown.size,), 1, shown.size))
    top_of_capitals = spot.y - setting.cap_height * shown.size / 2
    inner = spot._replace(x=spot.x + padding, y=top_of_capitals, width=shown.width - 2 * padding, on=on)
    yield setting.text(prose, fitted, inner, says(item))


def _mark(shown: Measured, corner: tuple[int, int], spot: Spot, setting: Setting) -> Iterator[Operation]:
    """The brand's logo, or the built-in bubble with a check.

    On a dark ground that is the variant made for it, or else the other one on a light plate.
    """
    (x, y), size, logo = corner, shown.size, setting.look.logo
    if logo is None:
        color = setting.color("brand", spot.ground)
        yield Icon(name="bubble", x=x, y=y, size=size, color=color, on=spot.on)
        yield Icon(name="tick", x=x, y=y - round(size * 0.02), size=size, color=spot.on, on=color)
        return
    on, inset = spot.on, 0
    is_dark = setting.look.scheme == "dark" or spot.ground == "deep"
    if is_dark and setting.look.logo_dark:
        logo = setting.look.logo_dark
    elif is_dark:
        on, inset = setting.color("code_paper", ""), size // _PLATE
    scale = min((size - 2 * inset) / logo.height, (shown.width - 2 * inset) / logo.width)
    width, height = round(logo.width * scale), round(logo.height * scale)
    if inset:
        yield Box(x=x, y=y, width=width + 2 * inset, height=size, radius=size // 4, color=on, on=spot.on)
    top = y + (size - height) // 2
    yield Picture(x=x + inset, y=top, width=width, height=height, on=on, digest=logo.digest, data=logo.data)


def _code(shown: Measured, corner: tuple[int, int], spot: Spot, setting: Setting) -> Iterator[Operation]:
    """A QR code on a plate with its quiet zone, dark on light whatever the scheme."""
    (x, y), side = corner, shown.width
    paper, ink = setting.color("code_paper", ""), setting.color("code_ink", "")
    yield Box(x=x, y=y, width=side, height=side, radius=side // 16, color=paper, on=spot.on)
    matrix, module = qr.matrix(setting.code), _module(setting, shown.item)
    inset = _QUIET * module
    yield Code(x=x + inset, y=y + inset, module=module, rows=matrix, color=ink, on=paper)


def steps(setting: Setting) -> tuple[int, int] | None:
    """Which slide of how many a card is."""
    found = _STEPS.fullmatch(setting.texts.get("number", ""))
    return (int(found[1]), int(found[2])) if found and 0 < int(found[1]) <= int(found[2]) else None


def progress(slot: ProgressSlot, spot: Spot, setting: Setting) -> Iterator[Operation]:
    """A bar for each slide, filled up to this one."""
    done, of = steps(setting) or (0, 1)
    space, height, y = setting.gap(slot.space), setting.size(slot.height), round(spot.y)
    width = (spot.width - space * (of - 1)) / of
    for number in range(of):
        left, right = round(spot.x + number * (width + space)), round(spot.x + number * (width + space) + width)
        color = setting.color(slot.color if number < done else slot.fill, spot.ground)
        box = {"x": left, "y": y, "width": right - left, "height": height}
        yield Box(**box, radius=height // 2, color=color, on=spot.on)
