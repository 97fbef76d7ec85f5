"""Tables for the bulk import of schedulers: which columns, and how dates look, is data."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from generator.content.schema.exports import Column, ExportFile
from generator.export.post import Post, each, value, when
from generator.export.target import Made, Request
from generator.problems import Problem, Severity
from generator.social.draft import place

_FORMULA = ("=", "+", "-", "@")


def export(posts: Sequence[Post], request: Request) -> tuple[Made, list[Problem]]:
    """`<channel>.csv`, further files `<channel>-2.csv` … where the tool takes fewer rows at once.

    Texts go out as they are, also those that begin like a formula: a quote put before them would be posted.
    """
    spec = request.spec
    tree = {}
    for channel, some in by_channel(posts).items():
        for number, rows in enumerate(_parts(some, spec.max_rows), start=1):
            suffix = f"-{number}" if number > 1 else ""
            tree[f"{channel}{suffix}.{spec.extension}"] = _file(rows, spec)
    return Made(files=tree), [problem for post in posts for problem in _spreadsheet_trap(post, spec)]


def by_channel(posts: Iterable[Post]) -> dict[str, list[Post]]:
    """Channels in order of their names, the posts of each as they come."""
    found: dict[str, list[Post]] = {}
    for post in posts:
        found.setdefault(post.draft.channel, []).append(post)
    return dict(sorted(found.items()))


def _parts(posts: list[Post], size: int | None) -> Iterator[list[Post]]:
    size = size or len(posts)
    return (posts[start : start + size] for start in range(0, len(posts), size))


def _file(posts: Iterable[Post], spec: ExportFile) -> bytes:
    """UTF-8, CR LF, every cell quoted; line ends inside a post stay as they are."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    if spec.header:
        writer.writerow(column.title for column in spec.columns)
    for post in posts:
        writer.writerow(_cell(post, column) for column in spec.columns)
    return out.getvalue().encode("utf-8-sig" if spec.bom else "utf-8")


def _cell(post: Post, column: Column) -> str:
    if column.field is None:
        return column.by_network.get(post.draft.network, column.value or "")
    if column.field == "slot":
        return when(post, column.format or "%Y-%m-%d %H:%M", column.zone)
    if column.number is not None:
        return next(iter(each(post, column.field)[column.number - 1 :]), "")
    if column.separator is not None:
        return column.separator.join(each(post, column.field))
    return str(value(post, column.field))


def _spreadsheet_trap(post: Post, spec: ExportFile) -> list[Problem]:
    cells = {name: str(value(post, name)) for name in ("text", "alt") if name in spec.fields}
    name = next((name for name, cell in cells.items() if cell.startswith(_FORMULA)), None)
    if name is None:
        return []
    what = "the post" if name == "text" else "the alt text"
    message = f"{what} begins with '{cells[name][0]}', which a spreadsheet program takes for a formula"
    hint = "upload the file without opening it in Excel, or begin with a word"
    return [Problem(place(post.draft), "AA512", message, hint, Severity.WARNING)]
