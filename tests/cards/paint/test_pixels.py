"""Every operation, pixel by pixel: exactly as before with the pinned libraries, all but so elsewhere.

`UPDATE_GOLDEN=1` writes the pictures anew: look at them.
"""

from __future__ import annotations

import functools
import importlib.metadata
import io
import itertools
import os
import platform
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops

from generator.cards import Layout, paint
from generator.cards.color import rgb
from generator.cards.drawing import Text

GOLDEN = Path(__file__).parents[1] / "golden"
PINNED = {"uharfbuzz": "0.57.0", "pillow": "13.0.0", "machine": "x86_64"}
SEEN = 24
MOST_SEEN = 0.003
"""The share of pixels in which a channel may differ by more than SEEN, where libraries round otherwise."""
MOST_IN_A_BLOCK = 20
"""The mean difference of a square of 16 pixels: a missing accent is more."""


def pixels(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


def environment() -> dict[str, str]:
    versions = {name: importlib.metadata.version(name) for name in ("uharfbuzz", "pillow")}
    return versions | {"machine": platform.machine()}


@pytest.fixture(params=["plain", "gradient"])
def pair(request: pytest.FixtureRequest) -> tuple[Image.Image, Image.Image]:
    """A card as it was, and as it is."""
    path, content = GOLDEN / f"pixels-{request.param}.png", paint(request.getfixturevalue(request.param))
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_bytes(content)
    return pixels(path.read_bytes()), pixels(content)


def test_every_pixel_is_as_it_was_with_the_pinned_libraries(pair: tuple[Image.Image, Image.Image]) -> None:
    if environment() != PINNED:
        pytest.skip(f"pixels are compared exactly with {PINNED} only; here: {environment()}")
    before, now = pair

    assert ImageChops.difference(before, now).getbbox() is None


def test_nobody_sees_a_difference_anywhere(pair: tuple[Image.Image, Image.Image]) -> None:
    before, now = pair
    most = functools.reduce(ImageChops.lighter, ImageChops.difference(before, now).split())
    blocks = most.resize((now.width // 16, now.height // 16), Image.Resampling.BOX)

    assert sum(most.histogram()[SEEN + 1 :]) <= MOST_SEEN * now.width * now.height
    assert sum(blocks.histogram()[MOST_IN_A_BLOCK + 1 :]) == 0


def test_plain_surfaces_have_exactly_their_colours(plain: Layout) -> None:
    card = pixels(paint(plain))

    assert card.getpixel((2, 2)) == rgb(plain.paper)
    assert card.getpixel((100, 362)) == rgb("#FFFFFF"), "the panel"
    assert card.getpixel((62, 54)) == rgb("#C03916"), "the logo's disc"
    assert card.getpixel((127, 54)) == rgb("#0B5D5B"), "the logo's bar"


def test_gradients_go_from_one_colour_to_the_other_without_bands() -> None:
    card = pixels(paint(Layout(width=64, height=640, paper="#0D6E6A", paper_end="#092C32", operations=())))
    green = card.getchannel("G")
    means = [mean(green.crop((0, y, 64, y + 8))) for y in range(0, 640, 8)]
    steps = [above - below for above, below in itertools.pairwise(means)]

    assert card.getpixel((5, 0)) == rgb("#0D6E6A")
    assert card.getpixel((5, 639)) == rgb("#092C32")
    assert all(0.4 < step < 1.3 for step in steps), "it falls evenly, by less than a level"


def mean(channel: Image.Image) -> float:
    return sum(level * count for level, count in enumerate(channel.histogram())) / (channel.width * channel.height)


@pytest.mark.parametrize("card", ["plain", "colorful"])
def test_shadows_fade_out_before_they_end(card: str, request: pytest.FixtureRequest) -> None:
    image = pixels(paint(request.getfixturevalue(card)))
    red = [image.getchannel("R").getpixel((180, y)) for y in range(373, 414)]

    assert red == sorted(red)  # type: ignore[type-var]
    assert red[0] == pytest.approx(0xDE, abs=6)
    assert red[-1] == 0xFB


def test_what_bleeds_off_the_card_is_cut_and_harms_nothing(plain: Layout) -> None:
    moved: Any = [replace(o, x=o.x - 60, y=o.y - 40) for o in plain.operations if not isinstance(o, Text)]
    card = replace(plain, width=200, height=200, operations=tuple(moved))

    assert pixels(paint(card)).size == (200, 200)
    assert ImageChops.difference(pixels(paint(card)), pixels(paint(plain)).crop((60, 40, 260, 240))).getbbox()


def test_a_flat_logo_fits_into_a_palette_and_a_photo_needs_true_colours(plain: Layout, colorful: Layout) -> None:
    assert Image.open(io.BytesIO(paint(plain))).mode == "P"
    assert Image.open(io.BytesIO(paint(colorful))).mode == "RGB"


def test_both_ways_of_painting_look_alike(plain: Layout, gradient: Layout) -> None:
    """On what a panel covers, the ground below does not matter."""
    panel = (80, 130, 320, 340)
    flat, blended = (pixels(paint(card)).crop(panel) for card in (plain, gradient))
    most = functools.reduce(ImageChops.lighter, ImageChops.difference(flat, blended).split())

    assert max(level for level, count in enumerate(most.histogram()) if count) <= 24
