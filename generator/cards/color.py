"""Contrast as WCAG 2 measures it, and the nearest colour that has enough of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

Rgb: TypeAlias = tuple[int, int, int]

_STEPS = 200


def rgb(color: str) -> Rgb:
    """`#rrggbb` as three numbers from 0 to 255."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def mix(one: Rgb, other: Rgb, share: float) -> Rgb:
    """`share` (0 to 1) of the way from one colour to the other, in sRGB as browsers do it."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def luminance(color: Rgb) -> float:
    """Relative luminance, 0 to 1 (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance)."""
    red, green, blue = (_linear(channel / 255) for channel in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two `#rrggbb` colours, 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""
    dark, light = sorted((luminance(rgb(one)), luminance(rgb(other))))
    return (light + 0.05) / (dark + 0.05)


def passing(color: str, ground: str, least: float) -> str | None:
    """The first colour on the way from `color` to black or white that has the contrast; None if no colour has."""
    return passing_all(color, [(ground, least)])


def passing_all(color: str, grounds: Iterable[tuple[str, float]]) -> str | None:
    """The same for several grounds, each with its least contrast."""
    wanted = list(grounds)
    here = rgb(color)
    for step in range(_STEPS + 1):
        for end in ((0, 0, 0), (255, 255, 255)):
            candidate = "#{:02X}{:02X}{:02X}".format(*mix(here, end, step / _STEPS))
            if all(contrast(candidate, ground) >= least for ground, least in wanted):
                return candidate
    return None
