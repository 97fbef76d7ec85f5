"""What readers of helpdesks' articles share: rows of all files, translations brought together, HTML as Markdown."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from generator.content.importers import ids
from generator.content.importers.clean import one_line
from generator.content.importers.from_html import to_markdown
from generator.content.importers.imported import MAX_TEXT, Imported, not_as_it_was, not_taken_over, unreadable, warning
from generator.content.importers.json_rows import Row, document, rows
from generator.content.importers.plain import split_short
from generator.problems import Place, Problem
from generator.slug import slug


@dataclass(slots=True, kw_only=True)
class Words:
    """An article in one language, as the helpdesk has it."""

    lang: str
    title: str
    body: str
    """HTML, or Markdown where the helpdesk keeps that."""
    place: Place
    short: str = ""
    category: str = ""
    outdated: bool = False
    address: str = ""
    """Absolute, where the helpdesk tells it."""


@dataclass(slots=True, kw_only=True)
class Article:
    """One article in all its languages; the first is the one that the others are translated from."""

    id: str
    """What we called it, where the source knows; empty else."""
    category_id: str
    order: int | None = None
    tags: tuple[str, ...] = ()
    words: list[Words] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Shape:
    """By what a helpdesk's articles are known: the list that they stand in, and keys that each of them has."""

    under: str
    keys: frozenset[str]

    def fits(self, data: object) -> bool:
        """Whether a JSON document is such a list, or holds one."""
        rows = data.get(self.under) if isinstance(data, dict) else data
        first = next(iter(rows), None) if isinstance(rows, list) else None
        return isinstance(first, dict) and self.keys <= first.keys()

    def fits_folder(self, files: Mapping[str, bytes]) -> bool:
        """Whether one of the files begins with such an article."""
        return any(
            self.keys <= _first(content).keys()
            for path, content in files.items()
            if path.endswith(".json") and all(f'"{key}"'.encode() in content for key in self.keys)
        )


def _first(content: bytes) -> Mapping[str, Any]:
    """The first object of a JSON file, which is not read further; none where it is no such file."""
    try:
        found = (row.value for row in rows(content.decode("utf-8-sig"), "") if isinstance(row.value, dict))
        return next(found, {})
    except (ValueError, IndexError, RecursionError):
        return {}


def read_rows(files: Mapping[str, bytes | str]) -> tuple[list[Row], list[Problem]]:
    """The objects of JSON files by path, in order; a file that cannot be read is told (AA600)."""
    found: list[Row] = []
    problems: list[Problem] = []
    for path, content in files.items():
        if not path.endswith(".json") and isinstance(content, bytes):
            continue
        try:
            text = content if isinstance(content, str) else content.decode("utf-8-sig")
        except UnicodeDecodeError:
            problems.append(unreadable(Place(path), "this is not utf-8 text", "save it with the encoding UTF-8"))
            continue
        data, wrong = document(text, path)
        problems += wrong
        if isinstance(data, list | dict):
            found += (row for row in rows(text, path) if isinstance(row.value, dict))
    return found, problems


def imported(
    articles: Iterable[Article], *, html: bool = True, path: Callable[[str], str] = lambda _: ""
) -> tuple[list[Imported], list[Problem]]:
    """Entries of articles; those whose source gives no id of ours get one of the first language's title.

    `path` makes the former address of an article's absolute one, or nothing.
    """
    whole = [article for article in articles if article.words]
    wanted: dict[Hashable, tuple[str, str]] = {}
    for number, article in enumerate(whole):
        first = article.words[0]
        wanted[number] = (article.id, slug(one_line(first.title[:MAX_TEXT]), first.lang) or "question")
    given = ids.assign(wanted)
    entries: list[Imported] = []
    problems: list[Problem] = []
    for number, article in enumerate(whole):
        for words in article.words:
            entry, more = _entry(article, words, given[number], html=html)
            entries.append(replace(entry, source_url=words.address, old_address=path(words.address)))
            problems += more
    return entries, problems


def _entry(article: Article, words: Words, id_: str, *, html: bool) -> tuple[Imported, list[Problem]]:
    short, answer = words.short, words.body
    lost: list[str] = []
    if html:
        marked, rest = split_short(words.body)
        short = short or marked
        answer, lost = to_markdown(rest if marked in {"", short} else words.body)
    question = one_line(words.title)
    entry = Imported(
        id=id_,
        lang=words.lang,
        category=words.category,
        category_id=article.category_id,
        question=question,
        answer=answer,
        order=article.order,
        short=one_line(short),
        tags=article.tags,
        outdated=words.outdated,
        place=words.place,
    )
    return entry, not_as_it_was(entry, lost)


def none_found(files: Mapping[str, bytes | str], what: str, hint: str) -> list[Problem]:
    """AA600: files of another kind."""
    return [unreadable(Place(next(iter(files))), f"no {what} is in it", hint)]


def unused(having: Iterable[Row], names: Iterable[str]) -> list[Problem]:
    """AA602: fields that some article has and no entry here can have, at the first of these articles."""
    found = [(row.place, name) for row in having for name in names if row.value.get(name)]
    return not_taken_over(found[0][0], [name for _, name in found]) if found else []


def for_some(place: Place, title: str) -> Problem:
    """AA603: an article that only some people may see there."""
    return left_out(place, title, "is shown to some people only", "import it by hand if everybody may read it")


def left_out(place: Place, title: str, why: str, hint: str = "") -> Problem:
    """AA603: an article that is not public there, and so not here."""
    return warning(place, "AA603", f"not imported: '{one_line(title)[:60]}' {why}", hint)


def text(values: Mapping[str, Any], key: str) -> str:
    """A text, or a number as one; else nothing."""
    value = values.get(key)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) else ""


def number(values: Mapping[str, Any], key: str) -> int | None:
    """A whole number."""
    value = values.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def texts(values: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """The texts of a list, or of a text that commas part."""
    value = values.get(key)
    items = value.split(",") if isinstance(value, str) else value if isinstance(value, list) else []
    return tuple(dict.fromkeys(one_line(item) for item in items if isinstance(item, str) and item.strip()))


def part(values: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """An object within an object; empty where there is none."""
    value = values.get(key)
    return value if isinstance(value, dict) else {}


def own_id(value: str) -> str:
    """An id that is a name, as ours are; numbers are the helpdesk's own."""
    return value if ids.valid(value) and not value.isdigit() else ""
