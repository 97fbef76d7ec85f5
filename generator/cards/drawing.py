"""What a composed card consists of: plain operations in painting order, and the alternative text read from them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A filled rectangle with round corners. `on` is the colour below: edges are blended towards it."""

    x: int
    y: int
    width: int
    height: int
    radius: int
    color: str
    on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bubble:
    """The speech bubble of the built-in mark, in a square."""

    x: int
    y: int
    size: int
    color: str
    on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A check mark, in a square."""

    x: int
    y: int
    size: int
    color: str
    on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A word, or a part of one between highlights; `x` counts from the left edge of its text, in pixels."""

    text: str
    weight: str
    color: str
    x: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: its words as read, and as drawn."""

    text: str
    """Without the hyphen that breaking added."""
    baseline: int
    width: float
    pieces: tuple[Piece, ...]
    hyphenated: bool = False
    glued: bool = False
    """The next line goes on without a space."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A paragraph or label; the box runs from the top of its capitals to the last baseline."""

    role: str
    """The slot it fills: question, answer, topic, address, brand, a phrase's key, or ornament."""
    x: int
    y: int
    width: int
    height: int
    size: int
    tracking: float
    language: str
    on: str
    contrast: float
    """The least contrast its colours must have with `on`; 1 for an ornament."""
    lines: tuple[Line, ...]

    def read(self) -> str:
        """Its words on one line, hyphenation undone."""
        out = "".join(line.text + ("" if line.hyphenated or line.glued else " ") for line in self.lines)
        return " ".join(out.split())

    def colors(self) -> Iterator[str]:
        """The distinct colours of its pieces, in order."""
        return iter(dict.fromkeys(piece.color for line in self.lines for piece in line.pieces))


Operation: TypeAlias = Box | Bubble | Tick | Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A card ready to paint."""

    width: int
    height: int
    paper: str
    operations: tuple[Operation, ...]

    def texts(self, role: str = "") -> Iterator[Text]:
        """Its texts, or those of one role."""
        return (o for o in self.operations if isinstance(o, Text) and (not role or o.role == role))


def alt_text(layout: Layout) -> str:
    """What the card says, for those who do not see it: the question and the answer exactly as drawn."""
    question = " ".join(text.read() for text in layout.texts("question"))
    answer = " ".join(text.read() for text in layout.texts("answer"))
    ended = question if question.endswith(("?", ".", "!", "…")) else f"{question}."
    return f"{ended} {answer}" if answer else question
