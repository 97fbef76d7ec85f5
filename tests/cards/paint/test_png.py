"""Files of palette indexes: every pixel comes back, however well its file was deflated."""

from __future__ import annotations

import io
from itertools import pairwise

import pytest
from PIL import Image

from generator.cards import png

SIZE = (160, 90)
PALETTE = bytes(range(96))
"""Thirty-two colours."""


def rows(step: int) -> bytes:
    """More different from pixel to pixel the larger the step: a generator of numbers that is always the same."""
    state, pixels = 1, bytearray()
    for _ in range(SIZE[1]):
        pixels.append(0)
        for _ in range(SIZE[0]):
            state = (state * 1103515245 + 12345) % 2**31
            pixels.append((state >> 16) % step)
    return bytes(pixels)


@pytest.mark.parametrize("text", [0.0, 60.0, 1e6])
@pytest.mark.parametrize("step", [1, 2, 32])
def test_all_pixels_come_back_whatever_was_foretold_of_them(step: int, text: float) -> None:
    image = Image.open(io.BytesIO(png.write(rows(step), SIZE, PALETTE, {}, text)))
    assert b"".join(b"\0" + image.tobytes()[at : at + 160] for at in range(0, 160 * 90, 160)) == rows(step)


def test_the_more_text_a_card_has_the_harder_its_file_is_pressed() -> None:
    sizes = [len(png.write(rows(4), SIZE, PALETTE, {}, text)) for text in (0.0, 1e6)]
    assert all(less <= more for more, less in pairwise(sizes))
