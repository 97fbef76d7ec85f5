"""What is painted: how much of each pixel it covers."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image


@dataclass(frozen=True, slots=True, eq=False)
class Mask:
    """Coverage 0..255 of the pixels of a rectangle."""

    image: Image.Image
    comes_again: bool = True
    """Whether it is kept for other cards, so that what is made of it is worth keeping too."""
    rows: bytearray | None = None
    """The image's own bytes, where they are at hand."""
