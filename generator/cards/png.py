"""PNG files of palette indexes: written here since Pillow takes several times as long for larger files."""

from __future__ import annotations

import struct

from zlib_ng import zlib_ng

from generator.cards import metadata

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_LEVEL, _LEVEL_OF_LARGE = 3, 5
"""Of zlib-ng: the second takes nearly twice as long for a file that is a seventh smaller."""
_LARGE = 0.04
"""Bytes of a file for each pixel, from which that is worth it: 30 KiB of a link preview."""
_GROUND, _LETTERS = 0.013, 4.7
"""Bytes that the first level needs for each pixel, and for each of a line of text; mostly within a twentieth."""
_DEPTH, _PALETTE = 8, 3
"""Bits of an index; the colour type of images with a palette."""


def write(
    rows: bytes | bytearray, size: tuple[int, int], palette: bytes, note: metadata.Note, text: float = 0.0
) -> bytes:
    """A file of rows that each begin with the byte 0 (no filter), and of red, green and blue of every index.

    `text` is how long all its lines of text are together, in pixels: what makes a file large.
    """
    header = struct.pack(">IIBBBBB", *size, _DEPTH, _PALETTE, 0, 0, 0)
    return b"".join(
        (
            _SIGNATURE,
            metadata.chunk(b"IHDR", header),
            metadata.png_chunks(note),
            metadata.chunk(b"PLTE", palette),
            metadata.chunk(b"IDAT", _compressed(rows, size, text)),
            metadata.chunk(b"IEND", b""),
        )
    )


def _compressed(rows: bytes | bytearray, size: tuple[int, int], text: float) -> bytes:
    """Quickly, or well where that makes a large file, or is bound to; which of them depends on the card alone."""
    pixels = size[0] * size[1]
    if _GROUND * pixels + _LETTERS * text < _LARGE * pixels:
        quick = zlib_ng.compress(rows, _LEVEL)
        if len(quick) <= _LARGE * pixels:
            return quick
    return zlib_ng.compress(rows, _LEVEL_OF_LARGE)
