"""Kinds of cards made whole, with the styles they share and the parts they name, and then plain values.

Apart from the package's other names, since only this module needs the schema, which takes long to load.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.cards import template
from generator.cards.template import Canvas, Kind
from generator.content.schema.cards import (
    BesideSlot,
    CanvasFile,
    CardFile,
    CardLayout,
    DesignFile,
    PanelSlot,
    PartSlot,
    Slot,
)

_CALLED = {CanvasFile: "Canvas"}
"""Classes of the schema that are not called as ours are."""


def whole(kinds: Mapping[str, CardFile], design: DesignFile) -> dict[str, Kind]:
    """Every kind with all styles, and its parts' slots in place of their names. An unknown part stays as it is."""
    return {name: _whole(kind, design) for name, kind in kinds.items()}


def canvas(file: CanvasFile) -> Canvas:
    """A canvas without what validated it."""
    made: Canvas = plain(file)
    return made


def _whole(kind: CardFile, design: DesignFile) -> Kind:
    layouts = {name: _expanded(layout, design) for name, layout in kind.layouts.items()}
    made = CardFile(needs=kind.needs, drops=kind.drops, styles={**design.styles, **kind.styles}, layouts=layouts)
    return Kind(
        needs=made.needs,
        drops=made.drops,
        styles=plain(made.styles),
        layouts=plain(made.layouts),
        names=made.names,
        roles=made.roles,
    )


def plain(written: Any) -> Any:  # noqa: ANN401 - any value of the schema, and the same as one of ours
    """A value of the schema as one of `template`, with all values in it."""
    if isinstance(written, tuple):
        return tuple(map(plain, written))
    if isinstance(written, dict):
        return {key: plain(value) for key, value in written.items()}
    kind = type(written)
    ours = getattr(template, _CALLED.get(kind, kind.__name__), None)
    if ours is None:
        return written
    return ours(**{field.name: plain(getattr(written, field.name)) for field in dataclasses.fields(ours)})


def _expanded(layout: CardLayout, design: DesignFile) -> CardLayout:
    areas = (area.model_copy(update={"stack": tuple(_slots(area.stack, design))}) for area in layout.areas)
    return layout.model_copy(update={"areas": tuple(areas)})


def _slots(stack: Iterable[Slot], design: DesignFile) -> Iterator[Slot]:
    for slot in stack:
        if isinstance(slot, PartSlot) and slot.name in design.parts:
            yield from _part(slot, design)
        elif isinstance(slot, (PanelSlot, BesideSlot)):
            yield slot.model_copy(update={"stack": tuple(_slots(slot.stack, design))})
        else:
            yield slot


def _part(slot: PartSlot, design: DesignFile) -> Iterator[Slot]:
    """Its slots; distance and growth are those of the place, for the first of them. Parts have no parts.

    What the place depends on, all of its slots depend on, but for those that depend on something of their own.
    """
    first, *rest = (
        part.model_copy(update={"when": part.when or slot.when, "unless": part.unless or slot.unless})
        for part in design.parts[slot.name]
    )
    yield first.model_copy(update={"above": slot.above or first.above, "grow": slot.grow or first.grow})
    yield from rest
