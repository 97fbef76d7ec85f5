"""All that decides how a card comes out but for the places of its slots, and the paragraphs made with it."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator.cards.drawing import Line, Text
from generator.cards.fonts import Ruler
from generator.cards.look import Look
from generator.cards.paragraph import Fitted, Paragraph, paragraph
from generator.cards.template import Canvas, Said, Says, Style
from generator.cards.words import Item
from generator.language import Language

_SILENT = frozenset({"brand", "topic", "address"})


class Spot(NamedTuple):
    """Where something is drawn: its corner, the width it has, the colour below it and that surface's token."""

    x: int
    y: float
    width: int
    on: str
    ground: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One card's words, one text for each role, with its canvas, styles and look."""

    texts: Mapping[str, str]
    """Role or phrase -> text; what has none draws nothing."""
    items: tuple[Item, ...]
    highlights: tuple[str, ...]
    code: str
    canvas: Canvas
    styles: Mapping[str, Style]
    look: Look
    ruler: Ruler
    cap_height: float
    """Of capitals, in em."""

    @property
    def is_rtl(self) -> bool:
        """Whether the card is read from right to left."""
        return self.look.language.direction == "rtl"

    def has(self, need: str) -> bool:
        """Whether there is anything to draw of a role, of items or of a code."""
        return bool({"items": self.items, "code": self.code}.get(need, self.texts.get(need)))

    def color(self, token: str, ground: str) -> str:
        """A token as it is on a surface: on `deep`, `deep_ink` stands for `ink`."""
        colors = self.look.tokens.scheme(self.look.scheme)
        return colors.get(f"{ground}_{token}") or colors[token]

    def gap(self, name: str | None) -> int:
        """A distance by its name; none without one."""
        return self.canvas.gaps[name] if name else 0

    def size(self, name: str | None) -> int:
        """The size of a mark, chip or disc by its name."""
        return self.canvas.sizes[name] if name else 0

    def content(self, said: Said) -> Paragraph | None:
        """What a slot says, or None where it has nothing to say."""
        role = said.text if said.text and (self.texts.get(said.text) or not said.phrase) else said.phrase or ""
        text = self.texts.get(role, "")
        return self.prose(role, text, said.style or "") if text else None

    def prose(self, role: str, text: str, style: str) -> Paragraph:
        """A text in one of the styles, by the rules of the card's language."""
        language = self.look.language
        own = _in_language(self.styles[style], language.typography.get("capitals"), language.typography.get("tracking"))
        return paragraph(role, text, style=own, language=language, highlights=self.highlights, ruler=self.ruler)

    def height(self, prose: Paragraph, fitted: Fitted) -> float:
        """From the top of the first line's capitals to the last baseline."""
        return fitted.size * (self.cap_height + (len(fitted.spans) - 1) * prose.leading)

    def text(self, prose: Paragraph, fitted: Fitted, spot: Spot, says: Says = "words", align: str = "") -> Text:
        """The paragraph at a size and place; `align` instead of its style's own."""
        plain = self.color(prose.style.color, spot.ground)
        strong = self.color(prose.style.strong, spot.ground) if prose.style.strong else plain
        lines = prose.lines(fitted, spot.y, self.cap_height, (plain, strong))
        widest = max(line.width for line in lines)
        where = align or prose.style.align
        room, share = spot.width - widest, _side(where, self.look.language)
        return Text(
            role=prose.role,
            x=round(spot.x + {"start": 0, "center": room / 2, "end": room}[where]),
            y=round(spot.y),
            width=round(widest),
            height=round(self.height(prose, fitted)),
            size=fitted.size,
            tracking=prose.style.tracking,
            language=prose.language,
            on=spot.on,
            contrast=prose.style.contrast,
            lines=tuple(_aligned(line, widest, share) for line in lines) if share else lines,
            says=says,
        )


def says(said: Said) -> Says:
    """What a slot's text is when the card is read out."""
    return said.says or ("nothing" if said.phrase or said.text in _SILENT else "words")


@functools.lru_cache(maxsize=512)
def _in_language(style: Style, capitals: str | None, tracking: str | None) -> Style:
    """Without capitals or with other tracking where a language's script asks for it."""
    return replace(
        style,
        capitals=style.capitals and capitals != "no",
        tracking=style.tracking if tracking is None else style.tracking * float(tracking),
    )


def _side(align: str, language: Language) -> float:
    """How much of a line's free width stands to the left of it; cards from right to left are mirrored later."""
    share = {"start": 0.0, "center": 0.5, "end": 1.0}[align]
    return 1 - share if language.direction == "rtl" else share


def _aligned(line: Line, widest: float, share: float) -> Line:
    shift = (widest - line.width) * share
    if not shift:
        return line
    return line._replace(pieces=tuple(piece._replace(x=round(piece.x + shift, 2)) for piece in line.pieces))
