"""`data/canvases/<name>.yml` and `data/tokens.yml`: the sizes of cards, with their type and grid, and the colours."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from generator.content.schema.base import Id, Text, Written

Color = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]
Token = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]{0,39}$")]
Shade = Annotated[
    str, StringConstraints(pattern=r"^(#[0-9A-Fa-f]{6}|[a-z][a-z_.]{0,39}( [0-9]{1,2}% [a-z][a-z_.]{0,39})?)$")
]
"""A colour, another token, or so much of the way from one to another: `brand 15% ink`; `light.deep` is light's."""
Pixels = Annotated[int, Field(ge=0, le=4096)]
Grid = Annotated[int, Field(ge=0, le=1024, multiple_of=8)]
"""A distance on the grid of 8 px."""
FontSize = Annotated[int, Field(ge=26, le=1024)]
"""No text on a card is smaller: 26 px of 1080 are 9 px on a phone."""
Scale = Annotated[tuple[FontSize, ...], Field(min_length=1)]
"""Sizes of type in pixels, best (largest) first."""


class TokensFile(Written):
    """The product's own colours; a brand overrides single ones in faq.yml."""

    light: dict[Token, Shade]
    dark: dict[Token, Shade]

    @model_validator(mode="after")
    def _same_names(self) -> Self:
        if odd := sorted(self.light.keys() ^ self.dark.keys()):
            msg = f"has {', '.join(odd)} in one scheme only"
            raise ValueError(msg)
        return self


class Sides(Written):
    """Distances from the edges of a canvas."""

    top: Pixels
    right: Pixels
    bottom: Pixels
    left: Pixels


class CanvasFile(Written):
    """One size of cards."""

    name: Id
    title: Text
    """What people call it: `Story 9:16`."""
    width: Annotated[int, Field(ge=200, le=4096)]
    height: Annotated[int, Field(ge=200, le=4096)]
    shape: Literal["tall", "wide"]
    safe: Sides
    """What networks crop or cover, where nothing essential may stand."""
    margins: Sides
    """Where content stands, inside what is safe."""
    bleed: Pixels = 24
    """How near to the edge a surface comes that reaches beyond the margins."""
    gutter: Grid = 32
    """Between two of twelve columns."""
    scales: dict[Id, Scale]
    gaps: dict[Id, Grid]
    radii: dict[Id, Grid]
    sizes: dict[Id, Grid]
    """Of the mark, chips, discs and the like."""

    @model_validator(mode="after")
    def _margins_are_safe(self) -> Self:
        for side in ("top", "right", "bottom", "left"):
            if getattr(self.margins, side) < getattr(self.safe, side):
                msg = f"the {side} margin is smaller than what is safe there"
                raise ValueError(msg)
        return self
