"""What service replies leave open: text and placeholders in turn, and what people call each placeholder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator import text
from generator.language import Language

_PLACEHOLDER = re.compile(r"\{\{\s*(.*?)\s*\}\}")
_MARK = re.compile("\ue000(\\d+)\ue001")


@dataclass(frozen=True, slots=True)
class Placeholder:
    """What an agent, or a helpdesk, fills in."""

    name: str
    type: str
    """text, date, time, days, link, order, choice or promise."""


def pieces(body: str, fields: Mapping[str, str]) -> Iterator[str | Placeholder]:
    """A reply's Markdown as plain text, cut at its placeholders; none of the pieces is empty.

    `fields` are the types of its placeholders by name; one without a type is text.
    """
    names: list[str] = []

    def mark(found: re.Match[str]) -> str:
        names.append(found[1])
        return f"\ue000{len(names) - 1}\ue001"

    cleaned = body.replace("\ue000", "").replace("\ue001", "")
    for index, piece in enumerate(_MARK.split(text.plain(_PLACEHOLDER.sub(mark, cleaned)))):
        if index % 2:
            name = names[int(piece)]
            yield Placeholder(name, fields.get(name, "text"))
        elif piece:
            yield piece


def label(placeholder: Placeholder, language: Language) -> str:
    """What people of a language call it: well-known ones have a phrase, others are called as their author did."""
    phrases = language.phrases["desk"]
    keys = [f"field_{placeholder.name}"]
    if placeholder.name == placeholder.type:
        keys.append(f"type_{placeholder.type}")
    known = next((key for key in keys if key in phrases), None)
    return language.say("desk", known) if known else placeholder.name.replace("_", " ")
