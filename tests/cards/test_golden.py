"""Where everything stands on a card, as text: the same on every machine. `UPDATE_GOLDEN=1` writes it anew."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from generator.cards import Layout, Look, Tokens, Words, compose
from generator.cards.drawing import Box, Icon, Shadow, Text
from generator.content.schema.cards import CanvasFile, CardFile
from generator.language import Language

GOLDEN = Path(__file__).parent / "golden"
CASES = [("hr", "portrait", "light"), ("bg", "wide", "dark"), ("cs", "wide", "light"), ("sr", "portrait", "dark")]


def described(layout: Layout) -> Iterator[str]:
    yield f"{layout.width}x{layout.height} {layout.paper}"
    for operation in layout.operations:
        if isinstance(operation, Text):
            shades = " ".join(operation.colors())
            yield f"{operation.role} {operation.size}px at {operation.x},{operation.y} {shades} on {operation.on}"
            for line in operation.lines:
                yield f"    {line.baseline}: {line.text}{'-' * line.hyphenated} ({line.width:.0f})"
        elif isinstance(operation, Icon):
            place = f"{operation.size}x{operation.size} at {operation.x},{operation.y}"
            yield f"[{operation.name}] {place} {operation.color} on {operation.on}"
        elif isinstance(operation, (Box, Shadow)):
            place = f"{operation.width}x{operation.height} at {operation.x},{operation.y}"
            yield f"[{type(operation).__name__.lower()}] {place} {operation.color} on {operation.on}"


@pytest.mark.parametrize(("code", "size", "scheme"), [*CASES, ("sl", "wide", "alone"), ("en", "portrait", "alone")])
def test_cards_look_as_they_did(
    template: CardFile,
    canvases: Mapping[str, CanvasFile],
    having: Callable[..., Words],
    languages: Mapping[str, Language],
    colors: Tokens,
    samples: Mapping[str, Words],
    code: str,
    size: str,
    scheme: str,
) -> None:
    words = having(samples[code], answer=()) if scheme == "alone" else samples[code]
    look = Look(language=languages[code], tokens=colors, scheme="light" if scheme == "alone" else scheme)
    layout, problems = compose(template, canvases[size], words, look)
    assert layout
    assert problems == []
    found = "\n".join(described(layout)) + "\n"
    path = GOLDEN / f"qa-{size}-{code}-{scheme}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(found, encoding="utf-8")

    assert found == path.read_text(encoding="utf-8")
