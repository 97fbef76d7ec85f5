"""All that decides how a card comes out but for the places of its slots, and the paragraphs made with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.cards.drawing import Line, Text
from generator.cards.fonts import Ruler
from generator.cards.paragraph import Fitted, Paragraph, paragraph
from generator.content.schema.cards import Item, Style, TextSlot
from generator.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where something is drawn: its corner, the width it has, and the colour below it."""

    x: int
    y: float
    width: int
    on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Words, colours, language and typeface of one card."""

    texts: Mapping[str, str]
    """Role -> text; a role without text draws nothing."""
    highlights: tuple[str, ...]
    styles: Mapping[str, Style]
    colors: Mapping[str, str]
    """Token -> `#RRGGBB`."""
    language: Language
    ruler: Ruler
    cap_height: float
    """Of capitals, in em."""

    def content(self, slot: TextSlot | Item) -> Paragraph | None:
        """What a slot says, or None where it has nothing to say."""
        role = slot.text or slot.phrase or ""
        text = self.texts.get(role, "")
        return self.prose(role, text, slot.style or "") if text else None

    def prose(self, role: str, text: str, style: str) -> Paragraph:
        """A text in one of the template's styles, by the rules of the card's language."""
        return paragraph(
            role, text, style=self.styles[style], language=self.language, highlights=self.highlights, ruler=self.ruler
        )

    def height(self, prose: Paragraph, fitted: Fitted) -> float:
        """From the top of the first line's capitals to the last baseline."""
        return fitted.size * (self.cap_height + (len(fitted.spans) - 1) * prose.leading)

    def text(self, prose: Paragraph, fitted: Fitted, spot: Spot) -> Text:
        """The paragraph at a size and place."""
        plain, strong = self.colors[prose.style.color], self.colors[prose.style.strong or prose.style.color]
        lines = prose.lines(fitted, spot.y, self.cap_height, (plain, strong))
        widest, x = max(line.width for line in lines), spot.x
        if self.language.direction == "rtl" and prose.style.breaking != "none":
            lines = tuple(_moved(line, widest - line.width) for line in lines)
            x += spot.width - round(widest)
        return Text(
            role=prose.role,
            x=x,
            y=round(spot.y),
            width=round(widest),
            height=round(self.height(prose, fitted)),
            size=fitted.size,
            tracking=prose.style.tracking,
            language=prose.language,
            on=spot.on,
            contrast=prose.style.contrast,
            lines=lines,
        )


def _moved(line: Line, distance: float) -> Line:
    return replace(line, pieces=tuple(replace(piece, x=round(piece.x + distance, 2)) for piece in line.pieces))
