"""PNG files of palette indexes: written here since Pillow takes several times as long for larger files."""

from __future__ import annotations

import struct

from zlib_ng import zlib_ng

from generator.cards import metadata

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_LEVEL = 5
"""Of zlib-ng: 3 takes half the time for files a seventh larger, 6 takes longer for nothing."""
_DEPTH, _PALETTE = 8, 3
"""Bits of an index; the colour type of images with a palette."""


def write(rows: bytes | bytearray, size: tuple[int, int], palette: bytes, note: metadata.Note) -> bytes:
    """A file of rows that each begin with the byte 0 (no filter), and of red, green and blue of every index."""
    header = struct.pack(">IIBBBBB", *size, _DEPTH, _PALETTE, 0, 0, 0)
    return b"".join(
        (
            _SIGNATURE,
            metadata.chunk(b"IHDR", header),
            metadata.png_chunks(note),
            metadata.chunk(b"PLTE", palette),
            metadata.chunk(b"IDAT", zlib_ng.compress(rows, _LEVEL)),
            metadata.chunk(b"IEND", b""),
        )
    )
