"""What a card looks like apart from its words: language, colours, typeface and logo."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.cards.tokens import Tokens
from generator.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """A brand's logo, which takes the place of the built-in mark."""

    width: int
    height: int
    """Of its own; on cards it is scaled."""
    digest: str
    """Of `data`, which is too long to be shown and compared."""
    data: bytes = field(repr=False, compare=False)

    @property
    def is_wordmark(self) -> bool:
        """Whether it is so wide that it must spell the brand's name, which is not written beside it then."""
        return self.width > 1.8 * self.height


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One look of a brand in one language."""

    language: Language
    tokens: Tokens
    scheme: str = "light"
    typeface: str = ""
    """The brand's own; empty for the bundled one."""
    logo: Logo | None = None
    with_brand: bool = True
    """False for networks that take no pictures with a mark, a name or an address on them."""
