"""What every check of the content is given, and how it says what it found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from generator.content.library import Entry, Library, Page
from generator.content.markup import position
from generator.problems import Place, Problem, Severity


@dataclass(frozen=True, slots=True)
class Checked:
    """The library, and what several rules need of its texts: taken apart once."""

    library: Library
    written: tuple[Entry, ...]
    """Entries that people wrote: the Latin sisters of Serbian ones would repeat every problem."""
    headings: dict[tuple[str, str], tuple[tuple[str, int], ...]]
    """(entry, language) -> its headings' ids ('' for none) and offsets in the text."""


Rule: TypeAlias = Callable[[Checked], Iterator[Problem]]


def within(text: Entry | Page, offset: int) -> Place:
    """The place of an offset in a text's body."""
    line, column = position(text.body, offset)
    return Place(text.path, text.body_line + line, column)


def texts(checked: Checked) -> Iterator[Entry | Page]:
    """Everything that people wrote in Markdown."""
    yield from checked.written
    written = checked.library.settings.languages
    yield from (p for by_lang in checked.library.pages.values() for p in by_lang.values() if p.lang in written)


def unused_facts(library: Library) -> Iterator[tuple[str, Place]]:
    """Facts that stand in no entry, page or reply, and where they are written."""
    pages = (page for by_lang in library.pages.values() for page in by_lang.values())
    used = {name for text in (*library, *pages, *library.replies) for name in text.facts}
    return ((name, place) for name, place in library.facts.items() if name not in used)


def warning(place: Place, code: str, message: str, hint: str = "") -> Problem:
    """A problem that stops nothing."""
    return Problem(place, code, message, hint, Severity.WARNING)
