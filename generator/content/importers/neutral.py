"""Reader of neutral JSON: a list of objects with id, lang, category, question and answer_markdown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from generator.content.importers import ids
from generator.content.importers.imported import Imported, not_taken_over, unreadable, warning
from generator.content.importers.json_rows import document, rows
from generator.problems import Place, Problem

_TEXTS: Final = ("id", "lang", "category", "category_id", "question", "answer_markdown", "short", "old_address")
_LISTS: Final = ("also_asked", "tags")
_KNOWN: Final = frozenset({*_TEXTS, *_LISTS, "order", "outdated", "source_url"})


def read(text: str, name: str, lang: str) -> tuple[list[Imported], list[Problem]]:
    """Entries of a JSON list; rows without `lang` are in `lang`."""
    data, wrong = document(text, name)
    if wrong:
        return [], wrong
    if not isinstance(data, list):
        return [], [unreadable(Place(name), "the JSON is not a list of entries", "expected [{...}, {...}]")]
    entries: list[Imported] = []
    problems: list[Problem] = []
    unknown: dict[str, None] = {}
    for _, row, place, doubled in rows(text, name):
        faults = _faults(row) + [f"has '{key}' twice" for key in doubled]
        if faults:
            problems.append(warning(place, "AA603", f"not imported: the entry {', '.join(faults)}"))
            continue
        unknown |= dict.fromkeys(key for key in row if key not in _KNOWN)
        entries.append(_entry(row, place, lang))
    return ids.fill(entries), problems + not_taken_over(Place(name), unknown)


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
