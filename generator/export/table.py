"""Tables for the bulk import of schedulers: which columns, and how dates look, is data."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from generator.content.schema.exports import Column, ExportFile
from generator.files import Tree
from generator.problems import Place, Problem, Severity
from generator.social.draft import Draft, place

_FORMULA = ("=", "+", "-", "@")


def export(
    drafts: Sequence[Draft],
    spec: ExportFile,
    images: Mapping[str, str],
    today: date,  # noqa: ARG001 - the Protocol's
) -> tuple[Tree, list[Problem]]:
    """`<channel>.csv`, further files `<channel>-2.csv` … where the tool takes fewer rows at once.

    Texts go out as they are, also those that begin like a formula: a quote put before them would be posted.
    """
    by_channel: dict[str, list[Draft]] = {}
    for draft in drafts:
        by_channel.setdefault(draft.channel, []).append(draft)
    tree = {}
    for channel, posts in sorted(by_channel.items()):
        for part, some in enumerate(_parts(posts, spec.max_rows), start=1):
            suffix = f"-{part}" if part > 1 else ""
            tree[f"{channel}{suffix}.{spec.extension}"] = _file(some, spec, images)
    return tree, [problem for draft in drafts for problem in _spreadsheet_trap(draft)]


def _parts(posts: list[Draft], size: int | None) -> Iterator[list[Draft]]:
    size = size or len(posts)
    return (posts[start : start + size] for start in range(0, len(posts), size))


def _file(posts: Iterable[Draft], spec: ExportFile, images: Mapping[str, str]) -> bytes:
    """UTF-8, CR LF, every cell quoted; line ends inside a post stay as they are."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(column.title for column in spec.columns)
    for draft in posts:
        writer.writerow(_cell(draft, column, images) for column in spec.columns)
    return out.getvalue().encode("utf-8-sig" if spec.bom else "utf-8")


def _cell(draft: Draft, column: Column, images: Mapping[str, str]) -> str:
    match column.field:
        case None:
            return column.value or ""
        case "slot":
            return draft.slot.strftime(column.format or "%Y-%m-%d %H:%M")
        case "image_url":
            return images.get(draft.id, "")
        case field:
            return str(getattr(draft, field))


def _spreadsheet_trap(draft: Draft) -> list[Problem]:
    if not draft.text.startswith(_FORMULA):
        return []
    message = f"the post begins with '{draft.text[0]}', which a spreadsheet program takes for a formula"
    hint = "upload the file without opening it in Excel, or begin the post with a word"
    return [Problem(Place(place(draft).path), "AA512", message, hint, Severity.WARNING)]
