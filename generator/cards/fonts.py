"""Glyphs: which font has a character, how wide words are, and where their glyphs stand."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import regex
import uharfbuzz as hb

from generator.cards.typeface import BRAND, WEIGHTS, FontFile, Typeface, bundled

_CLUSTER = regex.compile(r"\X")
_IGNORABLE = regex.compile(r"\p{Default_Ignorable_Code_Point}")
_LETTER = regex.compile(r"[\p{L}\p{N}\p{M}\p{So}\p{Sk}\p{Extended_Pictographic}]")
_COLORED = regex.compile(r"\p{Emoji_Presentation}(?!\ufe0e)|\ufe0f|\u20e3|\p{Regional_Indicator}")
"""What is meant to be in colour: emoji by nature, or made one by what follows."""


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One weight of one family, opened once a process."""

    font: Any
    """HarfBuzz's own object, which has no types."""
    units: int
    characters: frozenset[str]
    colored: bool
    """Whether its glyphs have colours of their own (COLR)."""
    cap_height: float
    """In em."""


class Shaped(NamedTuple):
    """Glyphs of one run; lengths in em, from the pen's start on the baseline."""

    glyphs: tuple[tuple[int, float, float], ...]
    """Glyph number, x, y (upwards); from left to right."""
    width: float
    face: Face

    @property
    def bearing(self) -> float:
        """Empty width before the first glyph's ink: what optical alignment takes away."""
        ink = self.face.font.get_glyph_extents(self.glyphs[0][0]) if self.glyphs else None
        return ink.x_bearing / self.face.units if ink else 0.0

    @property
    def ending(self) -> float:
        """Empty width behind the last glyph's ink."""
        ink = self.face.font.get_glyph_extents(self.glyphs[-1][0]) if self.glyphs else None
        return self.width - self.glyphs[-1][1] - (ink.x_bearing + ink.width) / self.face.units if ink else 0.0


class Run(NamedTuple):
    """A part of a word that one font draws in one direction."""

    text: str
    face: str
    """A family of the typeface."""
    shaped: Shaped

    @property
    def width(self) -> float:
        """Advance in em."""
        return self.shaped.width


@functools.lru_cache(maxsize=256)
def face(typeface: Typeface, family: str, weight: str) -> Face:
    """A weight of a family, or the nearest there is. Raises KeyError for a family that there is not."""
    return _opened(typeface.family(family).file(weight), weight)


@functools.cache
def _opened(file: FontFile, weight: str) -> Face:
    opened = hb.Face(file.blob())
    font = hb.Font(opened)
    if file.variable:
        font.set_variations({"wght": WEIGHTS[weight]})
    return Face(
        font=font,
        units=opened.upem,
        characters=frozenset(map(chr, opened.unicodes)),
        colored=bool(opened.has_color_layers or opened.has_color_paint),
        cap_height=_cap_height(font, opened.upem),
    )


def _cap_height(font: Any, units: int) -> float:  # noqa: ANN401 - HarfBuzz has no types
    """As the letter H has it, since not every font says so itself."""
    glyph = font.get_nominal_glyph(ord("H"))
    extents = font.get_glyph_extents(glyph) if glyph else None
    return float(extents.y_bearing / units) if extents else 0.7


@functools.lru_cache(maxsize=64)
def cap_height(typeface: Typeface) -> float:
    """Of the brand's capitals, in em; heights count from their top."""
    return face(typeface, BRAND, "heavy").cap_height


@functools.lru_cache(maxsize=32_768)
def shape(text: str, used: Face, language: str, *, rtl: bool = False) -> Shaped:
    """Glyphs of a run in a language (BCP 47): Bulgarian and Serbian letterforms come from the language."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if rtl else "ltr"
    buffer.language = language
    # Tracking would tear a ligature's letters from the rest; scripts with ligatures that must be are not tracked.
    hb.shape(used.font, buffer, {} if rtl or used.colored else {"liga": False})
    glyphs, pen, units = list[tuple[int, float, float]](), 0, used.units
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        right, up, advance, _ = position.position
        glyphs.append((info.codepoint, (pen + right) / units, up / units))
        pen += advance
    return Shaped(tuple(glyphs), pen / units, used)


@dataclass(frozen=True, slots=True, eq=False)
class Ruler:
    """A typeface in one language: what fonts draw a word, and how wide it gets."""

    typeface: Typeface
    language: str
    runs: Callable[[str, str, bool], tuple[Run, ...]] = field(init=False, repr=False)
    """Text, weight, whether it runs to the left -> its runs from left to right."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "runs", functools.lru_cache(maxsize=32_768)(self._runs))

    def width(self, text: str, weight: str) -> float:
        """Advance of a text that runs to the right, in em."""
        return sum(run.width for run in self.runs(text, weight, False))

    def _runs(self, text: str, weight: str, rtl: bool) -> tuple[Run, ...]:  # noqa: FBT001 - of a cache's key
        found = []
        for family, part in itemised(self.typeface, text, weight):
            used = face(self.typeface, family, weight)
            found.append(Run(part, family, shape(part, used, self.language, rtl=rtl)))
        return tuple(reversed(found)) if rtl else tuple(found)


@functools.lru_cache(maxsize=64)
def ruler(typeface: Typeface, language: str) -> Ruler:
    """One for each typeface and language (BCP 47), so that what it measured once it knows."""
    return Ruler(typeface, language)


def itemised(typeface: Typeface, text: str, weight: str) -> list[tuple[str, str]]:
    """A text cut where another font takes over: family and part. What no font has is left to the brand's."""
    brand = face(typeface, BRAND, weight).characters
    if brand.issuperset(text) and (text.isascii() or not _COLORED.search(text)):
        return [(BRAND, text)]
    parts: list[tuple[str, str]] = []
    for family, cluster in _clusters(typeface, text, weight):
        if parts and parts[-1][0] == family:
            parts[-1] = family, parts[-1][1] + cluster
        else:
            parts.append((family, cluster))
    return parts


def _clusters(typeface: Typeface, text: str, weight: str) -> Iterator[tuple[str, str]]:
    """A letter with its marks, or a whole emoji, at a time; where no font has all of one, its characters."""
    before: str | None = None
    for cluster in _CLUSTER.findall(text):
        family = _sticky(typeface, cluster, weight, before) or covering(typeface, cluster, weight)
        for part in (cluster,) if family is not None else cluster:
            before = family if family is not None else covering(typeface, part, weight) or BRAND
            yield before, part


def _sticky(typeface: Typeface, cluster: str, weight: str, before: str | None) -> str | None:
    """A sign stays in the font of the letters before it: the quotes of a Hebrew abbreviation are Hebrew ones."""
    if not before or _LETTER.search(cluster) or _COLORED.search(cluster):
        return before if before is not None and not visible(cluster) else None
    used = face(typeface, before, weight)
    return before if not used.colored and used.characters.issuperset(visible(cluster)) else None


@functools.lru_cache(maxsize=8192)
def covering(typeface: Typeface, cluster: str, weight: str = "medium") -> str | None:
    """The first family that has all of a character with its marks; of an emoji the first one in colour."""
    needed = visible(cluster)
    able = (f.name for f in typeface.families if face(typeface, f.name, weight).characters.issuperset(needed))
    first = next(able, None)
    if first is not None and _COLORED.search(cluster):
        return next((name for name in (first, *able) if face(typeface, name, weight).colored), first)
    return first


def visible(text: str) -> str:
    """Without what only joins, directs or varies its neighbours."""
    return str(_IGNORABLE.sub("", text))


def has(character: str, typeface: Typeface | None = None) -> bool:
    """Whether any font of the typeface can draw a character; all weights have the same (a test says so)."""
    return covering(typeface or bundled(), character) is not None
