"""Tables for the bulk import of schedulers: which columns, and how dates look, is data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.content.schema.exports import Column, ExportFile
from generator.export.post import Post, each, value, when
from generator.export.target import Made, Request
from generator.export.writing import as_csv, formula
from generator.problems import Problem
from generator.social.draft import place

_TEXTS = {"text": "the post", "alt": "the alt text"}
"""What people write, and what it is called."""


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
    header = [[column.title for column in spec.columns]] if spec.header else []
    return as_csv([*header, *([_cell(post, column) for column in spec.columns] for post in posts)], bom=spec.bom)


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
    cells = {what: str(value(post, name)) for name, what in _TEXTS.items() if name in spec.fields}
    return formula(cells, place(post.draft))
