"""What site, desk and cards share of a brand, and its reading from a project's folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator import cards
from generator.brand import contrast, logos, typefaces
from generator.brand.logos import Logo
from generator.brand.typefaces import Typeface
from generator.content.data import PACKAGE, read_one
from generator.content.library import Library
from generator.content.organisation import Branding
from generator.content.schema.cards import TokensFile
from generator.content.schema.contrast import ContrastFile, PairSettings
from generator.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """Colours, logo and typeface, read and proven."""

    tokens: cards.Tokens
    logo: Logo | None = None
    typeface: Typeface = field(default_factory=Typeface)

    def card_logo(self, scheme: str) -> cards.Logo | None:
        """The logo that cards show on the grounds of a scheme; None where the brand has none for it."""
        return self.logo.drawn.get(scheme) if self.logo else None


def read(root: Path, library: Library) -> tuple[Brand, list[Problem]]:
    """The brand of faq.yml over the product's own; what cannot be used is left out and reported."""
    branding = library.settings.branding
    defaults, pairs = _defaults()
    tokens, problems = tokens_of(branding, defaults, pairs.pairs)
    logo, more = logos.read(root, branding)
    problems += more
    typeface, more = typefaces.read(root, branding, library.languages.values())
    return Brand(tokens=tokens, logo=logo, typeface=typeface), problems + more


def _defaults() -> tuple[TokensFile, ContrastFile]:
    colors, _ = read_one(TokensFile, PACKAGE / "tokens.yml")
    pairs, _ = read_one(ContrastFile, PACKAGE / "contrast.yml")
    if colors is None or pairs is None:
        raise RuntimeError("the package's own tokens.yml or contrast.yml is broken")
    return colors, pairs


def tokens_of(
    branding: Branding, defaults: TokensFile, pairs: Sequence[PairSettings]
) -> tuple[cards.Tokens, list[Problem]]:
    """The brand's colours over the product's own, and those that are too close to each other (AA130, AA404)."""
    tokens, problems = cards.tokens(defaults, branding.colors, places=branding.places)
    own = {"light": defaults.light, "dark": defaults.dark}
    derived = {
        scheme: [name for name, color in colors.items() if color[0] != "#" and (scheme, name) not in tokens.places]
        for scheme, colors in own.items()
    }
    settled = contrast.settle(tokens, derived, pairs)
    return settled, problems + contrast.check(settled, pairs)
