"""An answer's HTML as plain nested lists of known elements, so that the desk can build it without ever parsing HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from typing import TypeAlias

Node: TypeAlias = "str | list[object]"
"""Text, or `[tag, attributes, child, child ...]`."""

_AS_THEY_ARE = frozenset(
    {"p", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td", "pre", "blockquote"}
    | {"strong", "em", "del", "sub", "sup", "code", "kbd", "br", "hr", "a"}
)
# The desk's own headings are h2 and h3.
_HEADINGS = {"h1": "h4", "h2": "h4", "h3": "h5", "h4": "h6", "h5": "h6", "h6": "h6"}
_KEPT: Mapping[str, str] = {tag: tag for tag in _AS_THEY_ARE} | _HEADINGS
_WITHOUT_CONTENT = frozenset({"br", "hr"})
_UNSEEN = frozenset({"script", "style", "template", "noscript", "iframe", "object", "svg", "math", "title", "select"})
_DEEPEST = 20
"""Deeper elements lose their tags, not their text: nothing that reads the lists may run out of stack."""


class _Builder(HTMLParser):
    """Keeps known elements, the words of unknown ones, and nothing of those that readers never see."""

    def __init__(self, resolve: Callable[[str], dict[str, str]]) -> None:
        super().__init__(convert_charrefs=True)
        self.resolve = resolve
        self.root: list[object] = ["div", {}]
        self.open: list[list[object]] = [self.root]
        self.unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in _UNSEEN:
            self.unseen.append(tag)
        elif self.unseen:
            return
        elif tag == "img":
            self.open[-1].append(given.get("alt", ""))
        elif tag in _KEPT and len(self.open) <= _DEEPEST:
            element: list[object] = [_KEPT[tag], self._attributes(tag, given)]
            self.open[-1].append(element)
            if tag not in _WITHOUT_CONTENT:
                self.open.append(element)

    def _attributes(self, tag: str, given: Mapping[str, str]) -> dict[str, str]:
        if tag == "a":
            return self.resolve(given.get("href", ""))
        if tag in _HEADINGS and given.get("id"):
            return {"anchor": given["id"]}
        if tag == "ol" and given.get("start", "").isdecimal():
            return {"start": given["start"]}
        return {}

    def handle_endtag(self, tag: str) -> None:
        if self.unseen:
            if tag == self.unseen[-1]:
                self.unseen.pop()
            return
        for index in range(len(self.open) - 1, 0, -1):
            if self.open[index][0] == _KEPT.get(tag):
                del self.open[index:]
                return

    def handle_data(self, data: str) -> None:
        if not self.unseen and (data.strip() or self.open[-1] is not self.root):
            self.open[-1].append(data)


def nodes(html: str, resolve: Callable[[str], dict[str, str]]) -> list[object]:
    """The nodes of an HTML text.

    `resolve` makes a link's attributes from its target, none for one that leads nowhere.
    """
    builder = _Builder(resolve)
    builder.feed(html)
    builder.close()
    return builder.root[2:]
