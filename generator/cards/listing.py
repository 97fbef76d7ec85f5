"""The words' items below each other: ticked, numbered, lettered, or with their labels in a column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.cards import surfaces
from generator.cards.drawing import Operation
from generator.cards.paragraph import Fitted, Paragraph
from generator.cards.setting import Setting, Spot
from generator.cards.template import ItemsSlot
from generator.cards.words import Item

_LEAST = 26
"""Pixels of a number on its disc, at least."""
_LABEL_SHARE = 0.62
"""Of the width, at most, for labels in a column."""


@dataclass(frozen=True, slots=True)
class _Row:
    label: tuple[Paragraph, Fitted] | None
    text: tuple[Paragraph, Fitted]
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """All items at one size."""

    rows: tuple[_Row, ...]
    indent: int
    """From the row's edge to its text."""
    height: float
    cost: float


def scale(slot: ItemsSlot, width: int, setting: Setting) -> Iterator[Listed]:
    """The items at every size at which all of them fit the width."""
    sizes = setting.canvas.scales[slot.scale]
    across, down = map(setting.gap, slot.padding) if slot.padding else (0, 0)
    proses = [_proses(number, item, slot, setting) for number, item in enumerate(setting.items, 1)]
    for size in sizes:
        indent = _indent(slot, [label for label, _ in proses if label], size, setting)
        inner = width - 2 * across
        if not slot.marker and indent > inner * _LABEL_SHARE:
            continue
        found = [_row(pair, slot, inner - (indent if slot.marker or pair[0] else 0), size, setting) for pair in proses]
        kept = [row for row in found if row]
        if len(kept) == len(found):
            between = setting.gap(slot.between) * (len(kept) - 1)
            yield Listed(
                rows=tuple(kept),
                indent=indent,
                height=sum(row.height + 2 * down for row in kept) + between,
                cost=max(row.text[1].cost for row in kept),
            )


def _proses(number: int, item: Item, slot: ItemsSlot, setting: Setting) -> tuple[Paragraph | None, Paragraph]:
    label = item.label or (str(number) if slot.marker == "label" else "")
    return (
        setting.prose("item_label", label, slot.label) if label and slot.label else None,
        setting.prose("item", item.text, slot.style),
    )


def _indent(slot: ItemsSlot, labels: Sequence[Paragraph], size: int, setting: Setting) -> int:
    if slot.marker:
        return setting.size(slot.size) + setting.gap(slot.space)
    return round(max(label.width() for label in labels) * size) + setting.gap(slot.space) if labels else 0


def _row(
    pair: tuple[Paragraph | None, Paragraph], slot: ItemsSlot, width: int, size: int, setting: Setting
) -> _Row | None:
    prose_label, prose = pair
    best = setting.canvas.scales[slot.scale][0]
    text = next(prose.fit(width, (size,), slot.lines, best), None)
    if text is None:
        return None
    disc = setting.size(slot.size) if slot.marker else 0
    label = None
    if prose_label:
        smaller = max(_LEAST, round(disc / 2)) if slot.marker else size
        label = (prose_label, next(prose_label.fit(float("inf"), (smaller,), 1, smaller)))
    lowered = _lowered(slot, disc, size, setting)
    below = lowered if slot.rule else 0  # so that a rule is as far from the last line as from the next row's first
    return _Row(label, (prose, text), max(disc, lowered + setting.height(prose, text) + below))


def _lowered(slot: ItemsSlot, disc: int, size: int, setting: Setting) -> float:
    """How far below a disc's top a text begins whose first line stands in the disc's middle."""
    return 0 if slot.fill else max(0.0, (disc - setting.cap_height * size) / 2)


def draw(slot: ItemsSlot, listed: Listed, spot: Spot, setting: Setting) -> Iterator[Operation]:
    """The items from `spot` down."""
    across, down = map(setting.gap, slot.padding) if slot.padding else (0, 0)
    y = spot.y
    for number, row in enumerate(listed.rows):
        if number:
            between = setting.gap(slot.between)
            if slot.rule:
                color = setting.color(slot.rule, spot.ground)
                yield surfaces.rule(spot.x, round(y + between / 2), spot.width, color, spot.on)
            y += between
        height = row.height + 2 * down
        box = (spot.x, round(y), spot.width, round(y + height) - round(y))
        drawn, on, ground = surfaces.surface(slot, box, (spot.on, spot.ground), setting)
        yield from drawn
        inside = Spot(x=spot.x + across, y=y + down, width=spot.width - 2 * across, on=on, ground=ground)
        yield from _drawn(slot, row, listed.indent, inside, setting)
        y += height


def _drawn(slot: ItemsSlot, row: _Row, indent: int, spot: Spot, setting: Setting) -> Iterator[Operation]:
    prose, fitted = row.text
    height = setting.height(prose, fitted)
    disc = setting.size(slot.size) if slot.marker else 0
    top = spot.y + (row.height - height) / 2 if slot.fill else spot.y + _lowered(slot, disc, fitted.size, setting)
    if slot.marker:
        disc_top = spot.y + (row.height - disc) / 2 if slot.fill else spot.y
        color = setting.color(slot.color, spot.ground)
        place = (spot.x, round(disc_top), disc)
        if row.label:
            yield from surfaces.lettered(place, color, spot, row.label, setting)
        else:
            yield from surfaces.disc(slot.marker, place, color, spot.on)
    elif row.label:
        label_spot = Spot(x=spot.x, y=top, width=indent, on=spot.on, ground=spot.ground)
        yield setting.text(*row.label, label_spot, "label")
    shift = indent if slot.marker or row.label else 0
    rest = Spot(x=spot.x + shift, y=top, width=spot.width - shift, on=spot.on, ground=spot.ground)
    yield setting.text(prose, fitted, rest, align="end" if row.label and not slot.marker else "")
