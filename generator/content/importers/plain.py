"""What of an answer's HTML is plain text: a question, and the short answer that our own pages mark."""

from __future__ import annotations

import html
import re
from typing import Final

from generator.content.importers.clean import one_line
from generator.content.importers.tolerant import Tolerant

_SHORT: Final = re.compile(r"\s*<p class=\"short\">([^<]*)</p>")
"""How our own pages mark a short answer."""


def split_short(source: str) -> tuple[str, str]:
    """The short answer of an answer's HTML, where one is marked as ours are, and the rest."""
    found = _SHORT.match(source)
    return (one_line(html.unescape(found[1])), source[found.end() :]) if found else ("", source)


def to_plain(text: str) -> str:
    """A question without tags and entities, on one line."""
    plain = _Text()
    plain.feed(text)
    plain.close()
    return one_line("".join(plain.parts))


class _Text(Tolerant):
    """Gathers what is not a tag."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        """Text between tags, entities resolved."""
        self.parts.append(data)
