"""HTML of an answer to the Markdown that the site's engine reads.

markdownify was tried and left out: it turns `&lt;b&gt;` into a tag and `[x](y)` of a text into a link, keeps
`javascript:` links, and indents nested lists by two where Python-Markdown wants four.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from generator.content.importers import html_line, html_table
from generator.content.importers.clean import one_line
from generator.content.importers.escape import BREAK, code, escape
from generator.content.importers.html_line import DEEPEST, Line
from generator.content.importers.html_table import Table
from generator.content.importers.tolerant import UNREAD, VOID, Tolerant

_DROPPED: Final = UNREAD | {"iframe", "object", "svg", "form"}
_VOID: Final = VOID - {"br", "hr"}
_INLINE: Final = frozenset({"span", "font"})
_PAGE: Final = frozenset({"html", "head", "body", "main", "section", "article", "header", "footer"})
_GROUPS: Final = _PAGE | {"div", "p", "center", "figure", "figcaption"}
_BLOCKS: Final = _GROUPS | {*("dl", "dt", "dd", "details", "summary", "aside", "nav", "hr", "address")}
_HEADING: Final = re.compile(r"h[1-6]")
_ID: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,79}")
_LANGUAGE: Final = re.compile(r"(?:^|\s)(?:lang|language)-([A-Za-z0-9_+#-]{1,20})(?:\s|$)")


def to_markdown(source: str) -> tuple[str, list[str]]:
    """Markdown, and in words what of the HTML is not in it."""
    if not re.search(r"<[a-zA-Z/!]", source):
        source = "<p>" + re.sub(r"\n", "<br>", re.sub(r"\n[ \t]*\n\s*", "<p>", source.strip()))
    parser = _Converter()
    parser.feed(source)
    parser.close()
    return parser.markdown(), list(dict.fromkeys(parser.lost))


@dataclass(slots=True)
class _Container:
    """What blocks are gathered in: the answer itself, a list item or a quotation."""

    tag: str
    blocks: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _List:
    ordered: bool
    items: list[str] = field(default_factory=list)


class _Converter(Tolerant):
    """Gathers inline text into blocks, blocks into containers, list items into lists."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lost: list[str] = []
        self.open: list[_Container | _List | Table] = [_Container("")]
        self.line = Line(self.lost)
        self.skipping: list[str] = []
        self.heading = 0
        self.heading_id = ""
        self.ids: set[str] = set()
        self.pre: list[str] | None = None
        self.language = ""

    def markdown(self) -> str:
        """The finished text."""
        self._end_pre()
        while len(self.open) > 1:
            self._close_top()
        self._flush()
        return "\n\n".join(self._container.blocks).strip("\n")

    # -- what the parser calls ------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins; unknown ones are unwrapped and noted."""
        if self.skipping:
            if tag == self.skipping[0]:
                self.skipping.append(tag)
        elif tag in _DROPPED:
            source = one_line(dict(attrs).get("src") or "")[:100]
            self.lost.append(f"<{tag}> {source}".rstrip() + " and what is in it")
            self.skipping.append(tag)
        elif tag == "br":
            self._raw("\n" if self.pre is not None else BREAK)
        elif tag in _VOID:
            self._void(tag, dict(attrs))
        elif tag in html_line.TAGS:
            self._open_inline(tag, dict(attrs))
        elif tag in html_table.TAGS:
            self._open_table(tag, dict(attrs))
        else:
            self._open_block(tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        """An element ends; ends without a beginning mean nothing."""
        if self.skipping:
            if tag == self.skipping[0]:
                self.skipping.pop()
        elif tag in html_line.TAGS:
            self.line.end(tag)
        elif tag == "pre":
            self._end_pre()
        elif _HEADING.fullmatch(tag):
            self._flush()
            self.heading = 0
        elif tag in {"ul", "ol", "li", "blockquote"}:
            self._close(tag)
        elif tag in html_table.TAGS:
            self._close({"table": "table", "td": "td", "th": "td", "tr": "td"}.get(tag, ""))
        elif tag in _BLOCKS:
            self._flush()

    def handle_data(self, data: str) -> None:
        """Text: escaped, unless it is code."""
        if self.skipping:
            return
        data = data.replace(BREAK, "")
        self._raw(data if self.pre is not None or self.line.in_code else escape(data))

    # -- inline ---------------------------------------------------------------------------

    def _raw(self, text: str) -> None:
        (self.line.pieces if self.pre is None else self.pre).append(text)

    def _void(self, tag: str, attrs: dict[str, str | None]) -> None:
        if tag == "img":
            self.lost.append(f"<img> {one_line(attrs.get('src') or '')[:100]}")
            self.handle_data(attrs.get("alt") or "")
        elif tag != "wbr":
            self.lost.append(f"<{tag}>")

    def _open_inline(self, tag: str, attrs: dict[str, str | None]) -> None:
        if self.pre is None and not self.line.in_code:
            self.line.begin(tag, attrs.get("href"))
        elif tag != "code":
            self.lost.append(f"<{tag}> inside code (its text is kept)")
        elif found := _LANGUAGE.search(attrs.get("class") or ""):
            self.language = found[1]

    # -- blocks ---------------------------------------------------------------------------

    @property
    def _container(self) -> _Container:
        return next(c for c in reversed(self.open) if isinstance(c, _Container))

    def _open_block(self, tag: str, attrs: dict[str, str | None]) -> None:
        if len(self.open) >= DEEPEST and tag in {"ul", "ol", "li", "blockquote"}:
            self._flush()
            self.lost.append(f"<{tag}> within {DEEPEST} others (its text is kept)")
        elif tag in {"ul", "ol"}:
            self._flush()
            self.open.append(_List(ordered=tag == "ol"))
        elif tag == "li":
            self._close("li", until_list=True)
            if not isinstance(self.open[-1], _List):
                self._flush()
                self.open.append(_List(ordered=False))
            self.open.append(_Container("li"))
        elif tag == "blockquote":
            self._flush()
            self.open.append(_Container("blockquote"))
        elif tag == "pre":
            self._flush()
            self.pre, self.language = [], ""
        else:
            self._open_other(tag, attrs)

    def _open_other(self, tag: str, attrs: dict[str, str | None]) -> None:
        """A heading, a line across, or what is no more than its text here."""
        if tag in _BLOCKS or _HEADING.fullmatch(tag):
            self._flush()
        if _HEADING.fullmatch(tag):
            self.heading = max(2, int(tag[1]))
            self.heading_id = one_line(attrs.get("id") or "")
        elif tag == "hr" and len(self.open) == 1:
            self._container.blocks.append("---")
        elif tag not in _GROUPS | _INLINE | {"hr"}:
            self.lost.append(f"<{tag}> (its text is kept)")

    def _flush(self) -> None:
        """End the current line: it becomes a block. Inline elements go on in the next one."""
        text = self.line.take()
        if not text:
            return
        if isinstance(self.open[-1], _List):  # text between <ul> and <li>
            self.open.append(_Container("li"))
        if self.heading:
            text = f"{'#' * self.heading} {one_line(text)}{self._take_id()}"
        self._container.blocks.append(text)

    def _take_id(self) -> str:
        """The heading's id as Markdown, once; links to it go on leading there."""
        id_, self.heading_id = self.heading_id, ""
        if not _ID.fullmatch(id_) or id_ in self.ids:
            return ""
        self.ids.add(id_)
        return f" {{#{id_}}}"

    def _open_table(self, tag: str, attrs: dict[str, str | None]) -> None:
        """A table or a part of one; parts without a table mean nothing, and a table has no tables in it."""
        inside = any(isinstance(c, Table) for c in self.open)
        if tag == "table" and (inside or len(self.open) >= DEEPEST):
            self.lost.append("<table> and what is in it")
            self.skipping.append(tag)
        elif tag == "table":
            self._flush()
            self.open.append(Table())
        elif inside:
            self._close("td")
            table = self.open[-1]
            if not isinstance(table, Table):
                return
            if tag == "tr":
                table.open_row()
            elif tag in {"td", "th"}:
                self._flush()
                if not table.open_cell(attrs):
                    self.lost.append("cells over several columns or rows")
                self.open.append(_Container("td"))

    def _close(self, tag: str, *, until_list: bool = False) -> None:
        """Close containers up to and with the innermost `tag`, if one is open (in this list, in this cell)."""
        names = [_name(c) for c in self.open]
        lists = [n for n, c in enumerate(self.open) if isinstance(c, _List)]
        lowest = lists[-1] if until_list and lists else 0
        if tag not in {"td", "table"} and "td" in names:
            lowest = max(lowest, len(names) - names[::-1].index("td"))
        if tag not in names[lowest:] or names[0] == tag:
            return
        depth = len(names) - 1 - names[::-1].index(tag)
        while len(self.open) > depth:
            self._close_top()

    def _close_top(self) -> None:
        if not isinstance(self.open[-1], _List) or self.line.pieces:
            self._flush()
        top = self.open.pop()
        if isinstance(top, _List):
            self._add_list(top)
        elif isinstance(top, Table):
            self._container.blocks += [made] if (made := top.markdown()) else []
        elif top.tag == "td" and isinstance(self.open[-1], Table):
            if not self.open[-1].close_cell(top.blocks):
                self.lost.append("paragraphs and lists within a table's cell (their text is kept)")
        elif top.tag == "li":
            text = top.blocks[0] if top.blocks else ""
            for block in top.blocks[1:]:
                text += ("\n" if re.match(r"- |\d+\. ", block) else "\n\n") + block
            if text and isinstance(self.open[-1], _List):
                self.open[-1].items.append(text)
        elif top.blocks:
            quoted = "\n\n".join(top.blocks).split("\n")
            self._container.blocks.append("\n".join(f"> {line}".rstrip() for line in quoted))

    def _add_list(self, found: _List) -> None:
        lines = []
        for number, item in enumerate(found.items, start=1):
            mark = f"{number}. " if found.ordered else "- "
            lines.append(mark + re.sub(r"\n(?!\n)", "\n    ", item))
        if lines:
            self._container.blocks.append("\n".join(lines))

    def _end_pre(self) -> None:
        if self.pre is None:
            return
        text, self.pre = "".join(self.pre).strip("\n"), None
        if not text.strip():
            return
        if len(self.open) == 1:
            longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
            fence = "`" * max(3, longest + 1)
            self._container.blocks.append(f"{fence}{self.language}\n{text}\n{fence}")
        else:  # Python-Markdown reads fences at the left margin only
            self.line.pieces.append(BREAK.join(code(line.strip()) for line in text.split("\n") if line.strip()))
            self._flush()


def _name(container: _Container | _List | Table) -> str:
    if isinstance(container, _List):
        return "ol" if container.ordered else "ul"
    return container.tag
