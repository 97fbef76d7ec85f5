"""From a template and words to operations: the largest type that fits, and what height is left shared by the gaps."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.cards.drawing import Box, Bubble, Layout, Line, Operation, Piece, Text, Tick
from generator.cards.paragraph import Fitted, Paragraph, Ruler, paragraph
from generator.content.schema.cards import (
    Area,
    CardFile,
    CardSize,
    GapSlot,
    Ground,
    Item,
    PanelSlot,
    RowSlot,
    Slot,
    TextSlot,
)
from generator.language import Language

_HAIRLINE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """All that decides how a card comes out, but for its template."""

    texts: Mapping[str, str]
    """Role -> text; a role without text draws nothing."""
    highlights: tuple[str, ...]
    colors: Mapping[str, str]
    language: Language
    ruler: Ruler
    cap_height: float
    """Of capitals, in em."""


@dataclass(slots=True)
class Composer:
    """One attempt at one card; remembers what it had to leave out."""

    template: CardFile
    setting: Setting
    left_out: list[str] = field(default_factory=list)
    """Roles of row items that did not fit."""

    def card(self, size: CardSize) -> Layout | None:
        """The whole card, or None where some text does not fit."""
        paper = self.setting.colors[size.paper]
        operations: list[Operation] = [self._ornament(o.text, o.x, o.baseline, o.size, o.color, paper) for o in size.ornaments]
        kind = "answer" if self.setting.texts.get("answer") else "alone"
        for area in size.areas:
            if area.when in {None, kind}:
                drawn = self._area(area, paper)
                if drawn is None:
                    return None
                operations += drawn
        return Layout(width=size.width, height=size.height, paper=paper, operations=tuple(operations))

    def _area(self, area: Area, paper: str) -> list[Operation] | None:
        left, top, width, height = area.box
        across, down = area.padding
        chosen = self._fit(area.stack, width - 2 * across, height - 2 * down)
        if chosen is None:
            return None
        fitted, spare = chosen
        surface, on = self._surface(area, (left, top, width, height), paper)
        inner, _ = self._stack(area.stack, left + across, top + down, width - 2 * across, on, iter(fitted), spare)
        return [*surface, *inner]

    def _fit(self, stack: Sequence[Slot], width: int, height: int) -> tuple[list[tuple[Paragraph, Fitted] | None], float] | None:
        """A size for every text, cheapest together; and the height for one unit of `grow`."""
        texts = [(slot, self._paragraph(slot.text or slot.phrase or "", slot.style), inner) for slot, inner in _texts(stack, width)]
        scales = [self._scale(slot, prose, inner) for slot, prose, inner in texts]
        if not all(scales):
            return None
        room = height - _fixed(stack)
        best: tuple[float, tuple[tuple[Paragraph, Fitted] | None, ...], float] | None = None
        for choice in itertools.product(*scales):
            used = sum(self._height(*pair) for pair in choice if pair)
            cost = sum(pair[1].cost for pair in choice if pair)
            if used <= room and (best is None or cost < best[0]):
                best = cost, choice, room - used
        if best is None:
            return None
        return list(best[1]), best[2] / (_grow(stack) or 1)

    def _scale(self, slot: TextSlot, prose: Paragraph | None, width: int) -> list[tuple[Paragraph, Fitted] | None]:
        """The sizes worth trying; a text that is no prose takes the first that keeps it shortest."""
        if prose is None:
            return [None]
        fits = list(prose.fit(width, slot.sizes, slot.lines))
        if not fits and prose.style.breaking == "address" and "/" in prose.text:
            prose = self._prose("address", prose.text.split("/", 1)[0], slot.style)  # the site alone, never a cut address
            fits = list(prose.fit(width, slot.sizes, slot.lines))
        if prose.style.breaking in {"none", "address"}:
            fits = sorted(fits, key=lambda fit: len(fit.spans))[:1]
        return [(prose, fit) for fit in fits]

    def _paragraph(self, role: str, style: str) -> Paragraph | None:
        text = self.setting.texts.get(role, "")
        return self._prose(role, text, style) if text else None

    def _prose(self, role: str, text: str, style: str) -> Paragraph:
        language = self.setting.language
        return paragraph(
            role,
            text,
            style=self.template.styles[style],
            language=language.tag,
            one_letter=frozenset(language.typography.get("one_letter", "").split()),
            leading=float(language.typography.get("leading", "1")),
            highlights=self.setting.highlights,
            ruler=self.setting.ruler,
        )

    def _height(self, prose: Paragraph, fitted: Fitted) -> float:
        return fitted.size * (self.setting.cap_height + (len(fitted.spans) - 1) * prose.leading)

    def _stack(
        self,
        stack: Sequence[Slot],
        x: int,
        y: float,
        width: int,
        on: str,
        chosen: Iterator[tuple[Paragraph, Fitted] | None],
        spare: float,
    ) -> tuple[list[Operation], float]:
        """Operations of slots below each other, and where they end."""
        drawn: list[Operation] = []
        for slot in stack:
            if isinstance(slot, GapSlot):
                y += slot.least + slot.grow * spare
            elif isinstance(slot, RowSlot):
                drawn += self._row(slot, x, round(y), width, on)
                y += slot.height
            elif isinstance(slot, PanelSlot):
                across, down = slot.padding
                fill = self.setting.colors[slot.fill] if slot.fill else on
                inner, bottom = self._stack(slot.stack, x + across, y + down, width - 2 * across, fill, chosen, spare)
                surface, _ = self._surface(slot, (x, round(y), width, round(bottom + down) - round(y)), on)
                drawn += [*surface, *inner]
                y = bottom + down
            elif pair := next(chosen):
                drawn.append(self._text(*pair, x, y, on))
                y += self._height(*pair)
        return drawn, y

    def _text(self, prose: Paragraph, fitted: Fitted, x: int, y: float, on: str) -> Text:
        colors = self.setting.colors
        plain = colors[prose.style.color]
        lines = prose.lines(fitted, y, self.setting.cap_height, (plain, colors[prose.style.strong or prose.style.color]))
        return Text(
            role=prose.role,
            x=x,
            y=round(y),
            width=round(max(line.width for line in lines)),
            height=round(self._height(prose, fitted)),
            size=fitted.size,
            tracking=prose.style.tracking,
            language=prose.language,
            on=on,
            contrast=prose.style.contrast,
            lines=lines,
        )

    def _surface(self, ground: Ground, box: tuple[int, int, int, int], on: str) -> tuple[list[Operation], str]:
        """The filled rectangle of a panel or area, and the colour that lies under its content."""
        if not ground.fill:
            return [], on
        fill, drawn = self.setting.colors[ground.fill], list[Operation]()
        x, y, width, height = box
        radius = ground.radius
        if ground.line:
            line = self.setting.colors[ground.line]
            drawn.append(Box(x=x, y=y, width=width, height=height, radius=radius, color=line, on=on))
            x, y, width, height = x + _HAIRLINE, y + _HAIRLINE, width - 2 * _HAIRLINE, height - 2 * _HAIRLINE
            radius, on = max(0, radius - _HAIRLINE), line
        drawn.append(Box(x=x, y=y, width=width, height=height, radius=radius, color=fill, on=on))
        return drawn, fill

    def _row(self, row: RowSlot, x: int, y: int, width: int, on: str) -> list[Operation]:
        """Items at the largest sizes at which all fit; else without those at the end, else drawings alone."""
        steps = max((len(item.sizes) for item in (*row.start, *row.end)), default=1)
        start, end = self._present(row.start), self._present(row.end)
        for kept in ((start, end), (start, []), ([pair for pair in start if pair[0].icon], [])):
            for step in range(steps):
                widths = [[_item_width(item, prose, step) for item, prose in side] for side in kept]
                used = sum(map(sum, widths)) + row.space * (sum(map(len, kept)) - 1)
                if used <= width:
                    shown = [prose for side in kept for _, prose in side]
                    self.left_out += [p.role for _, p in (*start, *end) if p and p not in shown]
                    left = self._items(kept[0], widths[0], step, row, x, y, on)
                    right_edge = sum(widths[1]) + row.space * max(0, len(widths[1]) - 1)
                    return [*left, *self._items(kept[1], widths[1], step, row, x + width - round(right_edge), y, on)]
        return []

    def _present(self, items: Sequence[Item]) -> list[tuple[Item, Paragraph | None]]:
        pairs = [(item, None if item.icon else self._paragraph(item.text or item.phrase or "", item.style or "")) for item in items]
        return [(item, prose) for item, prose in pairs if item.icon or prose]

    def _items(
        self,
        items: Sequence[tuple[Item, Paragraph | None]],
        widths: Sequence[float],
        step: int,
        row: RowSlot,
        x: float,
        y: int,
        on: str,
    ) -> Iterator[Operation]:
        for (item, prose), width in zip(items, widths, strict=True):
            middle = y + row.height / 2
            if prose is None:
                yield from self._icon(item, round(x), round(middle - item.size / 2), on)
            else:
                yield from self._label(item, prose, step, x, middle, on)
            x += width + row.space

    def _label(self, item: Item, prose: Paragraph, step: int, x: float, middle: float, on: str) -> Iterator[Operation]:
        """One line of text, on its chip if it has one, centred on `middle` by its capitals."""
        size = item.sizes[min(step, len(item.sizes) - 1)]
        if item.fill:
            width = round(_item_width(item, prose, step))
            fill = self.setting.colors[item.fill]
            top = round(middle - item.height / 2)
            yield Box(x=round(x), y=top, width=width, height=item.height, radius=item.height // 2, color=fill, on=on)
            on = fill
        fitted = next(prose.fit(float("inf"), (size,), 1))
        yield self._text(prose, fitted, round(x) + item.padding, middle - self.setting.cap_height * size / 2, on)

    def _icon(self, item: Item, x: int, y: int, on: str) -> Iterator[Operation]:
        """The mark: a bubble with a check. The check: a disc with one."""
        color, size = self.setting.colors[item.color], item.size
        if item.icon == "mark":
            yield Bubble(x=x, y=y, size=size, color=color, on=on)
            yield Tick(x=x, y=y - round(size * 0.02), size=size, color=on, on=color)
        else:
            yield Box(x=x, y=y, width=size, height=size, radius=size // 2, color=color, on=on)
            yield Tick(x=x, y=y + round(size * 0.07), size=size, color=on, on=color)

    def _ornament(self, text: str, x: int, baseline: int, size: int, color: str, on: str) -> Text:
        piece = Piece(text=text, weight="heavy", color=self.setting.colors[color], x=0.0)
        width = self.setting.ruler.width(text, "heavy") * size
        line = Line(text=text, baseline=baseline, width=width, pieces=(piece,))
        height = round(size * self.setting.cap_height)
        return Text(
            role="ornament",
            x=x,
            y=baseline - height,
            width=round(width),
            height=height,
            size=size,
            tracking=0.0,
            language=self.setting.language.tag,
            on=on,
            contrast=1.0,
            lines=(line,),
        )


def _item_width(item: Item, prose: Paragraph | None, step: int) -> float:
    if prose is None:
        return item.size
    return prose.width() * item.sizes[min(step, len(item.sizes) - 1)] + 2 * item.padding


def _texts(stack: Sequence[Slot], width: int) -> Iterator[tuple[TextSlot, int]]:
    """Text slots in order, each with the width it has."""
    for slot in stack:
        if isinstance(slot, TextSlot):
            yield slot, width
        elif isinstance(slot, PanelSlot):
            yield from _texts(slot.stack, width - 2 * slot.padding[0])


def _fixed(stack: Sequence[Slot]) -> int:
    """Height that is there whatever the texts are."""
    total = 0
    for slot in stack:
        if isinstance(slot, GapSlot):
            total += slot.least
        elif isinstance(slot, RowSlot):
            total += slot.height
        elif isinstance(slot, PanelSlot):
            total += 2 * slot.padding[1] + _fixed(slot.stack)
    return total


def _grow(stack: Sequence[Slot]) -> float:
    return sum(
        slot.grow if isinstance(slot, GapSlot) else _grow(slot.stack) if isinstance(slot, PanelSlot) else 0.0 for slot in stack
    )
