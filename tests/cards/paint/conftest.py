"""Cards made by hand: every operation, on a plain ground and on a gradient, whatever templates look like."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw

from generator.cards import Layout, icons, logo, qr
from generator.cards.drawing import Box, Code, Icon, Line, Operation, Picture, Piece, Shadow, Text
from generator.problems import Place

PAPER, PANEL, INK, BRAND, ACCENT, SHADE = "#FBF5EA", "#FFFFFF", "#0E2A2B", "#0B5D5B", "#C03916", "#D9CDB8"
ADDRESS = "https://faq.zrno.example/hr/q/delivery-time/"
SIZE = (600, 420)


@pytest.fixture(scope="session")
def flat_logo() -> bytes:
    """A disc and a bar on nothing."""
    image = Image.new("RGBA", (300, 150), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    pen.ellipse((0, 0, 149, 149), fill=ACCENT)
    pen.rectangle((170, 40, 299, 110), fill=BRAND)
    return png(image)


@pytest.fixture(scope="session")
def photo() -> bytes:
    """All hues, which no palette has room for."""
    across, down = Image.linear_gradient("L").rotate(90), Image.linear_gradient("L")
    return png(Image.merge("HSV", (across, down, Image.new("L", down.size, 255))).convert("RGB"))


@pytest.fixture(scope="session")
def plain(flat_logo: bytes) -> Layout:
    return every_operation(flat_logo)


@pytest.fixture(scope="session")
def gradient(flat_logo: bytes) -> Layout:
    return every_operation(flat_logo, "#E9DDF5")


@pytest.fixture(scope="session")
def colorful(photo: bytes) -> Layout:
    return every_operation(photo)


def png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def picture(content: bytes) -> Picture:
    found, problems = logo.read(content, Place("docs/logo.png"))
    assert problems == []
    assert found
    return Picture(x=32, y=24, width=120, height=60, on=PAPER, digest=found.digest, data=found.data)


def text(words: str, x: int, baseline: int, size: int, language: str, *, color: str = INK, on: str = PAPER) -> Text:
    piece = Piece(text=words, weight="heavy", color=color, x=0.0)
    width = round(0.7 * size * len(words))
    line = Line(text=words, baseline=baseline, width=width, pieces=(piece,))
    return Text(
        role="question",
        x=x,
        y=baseline - round(0.72 * size),
        width=width,
        height=round(0.72 * size),
        size=size,
        tracking=-0.02,
        language=language,
        on=on,
        contrast=4.5,
        lines=(line,),
    )


def every_operation(content: bytes, paper_end: str = "") -> Layout:
    rows = qr.matrix(ADDRESS)
    operations: list[Operation] = [picture(content)]
    operations += [
        Shadow(x=32, y=120, width=300, height=260, radius=28, blur=16, color=SHADE, on=PAPER),
        Box(x=32, y=112, width=300, height=260, radius=28, color=PANEL, on=PAPER),
        text("Šišarka đ", 56, 170, 44, "hr", on=PANEL),
        text("гвитд", 56, 224, 38, "bg", color=BRAND, on=PANEL),
        text("гвитд", 196, 224, 38, "sr", color=BRAND, on=PANEL),
        text("Řeřicha", 180, 76, 56, "cs"),
        Box(x=370, y=130, width=198, height=198, radius=16, color=PANEL, on=PAPER),
        Code(x=370 + 16, y=130 + 16, module=5, rows=rows, color=INK, on=PANEL),
    ]
    for number, name in enumerate(icons.names()):
        x, y = 56 + 36 * (number % 7), 250 + 48 * (number // 7)
        operations.append(Icon(name=name, x=x, y=y, size=30, color=ACCENT, on=PANEL, mirrored=number % 2 == 1))
    return Layout(width=SIZE[0], height=SIZE[1], paper=PAPER, paper_end=paper_end, operations=tuple(operations))
