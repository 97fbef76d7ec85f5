"""Kinds of cards made whole: with the styles they share and the parts they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.content.schema.cards import (
    BesideSlot,
    CardFile,
    CardLayout,
    DesignFile,
    PanelSlot,
    PartSlot,
    Slot,
)


def whole(kinds: Mapping[str, CardFile], design: DesignFile) -> dict[str, CardFile]:
    """Every kind with all styles, and its parts' slots in place of their names. An unknown part stays as it is."""
    return {name: _whole(kind, design) for name, kind in kinds.items()}


def _whole(kind: CardFile, design: DesignFile) -> CardFile:
    layouts = {name: _expanded(layout, design) for name, layout in kind.layouts.items()}
    return CardFile(needs=kind.needs, drops=kind.drops, styles={**design.styles, **kind.styles}, layouts=layouts)


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
    """Its slots; distance and growth are those of the place, for the first of them. Parts have no parts."""
    first, *rest = design.parts[slot.name]
    yield first.model_copy(update={"above": slot.above or first.above, "grow": slot.grow or first.grow})
    yield from rest
