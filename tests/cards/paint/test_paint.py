"""Pixels: the size and format asked for, the same bytes every time, ink where the layout says."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pytest
from PIL import Image

from generator.cards import Layout, Look, Tokens, Words, compose, paint
from generator.cards.color import rgb
from generator.cards.drawing import Box, Line, Piece, Shadow, Text
from generator.cards.template import Canvas, Kind
from generator.language import Language

SIZES = {"portrait": (1080, 1350), "wide": (1200, 630)}


@pytest.fixture(params=[(size, scheme) for size in SIZES for scheme in ("light", "dark")], ids="-".join)
def layout(
    request: pytest.FixtureRequest,
    template: Kind,
    canvases: Mapping[str, Canvas],
    languages: Mapping[str, Language],
    colors: Tokens,
    samples: Mapping[str, Words],
) -> Layout:
    size, scheme = request.param
    look = Look(language=languages["hr"], tokens=colors, scheme=scheme)
    found, _ = compose(template, canvases[size], samples["hr"], look)
    assert found
    return found


def pixels(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def test_pictures_have_the_size_and_format_asked_for(layout: Layout) -> None:
    png, jpg = pixels(paint(layout)), pixels(paint(layout, "jpg"))

    assert (png.format, png.mode, png.size) == ("PNG", "P", (layout.width, layout.height))
    assert (jpg.format, jpg.mode, jpg.size) == ("JPEG", "RGB", (layout.width, layout.height))
    with pytest.raises(KeyError):
        paint(layout, "gif")


def test_the_same_layout_gives_the_same_bytes(layout: Layout) -> None:
    assert paint(layout) == paint(layout)
    assert paint(layout, "jpg") == paint(layout, "jpg")


def test_files_are_small(layout: Layout) -> None:
    assert len(paint(layout)) < 36_000 * layout.height / 630


def test_the_ground_is_exactly_the_paper(layout: Layout) -> None:
    assert pixels(paint(layout)).convert("RGB").getpixel((3, 3)) == rgb(layout.paper)


def test_text_begins_exactly_at_the_margin_whatever_its_size(layout: Layout) -> None:
    image = pixels(paint(layout)).convert("RGB")
    for role in ("often_asked", "question", "address"):
        (text,) = layout.texts(role)
        band = image.crop((0, text.y, layout.width // 2, text.y + text.height))
        ink = [x for x in range(band.width) if any(_inked(band, x, y, layout) for y in range(band.height))]

        assert abs(ink[0] - text.x) <= 1, role


def _inked(band: Image.Image, x: int, y: int, layout: Layout) -> bool:
    pixel, paper = band.getpixel((x, y)), rgb(layout.paper)
    assert isinstance(pixel, tuple)
    return sum(abs(a - b) for a, b in zip(pixel, paper, strict=True)) > 180


def test_nothing_is_drawn_outside_the_boxes_of_texts(layout: Layout) -> None:
    image = pixels(paint(layout)).convert("RGB")
    strong = {rgb(shade) for text in layout.texts() if text.role != "ornament" for shade in text.colors()}
    edge = 20
    for box in ((0, 0, edge, layout.height), (0, 0, layout.width, edge), (layout.width - edge, 0, layout.width, 630)):
        colors = image.crop(box).getcolors(maxcolors=256 * 256)
        assert colors
        assert not strong & {color for _, color in colors}


def test_a_panel_covers_the_shadow_below_it_though_its_colour_came_before() -> None:
    paper, white = "#FBF5EA", "#FFFFFF"
    place = {"x": 40, "y": 40, "width": 200, "height": 200, "radius": 40}
    plate = Box(x=300, y=40, width=60, height=60, radius=8, color=white, on=paper)
    shadow = Shadow(**place, blur=20, color="#DFDACF", on=paper)
    panel = Box(**place, color=white, on=paper)
    card = Layout(width=400, height=300, paper=paper, operations=(plate, shadow, panel))
    image = pixels(paint(card)).convert("RGB")

    assert {image.getpixel(spot) for spot in ((60, 60), (220, 60), (60, 220), (220, 220))} == {rgb(white)}


def test_a_panel_has_all_its_corners_where_an_ornament_lies_below_them() -> None:
    paper, white = "#FBF5EA", "#FFFFFF"
    piece = Piece(text="H", weight="heavy", color="#F1E5CF", x=0.0)
    line = Line(text="H", baseline=290, width=225, pieces=(piece,))
    box = {"x": 60, "y": 80, "width": 225, "height": 210, "size": 300}
    how = {"tracking": 0.0, "language": "en", "contrast": 1.0, "says": "nothing"}
    ornament = Text(role="ornament", **box, **how, on=paper, lines=(line,))
    place = {"x": 20, "y": 20, "width": 240, "height": 240, "radius": 40}
    shadow = Shadow(**place, blur=20, color="#DFDACF", on=paper)
    panel = Box(**place, color=white, on=paper)
    card = Layout(width=400, height=300, paper=paper, operations=(ornament, shadow, panel))
    image = pixels(paint(card)).convert("RGB")

    assert {image.getpixel(spot) for spot in ((238, 238), (255, 225), (225, 255))} == {rgb(white)}
