"""A brand that is nothing like the product's own, and its tiny drawn logo."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from generator.content.organisation import BrandFile, Branding
from generator.problems import Place

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><path fill="#C08" d="M0 0h30v10H0z"/></svg>'


def png(width: int, height: int) -> bytes:
    """A square of one colour, as small as a PNG can be."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    rows = zlib.compress((b"\0" + b"\xc0\x00\x80" * width) * height)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


LOGO, DARK = Place("faq/faq.yml", 4, 9), Place("faq/faq.yml", 5, 14)


@pytest.fixture
def branding() -> Branding:
    return Branding(logo=BrandFile(path="logo.svg", place=LOGO), logo_dark=BrandFile(path="img/dark.svg", place=DARK))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project's folder with the logo in both variants."""
    (tmp_path / "docs/img").mkdir(parents=True)
    (tmp_path / "docs/logo.svg").write_bytes(SVG)
    (tmp_path / "docs/img/dark.svg").write_bytes(SVG.replace(b"#C08", b"#F6B"))
    return tmp_path
