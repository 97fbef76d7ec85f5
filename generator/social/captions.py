"""What is written beside pictures to leaf through: how the answer begins, and that the pictures go on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from generator.content.schema.formats import FormatFile
from generator.social import prose
from generator.social.fields import Given
from generator.social.phrases import Voice

_SAYS_SOMETHING = 6
"""Words of a beginning: "That can happen." needs the sentence behind it."""


def is_brief(form: FormatFile, full: str) -> bool:
    """Whether the beginning of what a format says is enough beside its pictures: an answer, steps."""
    return form.answers or _first_step(form, full) != ""


def answers(form: FormatFile, full: str, given: Given, voice: Voice) -> Iterator[str]:
    """Beginnings, the best first, each with a hint at the pictures."""
    swipe = voice.say("swipe")
    begun = list(islice(prose.beginnings(prose.before_table(given.entry.body)), 2))
    enough = [text for text in begun if len(text.split()) >= _SAYS_SOMETHING]
    for answer in (given.field("short"), _first_step(form, full), *enough, *begun):
        if answer:
            yield f"{answer}\n\n{swipe}"
    yield swipe


def _first_step(form: FormatFile, full: str) -> str:
    """Of a format that tells steps: whoever has it knows how to begin."""
    first = full.partition("\n")[0]
    return first if form.carousel == "items" and first.startswith("1. ") else ""
