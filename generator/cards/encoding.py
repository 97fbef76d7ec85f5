"""Cards as files: PNG where they are flat, JPEG, or one PDF of several; within the size that a network takes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType

from generator.cards import metadata
from generator.cards.drawing import Layout
from generator.cards.paint import drawn, is_flat
from generator.problems import Place, Problem

_NO_NOTE: metadata.Note = MappingProxyType({})
_QUALITIES = (90, 85, 80, 74, 68)
"""Of JPEG: the usual one, and what is tried where a file is too large; below, letters are visibly dirty."""
_SUBSAMPLING = 0
"""None: colours at full resolution, or the edges of red letters would fray."""


def paint(layout: Layout, image_format: str = "png", note: metadata.Note = _NO_NOTE) -> bytes:
    """The card as PNG (`png`) or JPEG (`jpg`), with a note of what it shows. Raises KeyError for another format."""
    return next(_ENCODERS[image_format](layout, note))


def pdf(layouts: Sequence[Layout], note: metadata.Note = _NO_NOTE) -> bytes:
    """One page a card, as JPEG. Raises ValueError for no card, and for several sizes: all pages have one."""
    if len({(layout.width, layout.height) for layout in layouts}) != 1:
        raise ValueError("the pages of a document have one size")
    first, *others = (drawn(layout).image() for layout in layouts)
    out = io.BytesIO()
    first.save(
        out,
        "PDF",
        save_all=True,
        append_images=others,
        quality=_QUALITIES[0],
        subsampling=_SUBSAMPLING,
        creationDate=None,  # or it would differ each time
        modDate=None,
        **metadata.document(note),
    )
    return out.getvalue()


def suited(layout: Layout, formats: Iterable[str]) -> str | None:
    """The format a card is best saved in, of those a network takes: PNG where it is flat, else JPEG."""
    order = ("png", "jpg") if is_flat(layout) else ("jpg", "png")
    taken = set(formats)
    return next((image_format for image_format in order if image_format in taken), None)


def encode_within(
    layout: Layout, image_format: str, most: int, place: Place, note: metadata.Note = _NO_NOTE
) -> tuple[bytes | None, list[Problem]]:
    """The card in at most so many bytes, or AA406: JPEG of the best quality that fits.

    Raises KeyError for an unknown format.
    """
    size = 0
    for content in _ENCODERS[image_format](layout, note):
        size = len(content)
        if size <= most:
            return content, []
    message = f"the card has {size:,} bytes as {image_format}, and its network takes {most:,}"
    hint = "say less on it" if image_format == "jpg" else "say less on it, or let its network take jpg"
    return None, [Problem(place, "AA406", message, hint)]


def _png(layout: Layout, note: metadata.Note) -> Iterator[bytes]:
    yield drawn(layout).png(note)


def _jpg(layout: Layout, note: metadata.Note) -> Iterator[bytes]:
    """Smaller and smaller."""
    image = drawn(layout).image()
    for quality in _QUALITIES:
        out = io.BytesIO()
        image.save(out, "JPEG", quality=quality, subsampling=_SUBSAMPLING, xmp=metadata.xmp(note))
        yield out.getvalue()


_ENCODERS = {"png": _png, "jpg": _jpg}
