"""Links of imported answers that would lead nowhere here: to the entry they name, else words without a link."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final
from urllib.parse import unquote

from generator.content.importers.addresses import ById
from generator.content.importers.answers import relinked, unlinked
from generator.content.importers.imported import Imported, not_as_it_was
from generator.content.markup import headings
from generator.problems import Problem
from generator.slug import slug

_LEADS_ON: Final = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_NAMED: Final = 5


def settled(by_id: ById) -> tuple[dict[str, dict[str, Imported]], list[Problem]]:
    """Entries without links to parts that no answer has, and to files that nobody brought; those are told (AA609)."""
    ids = {id_.lower(): id_ for id_ in by_id}
    made: dict[str, dict[str, Imported]] = {}
    problems: list[Problem] = []
    for id_, rows in by_id.items():
        for lang, entry in rows.items():
            answer, lost = _settled(entry, ids)
            made.setdefault(id_, {})[lang] = replace(entry, answer=answer)
            problems += not_as_it_was(entry, lost)
    return made, problems


def _settled(entry: Imported, ids: Mapping[str, str]) -> tuple[str, list[str]]:
    if "](" not in entry.answer and "]:" not in entry.answer:
        return entry.answer, []
    own = {found for found, _ in headings(entry.answer) if found}
    lost: dict[str, None] = {}

    def named(target: str) -> str | None:
        """Another question of the same page, by the id that its heading had there."""
        part = unquote(target[1:])
        if not target.startswith("#") or part in own:
            return None
        found = ids.get(part.lower()) or ids.get(slug(part, entry.lang))
        return f"entry:{found}" if found else None

    def leads_nowhere(target: str) -> bool:
        nowhere = target[1:] not in own if target.startswith("#") else not _LEADS_ON.match(target)
        lost.update({f"a link to '{target[:60]}' (its text is kept)": None} if nowhere else {})
        return nowhere

    answer = unlinked(relinked(entry.answer, named), leads_nowhere)
    return answer, [*lost][:_NAMED]
