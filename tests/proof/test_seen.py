"""A text as its readers see it, and the way back."""

from __future__ import annotations

import pytest

from generator.proof import seen
from generator.proof.seen import HOLE, OPAQUE


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("## Costs {#costs}\n\n- **One** of `two`", f"Costs\n\nOne of {OPAQUE}"),
        ("It takes {{ days }}.", f"It takes {HOLE}."),
        ("[a link](entry:a#b) and [another][x]\n\n[x]: https://a.example", "a link and another\n\n"),
        ("Write to a.b@c.example or see https://a.example/x.", f"Write to {OPAQUE} or see {OPAQUE}."),
        ("a&nbsp;b <kbd>c</kbd>\\*", "a\u00a0b c*"),
        ("| a | b |\n|---|---|\n| c | d |", "\na\nb\n\n\n\nc\nd\n"),
        ("![A pot](/pot.png)\n> 1. quoted", "A pot\nquoted"),
    ],
)
def test_markdown_is_gone(written: str, shown: str) -> None:
    assert seen(written).text == shown


def test_every_letter_knows_where_it_was_written() -> None:
    written = "## A **bold** {{ x }} [link](entry:a) `code` end"
    shown = seen(written)
    for word in ("bold", "link", "end"):
        at = shown.text.index(word)
        assert slice(*shown.span(at, at + len(word))) == slice(written.index(word), written.index(word) + len(word))


def test_a_plain_text_keeps_its_signs() -> None:
    assert seen("2 * 3 and **this** is [so]", markdown=False).text == "2 * 3 and **this** is [so]"
