"""The handbook's tables of cards say what their files say; with UPDATE=1 in the environment this test writes them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from generator.content.data import PACKAGE, read_all
from generator.content.schema.cards import CanvasFile, CardFile

PAGE = Path(__file__).parents[1] / "handbook/cards.md"


def table(name: str, head: str, rows: Iterator[str], page: str) -> str:
    columns = head.count("|") - 1
    written = f"{head}\n{'|---' * columns}|\n" + "".join(f"{row}\n" for row in rows)
    place = re.compile(rf"(<!-- table: {name}, [^\n]+ -->\n).*?(<!-- end -->)", re.DOTALL)
    return place.sub(lambda found: f"{found[1]}\n{written}\n{found[2]}", page, count=1)


def kinds() -> Iterator[str]:
    """The first line of a kind's file says what it is."""
    for name, kind in read_all(CardFile, "cards")[0].items():
        about = (PACKAGE / "cards" / f"{name}.yml").read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
        yield f"| `{name}` | {about} | {', '.join(kind.needs)} | {', '.join(kind.drops)} |"


def canvases() -> Iterator[str]:
    for name, canvas in read_all(CanvasFile, "canvases")[0].items():
        safe = f"{canvas.safe.top}, {canvas.safe.right}, {canvas.safe.bottom}, {canvas.safe.left}"
        yield f"| {canvas.title} | `{name}` | {canvas.width}×{canvas.height} | {canvas.shape} | {safe} |"


def test_the_handbook_says_what_the_files_say() -> None:
    page = PAGE.read_text(encoding="utf-8")
    made = table("kinds", "| Kind | What it is | Needs | Leaves out |", kinds(), page)
    head = "| Size | Id | Pixels | Shape | Kept free: top, right, bottom, left |"
    made = table("canvases", head, canvases(), made)
    if os.environ.get("UPDATE"):
        PAGE.write_text(made, encoding="utf-8")
    assert made == PAGE.read_text(encoding="utf-8")
