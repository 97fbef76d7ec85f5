"""Which characters a font can draw; asked before anything is set in it."""

from __future__ import annotations

import uharfbuzz as hb


def letters(font: bytes) -> frozenset[int]:
    """The code points of a TrueType or OpenType font; none where the bytes are no font."""
    face = hb.Face(hb.Blob(font))
    return frozenset(face.unicodes) if face.glyph_count else frozenset()
