"""From a template and words to operations: the largest type that fits, and what height is left shared by the gaps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.cards import fitting, listing, mirroring, rows, scripts, surfaces
from generator.cards.drawing import Layout, Line, Operation, Piece, Text
from generator.cards.fitting import Chosen
from generator.cards.listing import Listed
from generator.cards.setting import Setting, Spot, says
from generator.cards.template import (
    Area,
    BesideSlot,
    Canvas,
    CardLayout,
    ItemsSlot,
    LineSlot,
    Ornament,
    PanelSlot,
    ProgressSlot,
    RowSlot,
    Slot,
    TextSlot,
)

_COLUMNS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class TooLong:
    """Why there is no layout."""

    role: str


def lay_out(template: CardLayout, setting: Setting) -> tuple[Layout | TooLong, list[str]]:
    """The whole card, or the text that does not fit; and the roles of row items left out."""
    canvas, left_out = setting.canvas, list[str]()
    paper = setting.color(template.paper, "")
    operations: list[Operation] = [_ornament(each, template.paper, setting) for each in template.ornaments]
    for area in template.areas:
        if not fitting.applies(area, setting):
            continue
        drawn = _area(area, (paper, template.paper), setting, left_out)
        if isinstance(drawn, TooLong):
            return drawn, []
        operations += drawn
    layout = Layout(
        width=canvas.width,
        height=canvas.height,
        paper=paper,
        paper_end=setting.color(template.paper_end, "") if template.paper_end else "",
        operations=tuple(operations),
        typeface=setting.look.typeface,
    )
    return (mirroring.mirrored(layout) if setting.is_rtl else layout), left_out


def _area(area: Area, below: tuple[str, str], setting: Setting, left_out: list[str]) -> list[Operation] | TooLong:
    stack = fitting.shown(area.stack, setting)
    if not stack:
        return []
    box = left, top, width, height = _box(area, setting.canvas)
    across, down = map(setting.gap, area.padding) if area.padding else (0, 0)
    inner, room = width - 2 * across, height - 2 * down
    chosen = fitting.fit(stack, inner, room, setting)
    if chosen is None:
        return TooLong(role=fitting.too_long(stack, inner, setting))
    surface, on, ground = surfaces.surface(area, box, below, setting)
    placing = _Placing(setting, iter(chosen[0]), chosen[1], left_out)
    drawn, _ = placing.stack(stack, Spot(x=left + across, y=top + down, width=inner, on=on, ground=ground))
    return [*surface, *drawn]


def _box(area: Area, canvas: Canvas) -> tuple[int, int, int, int]:
    """Left, top, width and height of an area."""
    margins, (first, last) = canvas.margins, area.columns
    column = (canvas.width - margins.left - margins.right - canvas.gutter * (_COLUMNS - 1)) / _COLUMNS
    left = margins.left + (first - 1) * (column + canvas.gutter)
    right = left + (last - first + 1) * (column + canvas.gutter) - canvas.gutter
    top, bottom = margins.top, canvas.height - margins.bottom
    if area.bleed:
        top, bottom = canvas.bleed, canvas.height - canvas.bleed
        left = canvas.bleed if first == 1 else left
        right = canvas.width - canvas.bleed if last == _COLUMNS else right
    return round(left), top, round(right) - round(left), bottom - top


@dataclass(slots=True)
class _Placing:
    """The way down one area; texts take their chosen sizes in order."""

    setting: Setting
    chosen: Iterator[Chosen]
    spare: float
    """Height for one unit of `grow`."""
    left_out: list[str]

    def stack(self, stack: tuple[Slot, ...], spot: Spot) -> tuple[list[Operation], float]:
        """Operations of slots below each other, and where they end."""
        drawn: list[Operation] = []
        y = spot.y
        for number, slot in enumerate(stack):
            y += (self.setting.gap(slot.above) if number else 0) + slot.grow * self.spare
            more, y = self._slot(slot, spot._replace(y=y))
            drawn += more
        return drawn, y

    def _slot(self, slot: Slot, spot: Spot) -> tuple[list[Operation], float]:  # noqa: PLR0911 - one a kind
        setting = self.setting
        if isinstance(slot, TextSlot):
            chosen = next(self.chosen)
            if isinstance(chosen, Listed):
                raise TypeError(slot)
            return [setting.text(*chosen, spot, says(slot))], spot.y + setting.height(*chosen)
        if isinstance(slot, ItemsSlot):
            listed = next(self.chosen)
            if not isinstance(listed, Listed):
                raise TypeError(slot)
            return list(listing.draw(slot, listed, spot, setting)), spot.y + listed.height
        if isinstance(slot, RowSlot):
            drawn, left_out = rows.row(slot, spot, setting)
            self.left_out += left_out
            return drawn, spot.y + setting.size(slot.height)
        if isinstance(slot, PanelSlot):
            return self._panel(slot, spot)
        if isinstance(slot, BesideSlot):
            return self._beside(slot, spot)
        if isinstance(slot, ProgressSlot):
            return list(rows.progress(slot, spot, setting)), spot.y + setting.size(slot.height)
        if isinstance(slot, LineSlot):
            color = setting.color(slot.color, spot.ground)
            middle = round(spot.y) + surfaces.HAIRLINE // 2
            return [surfaces.rule(spot.x, middle, spot.width, color, spot.on)], spot.y + surfaces.HAIRLINE
        return [], spot.y

    def _panel(self, panel: PanelSlot, spot: Spot) -> tuple[list[Operation], float]:
        """What lies on the panel first, since it makes the panel's height."""
        setting = self.setting
        (left, right), down = fitting.padding(panel, setting)
        _, on, ground = surfaces.surface(panel, (0, 0, 0, 0), (spot.on, spot.ground), setting)
        width = spot.width - left - right
        inner, bottom = self.stack(
            panel.stack, Spot(x=spot.x + left, y=spot.y + down, width=width, on=on, ground=ground)
        )
        top, bottom = round(spot.y), bottom + down
        box = (spot.x, top, spot.width, round(bottom) - top)
        surface, _, _ = surfaces.surface(panel, box, (spot.on, spot.ground), setting)
        return [*surface, *inner], bottom

    def _beside(self, slot: BesideSlot, spot: Spot) -> tuple[list[Operation], float]:
        """Both centred on the higher of the two."""
        item = rows.measured(slot.start, self.setting)
        shift = item.width + self.setting.gap(slot.space)
        inner, end = self.stack(slot.stack, spot._replace(x=spot.x + shift, width=spot.width - shift))
        height = max(item.height, end - spot.y)
        down = round((height - (end - spot.y)) / 2)
        middle = spot._replace(y=spot.y + height / 2, width=item.width)
        drawn = rows.draw(item, middle, self.setting)
        return [*drawn, *(mirroring.moved(each, down) for each in inner)], spot.y + height


def _ornament(ornament: Ornament, paper: str, setting: Setting) -> Text:
    color, size = setting.color(ornament.color, paper), setting.canvas.scales[ornament.scale][0]
    character = scripts.own_mark(ornament.character, setting.look.language.script)
    run, *_ = setting.ruler.runs(character, "heavy", setting.is_rtl)
    width = round(run.width * size)
    height = round(size * setting.cap_height)
    baseline = setting.canvas.height - round(ornament.bottom * size)
    return Text(
        role="ornament",
        x=setting.canvas.width - width - round(ornament.right * size),
        y=baseline - height,
        width=width,
        height=height,
        size=size,
        tracking=0.0,
        language=setting.look.language.tag,
        on=setting.color(paper, ""),
        contrast=1.0,
        lines=(
            Line(
                text=character,
                baseline=baseline,
                width=width,
                pieces=(Piece(text=character, weight="heavy", color=color, x=0.0, face=run.face, rtl=setting.is_rtl),),
            ),
        ),
        says="nothing",
    )
