"""Plain text as Markdown that reads as just that text."""

from __future__ import annotations

import html
import re
from typing import Final

BREAK: Final = "\x01"
"""A line break inside a paragraph, until the paragraph is finished; texts have no control characters."""

_SPECIAL: Final = re.compile(r"[\\`*\[\]]|(?<!\w)_|_(?!\w)")
_ENTITY: Final = re.compile(r"&#?\w+;?")
_LINE_START: Final = re.compile(r"^(?:([#>+|-])|([=~])|(\d+)\.(?=\s|$))", re.MULTILINE)


def escape(text: str) -> str:
    """Text that Markdown reads as itself; what matters at the start of a line only is done by paragraph()."""
    text = _ENTITY.sub(lambda m: m[0] if html.unescape(m[0]) == m[0] else f"&amp;{m[0][1:]}", text).replace("<", "&lt;")
    return _SPECIAL.sub(r"\\\g<0>", text)


def code(text: str) -> str:
    """A code span, fenced by more backticks than the text has in a row."""
    text = re.sub(r"\s+", " ", text.replace(BREAK, " "))
    fence = "`" * (max((len(run) for run in re.findall(r"`+", text)), default=0) + 1)
    pad = " " if len(fence) > 1 else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def paragraph(text: str) -> str:
    """One paragraph: white space collapsed, line breaks as Markdown's, no accidental block at a line's start."""
    lines = [line.strip() for line in re.sub(r"[ \t\n\r\f]+", " ", text).split(BREAK)]
    joined = "\n".join(lines).strip("\n")
    joined = re.sub(r"\n{2,}", "\n\n", joined)
    joined = re.sub(r"(?<!\n)\n(?!\n)", "  \n", joined)
    return _LINE_START.sub(_at_line_start, joined)


def _at_line_start(found: re.Match[str]) -> str:
    """A mark that would begin a block; `=` and `~` cannot be escaped with a backslash."""
    if found[2]:
        return f"&#{ord(found[2])};"
    return f"\\{found[1]}" if found[1] else f"{found[3]}\\."


def trimmed(text: str) -> tuple[str, str, str]:
    """White space before, text, white space after."""
    blank = " \t\n\r\f" + BREAK
    start = text.lstrip(blank)
    core = start.rstrip(blank)
    return text[: len(text) - len(start)], core, start[len(core) :]
