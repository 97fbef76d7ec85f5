"""Write ids into headings that have none: once, from the source language's words, the same in all languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.content.library import Entry, Page
from generator.content.markup import headings
from generator.links.live import Live
from generator.links.rewriting import body_of, free_id
from generator.links.target import Target
from generator.links.work import Changes, Texts, Work, run
from generator.problems import Problem
from generator.slug import slug
from generator.text import plain

_LINE = re.compile(r"[^\n]*")
_MARKS = re.compile(r"^ {0,3}(#{1,6})[ \t]*")


def fix(live: Live, texts: Texts) -> tuple[Changes, list[Problem]]:
    """Every file with headings that lack an id. A translation whose headings are others is left to its author."""

    def repair(work: Work) -> Iterator[Problem]:
        for target in [*(Target("entry", id_) for id_ in live.library.by_id), *_pages(live)]:
            _fix(work, work.written(target))
        yield from ()

    return run(live.library, texts, repair)


def _pages(live: Live) -> Iterator[Target]:
    return (Target("page", name) for name in live.library.pages)


def _fix(work: Work, written: Mapping[str, Entry | Page]) -> None:
    source = written.get(work.library.settings.source)
    bodies = {lang: body_of(work.read(text.path)) for lang, text in written.items()}
    if source is None or not any(not id_ for body in bodies.values() for id_, _ in headings(body)):
        return
    wanted = _ids(bodies, source)
    for lang, text in written.items():
        body = bodies[lang]
        found = list(headings(body))
        if lang == source.lang or _levels(body) == _levels(bodies[source.lang]):
            work.change_body(text.path, lambda body, found=found: _with_ids(body, found, wanted))  # type: ignore[misc]


def _ids(bodies: Mapping[str, str], source: Entry | Page) -> list[str]:
    """The id of each heading of the source: its own, that of a translation in the same place, or one of its words."""
    original = bodies[source.lang]
    alike = [list(headings(body)) for body in bodies.values() if _levels(body) == _levels(original)]
    moved = source.meta.moved if isinstance(source, Entry) else source.moved
    taken = {id_ for body in bodies.values() for id_, _ in headings(body) if id_} | set(moved)
    ids: list[str] = []
    for n, (id_, start) in enumerate(headings(original)):
        given = id_ or next((found[n][0] for found in alike if found[n][0]), "")
        ids.append(given or free_id(_name(_words(original, start), source.lang), taken))
        taken.add(ids[-1])
    return ids


def _name(words: str, lang: str) -> str:
    """An id of words; it begins with a letter, as ids of headings must."""
    name = slug(words, lang) or "part"
    return name if name[0].isalpha() else f"part-{name}"


def _levels(body: str) -> list[int]:
    return [len(found[1]) for _, start in headings(body) if (found := _MARKS.match(body[start:]))]


def _words(body: str, start: int) -> str:
    """A heading as readers see it."""
    line = _LINE.match(body, start)
    return plain(line[0]) if line else ""


def _open(line: str) -> str:
    """A heading's line without signs that close it; one behind a backslash belongs to the words."""
    found = _MARKS.match(line)
    at = found.end(1) if found else 0
    words = line[at:].rstrip()
    without = words.rstrip("#")
    return line[:at] + (words if without.endswith("\\") else without.rstrip())


def _with_ids(body: str, found: list[tuple[str, int]], ids: list[str]) -> str:
    """Markdown whose headings end with the ids, where they had none."""
    own = {id_ for id_, _ in found if id_}
    for (has, start), id_ in reversed(list(zip(found, ids, strict=False))):
        line = _LINE.match(body, start)
        if not has and id_ not in own and line:
            made = f"{_open(line[0])} {{#{id_}}}"
            body = body[:start] + made + body[line.end() :]
    return body
