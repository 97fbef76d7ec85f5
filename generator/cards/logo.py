"""A brand's logo as cards take it, and the look into a font that only this room can take."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass, field

import uharfbuzz as hb
from PIL import Image


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """Two PNG or SVG files, for light and for dark grounds; one twice where the brand has one only."""

    light: bytes = field(repr=False)
    dark: bytes = field(repr=False)
    aspect: float
    """Width by height; of both."""


def can_decode(png: bytes) -> bool:
    """Whether a PNG is one to its last pixel. Its size is checked before, since decoding takes room."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(io.BytesIO(png), formats=["PNG"]) as image:
                image.load()
    except (OSError, SyntaxError, ValueError, Warning, Image.DecompressionBombError):
        return False
    return True


def letters(font: bytes) -> frozenset[int]:
    """The code points that a TrueType or OpenType font can draw; none where the bytes are no font."""
    face = hb.Face(hb.Blob(font))
    return frozenset(face.unicodes) if face.glyph_count else frozenset()
