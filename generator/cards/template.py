"""A card's template and canvas as plain values: what schema/cards.py validated, without the library that does it.

Drawing needs nothing else, so a process that only draws starts in a third of the time. What each field means stands
in the schema; a test says that both have the same fields.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Says: TypeAlias = Literal["nothing", "label", "lead", "words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a text is set; lengths in em."""

    weight: str
    color: str
    strong: str | None = None
    tracking: float = 0
    leading: float = 1.2
    capitals: bool = False
    breaking: str = "none"
    align: str = "start"
    contrast: float = 4.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A part of a row."""

    text: str | None = None
    phrase: str | None = None
    style: str | None = None
    scale: str | None = None
    says: Says | None = None
    icon: str | None = None
    code: bool = False
    size: str | None = None
    disc: bool = False
    color: str = "brand"
    fill: str | None = None
    padding: str | None = None
    height: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InStack:
    """What every slot of a stack has."""

    above: str | None = None
    grow: float = 0
    when: str | None = None
    unless: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RowSlot(InStack):
    """Items side by side."""

    height: str
    space: str
    start: tuple[Item, ...] = ()
    end: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSlot(InStack):
    """A text at the best size of its scale."""

    text: str | None = None
    phrase: str | None = None
    style: str
    scale: str
    says: Says | None = None
    short: str | None = None
    lines: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelSlot(InStack):
    """A surface as high as what lies on it."""

    fill: str | None = None
    line: str | None = None
    bar: str | None = None
    shadow: str | None = None
    radius: str | None = None
    padding: tuple[str, str] | None = None
    stack: tuple[Slot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideSlot(InStack):
    """An item and, behind it, a stack."""

    start: Item
    space: str
    stack: tuple[Slot, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemsSlot(InStack):
    """The words' items below each other."""

    fill: str | None = None
    line: str | None = None
    bar: str | None = None
    shadow: str | None = None
    radius: str | None = None
    padding: tuple[str, str] | None = None
    style: str
    scale: str
    lines: int = 2
    between: str
    rule: str | None = None
    marker: str | None = None
    size: str | None = None
    color: str = "accent"
    label: str | None = None
    space: str = "small"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressSlot(InStack):
    """A bar for each slide."""

    height: str
    space: str
    color: str
    fill: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineSlot(InStack):
    """A hairline from margin to margin."""

    color: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartSlot(InStack):
    """A part that design.yml does not have: all others have been put in their places."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpaceSlot(InStack):
    """Nothing."""


Slot: TypeAlias = (
    RowSlot | TextSlot | PanelSlot | BesideSlot | ItemsSlot | ProgressSlot | LineSlot | PartSlot | SpaceSlot
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A surface across some of the canvas's columns."""

    when: str | None = None
    unless: str | None = None
    columns: tuple[int, int] = (1, 12)
    bleed: bool = False
    fill: str | None = None
    line: str | None = None
    bar: str | None = None
    shadow: str | None = None
    radius: str | None = None
    padding: tuple[str, str] | None = None
    stack: tuple[Slot, ...]


Said: TypeAlias = Item | TextSlot
"""What has words."""
Ground: TypeAlias = Area | PanelSlot | ItemsSlot
"""What may lie on a filled surface."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ornament:
    """One large character behind everything."""

    character: str
    scale: str
    color: str
    right: float = 0
    bottom: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CardLayout:
    """A kind of card on canvases of one shape, or on a single one."""

    paper: str = "paper"
    paper_end: str | None = None
    ornaments: tuple[Ornament, ...] = ()
    areas: tuple[Area, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of card, made whole by `design.whole`."""

    needs: tuple[str, ...]
    drops: tuple[str, ...] = ()
    styles: Mapping[str, Style]
    layouts: Mapping[str, CardLayout]
    names: Mapping[str, frozenset[str]] = field(repr=False)
    """What it names anywhere: `colour`, `phrase`, `gap` …"""
    roles: frozenset[str] = field(repr=False)
    """The roles it draws or asks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Distances from the edges of a canvas."""

    top: int
    right: int
    bottom: int
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Canvas:
    """One size of cards."""

    name: str
    title: str
    width: int
    height: int
    shape: Literal["tall", "wide"]
    safe: Sides
    margins: Sides
    bleed: int = 24
    gutter: int = 32
    scales: Mapping[str, tuple[int, ...]]
    gaps: Mapping[str, int]
    radii: Mapping[str, int]
    sizes: Mapping[str, int]
