"""Where everything stands on a card, as text: the same on every machine. `UPDATE_GOLDEN=1` writes it anew."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.cards import Layout, Tokens, Words, compose
from generator.cards.drawing import Icon, Text
from generator.content.schema.cards import CardFile
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
        else:
            if isinstance(operation, Icon):
                width, height, kind = operation.size, operation.size, operation.name
            else:
                width, height, kind = operation.width, operation.height, "box"
            yield f"[{kind}] {width}x{height} at {operation.x},{operation.y} {operation.color} on {operation.on}"


@pytest.mark.parametrize(("code", "size", "scheme"), [*CASES, ("sl", "wide", "alone"), ("en", "portrait", "alone")])
def test_cards_look_as_they_did(
    template: CardFile,
    languages: Mapping[str, Language],
    colors: Tokens,
    samples: Mapping[str, Words],
    code: str,
    size: str,
    scheme: str,
) -> None:
    words = replace(samples[code], answers=()) if scheme == "alone" else samples[code]
    layout, problems = compose(template, size, words, languages[code], colors, "light" if scheme == "alone" else scheme)
    assert layout
    assert problems == []
    found = "\n".join(described(layout)) + "\n"
    path = GOLDEN / f"qa-{size}-{code}-{scheme}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(found, encoding="utf-8")

    assert found == path.read_text(encoding="utf-8")
