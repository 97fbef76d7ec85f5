"""A table of a web page as Markdown's: one line a row, the first row as its header."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from generator.text import outside_code

TAGS: Final = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th"})
_ALIGN: Final = re.compile(r"text-align\s*:\s*(left|right|center)", re.IGNORECASE)
_MARKS: Final = {"left": ":---", "right": "---:", "center": ":---:"}
_SPANS: Final = ("colspan", "rowspan")


@dataclass(slots=True)
class Table:
    """Rows of cells, as they are read."""

    tag: str = "table"
    rows: list[list[str]] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    """What stands below each cell of the header."""

    def open_row(self) -> None:
        """`<tr>`."""
        self.rows.append([])

    def open_cell(self, attrs: dict[str, str | None]) -> bool:
        """`<td>` or `<th>`; whether the cell is an ordinary one, over one column and one row."""
        if not self.rows:
            self.open_row()
        if len(self.rows) == 1:
            found = _ALIGN.search(attrs.get("style") or "")
            name = found[1] if found else attrs.get("align") or ""
            self.marks.append(_MARKS.get(name.lower(), "---"))
        return all((attrs.get(span) or "1").strip() in {"", "1"} for span in _SPANS)

    def close_cell(self, blocks: Sequence[str]) -> bool:
        """A cell's blocks as one line; whether nothing of their form was lost."""
        line = " ".join(re.sub(r"\s*\n\s*", " ", block).strip() for block in blocks)
        self.rows[-1].append(outside_code(line, lambda text: text.replace("|", "\\|")))
        return all(_is_line(block) for block in blocks) and len(blocks) < 2

    def markdown(self) -> str:
        """The finished table; empty where no cell has a word."""
        rows = [row for row in self.rows if any(row)]
        if not rows:
            return ""
        width = max(map(len, rows))
        head = rows[0] + [""] * (width - len(rows[0]))
        marks = self.marks if self.rows[0] is rows[0] else []
        below = [*marks, *["---"] * width][:width]
        return "\n".join(f"| {' | '.join(row)} |" for row in (head, below, *rows[1:]))


def _is_line(block: str) -> bool:
    return "\n" not in block and not re.match(r"(?:#{1,6}|>|-|\d+\.) ", block)
