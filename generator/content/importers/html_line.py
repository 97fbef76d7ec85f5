"""The line of a web page that is being read: text and inline elements, as Markdown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from generator.content.importers.clean import one_line
from generator.content.importers.escape import BREAK, code, paragraph, trimmed
from generator.content.importers.links import destination, safe
from generator.content.markup import PLAIN_TAGS

DEEPEST: Final = 40
"""Elements within each other; deeper ones are unwrapped, as no person wrote them."""
_MARKS: Final = {"strong": "**", "b": "**", "em": "*", "i": "*"}
_KEPT: Final = PLAIN_TAGS - {"br"}
TAGS: Final = frozenset({*_MARKS, *_KEPT, "a", "code"})


@dataclass(slots=True)
class _Inline:
    """An open inline element and where in the line its content begins."""

    tag: str
    start: int
    target: str = ""


@dataclass(slots=True)
class Line:
    """Pieces of Markdown up to now, and the elements that are open."""

    lost: list[str]
    """In words, what of the HTML is not in the Markdown."""
    pieces: list[str] = field(default_factory=list)
    inside: list[_Inline] = field(default_factory=list)

    @property
    def in_code(self) -> bool:
        """Whether what comes is code."""
        return any(one.tag == "code" for one in self.inside)

    def begin(self, tag: str, href: str | None) -> None:
        """An element begins, if it is not too deep."""
        if len(self.inside) >= DEEPEST:
            self.lost.append(f"<{tag}> within {DEEPEST} others (its text is kept)")
            return
        if tag == "a":
            self.end("a")
        target = one_line(href or "")
        if tag == "a" and not safe(target):
            self.lost.append(f"a link to '{target[:60]}' (its text is kept)")
            target = ""
        self.inside.append(_Inline(tag, len(self.pieces), target))

    def end(self, tag: str) -> None:
        """An element ends, and all that began in it; an end without a beginning means nothing."""
        if not any(one.tag == tag for one in self.inside):
            return
        while self.inside:
            last = self.inside.pop()
            self._wrap(last)
            if last.tag == tag:
                return

    def take(self) -> str:
        """The finished paragraph. Inline elements go on in the next one."""
        reopened = [_Inline(one.tag, 0, one.target) for one in self.inside]
        while self.inside:
            self._wrap(self.inside.pop())
        text = paragraph("".join(self.pieces))
        self.pieces, self.inside = [], reopened
        return text

    def _wrap(self, element: _Inline) -> None:
        """Replace an element's content in the line by its Markdown."""
        content = "".join(self.pieces[element.start :])
        before, text, after = trimmed(content)
        del self.pieces[element.start :]
        if not text:
            self.pieces.append(content)
            return
        if element.tag == "code":
            text = code(text)
        elif element.tag in _KEPT:
            text = f"<{element.tag}>{text}</{element.tag}>"
        elif element.tag != "a":
            mark = _MARKS[element.tag]
            text = f"{mark}{text}{mark}"
        elif element.target:
            if not before and self.pieces and self.pieces[-1].endswith("!"):
                self.pieces[-1] = self.pieces[-1][:-1] + "\\!"  # or the link would be an image
            text = f"[{text.replace(BREAK, ' ')}]({destination(element.target)})"
        self.pieces += [before, text, after]
