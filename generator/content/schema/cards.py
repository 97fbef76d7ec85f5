"""`data/design.yml` and `data/cards/<kind>.yml`: how a card is built out of named styles, lengths and colours."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from generator.content.schema.base import Id, Written
from generator.content.schema.canvases import CanvasFile, Color, Shade, Token, TokensFile

__all__ = ["CanvasFile", "CardFile", "Color", "DesignFile", "Shade", "Token", "TokensFile"]

Weight = Literal["medium", "bold", "heavy"]
Role = Literal[
    "brand",
    "topic",
    "address",
    "label",
    "question",
    "answer",
    "text",
    "title",
    "number",
    "myth",
    "fact",
    "why",
    "figure",
    "unit",
    "dates",
    "changed",
    "contact",
]
Need = Role | Literal["items", "code"]
Breaking = Literal["balanced", "ragged", "address", "none"]
Says = Literal["nothing", "label", "lead", "words"]
"""What a text is when the card is read out: not read, a label, the beginning of a sentence, or a sentence."""


class Style(Written):
    """How a text is set; lengths in em."""

    weight: Weight
    color: Token
    strong: Token | None = None
    """The colour of highlights, which are set heavy."""
    tracking: Annotated[float, Field(ge=-0.1, le=0.5)] = 0
    """A language's `typography: tracking` multiplies it."""
    leading: Annotated[float, Field(ge=1, le=2.5)] = 1.2
    """Baseline to baseline; a language's `typography: leading` multiplies it."""
    capitals: bool = False
    """Unless the language says `typography: capitals: no`."""
    breaking: Breaking = "none"
    align: Literal["start", "center"] = "start"
    contrast: Annotated[float, Field(ge=4.5, le=21)] = 4.5
    """The least ratio of the text to its ground (WCAG 1.4.3 and 1.4.6)."""


class Said(Written):
    """What a slot says: a role's words, a phrase of the language, or the phrase where the role has no words."""

    text: Role | None = None
    phrase: Id | None = None
    style: Id | None = None
    scale: Id | None = None
    says: Says | None = None
    """Of its own accord a phrase says nothing, nor do brand, topic and address; all else is words."""


class Item(Said):
    """A part of a row: the brand's mark, an icon that may lie on a disc, a text that may lie on a chip, a QR code."""

    icon: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_-]{0,39}$")] | None = None
    """`mark` is the brand's logo, or the built-in mark."""
    code: bool = False
    size: Id | None = None
    """Of an icon or code."""
    disc: bool = False
    color: Token = "brand"
    fill: Token | None = None
    padding: Id | None = None
    height: Id | None = None

    @model_validator(mode="after")
    def _one_content(self) -> Self:
        kinds = [bool(self.icon), bool(self.code), bool(self.text or self.phrase)]
        if kinds.count(True) != 1:
            msg = "needs one of icon, code, text or phrase"
            raise ValueError(msg)
        if kinds[2] and not (self.style and self.scale):
            msg = "needs a style and a scale"
            raise ValueError(msg)
        return self


class InStack(Written):
    """What every slot of a stack has; one that has nothing to show is left out with the distance above it."""

    above: Id | None = None
    """The least distance to the slot above."""
    grow: Annotated[float, Field(ge=0)] = 0
    """Its share, above the slot, of the height that nothing needs."""
    when: Need | None = None
    unless: Need | None = None


class RowSlot(InStack):
    """Items side by side, centred on one height; `end` stands at the far margin and gives way first."""

    slot: Literal["row"]
    height: Id
    space: Id
    start: tuple[Item, ...] = ()
    end: tuple[Item, ...] = ()


class TextSlot(InStack, Said):
    """A text that takes what height it needs, at the best size of its scale that fits."""

    slot: Literal["text"]
    style: Id
    scale: Id
    short: Id | None = None
    """A scale of larger sizes, for a text of one or two lines."""
    lines: Annotated[int, Field(ge=1, le=20)] = 1

    @model_validator(mode="after")
    def _some_content(self) -> Self:
        if not (self.text or self.phrase):
            msg = "needs text or phrase"
            raise ValueError(msg)
        return self


class Ground(Written):
    """A filled surface with a stack of slots on it."""

    fill: Token | None = None
    line: Token | None = None
    """A hairline around the surface."""
    bar: Token | None = None
    """A thick line along the side where reading begins."""
    shadow: Token | None = None
    radius: Id | None = None
    padding: tuple[Id, Id] | None = None
    """Horizontal, vertical."""


class PanelSlot(InStack, Ground):
    """A surface as high as what lies on it."""

    slot: Literal["panel"]
    stack: tuple[Slot, ...]


class BesideSlot(InStack):
    """An item and, behind it, a stack, centred on each other."""

    slot: Literal["beside"]
    start: Item
    space: Id
    stack: tuple[Slot, ...] = ()


class ItemsSlot(InStack, Ground):
    """The words' items below each other, all of one size; the surface is that of a single item."""

    slot: Literal["items"]
    style: Id
    scale: Id
    lines: Annotated[int, Field(ge=1, le=6)] = 2
    between: Id
    """The distance of items."""
    rule: Token | None = None
    """The colour of a hairline in the middle of that distance."""
    marker: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_-]{0,39}$")] | None = None
    """What stands on a disc before each: an icon, or `label` for the item's own; without one labels are a column."""
    size: Id | None = None
    color: Token = "accent"
    label: Id | None = None
    """The style of labels."""
    space: Id = "small"


class ProgressSlot(InStack):
    """As many bars as the number of a slide says (`2/5`), those up to it filled."""

    slot: Literal["progress"]
    height: Id
    space: Id
    color: Token
    fill: Token


class LineSlot(InStack):
    """A hairline from margin to margin."""

    slot: Literal["line"]
    color: Token


class PartSlot(InStack):
    """The slots of a part of design.yml; its own distance counts above the first of them."""

    slot: Literal["part"]
    name: Id


class SpaceSlot(InStack):
    """Nothing: for the distance above it at the end of a stack."""

    slot: Literal["space"]


Slot = Annotated[
    RowSlot | TextSlot | PanelSlot | BesideSlot | ItemsSlot | ProgressSlot | LineSlot | PartSlot | SpaceSlot,
    Field(discriminator="slot"),
]


class Area(Ground):
    """A surface across some of the canvas's columns; what its slots do not need grows between them."""

    when: Need | None = None
    unless: Need | None = None
    columns: tuple[Annotated[int, Field(ge=1, le=12)], Annotated[int, Field(ge=1, le=12)]] = (1, 12)
    bleed: bool = False
    """Reaches beyond the margins, to the canvas's `bleed`, where it touches them."""
    stack: tuple[Slot, ...]

    @model_validator(mode="after")
    def _columns_in_order(self) -> Self:
        if self.columns[0] > self.columns[1]:
            msg = "has its last column before the first"
            raise ValueError(msg)
        return self


class Ornament(Written):
    """One large character behind everything, hanging over the far lower corner; carries no meaning."""

    character: Annotated[str, StringConstraints(min_length=1, max_length=1)]
    scale: Id
    color: Token
    right: float = 0
    bottom: float = 0
    """From the canvas's edges, in em."""


class CardLayout(Written):
    """A kind of card on canvases of one shape, or on a single one."""

    paper: Token = "paper"
    paper_end: Token | None = None
    """Where the ground is a gradient, the colour at its lower edge; texts are checked against both."""
    ornaments: tuple[Ornament, ...] = ()
    areas: Annotated[tuple[Area, ...], Field(min_length=1)]


class DesignFile(Written):
    """What kinds of cards share."""

    styles: dict[Id, Style]
    parts: dict[Id, tuple[Slot, ...]] = {}


_NAMES = {
    "colour": ("color", "strong", "fill", "line", "bar", "shadow", "rule", "paper", "paper_end"),
    "phrase": ("phrase",),
    "style": ("style", "label"),
    "scale": ("scale", "short"),
    "gap": ("above", "space", "between", "padding"),
    "size": ("size", "height"),
    "radius": ("radius",),
    "part": ("name",),
    "icon": ("icon", "marker"),
}
"""What a template names -> the keys it names it with."""


class CardFile(Written):
    """A kind of card."""

    needs: Annotated[tuple[Need, ...], Field(min_length=1)]
    """What it cannot do without."""
    drops: tuple[Need, ...] = ()
    """What is left out, in this order, where there is no room."""
    styles: dict[Id, Style] = {}
    """Of its own, beside those of design.yml or in their place."""
    layouts: Annotated[dict[Id, CardLayout], Field(min_length=1)]
    """`tall`, `wide`, or the name of one canvas."""

    @cached_property
    def names(self) -> dict[str, frozenset[str]]:
        """The colours, phrases, styles, scales, lengths, parts and icons it names anywhere."""
        return {what: frozenset[str]().union(*map(self._named, keys)) for what, keys in _NAMES.items()}

    @property
    def phrases(self) -> frozenset[str]:
        """The phrases it names anywhere."""
        return self.names["phrase"]

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles it draws or asks for."""
        return self._named("text") | self._named("when") | self._named("unless")

    def _named(self, key: str) -> frozenset[str]:
        return frozenset(value for value in _values(self, key) if isinstance(value, str))


def _values(written: Written, key: str) -> Iterator[object]:
    """The values of one key in a model and all models below it, as far as the key was written."""
    for name in written.model_fields_set:
        value = getattr(written, name)
        if name == key:
            yield from value if isinstance(value, tuple) else (value,)
        for part in value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,):
            if isinstance(part, Written):
                yield from _values(part, key)
