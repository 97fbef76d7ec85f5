"""Readers of phpMyFAQ: the JSON that it exports, and the CSV that it imports.

Fields: github.com/thorsten/phpMyFAQ, Export/Json.php, and docs/administration.md, 5.4.1.
"""

from __future__ import annotations

import html
from typing import Any, Final

from generator.content.importers import ids, table
from generator.content.importers.articles import (
    Article,
    Words,
    imported,
    left_out,
    none_found,
    part,
    read_rows,
    text,
    texts,
)
from generator.content.importers.clean import one_line
from generator.content.importers.from_html import to_markdown
from generator.content.importers.imported import Imported, not_as_it_was, unreadable, warning
from generator.content.importers.plain import split_short
from generator.problems import Place, Problem
from generator.slug import slug

_ABOVE: Final = " >> "
"""Between a category and the one it stands in."""
_COLUMNS: Final = 9
"""category, question, answer, keywords, language, author, e-mail, active, sticky: without a header."""


def is_phpmyfaq(data: object) -> bool:
    """Whether a JSON document is an export of phpMyFAQ."""
    first = next(iter(data), None) if isinstance(data, list) else None
    return isinstance(first, dict) and {"question", "answer"} <= part(first, "faq").keys()


def read(source: str, name: str, lang: str) -> tuple[list[Imported], list[Problem]]:
    """Entries of the JSON; one number in several languages is one question."""
    rows, problems = read_rows({name: source})
    articles: dict[str, Article] = {}
    for row in rows:
        values = part(row.value, "faq")
        if not values:
            problems.append(warning(row.place, "AA603", "not imported: the row has no 'faq'"))
            continue
        code = text(values, "language") or lang
        *above, category = _text(values, "category").split(_ABOVE)
        article = articles.setdefault(
            text(values, "id") or f"{row.place}",
            Article(id="", category_id=slug(category, code), tags=_tags(values)),
        )
        article.words.append(_words(values, code, category, row.place))
        if above:
            hint = "topics have no topics above them here"
            problems.append(warning(row.place, "AA602", f"not taken over: the category above '{category}'", hint))
    if not articles and not problems:
        return [], none_found({name: source}, "question of phpMyFAQ", 'expected [{"faq": {...}}]')
    entries, more = imported(articles.values())
    return entries, problems + more


def _words(values: Any, code: str, category: str, place: Place) -> Words:  # noqa: ANN401 - JSON
    """The answer's HTML is escaped once more in the export."""
    body = html.unescape(text(values, "answer"))
    return Words(lang=code, title=_text(values, "question"), body=body, place=place, category=category)


def _tags(values: Any) -> tuple[str, ...]:  # noqa: ANN401 - JSON
    return texts({"keywords": _text(values, "keywords")}, "keywords")


def _text(values: Any, key: str) -> str:  # noqa: ANN401 - JSON
    """A text without HTML, in which phpMyFAQ keeps quotes, `&`, `<` and `>` as entities: `&#39;`."""
    return html.unescape(text(values, key))


def read_csv(source: str, name: str, lang: str) -> tuple[list[Imported], list[Problem]]:
    """Rows of the CSV, which has no header: categories are numbers, and no row knows of its translations."""
    entries: list[Imported] = []
    problems: list[Problem] = []
    for cells, place in table.rows(source, name, problems):
        if not any(cells):
            continue
        if len(cells) != _COLUMNS:
            message = f"not imported: the row has {len(cells)} cells, not {_COLUMNS}"
            problems.append(warning(place, "AA603", message, "expected a file for phpMyFAQ's import"))
            continue
        found, more = _row(cells, place, lang)
        entries += found
        problems += more
    if not entries and not problems:
        return [], [unreadable(Place(name), "the table has no rows")]
    return ids.fill(entries), problems


def _row(cells: list[str], place: Place, lang: str) -> tuple[list[Imported], list[Problem]]:
    category, question, answer, keywords, code, _, _, active, _ = cells
    if active.strip().lower() not in {"true", "1", "yes"}:
        return [], [left_out(place, question, "is not active")]
    short, rest = split_short(answer)
    body, lost = to_markdown(rest)
    entry = Imported(
        id="",
        lang=code.strip() or lang,
        category=f"Category {category.strip()}",
        category_id=f"category-{category.strip()}",
        question=one_line(question),
        answer=body,
        short=short,
        tags=texts({"keywords": keywords}, "keywords"),
        place=place,
    )
    return [entry], not_as_it_was(entry, lost)
