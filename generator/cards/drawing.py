"""What a composed card consists of: plain operations in painting order, and the alternative text read from them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from generator.cards.typeface import Typeface, bundled

_ENDS = ("?", ".", "!", "…", ":", "؟", "。", "？", "！")


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
class Icon:
    """A drawing of one colour, in a square; `bubble` and `tick` are the two parts of the built-in mark."""

    name: str
    x: int
    y: int
    size: int
    color: str
    on: str
    mirrored: bool = False
    """Where text runs to the left, for icons that point somewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shadow:
    """The soft shadow of a rectangle, drawn before it; `color` is what the ground becomes right below the edge."""

    x: int
    y: int
    width: int
    height: int
    radius: int
    blur: int
    color: str
    on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture of its own colours, such as a brand's logo, scaled into its box."""

    x: int
    y: int
    width: int
    height: int
    on: str
    digest: str
    """Of `data`, which is too long to be shown and compared."""
    data: bytes = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A QR code without its quiet zone."""

    x: int
    y: int
    module: int
    """Pixels of one module."""
    rows: tuple[str, ...]
    """`1` for a dark module, `0` for none."""
    color: str
    on: str


class Piece(NamedTuple):
    """A word, or a part of one; `x` is where its left edge is, from the left edge of its text, in pixels."""

    text: str
    weight: str
    color: str
    x: float
    face: str = ""
    """The family of the typeface that has its letters; empty for the brand's own."""
    rtl: bool = False
    """Whether it is set from right to left."""


class Line(NamedTuple):
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
    says: Literal["nothing", "label", "lead", "words"] = "words"
    """What it is when the card is read out: nothing, a label, the beginning of a sentence, or a sentence."""

    def read(self) -> str:
        """Its words on one line, hyphenation undone."""
        out = "".join(line.text + ("" if line.hyphenated or line.glued else " ") for line in self.lines)
        return " ".join(out.split())

    def colors(self) -> Iterator[str]:
        """The distinct colours of its pieces, in order."""
        return iter(dict.fromkeys(piece.color for line in self.lines for piece in line.pieces))


Operation: TypeAlias = Box | Icon | Shadow | Picture | Code | Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A card ready to paint."""

    width: int
    height: int
    paper: str
    paper_end: str = ""
    """Where the ground is a gradient, the colour at its lower edge."""
    operations: tuple[Operation, ...]
    typeface: Typeface = field(default_factory=bundled, repr=False)
    """The fonts that its pieces name."""

    def texts(self, role: str = "") -> Iterator[Text]:
        """Its texts, or those of one role."""
        return (o for o in self.operations if isinstance(o, Text) and (not role or o.role == role))


def alt_text(layout: Layout) -> str:
    """What the card says, for those who do not see it: exactly what was drawn, in its order, each part a sentence."""
    said = (_ended(text.read(), text.says) for text in layout.texts() if text.says != "nothing")
    return " ".join(filter(None, said))


def _ended(read: str, says: str) -> str:
    """A part with what parts it from the next: `Fact:`, `1.`, `2–3` before `working days`."""
    if not read or says == "lead" or read.endswith(_ENDS):
        return read
    return f"{read}:" if says == "label" and not read.isdecimal() else f"{read}."
