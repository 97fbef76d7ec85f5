"""The brand's logo: a PNG or SVG that is safe to publish and good to see, in one or two variants."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator import cards
from generator.brand import files, svg
from generator.cards.logo import read as read_picture
from generator.content.organisation import BrandFile, Branding
from generator.problems import Problem, Severity

_MOST_BYTES = 300_000
_MOST_PIXELS = 4096
"""Of a side."""
_SHARP = 96
"""Pixels of height that cards show a logo with, about."""
_WIDEST, _NARROWEST = 8.0, 0.5
"""Width by height."""
_ALIKE = 0.03
_PNG = b"\x89PNG\r\n\x1a\n"
_SHAPE = "crop the empty margins, or name a variant of the logo that is less long"


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """Two PNG or SVG files, for light and for dark grounds; one twice where the brand has one only."""

    light: bytes = field(repr=False)
    dark: bytes = field(repr=False)
    aspect: float
    """Width by height; of both."""
    drawn: Mapping[str, cards.Logo] = field(default_factory=dict)
    """Scheme -> as cards take it; of those the brand names."""


def read(root: Path, branding: Branding) -> tuple[Logo | None, list[Problem]]:
    """The logo, or None and why (AA131), where faq.yml names one."""
    if branding.logo is None:
        return None, []
    light, problems = _one(root, branding.logo)
    dark, more = _one(root, branding.logo_dark) if branding.logo_dark else (light, [])
    problems += more
    if light is None or dark is None:
        return None, problems
    aspect, other = light.aspect, dark.aspect
    if branding.logo_dark and abs(aspect - other) > _ALIKE * aspect:
        hint = f"draw both {aspect:.2f} times as wide as high: one takes the other's place"
        return None, [*problems, files.fault(branding.logo_dark, "has another shape than 'logo'", hint)]
    drawn = {"light": light.drawn, **({"dark": dark.drawn} if branding.logo_dark else {})}
    return Logo(light=light.content, dark=dark.content, aspect=aspect, drawn=drawn), problems


@dataclass(frozen=True, slots=True)
class _File:
    content: bytes
    aspect: float
    drawn: cards.Logo


def _one(root: Path, file: BrandFile) -> tuple[_File | None, list[Problem]]:
    """A variant that is safe and has a good shape, and whose pixels can be drawn (or AA405)."""
    content, problems = files.read(root, file, ("docs",), _MOST_BYTES)
    if content is None:
        return None, problems
    try:
        width, height = _png(content) if content.startswith(_PNG) else _svg(file, content)
    except svg.UnfitError as unfit:
        message, hint = unfit.args
        return None, [files.fault(file, message, hint)]
    problems += _shape(file, width / height)
    if not problems and content.startswith(_PNG) and height < _SHARP:
        hint = f"take an SVG, or a PNG that is {_SHARP} pixels high or more"
        problems.append(files.fault(file, f"is only {height} pixels high and blurs on cards", hint, Severity.WARNING))
    if any(problem.severity is Severity.ERROR for problem in problems):
        return None, problems
    picture, more = read_picture(content, file.place)
    return (_File(content, round(width / height, 4), picture) if picture else None), problems + more


def _png(content: bytes) -> tuple[int, int]:
    """Width and height; the header is looked at before anything is unpacked."""
    if len(content) < 33 or content[12:16] != b"IHDR":
        raise svg.UnfitError("is a broken PNG", "save it again")
    width, height = struct.unpack(">II", content[16:24])
    if max(width, height) > _MOST_PIXELS:
        raise svg.UnfitError(f"has {width} × {height} pixels", f"make it {_MOST_PIXELS} pixels wide at most")
    if not min(width, height):
        raise svg.UnfitError("is a broken PNG", "save it again")
    return width, height


def _svg(file: BrandFile, content: bytes) -> tuple[float, float]:
    if not file.path.lower().endswith(".svg") and b"<svg" not in content[:2000]:
        raise svg.UnfitError("is neither a PNG nor an SVG", "save the logo as one of them")
    return svg.size(content)


def _shape(file: BrandFile, aspect: float) -> Iterator[Problem]:
    if aspect > _WIDEST:
        yield files.fault(file, f"is {aspect:.0f} times as wide as high; {_WIDEST:.0f} times is the most", _SHAPE)
    if aspect < _NARROWEST:
        yield files.fault(file, "is more than twice as high as wide", _SHAPE)
