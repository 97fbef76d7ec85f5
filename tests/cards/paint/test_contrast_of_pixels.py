"""What is seen, not what is said: the contrast of painted text to what lies around it (WCAG 1.4.3 and 1.4.6)."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pytest
from PIL import Image

from generator.cards import Look, Tokens, Words, compose, paint
from generator.cards.color import contrast
from generator.cards.drawing import Text
from generator.content.schema.cards import CanvasFile, CardFile
from generator.language import Language

CARDS = [
    case.split()
    for case in (
        "qa portrait hr light",
        "qa wide bg dark",
        "cover story cs light",
        "summary portrait sr dark",
        "myth square sl light",
        "myth wide en dark",
        "figure portrait bg light",
        "season wide hr dark",
        "quiz square sr-Latn light",
        "hours wide cs dark",
        "checklist pin en dark",
        "slide portrait sl light",
    )
]
SOLID = 0.002
"""Of a text's box: a colour this frequent is no edge of a letter."""


def _hex(color: tuple[int, int, int]) -> str:
    return "#{:02X}{:02X}{:02X}".format(*color)


def measured(image: Image.Image, text: Text) -> float:
    """Of the letters' strongest colour to the most frequent colour around them."""
    part = image.crop((text.x, text.y, text.x + text.width, text.y + text.height))
    found = part.getcolors(part.width * part.height)
    assert found
    ground = _hex(max(found)[1])
    return max(contrast(_hex(color), ground) for count, color in found if count >= SOLID * part.width * part.height)


@pytest.mark.parametrize(("kind", "size", "code", "scheme"), CARDS)
def test_painted_text_has_the_contrast_that_its_style_promises(
    templates: Mapping[str, CardFile],
    canvases: Mapping[str, CanvasFile],
    languages: Mapping[str, Language],
    colors: Tokens,
    kinds_words: Mapping[str, Mapping[str, Words]],
    kind: str,
    size: str,
    code: str,
    scheme: str,
) -> None:
    look = Look(language=languages[code], tokens=colors, scheme=scheme)
    layout, problems = compose(templates[kind], canvases[size], kinds_words[code][kind], look)
    assert layout, problems
    image = Image.open(io.BytesIO(paint(layout, "png"))).convert("RGB")

    for text in layout.texts():
        if text.role != "ornament":
            assert measured(image, text) >= text.contrast, text
