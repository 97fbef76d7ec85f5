"""Where everything stands on a card, as text: the same on every machine. `UPDATE_GOLDEN=1` writes it anew."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.cards import Layout, Look, Tokens, Words, alt_text, compose
from generator.cards.drawing import Code, Icon, Operation, Text
from generator.cards.template import Canvas, Kind
from generator.language import Language

GOLDEN = Path(__file__).parent / "golden"
CASES = [
    case.split()
    for case in (
        "question portrait en light",
        "question landscape cs dark",
        "qa portrait hr light",
        "qa square cs dark",
        "qa wide bg dark",
        "tip pin sl dark",
        "tip wide sr light",
        "cover portrait bg light",
        "cover square sr-Latn dark",
        "slide portrait sr dark",
        "slide landscape hr light",
        "summary story cs light",
        "summary wide en dark",
        "myth square hr light",
        "myth landscape sl dark",
        "figure story en dark",
        "figure wide bg light",
        "checklist portrait sl light",
        "checklist landscape sr-Latn dark",
        "quiz square bg light",
        "quiz wide cs dark",
        "hours pin hr light",
        "hours wide sr dark",
        "season story sr-Latn light",
        "season landscape en dark",
        "changed portrait cs dark",
        "changed wide sl light",
        "hours portrait rtl light",
        "summary wide rtl dark",
    )
]


def described(layout: Layout) -> Iterator[str]:
    yield f"{layout.width}x{layout.height} {layout.paper}"
    yield f'"{alt_text(layout)}"'
    for operation in layout.operations:
        if isinstance(operation, Text):
            shades = " ".join(operation.colors())
            yield f"{operation.role} {operation.size}px at {operation.x},{operation.y} {shades} on {operation.on}"
            for line in operation.lines:
                yield f"    {line.baseline}: {line.text}{'-' * line.hyphenated} ({line.width:.0f})"
        else:
            yield f"[{_shape(operation)} at {operation.x},{operation.y} on {operation.on}"


def _shape(operation: Operation) -> str:
    if isinstance(operation, Icon):
        turned = " mirrored" * operation.mirrored
        return f"{operation.name}] {operation.size}x{operation.size}{turned} {operation.color}"
    if isinstance(operation, Code):
        return f"code] {len(operation.rows)} modules of {operation.module} px {operation.color}"
    assert not isinstance(operation, Text)
    color = getattr(operation, "color", "")
    return f"{type(operation).__name__.lower()}] {operation.width}x{operation.height} {color}"


@pytest.mark.parametrize(("kind", "size", "code", "scheme"), CASES)
def test_cards_look_as_they_did(
    templates: Mapping[str, Kind],
    canvases: Mapping[str, Canvas],
    languages: Mapping[str, Language],
    colors: Tokens,
    kinds_words: Mapping[str, Mapping[str, Words]],
    kind: str,
    size: str,
    code: str,
    scheme: str,
) -> None:
    language = languages.get(code) or replace(languages["en"], direction="rtl")
    look = Look(language=language, tokens=colors, scheme=scheme)
    layout, problems = compose(templates[kind], canvases[size], kinds_words[language.code][kind], look)
    assert layout
    assert problems == []
    found = "\n".join(described(layout)) + "\n"
    path = GOLDEN / f"{kind}-{size}-{code}-{scheme}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(found, encoding="utf-8")

    assert found == path.read_text(encoding="utf-8")


def test_no_layout_is_kept_that_nobody_compares() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == {"-".join(case) for case in CASES}
