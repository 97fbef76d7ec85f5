"""Recording that somebody read entries and found them true."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from generator.build.status import Changes, no_entry
from generator.content.languages import unknown_language
from generator.content.library import Library
from generator.content.load import load
from generator.content.meta import Review
from generator.content.reviews import LONGEST_NAME, PATH, format_reviews, hash_of
from generator.problems import Place, Problem, Severity


def review(root: Path, ids: Sequence[str], lang: str, by: str, on: date) -> Changes:
    """The file of reviews with one more for each of these entries; nothing where one of them cannot be reviewed.

    Without a language it is the source that was read. A broken line stops it, since writing anew would lose it.
    """
    library, problems = load(root, both_scripts=False)
    broken = [problem for problem in problems if problem.place.path == PATH and problem.severity is Severity.ERROR]
    if library is None or broken:
        return {}, broken or problems
    if lang and lang not in library.settings.languages:
        return {}, [unknown_language(Place(PATH), lang, library.settings)]
    by = " ".join(by.split())
    if len(by) > LONGEST_NAME or not by.isprintable():
        message = f"who reviewed can be named with at most {LONGEST_NAME} printable characters"
        return {}, [Problem(Place(PATH), "AA119", message)]
    made = [_event(library, id_, lang or library.settings.source, by, on) for id_ in dict.fromkeys(ids)]
    faults = [one for one in made if isinstance(one, Problem)]
    if faults:
        return {}, faults
    events = [one for one in made if isinstance(one, Review)]
    return {PATH: format_reviews([*library.reviews, *events]).encode()}, []


def _event(library: Library, id_: str, lang: str, by: str, on: date) -> Review | Problem:
    by_lang = library.by_id.get(id_, {})
    source = library.settings.source
    missing = next((code for code in (source, lang) if code not in by_lang), None)
    if missing or id_ in library.unreadable:
        return no_entry(library, id_, missing or lang)
    entry = by_lang[lang]
    if lang != source and library.standing[id_, lang].standing in {"ungraded", "major"}:
        message = f"the translation of '{id_}' into '{lang}' does not say what its source says now"
        hint = f"bring it up to date, and record that with: faq status translated {id_} {lang}"
        return Problem(entry.place(), "AA119", message, hint)
    present = hash_of(entry, by_lang[source], library.values)
    if present is None:
        return Problem(entry.place(), "AA119", f"'{id_}' uses a fact that cannot be read", "faq check says why")
    return Review(entry=id_, language=lang, on=on, by=by, hash=present)
