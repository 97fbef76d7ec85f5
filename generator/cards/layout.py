"""From a template and words to operations: the largest type that fits, and what height is left shared by the gaps."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from generator.cards import rows
from generator.cards.drawing import Box, Layout, Line, Operation, Piece, Text
from generator.cards.paragraph import Fitted, Paragraph
from generator.cards.setting import Setting, Spot
from generator.content.schema.cards import Area, CardSize, GapSlot, Ground, Ornament, PanelSlot, RowSlot, Slot, TextSlot

Choice: TypeAlias = tuple[Paragraph, Fitted] | None
"""A text slot's content at one size; None where it has nothing to say."""

_HAIRLINE = 2
_SHORT = 2
"""Lines of a text that may take the larger sizes."""


def lay_out(size: CardSize, setting: Setting) -> tuple[Layout | None, list[str]]:
    """The whole card, or None where some text does not fit; and the roles of row items left out.

    With an answer among the texts the areas for one are drawn, otherwise those of a question alone.
    """
    paper, left_out = setting.colors[size.paper], list[str]()
    operations: list[Operation] = [_ornament(ornament, paper, setting) for ornament in size.ornaments]
    kind = "answer" if setting.texts.get("answer") else "alone"
    for area in size.areas:
        if area.when in {None, kind}:
            drawn = _area(area, paper, setting, left_out)
            if drawn is None:
                return None, []
            operations += drawn
    return Layout(width=size.width, height=size.height, paper=paper, operations=tuple(operations)), left_out


def _area(area: Area, paper: str, setting: Setting, left_out: list[str]) -> list[Operation] | None:
    left, top, width, height = area.box
    across, down = area.padding
    chosen = _fit(area.stack, width - 2 * across, height - 2 * down, setting)
    if chosen is None:
        return None
    choices, spare = chosen
    surface, on = _surface(area, area.box, paper, setting)
    placing = _Placing(setting, iter(choices), spare, left_out)
    inner, _ = placing.stack(area.stack, Spot(x=left + across, y=top + down, width=width - 2 * across, on=on))
    return [*surface, *inner]


def _fit(stack: Sequence[Slot], width: int, height: int, setting: Setting) -> tuple[list[Choice], float] | None:
    """A size for every text, cheapest together; and the height for one unit of `grow`."""
    scales = [_scale(slot, inner, setting) for slot, inner in _texts(stack, width)]
    room, grow = _room(stack, height)
    best: tuple[float, Sequence[Choice], float] | None = None
    for choices in itertools.product(*scales):
        left = room - sum(setting.height(*choice) for choice in choices if choice)
        cost = sum(fitted.cost for _, fitted in filter(None, choices))
        if left >= 0 and (best is None or cost < best[0]):
            best = cost, choices, left
    return (list(best[1]), best[2] / (grow or 1)) if best else None


def _scale(slot: TextSlot, width: int, setting: Setting) -> list[Choice]:
    """The sizes worth trying; a text that is no prose takes the first that keeps it shortest."""
    prose = setting.content(slot)
    if prose is None:
        return [None]
    fits = _fits(prose, slot, width)
    if not fits and prose.style.breaking == "address":  # the site alone says more than half an address
        prose = setting.prose(prose.role, prose.text.split("/", 1)[0], slot.style)
        fits = _fits(prose, slot, width)
    if prose.style.breaking in {"none", "address"}:
        fits = sorted(fits, key=lambda fit: len(fit.spans))[:1]
    return [(prose, fit) for fit in fits]


def _fits(prose: Paragraph, slot: TextSlot, width: int) -> list[Fitted]:
    best = slot.sizes[0]
    return [*prose.fit(width, slot.short_sizes, _SHORT, best), *prose.fit(width, slot.sizes, slot.lines, best)]


def _texts(stack: Sequence[Slot], width: int) -> Iterator[tuple[TextSlot, int]]:
    """Text slots in order, each with the width it has."""
    for slot in stack:
        if isinstance(slot, TextSlot):
            yield slot, width
        elif isinstance(slot, PanelSlot):
            yield from _texts(slot.stack, width - 2 * slot.padding[0])


def _room(stack: Sequence[Slot], height: float) -> tuple[float, float]:
    """What height is left for texts, and how many units of `grow` share what they leave."""
    grow = 0.0
    for slot in stack:
        if isinstance(slot, GapSlot):
            height -= slot.least
            grow += slot.grow
        elif isinstance(slot, RowSlot):
            height -= slot.height
        elif isinstance(slot, PanelSlot):
            height, more = _room(slot.stack, height - 2 * slot.padding[1])
            grow += more
    return height, grow


@dataclass(slots=True)
class _Placing:
    """The way down one area; texts take their chosen sizes in order."""

    setting: Setting
    choices: Iterator[Choice]
    spare: float
    """Height for one unit of `grow`."""
    left_out: list[str]

    def stack(self, stack: Sequence[Slot], spot: Spot) -> tuple[list[Operation], float]:
        """Operations of slots below each other, and where they end."""
        drawn: list[Operation] = []
        y = spot.y
        for slot in stack:
            more, y = self._slot(slot, Spot(x=spot.x, y=y, width=spot.width, on=spot.on))
            drawn += more
        return drawn, y

    def _slot(self, slot: Slot, spot: Spot) -> tuple[list[Operation], float]:
        if isinstance(slot, GapSlot):
            return [], spot.y + slot.least + slot.grow * self.spare
        if isinstance(slot, RowSlot):
            drawn, left_out = rows.row(slot, spot, self.setting)
            self.left_out += left_out
            return drawn, spot.y + slot.height
        if isinstance(slot, PanelSlot):
            return self._panel(slot, spot)
        choice = next(self.choices)
        if choice is None:
            return [], spot.y
        return [self.setting.text(*choice, spot)], spot.y + self.setting.height(*choice)

    def _panel(self, panel: PanelSlot, spot: Spot) -> tuple[list[Operation], float]:
        """What lies on the panel first, since it makes the panel's height."""
        across, down = panel.padding
        on = self.setting.colors[panel.fill] if panel.fill else spot.on
        inside = Spot(x=spot.x + across, y=spot.y + down, width=spot.width - 2 * across, on=on)
        inner, bottom = self.stack(panel.stack, inside)
        top, bottom = round(spot.y), bottom + down
        surface, _ = _surface(panel, (spot.x, top, spot.width, round(bottom) - top), spot.on, self.setting)
        return [*surface, *inner], bottom


def _surface(ground: Ground, box: tuple[int, int, int, int], on: str, setting: Setting) -> tuple[list[Operation], str]:
    """The filled rectangle of a panel or area, and the colour that lies under its content."""
    if not ground.fill:
        return [], on
    fill, drawn, radius = setting.colors[ground.fill], list[Operation](), ground.radius
    x, y, width, height = box
    if ground.line:
        line = setting.colors[ground.line]
        drawn.append(Box(x=x, y=y, width=width, height=height, radius=radius, color=line, on=on))
        x, y, width, height = x + _HAIRLINE, y + _HAIRLINE, width - 2 * _HAIRLINE, height - 2 * _HAIRLINE
        radius, on = max(0, radius - _HAIRLINE), line
    drawn.append(Box(x=x, y=y, width=width, height=height, radius=radius, color=fill, on=on))
    return drawn, fill


def _ornament(ornament: Ornament, paper: str, setting: Setting) -> Text:
    color, size = setting.colors[ornament.color], ornament.size
    width = setting.ruler.width(ornament.text, "heavy") * size
    piece = Piece(text=ornament.text, weight="heavy", color=color, x=0.0)
    height = round(size * setting.cap_height)
    return Text(
        role="ornament",
        x=ornament.x,
        y=ornament.baseline - height,
        width=round(width),
        height=height,
        size=size,
        tracking=0.0,
        language=setting.language.tag,
        on=paper,
        contrast=1.0,
        lines=(Line(text=ornament.text, baseline=ornament.baseline, width=round(width, 2), pieces=(piece,)),),
    )
