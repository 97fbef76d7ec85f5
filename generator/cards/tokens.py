"""The colours of one brand: the product's own, with what faq.yml overrides."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from types import MappingProxyType
from typing import Protocol

from generator.cards import color as colors
from generator.problems import Place, Problem

FAQ_FILE = Place("faq/faq.yml")
_HEX = re.compile(r"#[0-9A-Fa-f]{6}")


class Schemes(Protocol):
    """The product's own colours, as their file has them."""

    @property
    def light(self) -> Mapping[str, str]:
        """Token -> colour, another token, or the way between two."""

    @property
    def dark(self) -> Mapping[str, str]:
        """The same tokens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Scheme (light, dark) -> token -> `#RRGGBB`, and where a brand changes them."""

    schemes: Mapping[str, Mapping[str, str]]
    place: Place = FAQ_FILE
    places: Mapping[tuple[str, str], Place] = field(default_factory=dict, repr=False, compare=False)
    """(Scheme, token) -> where a brand writes it; what is missing is the product's own."""

    def scheme(self, name: str) -> Mapping[str, str]:
        """The colours of one scheme. Raises KeyError for an unknown one."""
        return self.schemes[name]

    def place_of(self, scheme: str, name: str) -> Place:
        """Where a colour is written, or could be."""
        return self.places.get((scheme, name), self.place)


def tokens(
    defaults: Schemes,
    brand_overrides: Mapping[str, Mapping[str, str]],
    place: Place = FAQ_FILE,
    places: Mapping[tuple[str, str], Place] = MappingProxyType({}),
) -> tuple[Tokens, list[Problem]]:
    """The brand's colours; an override of no such scheme or token, or that is no colour, is AA404 and left out."""
    schemes = {"light": dict(defaults.light), "dark": dict(defaults.dark)}
    problems = []
    for scheme, overrides in brand_overrides.items():
        for name, color in overrides.items():
            if fault := _fault(schemes, scheme, name, color):
                problems.append(Problem(places.get((scheme, name), place), "AA404", *fault))
            else:
                schemes[scheme][name] = color.upper()
    known = {f"{scheme}.{token}": shade for scheme, shades in schemes.items() for token, shade in shades.items()}
    resolved = {
        scheme: {token: _resolved(known, token, scheme) for token in shades} for scheme, shades in schemes.items()
    }
    return Tokens(schemes=resolved, place=place, places=dict(places)), problems


def _resolved(known: Mapping[str, str], token: str, scheme: str, depth: int = 0) -> str:
    """Its colour, where it may be another token's or lie between two. Raises ValueError where they go in circles."""
    named = token if "." in token else f"{scheme}.{token}"
    shade, scheme = known[named], named.partition(".")[0]
    if shade.startswith("#"):
        return shade.upper()
    if depth > len(known):
        raise ValueError(f"the colour '{token}' is made of itself")
    start, _, way = shade.partition(" ")
    found = _resolved(known, start, scheme, depth + 1)
    if not way:
        return found
    share, _, end = way.partition("% ")
    mixed = colors.mix(colors.rgb(found), colors.rgb(_resolved(known, end, scheme, depth + 1)), int(share) / 100)
    return "#{:02X}{:02X}{:02X}".format(*mixed)


def _fault(schemes: Mapping[str, Mapping[str, str]], scheme: str, name: str, color: str) -> tuple[str, str] | None:
    """Message and hint."""
    if scheme not in schemes:
        return f"colours for an unknown scheme '{scheme}'", f"the schemes are {' and '.join(schemes)}"
    if name not in schemes[scheme]:
        near = get_close_matches(name, schemes[scheme], 1)
        hint = f"did you mean '{near[0]}'?" if near else f"the colours are {', '.join(schemes[scheme])}"
        return f"'{name}' is no colour of the {scheme} scheme", hint
    if not _HEX.fullmatch(color):
        return f"{scheme} {name}: '{color[:40]}' is not a colour", 'write six hexadecimal digits: "#1E5B3C"'
    return None
