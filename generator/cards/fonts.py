"""The bundled typeface: which characters it has, how wide words are, and where their glyphs stand."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uharfbuzz as hb

_FOLDER = Path(__file__).parent.parent / "data" / "fonts"
_FILES = {"medium": "Manrope-500.ttf", "bold": "Manrope-700.ttf", "heavy": "Manrope-800.ttf"}
WEIGHTS = tuple(_FILES)
CAP_HEIGHT = 0.72
"""Of the bundled typeface, in em; heights count from the top of capitals (a test compares it with the font)."""


@dataclass(frozen=True, slots=True)
class Face:
    """One weight, opened once a process."""

    font: Any
    """HarfBuzz's own object, which has no types."""
    units: int
    characters: frozenset[int]


@dataclass(frozen=True, slots=True)
class Shaped:
    """Glyphs of one word; lengths in em, from the pen's start on the baseline."""

    glyphs: tuple[tuple[int, float, float], ...]
    """Glyph number, x, y (upwards)."""
    width: float
    bearing: float
    """Empty width before the first glyph's ink: what optical alignment takes away."""


@functools.cache
def face(weight: str) -> Face:
    """A weight of the typeface. Raises KeyError for one that is not bundled."""
    opened = hb.Face(hb.Blob.from_file_path(_FOLDER / _FILES[weight]))
    return Face(hb.Font(opened), opened.upem, frozenset(opened.unicodes))


def has(character: str) -> bool:
    """Whether the typeface can draw a character; all weights have the same (a test says so)."""
    return ord(character) in face("medium").characters


@functools.lru_cache(maxsize=32_768)
def shape(text: str, weight: str, language: str) -> Shaped:
    """Glyphs of a word in a language (BCP 47): Bulgarian and Serbian letterforms come from the language."""
    used = face(weight)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "ltr"
    buffer.language = language
    hb.shape(used.font, buffer, {"liga": False})  # tracking would tear a ligature's letters from the rest
    glyphs, pen = [], 0
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        glyphs.append((info.codepoint, (pen + position.x_offset) / used.units, position.y_offset / used.units))
        pen += position.x_advance
    extents = used.font.get_glyph_extents(glyphs[0][0]) if glyphs else None
    return Shaped(tuple(glyphs), pen / used.units, extents.x_bearing / used.units if extents else 0.0)
