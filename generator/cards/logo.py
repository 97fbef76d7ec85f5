"""A brand's logo: a file from outside is read once, under limits, and kept as a PNG of our own."""

from __future__ import annotations

import functools
import hashlib
import io
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from PIL import Image, ImageChops

from generator.cards import color
from generator.cards.drawing import Picture
from generator.problems import Place, Problem

_MOST_BYTES = 2_000_000
_MOST_PIXELS = 16_000_000
_MOST_SVG_BYTES = 200_000
_SIDE = 1024
"""The longest side kept: cards show logos much smaller."""
_LEAST_SIDE = 16
_FLAT_COLORS = 48
"""As many as a logo in a palette may have, with those of its blended edges."""
_SEEN = 16
"""A difference of a channel that one may see."""
_UNLIKE = 0.005
"""The share of pixels that may differ so much."""
_FORBIDDEN = re.compile(
    rb"<!doctype|<!entity|<\s*(?:\w+:)?(script|image|foreignobject|text|feimage|style)\b"
    rb"|href\s*=\s*[\"']\s*(?!#)|url\(\s*[\"']?\s*(?!#)",
    re.IGNORECASE,
)
"""In SVG: what reads other files, runs, or needs fonts; and a style sheet, which can do the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """A picture with transparency, as a PNG file without anything else in it."""

    width: int
    height: int
    digest: str
    data: bytes = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Flat:
    """A picture of few colours, on its ground."""

    indexes: Image.Image
    colors: tuple[color.Rgb, ...]


def read(content: bytes, place: Place) -> tuple[Logo | None, list[Problem]]:
    """The logo in a PNG or SVG file, or AA405 and why it is none."""
    if len(content) > _MOST_BYTES:
        return None, [
            _problem(place, f"the file has {len(content) // 1000} KB", f"{_MOST_BYTES // 1000} KB are enough")
        ]
    if not content.startswith(b"\x89PNG"):
        content, problems = _from_svg(content, place)
        if problems:
            return None, problems
    image, reason = _opened(content)
    if image is None:
        return None, [_problem(place, reason, "save it anew as PNG, 200 to 1024 pixels wide")]
    return _kept(image), []


def _opened(content: bytes) -> tuple[Image.Image | None, str]:
    """The picture, or what is wrong with it; its pixels are not touched before they are counted."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of its size, which is judged below
            file = Image.open(io.BytesIO(content), formats=["PNG"])
            if file.width * file.height > _MOST_PIXELS:
                return None, f"it has {file.width}×{file.height} pixels"
            whole = file.convert("RGBA")
    except Image.DecompressionBombError:
        return None, "it has far too many pixels"
    except (OSError, ValueError, SyntaxError):
        return None, "it is damaged or no PNG file"
    visible = whole.getbbox()
    if visible is None:
        return None, "nothing in it is visible"
    image = whole.crop(visible)
    if max(image.size) < _LEAST_SIDE:
        return None, f"it has only {image.width}×{image.height} pixels"
    return image, ""


def _kept(image: Image.Image) -> Logo:
    """No larger than needed, without what else stood in the file."""
    image.thumbnail((_SIDE, _SIDE), Image.Resampling.LANCZOS)
    clean = Image.frombytes("RGBA", image.size, image.tobytes())
    out = io.BytesIO()
    clean.save(out, "PNG")
    pixels = f"{clean.width}x{clean.height}".encode() + clean.tobytes()
    digest = hashlib.sha256(pixels).hexdigest()[:16]
    return Logo(width=clean.width, height=clean.height, digest=digest, data=out.getvalue())


def _from_svg(content: bytes, place: Place) -> tuple[bytes, list[Problem]]:
    """A PNG file of a drawing that needs nothing but itself."""
    if b"<svg" not in content[:4096]:
        return b"", [_problem(place, "it is neither PNG nor SVG", "save it as one of them")]
    if len(content) > _MOST_SVG_BYTES:
        return b"", [_problem(place, f"the drawing has {len(content) // 1000} KB", "simplify it, or save it as PNG")]
    if found := _FORBIDDEN.search(content):
        what = found.group().decode("ascii", "replace").strip()
        hint = "turn texts into paths and style sheets into attributes, or save it as PNG"
        return b"", [_problem(place, f"the drawing has '{what}'", hint)]
    try:
        import resvg_py  # noqa: PLC0415 - an extra that few need
    except ImportError:
        return b"", [
            _problem(place, "drawings (SVG) need an extra library", "pip install answer-ahead[svg], or save it as PNG")
        ]
    return _rasterised(resvg_py, content, place)


def _rasterised(resvg: Any, content: bytes, place: Place) -> tuple[bytes, list[Problem]]:  # noqa: ANN401 - it has no types
    try:
        drawn = resvg.svg_to_bytes(svg_string=content.decode(), width=_SIDE, skip_system_fonts=True)
    except (ValueError, RuntimeError, OSError) as error:
        reason = str(error).partition("\n")[0][:120]
        return b"", [_problem(place, f"the drawing cannot be read ({reason})", "save it anew, or as PNG")]
    return bytes(drawn), []


def _problem(place: Place, reason: str, hint: str) -> Problem:
    return Problem(place, "AA405", f"the logo cannot be used: {reason}", hint)


@functools.lru_cache(maxsize=64)
def scaled(picture: Picture) -> Image.Image:
    """A logo's pixels at the size they are drawn, with transparency."""
    image = Image.open(io.BytesIO(picture.data), formats=["PNG"]).convert("RGBA")
    return image.resize((picture.width, picture.height), Image.Resampling.LANCZOS)


@functools.lru_cache(maxsize=64)
def flat(picture: Picture) -> Flat | None:
    """The picture on its ground in few colours; None where one would see that some are missing."""
    own = scaled(picture)
    whole = Image.new("RGB", own.size, color.rgb(picture.on))
    whole.paste(own, (0, 0), own)
    few = whole.quantize(_FLAT_COLORS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    if _unlike(whole, few.convert("RGB")) > _UNLIKE:
        return None
    channels = few.getpalette() or list[int]()
    used = max(index for _, index in few.getcolors() or [(0, 0)] if isinstance(index, int)) + 1
    colors = tuple(_triples(channels[: 3 * used]))
    return Flat(Image.frombytes("L", few.size, few.tobytes()), colors)


def _triples(channels: list[int]) -> Iterator[color.Rgb]:
    return zip(channels[::3], channels[1::3], channels[2::3], strict=True)


def _unlike(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels in which one sees a difference."""
    bands = ImageChops.difference(one, other).split()
    most = functools.reduce(ImageChops.lighter, bands)
    return sum(most.histogram()[_SEEN:]) / (one.width * one.height)
