"""`data/contrast.yml`: which colours of the tokens meet, and how far apart they must be."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.content.schema.base import Text, Written
from generator.content.schema.cards import Token


class PairSettings(Written):
    """A colour and the grounds it is seen on; which of the two is text does not matter."""

    color: Token
    grounds: Annotated[tuple[Token, ...], Field(min_length=1)]
    least: Annotated[float, Field(ge=3, le=21)]
    """The least ratio, of WCAG 2.2: 4.5 for text, 3 for what is no text, 7 for the enhanced level."""
    where: Text


class ContrastFile(Written):
    """All of them."""

    pairs: tuple[PairSettings, ...]
