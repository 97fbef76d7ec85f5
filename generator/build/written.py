"""Every text of a library that people wrote and others read, and where each of its letters stands."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from generator.content.library import Entry, Library, Page, Reply, Topic
from generator.content.markup import position
from generator.problems import Place

Keys: TypeAlias = tuple[str | int, ...]
_POSTS: tuple[Keys, ...] = (
    ("tip",),
    ("myth", "fact"),
    ("myth", "myth"),
    ("myth", "why"),
    ("did_you_know",),
    ("changed",),
    ("quiz", "question"),
    ("quiz", "options"),
    ("quiz", "right"),
    ("quiz", "why"),
    ("checklist",),
)
"""Where the texts of `Entry.written_posts` stand in the front matter, in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A text as its author wrote it."""

    lang: str
    text: str
    place: Callable[[int, int], Place]
    """Of the letters from one offset to another."""
    markdown: bool = True
    customers: bool = False
    """Whether it is in customers' own words, who type as they like."""
    keys: Keys = ()
    """Where it stands in the front matter; nothing for the text below it."""


def written_texts(library: Library) -> Iterator[Written]:
    """All of them; the Latin sisters of Serbian ones would repeat every problem."""
    for text in _all(library):
        if text.lang in library.settings.languages:
            yield text


def _all(library: Library) -> Iterator[Written]:
    for entry in library:
        yield from of_entry(entry)
    for reply in library.replies:
        yield of_reply(reply)
    for by_lang in library.pages.values():
        for page in by_lang.values():
            yield from of_page(page)
    for topic in library.topics.values():
        for code, title in topic.titles.items():
            yield _front(topic, code, ("title", code), title)


def of_entry(entry: Entry) -> Iterator[Written]:
    """Question, answers, texts of posts, and customers' phrasings of the question."""
    question, short, body = entry.written
    place = functools.partial(_in_body, entry.path, entry.body_line, body)
    yield _front(entry, entry.lang, ("question",), question)
    yield _front(entry, entry.lang, ("short",), short, markdown=True)
    yield Written(lang=entry.lang, text=body, place=place)
    for keys, text in zip(_POSTS, entry.written_posts, strict=False):
        yield _front(entry, entry.lang, ("posts", *keys), text)
    for n, text in enumerate(entry.also_asked):
        place = functools.partial(_in_front, entry, ("also_asked", n), text)
        yield Written(lang=entry.lang, text=text, place=place, markdown=False, customers=True)


def of_reply(reply: Reply) -> Written:
    """A service reply."""
    place = functools.partial(_in_body, reply.path, reply.body_line, reply.written)
    return Written(lang=reply.lang, text=reply.written, place=place)


def of_page(page: Page) -> Iterator[Written]:
    """A hand-written page, its title and its description."""
    title, description, body = page.written if any(page.written) else (page.title, page.description, page.body)
    yield Written(lang=page.lang, text=body, place=functools.partial(_in_body, page.path, page.body_line, body))
    for key, text in (("title", title), ("description", description)):
        yield _front(page, page.lang, (key,), text)


def _front(owner: Entry | Page | Topic, lang: str, keys: Keys, text: str, *, markdown: bool = False) -> Written:
    place = functools.partial(_in_front, owner, keys, text)
    return Written(lang=lang, text=text, place=place, markdown=markdown, keys=keys)


def in_body(entry: Entry, start: int) -> Place:
    """Where a letter of an entry's answer was written."""
    return _in_body(entry.path, entry.body_line, entry.written[2], start, start)


def _in_body(path: str, first: int, body: str, start: int, _end: int) -> Place:
    line, column = position(body, start)
    return Place(path, first + line, column)


def _in_front(owner: Entry | Page | Topic, keys: Keys, text: str, start: int, end: int) -> Place:
    """Letters of a value of the front matter: found by the words that they stand in."""
    first = max(text.rfind(" ", 0, max(0, start - 1)), text.rfind("\n", 0, start)) + 1
    last = min((at for at in (text.find(" ", end + 1), text.find("\n", end)) if at >= 0), default=len(text))
    words = text[first:last]
    whole = owner.place(*keys)
    if not words.strip():
        return whole
    found = owner.place(*keys, words=words)
    if found == whole and not text.startswith(words):  # written in another way there, with escapes
        return whole
    return Place(found.path, found.line, found.column + start - first)
