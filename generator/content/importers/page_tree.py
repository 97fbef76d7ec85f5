"""A web page as elements that know where they begin and end in its source, so that answers can be cut out of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from generator.content.importers.clean import one_line
from generator.content.importers.tolerant import UNREAD, VOID, Tolerant

_SKIPPED: Final = UNREAD | {"svg"}
_AROUND: Final = frozenset({"nav", "footer", "aside", "dialog", "menu"})
"""What stands around the text of a page."""
_PARTS: Final = frozenset({"article", "section", "details"})
"""What may have a header of its own."""
_ENDED_BY: Final = {
    "p": re.compile(r"p|div|h[1-6]|ul|ol|dl|table|section|article|details|blockquote|footer"),
    "li": re.compile("li"),
    "dt": re.compile("d[dt]"),
    "dd": re.compile("d[dt]"),
    "option": re.compile("option"),
}
"""Elements whose end may be left out, and what begins where they end."""
_DEEPEST: Final = 100
"""Elements within each other; deeper ones are text of those."""
_HEADING: Final = re.compile(r"h([1-6])")


@dataclass(slots=True, eq=False)
class Element:
    """One element; offsets are of the page's source."""

    tag: str
    attrs: Mapping[str, str]
    line: int
    start: int
    """Where its first tag begins, `inside` where that ends."""
    inside: int
    above: Element | None = None
    last: int = -1
    """Where its last tag begins, `end` where that ends."""
    end: int = -1
    children: list[Element] = field(default_factory=list)
    texts: list[tuple[int, str]] = field(default_factory=list)
    """Its own, with the offset of each."""
    read: str | None = None
    """What `words` found, once somebody asked."""

    def words(self) -> str:
        """All its text, on one line."""
        if self.read is None:
            found = [*self.texts, *(text for one in self.within() for text in one.texts)]
            self.read = one_line("".join(text for _, text in sorted(found)))
        return self.read

    def within(self) -> Iterator[Element]:
        """What stands in it, in the order of the page."""
        waiting = self.children[::-1]
        while waiting:
            one = waiting.pop()
            yield one
            waiting += one.children[::-1]

    def outside(self) -> Iterator[Element]:
        """What it stands in, the closest first."""
        above = self.above
        while above:
            yield above
            above = above.above

    def first(self, fits: Callable[[Element], bool]) -> Element | None:
        """The first one in it that fits."""
        return next(filter(fits, self.within()), None)

    def begins_with(self, one: Element) -> bool:
        """Whether nothing stands in it before another."""
        return self.children[0] is one and not any(at < one.start and text.strip() for at, text in self.texts)

    def is_menu(self) -> bool:
        """Whether there is nothing to read in it but links."""
        links = "".join(one.words() for one in self.within() if one.tag == "a")
        return len(links.replace(" ", "")) >= len(self.words().replace(" ", ""))

    def ends_text(self) -> bool:
        """Whether what stands before it cannot go on behind it."""
        return self.tag in {"footer", "nav", "aside"}

    @property
    def level(self) -> int:
        """Of a heading, also of one that only says so (`role="heading"`); 0 of others."""
        if found := _HEADING.fullmatch(self.tag):
            return int(found[1])
        said = self.attrs.get("aria-level", "")
        return (int(said) if re.fullmatch("[1-9]", said) else 2) if self.attrs.get("role") == "heading" else 0

    def is_around(self) -> bool:
        """Whether it stands around the page's own text: in a menu or the footer."""
        around = [self, *self.outside()]
        tags = {one.tag for one in around}
        return bool(tags & _AROUND) or ("header" in tags and not tags & _PARTS)


def tree(page: str) -> Element:
    """The page; what no person reads (scripts, styles) is not in it."""
    builder = _Builder(page)
    builder.feed(page)
    builder.close()
    builder.end(1, len(page), len(page))
    return builder.root


class _Builder(Tolerant):
    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.lines = [0, *(found.end() for found in re.finditer("\n", page))]
        self.root = Element("", {}, 1, 0, 0, last=len(page), end=len(page))
        self.open = [self.root]
        self.skipping = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.skipping or tag in _SKIPPED:
            self.skipping = self.skipping or tag
            return
        at = self._offset()
        ended = _ENDED_BY.get(self.open[-1].tag)
        if ended and ended.fullmatch(tag):
            self.end(len(self.open) - 1, at, at)
        inside = at + len(self.get_starttag_text() or "")
        values = {name: one_line(value or "") for name, value in attrs}
        one = Element(tag, values, self.getpos()[0], at, inside, self.open[-1], inside, inside)
        self.open[-1].children.append(one)
        if tag not in VOID and len(self.open) < _DEEPEST:
            self.open.append(one)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<div/>` is `<div>` to browsers."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self.skipping:
            self.skipping = "" if tag == self.skipping else self.skipping
            return
        depth = next((n for n in range(len(self.open) - 1, 0, -1) if self.open[n].tag == tag), 0)
        if depth:
            at = self._offset()
            self.end(depth, at, at + len(tag) + 3)

    def handle_data(self, data: str) -> None:
        if not self.skipping:
            self.open[-1].texts.append((self._offset(), data))

    def end(self, depth: int, at: int, after: int) -> None:
        """End what is open from `depth` on; what is in it ends before it does."""
        for one in self.open[depth:]:
            one.last, one.end = at, at
        if depth < len(self.open):
            self.open[depth].end = after
        del self.open[depth:]

    def _offset(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column
