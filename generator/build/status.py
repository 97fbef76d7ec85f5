"""What editors have to do: how each translation stands to its source, and recording that it was seen to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from generator.content.edit import set_key
from generator.content.library import Entry, Library
from generator.content.load import load
from generator.content.meta import Edit, Grade
from generator.content.translations import is_begun_only, needed, of_entry
from generator.problems import Place, Problem

WAITING = ("missing", "ungraded", "major", "medium")
"""What is listed one by one, in this order."""
Changes = tuple[dict[str, bytes], list[Problem]]
"""Path below the project's folder -> new content."""


@dataclass(frozen=True, slots=True)
class Row:
    """One entry in one language that is not the source."""

    id: str
    lang: str
    state: str
    """A state's standing, or `missing`: also where it was begun and says what its source says, word for word."""
    path: str
    """Of the translation; of the source where it has no file."""
    since: date | None = None


def rows(library: Library, languages: Sequence[str]) -> list[Row]:
    """Every entry in each of these languages, in the site's order."""
    source = library.settings.source
    found = []
    for lang in languages:
        for id_, by_lang in library.by_id.items():
            if source not in by_lang or id_ in library.unreadable:
                continue
            if lang not in by_lang:
                found.append(Row(id_, lang, "missing", by_lang[source].path))
            elif is_begun_only(by_lang[lang], by_lang[source]):
                found.append(Row(id_, lang, "missing", by_lang[lang].path))
            else:
                state = library.standing[id_, lang]
                found.append(Row(id_, lang, state.standing, by_lang[lang].path, state.since))
    return found


def as_text(found: Sequence[Row]) -> str:
    """For people: a line per language, below it what waits."""
    blocks = []
    for lang, of_lang, count in _by_language(found):
        current = len(of_lang) - sum(count[state] for state in (*WAITING, "unknown"))
        lines = [f"{lang}: {current} of {len(of_lang)} up to date"]
        for row in _waiting(of_lang):
            since = f", since {row.since}" if row.since else ""
            lines.append(f"  {row.state:<8}  {row.path}{since}")
        if count["unknown"]:
            hint = "faq status translated --all records the present one"
            lines.append(f"  {'unknown':<8}  {count['unknown']} do not say which text they were made from; {hint}")
        blocks.append("\n".join(lines))
    return "\n".join(blocks)


def as_data(found: Sequence[Row]) -> dict[str, object]:
    """For programs: language -> number of entries by state, and what waits."""
    return {
        lang: {
            "states": dict(sorted(count.items())),
            "waiting": [
                {"id": row.id, "state": row.state, "path": row.path, "since": row.since and row.since.isoformat()}
                for row in _waiting(of_lang)
            ],
        }
        for lang, of_lang, count in _by_language(found)
    }


def _by_language(found: Sequence[Row]) -> list[tuple[str, list[Row], Counter[str]]]:
    parts = []
    for lang in dict.fromkeys(row.lang for row in found):
        of_lang = [row for row in found if row.lang == lang]
        parts.append((lang, of_lang, Counter(row.state for row in of_lang)))
    return parts


def _waiting(found: Iterable[Row]) -> list[Row]:
    return sorted((row for row in found if row.state in WAITING), key=lambda row: WAITING.index(row.state))


def grade(root: Path, id_: str, how: Grade, today: date) -> Changes:
    """The source's file with its last edit graded."""
    library, problems = load(root, both_scripts=False)
    if library is None:
        return {}, problems
    original = library.by_id.get(id_, {}).get(library.settings.source)
    if original is None:
        return {}, [no_entry(library, id_, library.settings.source)]
    present, edits = of_entry(original), original.meta.edits
    if edits and edits[-1].hash == present:
        last = edits[-1]
        message = f"nothing has changed since the edit of {last.on}, which was graded '{last.grade}'"
        hint = "to grade that one otherwise, change its line under 'edits'"
        return {}, [Problem(original.place("edits"), "AA119", message, hint)]
    others = [e for e in library.by_id[id_].values() if e is not original]
    if all(entry.source in {"", present} for entry in others):
        message = "no translation was made from an earlier text, so there is no edit to grade"
        hint = f"a translation records its source with: faq status translated {id_} LANGUAGE"
        return {}, [Problem(original.place(), "AA119", message, hint)]
    return _changed(root, {original.path: {"edits": _edits([*edits, Edit(hash=present, grade=how, on=today)])}})


def translated(root: Path, id_: str, lang: str) -> Changes:
    """A translation that follows its source again, and the source without edits that no translation has before it."""
    library, problems = load(root, both_scripts=False)
    if library is None:
        return {}, problems
    source = library.settings.source
    by_lang = library.by_id.get(id_, {})
    missing = next((code for code in (source, lang) if code not in by_lang), None)
    if missing:
        return {}, [no_entry(library, id_, missing)]
    if lang == source:
        message = f"'{lang}' is the source language, so this is no translation"
        return {}, [Problem(by_lang[lang].place(), "AA119", message)]
    return _changed(root, _recorded(by_lang, source, [lang]))


def adopted(root: Path) -> Changes:
    """Every translation that says of no text that it was made from it, as made from the present one."""
    library, problems = load(root, both_scripts=False)
    if library is None:
        return {}, problems
    source = library.settings.source
    keys: dict[str, Mapping[str, str | None]] = {}
    for by_lang in library.by_id.values():
        silent = [lang for lang, entry in by_lang.items() if lang != source and not entry.source]
        if source in by_lang and silent:
            keys |= _recorded(by_lang, source, silent)
    return _changed(root, keys)


def _recorded(
    by_lang: Mapping[str, Entry], source: str, languages: Sequence[str]
) -> dict[str, Mapping[str, str | None]]:
    """File -> key -> its new value, for the translations of an entry that follow it now."""
    original = by_lang[source]
    present = of_entry(original)
    keys: dict[str, Mapping[str, str | None]] = {by_lang[lang].path: {"source": present} for lang in languages}
    behind = [entry.source for lang, entry in by_lang.items() if lang not in {source, *languages}]
    edits = needed(original, behind)
    if edits != original.meta.edits:
        keys[original.path] = {"edits": _edits(edits)}
    return keys


def _edits(edits: Iterable[Edit]) -> str | None:
    """As YAML; None for none."""
    return "".join(f"\n  - {{hash: {e.hash}, grade: {e.grade}, on: {e.on}}}" for e in edits) or None


def _changed(root: Path, keys: Mapping[str, Mapping[str, str | None]]) -> Changes:
    """The files with these keys of their front matter set; none at all where one cannot be edited."""
    tree: dict[str, bytes] = {}
    problems = []
    for path, values in keys.items():
        text: str | None = (root / path).read_bytes().decode("utf-8")
        for key, value in values.items():
            text = set_key(text, key, value) if text is not None else None
            if text is None:
                line = f"{key}:{value if value.startswith(chr(10)) else ' ' + value}" if value else f"no '{key}'"
                message = f"the front matter is written in a way that only a person can change: {line}"
                problems.append(Problem(Place(path), "AA119", message, "write it as 'key: value' lines"))
        if text is not None:
            tree[path] = text.encode()
    return ({} if problems else tree), problems


def no_entry(library: Library, id_: str, lang: str) -> Problem:
    """AA108 for what cannot be found in a language, with what comes closest."""
    if id_ in library.unreadable:
        return Problem(Place("faq"), "AA108", f"'{id_}' cannot be read", "faq check says why")
    if id_ in library.by_id:
        hint = f"begin it with: faq new {id_} --lang {lang}"
        return Problem(Place("faq"), "AA108", f"'{id_}' is not written in '{lang}'", hint)
    near = get_close_matches(id_, library.by_id, 1)
    return Problem(Place("faq"), "AA108", f"no entry has the id '{id_}'", f"did you mean '{near[0]}'?" if near else "")
