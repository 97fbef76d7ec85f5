"""Reader of neutral JSON: a list of objects with id, lang, category, question and answer_markdown."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final

from generator.content.importers import ids
from generator.content.importers.imported import Imported, not_taken_over, unreadable, warning
from generator.problems import Place, Problem

_TEXTS: Final = ("id", "lang", "category", "category_id", "question", "answer_markdown", "short", "old_address")
_LISTS: Final = ("also_asked", "tags")
_KNOWN: Final = frozenset({*_TEXTS, *_LISTS, "order", "outdated", "source_url"})
_BETWEEN: Final = re.compile(r"[\s,]*")


def read(text: str, name: str, lang: str) -> tuple[list[Imported], list[Problem]]:
    """Entries of a JSON list; rows without `lang` are in `lang`."""
    try:
        data = json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        return [], [unreadable(Place(name, error.lineno, error.colno), f"not valid JSON: {error.msg}")]
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, lists in lists in lists
        return [], [unreadable(Place(name), f"not readable as JSON: {error}")]
    if not isinstance(data, list):
        return [], [unreadable(Place(name), "the JSON is not a list of entries", "expected [{...}, {...}]")]
    entries: list[Imported] = []
    problems: list[Problem] = []
    unknown: dict[str, None] = {}
    for row, place, doubled in _rows(text, name):
        faults = _faults(row) + [f"has '{key}' twice" for key in doubled]
        if faults:
            problems.append(warning(place, "AA603", f"not imported: the entry {', '.join(faults)}"))
            continue
        unknown |= dict.fromkeys(key for key in row if key not in _KNOWN)
        entries.append(_entry(row, place, lang))
    return ids.fill(entries), problems + not_taken_over(Place(name), unknown)


def _rows(text: str, name: str) -> Iterator[tuple[Any, Place, list[str]]]:
    """Each item of a valid JSON list with its place and the keys that it has twice."""
    doubled: list[str] = []

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        data = dict(found)
        if len(data) < len(found):
            doubled.extend(key for key, times in Counter(key for key, _ in found).items() if times > 1)
        return data

    decoder = json.JSONDecoder(strict=False, object_pairs_hook=pairs)
    position = _after_space(text, text.index("[") + 1)
    line, line_start, counted = 1, 0, 0
    while text[position] != "]":
        line += text.count("\n", counted, position)
        line_start = text.rfind("\n", counted, position) + 1 or line_start
        column, counted = position - line_start + 1, position
        doubled.clear()
        row, position = decoder.raw_decode(text, position)
        yield row, Place(name, line, column), list(doubled)
        position = _after_space(text, position)


def _after_space(text: str, position: int) -> int:
    found = _BETWEEN.match(text, position)
    return found.end() if found else position


def _faults(row: object) -> list[str]:
    """What is wrong with a row, as the end of "the entry ..."."""
    if not isinstance(row, Mapping):
        return ["is not an object"]
    faults = [f"has a '{key}' that is not text" for key in _TEXTS if not isinstance(row.get(key) or "", str)]
    faults += [f"has no '{key}'" for key in ("question", "answer_markdown") if row.get(key) is None]
    faults += [f"has '{key}' that is no list of texts" for key in _LISTS if not _is_texts(row.get(key) or [])]
    if not isinstance(row.get("outdated") or False, bool):
        faults.append("has an 'outdated' that is neither true nor false")
    if isinstance(row.get("order"), bool) or not isinstance(row.get("order") or 0, int):
        faults.append("has an 'order' that is not a whole number")
    return faults


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _entry(row: Mapping[str, Any], place: Place, lang: str) -> Imported:
    return Imported(
        id=row.get("id") or "",
        lang=row.get("lang") or lang,
        category=row.get("category") or "",
        category_id=row.get("category_id") or "",
        question=row["question"],
        answer=row["answer_markdown"],
        order=row.get("order"),
        short=row.get("short") or "",
        also_asked=tuple(row.get("also_asked") or ()),
        tags=tuple(row.get("tags") or ()),
        outdated=row.get("outdated") or False,
        old_address=row.get("old_address") or "",
        source_url=str(row.get("source_url") or ""),
        place=place,
    )
