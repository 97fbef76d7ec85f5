"""Logos are files from outside: good ones become small PNG files of our own, bad ones a problem that says why."""

from __future__ import annotations

import io
import struct
import sys
import zlib

import pytest
from PIL import Image, PngImagePlugin

from generator.cards import logo
from generator.problems import Place

PLACE = Place("docs/logo.png")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100">%s</svg>'


def png(image: Image.Image, info: PngImagePlugin.PngInfo | None = None) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", pnginfo=info)
    return out.getvalue()


def fault(content: bytes) -> str:
    found, (problem,) = logo.read(content, PLACE)
    assert found is None
    assert (problem.code, problem.place) == ("AA405", PLACE)
    return problem.message


def bomb(side: int) -> bytes:
    """A PNG of few bytes that claims to be huge."""
    header = struct.pack(">IIBBBBB", side, side, 8, 6, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b"")]
    written = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(written)


def test_a_logo_is_cropped_to_what_is_seen_and_made_no_larger_than_needed(flat_logo: bytes) -> None:
    framed = Image.new("RGBA", (4000, 3000), (0, 0, 0, 0))
    framed.paste(Image.open(io.BytesIO(flat_logo)).resize((3000, 1500)), (500, 700))
    found, problems = logo.read(png(framed), PLACE)

    assert problems == []
    assert found
    assert (found.width, found.height) == (1024, 512)
    assert Image.open(io.BytesIO(found.data)).size == (1024, 512)


def test_nothing_else_of_the_file_is_kept(flat_logo: bytes) -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "somebody at home")
    found, _ = logo.read(png(Image.open(io.BytesIO(flat_logo)), info), PLACE)
    plain, _ = logo.read(flat_logo, PLACE)

    assert found
    assert b"somebody" not in found.data
    assert found == plain


def test_logos_with_other_pixels_have_another_digest(flat_logo: bytes, photo: bytes) -> None:
    one, other = logo.read(flat_logo, PLACE)[0], logo.read(photo, PLACE)[0]

    assert one
    assert other
    assert one.digest != other.digest


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "neither PNG nor SVG"),
        (b"GIF89a" + bytes(100), "neither PNG nor SVG"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "damaged"),
        (bomb(60_000), "far too many pixels"),
        (bomb(5_000), "5000×5000 pixels"),
        (bomb(500), "damaged"),
        (bytes(3_000_000), "3000 KB"),
        (png(Image.new("RGBA", (200, 100), (0, 0, 0, 0))), "nothing in it is visible"),
        (png(Image.new("RGB", (8, 4), "red")), "only 8×4 pixels"),
        (SVG % b"<text>Zrno</text>", "has '<text'"),
        (SVG % b"<script>alert(1)</script>", "has '<script'"),
        (SVG % b'<image href="/etc/passwd.png"/>', "has '<image'"),
        (SVG % b'<use href="file:///etc/a.svg#a"/>', "has 'href"),
        (SVG % b'<rect fill="url(http://a.example/x)" width="9"/>', "has 'url("),
        (b"<!DOCTYPE svg [<!ENTITY a 'aaaa'>]>" + SVG % b"&a;", "has '<!DOCTYPE'"),
        (SVG % b"<path d='M0 0'", "cannot be read"),
        (SVG % (b"<g>" * 70_000), "210 KB"),
        (SVG % b"", "nothing in it is visible"),
    ],
    ids=str.split("empty gif zeros bomb large short heavy blank tiny text script image use url entity cut big nothing"),
)
def test_what_is_no_logo_is_said(content: bytes, reason: str) -> None:
    assert reason in fault(content)


def test_a_truncated_file_is_damaged(photo: bytes) -> None:
    assert "damaged" in fault(photo[: len(photo) // 2])


def test_a_drawing_becomes_pixels() -> None:
    found, problems = logo.read(SVG % b'<rect width="300" height="100" fill="#0B5D5B"/>', PLACE)

    assert problems == []
    assert found
    assert (found.width, found.height) == (1024, 342)
    assert Image.open(io.BytesIO(found.data)).getpixel((500, 170)) == (0x0B, 0x5D, 0x5B, 255)


def test_without_the_library_for_drawings_one_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    _, (problem,) = logo.read(SVG % b'<rect width="300" height="100"/>', PLACE)

    assert "answer-ahead[svg]" in problem.hint
