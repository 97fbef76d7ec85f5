"""The page with all questions in alphabetical order: the way to an answer that needs no script."""

from __future__ import annotations

from itertools import groupby

from generator.content.library import Entry
from generator.links import relative
from generator.site.alphabetical import order
from generator.site.shape import Shape

PAGE = "a-z"


def letters(shape: Shape, lang: str) -> list[dict[str, object]]:
    """For the page's template: each letter that a question begins with, its anchor, and the questions."""
    here = shape.addresses.page(PAGE, lang)
    return [
        {
            "letter": letter,
            "id": f"letter-{letter.lower()}",
            "questions": [_question(shape, entry, lang, here) for entry in entries],
        }
        for letter, entries in by_letter(shape, lang)
    ]


def by_letter(shape: Shape, lang: str) -> list[tuple[str, list[Entry]]]:
    """All entries as a language shows them, under their letters, both in the order of its alphabet."""
    keyed = order(shape.library.languages[lang].alphabet)
    shown = [(*keyed(entry.question), entry.id, entry) for t in shape.topics() for entry in shape.entries(t, lang)]
    ordered = sorted(shown, key=lambda row: (row[0], row[2]))
    return [(letter, [row[3] for row in rows]) for letter, rows in groupby(ordered, key=lambda row: row[1])]


def _question(shape: Shape, entry: Entry, lang: str, here: str) -> dict[str, str]:
    row = {"question": entry.question, "href": relative(shape.addresses.entry(entry.id, lang), here)}
    return row if entry.lang == lang else {**row, "lang": shape.library.languages[entry.lang].tag}
