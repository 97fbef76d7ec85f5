"""What a card looks like apart from its words: language, colours, typeface and logo."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.cards.logo import Logo
from generator.cards.tokens import Tokens
from generator.cards.typeface import Typeface, bundled
from generator.language import Language

_WORDMARK = 1.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One look of a brand in one language."""

    language: Language
    tokens: Tokens
    scheme: str = "light"
    typeface: Typeface = field(default_factory=bundled)
    """The brand's own fonts before the bundled ones and those of the project."""
    logo: Logo | None = None
    """For light grounds; None for the built-in mark."""
    logo_dark: Logo | None = None
    """For dark grounds; without it the other one lies on a light plate there."""
    with_brand: bool = True
    """False for networks that take no pictures with a mark, a name or an address on them."""

    @property
    def has_wordmark(self) -> bool:
        """Whether the logo is so wide that it must spell the brand's name, which is not written beside it then."""
        return self.logo is not None and self.logo.width > _WORDMARK * self.logo.height
