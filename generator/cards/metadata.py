"""What a card's file says about itself: which entry it shows, where the answer is, who made it. No times."""

from __future__ import annotations

import html
import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from PIL.PngImagePlugin import PngInfo

Note: TypeAlias = Mapping[str, str]
"""`title`, `entry`, `hash` (of the entry's source), `address`, `alt`; each may be missing."""

SOFTWARE = "Answer Ahead"
_KEYWORDS = {"title": "Title", "entry": "Source", "hash": "Source hash", "address": "URL", "alt": "Description"}
"""Of PNG; those of its specification where it has one (https://www.w3.org/TR/png-3/#11keywords)."""
_PROPERTIES = {
    "title": "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>{}</rdf:li></rdf:Alt></dc:title>",
    "alt": "<dc:description><rdf:Alt><rdf:li xml:lang='x-default'>{}</rdf:li></rdf:Alt></dc:description>",
    "entry": "<dc:source>{}</dc:source>",
    "hash": "<xmpMM:VersionID>{}</xmpMM:VersionID>",
    "address": "<dc:identifier>{}</dc:identifier>",
}
"""Of XMP, which JPEG files carry: unlike a comment it says how its letters are written."""
_XMP = (
    "<?xpacket begin='\ufeff' id='W5M0MpCehiHzreSzNTczkc9d'?>"
    "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
    "<rdf:Description rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:xmp='http://ns.adobe.com/xap/1.0/'"
    " xmlns:xmpMM='http://ns.adobe.com/xap/1.0/mm/'>{}<xmp:CreatorTool>{}</xmp:CreatorTool></rdf:Description>"
    "</rdf:RDF></x:xmpmeta><?xpacket end='r'?>"
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")
_LONGEST = 2000
"""Characters of one value: XMP of a JPEG file must fit into 64 KB."""


def keywords(note: Note) -> Iterator[tuple[str, str]]:
    """PNG keyword and text. Raises KeyError for a note of another name."""
    for name, value in sorted(note.items()):
        if text := _plain(value):
            yield _KEYWORDS[name], text
    yield "Software", SOFTWARE


def png_chunks(note: Note) -> bytes:
    """As chunks: tEXt where Latin-1 has the letters, else iTXt."""
    return b"".join(_chunk_of(keyword, text) for keyword, text in keywords(note))


def for_pillow(note: Note) -> PngInfo:
    """The same for Pillow's own writer."""
    info = PngInfo()
    for keyword, text in keywords(note):
        info.add_text(keyword, text)
    return info


def xmp(note: Note) -> bytes:
    """The same as an XMP packet (ISO 16684-1). Raises KeyError for a note of another name."""
    properties = [
        _PROPERTIES[name].format(html.escape(text, quote=False))
        for name, value in sorted(note.items())
        if (text := _plain(value))
    ]
    return _XMP.format("".join(properties), SOFTWARE).encode()


def document(note: Note) -> dict[str, str]:
    """The same as the information of a PDF document, as Pillow names it."""
    about = {"title": _plain(note.get("title", "")), "subject": _plain(note.get("address", "")), "producer": SOFTWARE}
    source = " ".join(filter(None, (_plain(note.get("entry", "")), _plain(note.get("hash", "")))))
    return {name: text for name, text in (about | {"keywords": source}).items() if text}


def chunk(kind: bytes, data: bytes) -> bytes:
    """One chunk of a PNG file."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(data, zlib.crc32(kind)))


def _chunk_of(keyword: str, text: str) -> bytes:
    name = keyword.encode("ascii")
    try:
        return chunk(b"tEXt", name + b"\0" + text.encode("latin-1"))
    except UnicodeEncodeError:
        return chunk(b"iTXt", name + b"\0\0\0\0\0" + text.encode())


def _plain(text: str) -> str:
    """On one line, and no longer than readers expect."""
    return _CONTROL.sub(" ", text).strip()[:_LONGEST]
