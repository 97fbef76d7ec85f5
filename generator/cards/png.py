"""PNG files of palette indexes: written here since Pillow takes several times as long for larger files."""

from __future__ import annotations

import struct

from zlib_ng import zlib_ng

from generator.cards import metadata

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_LEVELS = ((2, 0.0116, 5.3), (3, 0.013, 4.6), (4, 0.0112, 4.3), (5, 0.0, 0.0))
"""Of zlib-ng, each a third slower than the one before, with the bytes that it needs for each pixel of a card and for
each of a line of text: three cards of four need no more, so that trying costs less than a slower level. The
last is taken whatever it needs."""
_MOST = 0.0398
"""Bytes of a file for each pixel: 30 KiB of a link preview, with what it says of itself. Only larger ones are worth a
slower level."""
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
    """As quickly as makes no large file; which level does depends on the card alone."""
    pixels = size[0] * size[1]
    most, found = _MOST * pixels, b""
    for level, ground, letters in _LEVELS:
        if ground * pixels + letters * text < most:
            found = zlib_ng.compress(rows, level)
            if len(found) <= most:
                break
    return found
