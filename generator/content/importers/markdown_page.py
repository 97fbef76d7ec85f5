"""Reader of one long Markdown page whose headings are the questions, with or without category headings above."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.content.importers import ids
from generator.content.importers.imported import Imported, not_taken_over, unreadable, warning
from generator.content.importers.plain import to_plain
from generator.problems import Place, Problem
from generator.text import blank_code

_FRONT_MATTER: Final = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*$\n?", re.MULTILINE | re.DOTALL)
_HEADING: Final = re.compile(r"^ {0,3}(#{1,6})[ \t]+.*$", re.MULTILINE)
_ID: Final = re.compile(r"(?<![ \t])[ \t]*\{[ \t]*:?[ \t]*#([^\s{}]+)[^{}]*\}[ \t]*$")
_URL: Final = re.compile(r"\bdata-url=\"([^\"\s{}]+)\"[^{}]*\}[ \t]*$")
"""The address that an answer has by itself, beside its id, as our own export writes it."""
_ANCHOR: Final = re.compile(r"<a\s[^<>]*\b(?:id|name)=[\"']?([^\"'\s<>]+)", re.IGNORECASE)
_LINK: Final = re.compile(r"(?<!\\)!?\[([^\[\]]*)\]\([^()]*\)")
_EMPHASIS: Final = re.compile(r"(?<![\w\\])(\*\*|__|\*|_|`)(?=\S)(.+?)(?<=\S)\1(?!\w)")
_CLOSING: Final = re.compile(r"(?:^|(?<=[ \t]))#+[ \t]*$")
_SHORT: Final = re.compile(r"\A([^\n]+)\n\{: ?\.short ?\}[ \t]*(?:\n+|\Z)")
"""A first paragraph that is marked as the short answer."""
_LONGEST: Final = 2_000
"""Characters of a heading in which Markdown is looked for."""


@dataclass(frozen=True, slots=True)
class _Heading:
    level: int
    title: str
    written: str
    """As Markdown, without id and closing marks."""
    id: str
    url: str
    line: int
    text: str
    """Up to the next heading of any level."""


def read(text: str, name: str, lang: str) -> tuple[list[Imported], list[Problem]]:
    """Entries of a page in `lang`: `## Category` with `### Question` below, or only `## Question`; or one level up."""
    found = _FRONT_MATTER.match(text)
    start = found.end() if found else 0
    problems = []
    if found:
        keys = re.findall(r"^([\w-]+)[ \t]*:", found[1], re.MULTILINE)
        problems += not_taken_over(Place(name), [f"front matter '{key}'" for key in keys])
    before, headings = _headings(text, start)
    if before.strip():
        problems.append(_text_lost(Place(name, text.count("\n", 0, start) + 1), "before the first heading", before))
    entries = ids.fill(list(_entries(headings, name, lang, problems)))
    if not entries:
        hint = "expected '## Question' headings, or '## Category' with '### Question' below, with text under them"
        return [], [*problems, unreadable(Place(name), "the page has no questions as headings", hint)]
    return entries, problems


def _headings(text: str, start: int) -> tuple[str, list[_Heading]]:
    """Text before the first heading, and the headings; `#` in code is none."""
    marks = list(_HEADING.finditer(blank_code(text), start))
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    headings = []
    line, counted = 1, 0
    for mark, end in zip(marks, ends, strict=False):
        line, counted = line + text.count("\n", counted, mark.start()), mark.start()
        raw = text[mark.end(1) : mark.end()]
        given = _ID.search(raw) or _ANCHOR.search(raw)
        words = _CLOSING.sub("", _ID.sub("", raw)).strip()
        body = text[mark.end() : end].strip("\n")
        url = _URL.search(raw)
        id_, address = given[1] if given else "", url[1] if url else ""
        headings.append(_Heading(len(mark[1]), _plain(words), words, id_, address, line, body))
    return text[start : marks[0].start() if marks else len(text)], headings


def plain_heading(heading: str) -> str:
    """A heading's words, without closing `##`, tags, links and emphasis."""
    return _plain(_CLOSING.sub("", heading))


def _plain(heading: str) -> str:
    if len(heading) > _LONGEST:
        return heading
    text = _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", heading))
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", to_plain(text))


def _entries(headings: list[_Heading], name: str, lang: str, problems: list[Problem]) -> Iterator[Imported]:
    top = _top_level(headings)
    nothing = category = _Heading(top, "", "", "", "", 1, "")
    index = 0
    while index < len(headings):
        heading = headings[index]
        place = Place(name, heading.line)
        below = _below(headings, index)
        index += 1
        if heading.level < top or _is_category(heading, below):
            if heading.level >= top:
                category = heading
            if heading.text.strip():
                problems.append(_text_lost(place, f"under '{heading.title[:60]}', which is no question", heading.text))
            continue
        if heading.level == top:
            category = nothing
        index += len(below)
        short, answer = _split_short(_body(heading, below))
        yield Imported(
            id=heading.id,
            lang=lang,
            category=category.title,
            category_id=category.id,
            question=heading.title,
            short=short,
            answer=answer,
            source_url=heading.url,
            place=place,
        )


def _top_level(headings: list[_Heading]) -> int:
    """1 where the page has several `#` headings, else 2: a single one is the page's title."""
    return 1 if sum(h.level == 1 for h in headings) > 1 else 2


def _below(headings: list[_Heading], index: int) -> list[_Heading]:
    """The headings inside the one at `index`."""
    end = index + 1
    while end < len(headings) and headings[end].level > headings[index].level:
        end += 1
    return headings[index + 1 : end]


def _is_category(heading: _Heading, below: list[_Heading]) -> bool:
    """A heading over headings is a category if nothing stands between, or if only those below ask something.

    A title that asks is a question in any case; headings below level 2 are never categories.
    """
    children = [h for h in below if h.level == heading.level + 1]
    if not children or heading.level > 2:
        return False
    asks = heading.title.endswith("?")
    return not asks and (not heading.text.strip() or any(h.title.endswith("?") for h in children))


def _body(question: _Heading, below: list[_Heading]) -> str:
    """An answer with its sub-headings, the first level of them `##`."""
    parts = [question.text]
    for heading in below:
        mark = "#" * max(2, heading.level - question.level + 1)
        words = heading.title if "<" in heading.written else heading.written
        parts.append(f"{mark} {words}{' {#' + heading.id + '}' if heading.id else ''}\n\n{heading.text}")
    return "\n\n".join(part.strip("\n") for part in parts).strip("\n")


def _split_short(body: str) -> tuple[str, str]:
    """The short answer, where our own export marked one, and the rest."""
    found = _SHORT.match(body)
    return (_plain(found[1]), body[found.end() :]) if found else ("", body)


def _text_lost(place: Place, where: str, text: str) -> Problem:
    words = to_plain(text[:_LONGEST])
    message = f"not taken over: the text {where}: '{words[:60]}'"
    return warning(place, "AA602", message, "move it into an answer or a page")
