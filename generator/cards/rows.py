"""Items side by side: the mark and the brand, a topic on its chip, an icon and its label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.cards.drawing import Box, Icon, Operation
from generator.cards.paragraph import Paragraph
from generator.cards.setting import Setting, Spot
from generator.content.schema.cards import Item, RowSlot


@dataclass(frozen=True, slots=True)
class _Shown:
    """An item with its text, if it is one, and its place in the scale of sizes."""

    item: Item
    prose: Paragraph | None
    step: int = 0

    @property
    def size(self) -> int:
        return self.item.sizes[min(self.step, len(self.item.sizes) - 1)]

    @property
    def width(self) -> float:
        return self.prose.width() * self.size + 2 * self.item.padding if self.prose else self.item.size


def row(slot: RowSlot, spot: Spot, setting: Setting) -> tuple[list[Operation], list[str]]:
    """Its operations at the largest sizes at which all items fit, and the roles of those it had to leave out.

    First those at the end give way, then every text.
    """
    start, end = _shown(slot.start, setting), _shown(slot.end, setting)
    icons = [shown for shown in start if not shown.prose]
    sides = next(
        (sides for sides in _attempts(start, end) if _width([*sides[0], *sides[1]], slot) <= spot.width),
        (icons, []),
    )
    kept = [shown.item for side in sides for shown in side]
    left_out = [shown.prose.role for shown in (*start, *end) if shown.prose and shown.item not in kept]
    far = spot.x + spot.width - round(_width(sides[1], slot))
    drawn = [*_items(sides[0], spot.x, slot, spot, setting), *_items(sides[1], far, slot, spot, setting)]
    return drawn, left_out


def _attempts(start: list[_Shown], end: list[_Shown]) -> Iterator[tuple[list[_Shown], list[_Shown]]]:
    """All items at every size, then those at the start at every size."""
    steps = max((len(shown.item.sizes) for shown in (*start, *end)), default=1)
    for right in (end, []):
        for step in range(steps):
            yield [replace(shown, step=step) for shown in start], [replace(shown, step=step) for shown in right]


def _width(side: Sequence[_Shown], slot: RowSlot) -> float:
    """Of items with the space between them."""
    return sum(shown.width + slot.space for shown in side) - slot.space


def _shown(items: Sequence[Item], setting: Setting) -> list[_Shown]:
    pairs = [_Shown(item, None if item.icon else setting.content(item)) for item in items]
    return [shown for shown in pairs if shown.item.icon or shown.prose]


def _items(side: Sequence[_Shown], x: float, slot: RowSlot, spot: Spot, setting: Setting) -> Iterator[Operation]:
    """From `x` on, centred on the row's height."""
    middle = round(spot.y) + slot.height / 2
    for shown in side:
        here = Spot(x=round(x), y=middle, width=round(shown.width), on=spot.on)
        if shown.prose:
            yield from _label(shown, shown.prose, here, setting)
        else:
            yield from _icon(shown.item, here, setting)
        x += shown.width + slot.space


def _label(shown: _Shown, prose: Paragraph, spot: Spot, setting: Setting) -> Iterator[Operation]:
    """One line of text, on its chip if it has one; `spot.y` is the middle of its capitals."""
    item, on = shown.item, spot.on
    if item.fill:
        on = setting.colors[item.fill]
        top = round(spot.y - item.height / 2)
        radius = item.height // 2
        yield Box(x=spot.x, y=top, width=spot.width, height=item.height, radius=radius, color=on, on=spot.on)
    fitted = next(prose.fit(float("inf"), (shown.size,), 1, shown.size))
    top_of_capitals = spot.y - setting.cap_height * shown.size / 2
    yield setting.text(prose, fitted, Spot(x=spot.x + item.padding, y=top_of_capitals, width=spot.width, on=on))


def _icon(item: Item, spot: Spot, setting: Setting) -> Iterator[Operation]:
    """The mark: a bubble with a check. The check: a disc with one."""
    color, size, on = setting.colors[item.color], item.size, spot.on
    x, y = spot.x, round(spot.y - item.size / 2)
    if item.icon == "mark":
        yield Icon(name="bubble", x=x, y=y, size=size, color=color, on=on)
        yield Icon(name="tick", x=x, y=y - round(size * 0.02), size=size, color=on, on=color)
    else:
        yield Box(x=x, y=y, width=size, height=size, radius=size // 2, color=color, on=on)
        yield Icon(name="tick", x=x, y=y + round(size * 0.07), size=size, color=on, on=color)
