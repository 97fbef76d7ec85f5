"""`data/cards/<kind>.yml` and `data/tokens.yml`: how a card is built and in which colours."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from generator.content.schema.base import Id, Written

Color = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]
Token = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]{0,39}$")]
Pixels = Annotated[int, Field(ge=0, le=4096)]
FontSize = Annotated[int, Field(ge=16, le=1024)]
Sizes = Annotated[tuple[FontSize, ...], Field(min_length=1)]
"""A type scale in pixels, best (largest) first."""
Weight = Literal["medium", "bold", "heavy"]
Words = Literal["question", "answer", "topic", "address", "brand"]
Breaking = Literal["balanced", "ragged", "address", "none"]


class TokensFile(Written):
    """The product's own colours; a brand overrides single ones in faq.yml."""

    light: dict[Token, Color]
    dark: dict[Token, Color]

    @model_validator(mode="after")
    def _same_names(self) -> Self:
        if odd := sorted(self.light.keys() ^ self.dark.keys()):
            msg = f"has {', '.join(odd)} in one scheme only"
            raise ValueError(msg)
        return self


class Style(Written):
    """How a text is set; lengths in em."""

    weight: Weight
    color: Token
    strong: Token | None = None
    """The colour of highlights, which are set heavy."""
    tracking: Annotated[float, Field(ge=-0.1, le=0.5)] = 0
    leading: Annotated[float, Field(ge=1, le=2.5)] = 1.2
    """Baseline to baseline; a language's `typography: leading` multiplies it."""
    capitals: bool = False
    breaking: Breaking = "none"
    contrast: Annotated[float, Field(ge=4.5, le=21)] = 4.5
    """The least ratio of the text to its ground (WCAG 1.4.3 and 1.4.6)."""


class Item(Written):
    """A part of a row: a drawing, or one line of text that may lie on a chip."""

    icon: Literal["mark", "check"] | None = None
    size: Pixels = 0
    color: Token = "brand"
    text: Words | None = None
    phrase: Id | None = None
    style: Id | None = None
    sizes: Sizes = (32,)
    fill: Token | None = None
    padding: Pixels = 0
    height: Pixels = 0

    @model_validator(mode="after")
    def _one_content(self) -> Self:
        if [self.icon, self.text, self.phrase].count(None) != 2:
            msg = "needs one of icon, text, phrase"
            raise ValueError(msg)
        return self


class RowSlot(Written):
    """Items side by side, centred on one height; `end` stands at the far margin and gives way first."""

    slot: Literal["row"]
    height: Pixels
    space: Pixels = 20
    start: tuple[Item, ...] = ()
    end: tuple[Item, ...] = ()


class TextSlot(Written):
    """A text that takes what height it needs, at the best size of its scale that fits."""

    slot: Literal["text"]
    text: Words | None = None
    phrase: Id | None = None
    style: Id
    sizes: Sizes
    short_sizes: tuple[FontSize, ...] = ()
    """Larger ones, for a text of one or two lines."""
    lines: Annotated[int, Field(ge=1, le=20)] = 1

    @model_validator(mode="after")
    def _one_content(self) -> Self:
        if [self.text, self.phrase].count(None) != 1:
            msg = "needs text or phrase"
            raise ValueError(msg)
        return self


class GapSlot(Written):
    """Empty height: at least so much, and a share of what is left over."""

    slot: Literal["gap"]
    least: Pixels
    grow: Annotated[float, Field(ge=0)] = 0


class Ground(Written):
    """A filled surface with a stack of slots on it."""

    fill: Token | None = None
    line: Token | None = None
    """A hairline around the surface."""
    radius: Pixels = 0
    padding: tuple[Pixels, Pixels] = (0, 0)
    """Horizontal, vertical."""


class PanelSlot(Ground):
    """A surface as high as what lies on it."""

    slot: Literal["panel"]
    stack: tuple[Slot, ...]


Slot = Annotated[RowSlot | TextSlot | GapSlot | PanelSlot, Field(discriminator="slot")]


class Area(Ground):
    """A surface of fixed place; its gaps share the height its slots leave."""

    when: Literal["answer", "alone"] | None = None
    """Only with an answer, or only where the question stands alone."""
    box: tuple[Pixels, Pixels, Pixels, Pixels]
    """Left, top, width, height."""
    stack: tuple[Slot, ...]


class Ornament(Written):
    """One large character behind everything; carries no meaning."""

    text: Annotated[str, StringConstraints(min_length=1, max_length=1)]
    size: Pixels
    color: Token
    x: int
    baseline: int


class CardSize(Written):
    """One canvas of a kind of card."""

    width: Annotated[int, Field(ge=200, le=4096)]
    height: Annotated[int, Field(ge=200, le=4096)]
    margin: tuple[Pixels, Pixels]
    """Horizontal, vertical: no text comes nearer to the edge."""
    paper: Token = "paper"
    ornaments: tuple[Ornament, ...] = ()
    areas: Annotated[tuple[Area, ...], Field(min_length=1)]


class CardFile(Written):
    """A kind of card in all its sizes."""

    styles: dict[Id, Style]
    sizes: Annotated[dict[Id, CardSize], Field(min_length=1)]

    @model_validator(mode="after")
    def _known_styles(self) -> Self:
        if unknown := sorted(self._named("style") - self.styles.keys()):
            msg = f"names styles it does not have: {', '.join(unknown)}"
            raise ValueError(msg)
        return self

    @cached_property
    def tokens(self) -> frozenset[str]:
        """The colours it names anywhere."""
        return (
            self._named("color")
            | self._named("strong")
            | self._named("fill")
            | self._named("line")
            | self._named("paper")
        )

    @cached_property
    def phrases(self) -> frozenset[str]:
        """The phrases it names anywhere."""
        return self._named("phrase")

    def _named(self, key: str) -> frozenset[str]:
        return frozenset(value for value in _values(self, key) if value)


def _values(written: Written, key: str) -> Iterator[str | None]:
    """The values of one key in a model and all models below it, as far as the key was written."""
    for name in written.model_fields_set:
        value = getattr(written, name)
        if name == key:
            yield value
        for part in value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else ():
            if isinstance(part, Written):
                yield from _values(part, key)
