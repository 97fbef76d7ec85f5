"""An entry cut into what a translator translates at a time: question, short answer, each paragraph, words for posts.

A segment is known by its context (`delivery-time/answer`) and its text, never by its number: a paragraph put in
before others changes none of them.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from generator.content.library import Entry

ANSWER: Final = "answer"
WHOLE: Final = "whole-answer"
"""The answer in one piece, where a translation has other paragraphs than its source."""
_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})")
_KIND: Final = re.compile(r"(?P<indent> {4,})?(?P<mark>#{1,6}(?= )|[-*+](?= )|\d+[.)](?= )|>|\||`{3,}|~{3,}|!!!)?")


class Block(NamedTuple):
    """A paragraph, list, table or code of a Markdown text, and its line from 0."""

    text: str
    line: int


class Segment(NamedTuple):
    """A text as its author wrote it."""

    part: str
    """`question`, `short`, `answer`, or where it stands in the front matter: `posts.tip`, `posts.checklist.0`."""
    context: str
    """What gettext tells equal texts apart by: the entry, and the part without numbers."""
    text: str
    line: int = 0
    """In the file; 0 for the front matter."""


def blocks(body: str) -> list[Block]:
    """Pieces of a Markdown text between empty lines; fenced code is one."""
    found: list[Block] = []
    lines: list[str] = []
    start, fence = 0, ""
    for number, line in enumerate(body.split("\n")):
        if not fence and not line.strip():
            found += [Block("\n".join(lines), start)] if lines else []
            lines = []
            continue
        start = start if lines else number
        lines.append(line)
        mark = _FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence) and not line[mark.end() :].strip():
            fence = ""
    return [*found, Block("\n".join(lines), start)] if lines else found


def alike(one: Sequence[Block], other: Sequence[Block]) -> bool:
    """Whether two texts have the same kinds of pieces in the same order, so that each stands for the other."""
    return len(one) == len(other) and all(_kind(a.text) == _kind(b.text) for a, b in zip(one, other, strict=True))


def _kind(text: str) -> tuple[int, str]:
    found = _KIND.match(text)
    mark = (found["mark"] or "") if found else ""
    return len((found["indent"] or "") if found else ""), "1." if mark[:1].isdigit() else mark.replace("*", "-")


def segments(entry: Entry) -> list[Segment]:
    """All that is translated of an entry, in the order of its file; equal ones of a part are numbered."""
    question, short, body = entry.written
    parts = [("question", question, 0), ("short", short, 0)]
    parts += [(f"posts.{key}", text, 0) for key, text in post_texts(entry)]
    parts += [(ANSWER, block.text, entry.body_line + block.line) for block in blocks(body)]
    seen: Counter[tuple[str, str]] = Counter()
    found = []
    for part, text, line in parts:
        if text:
            context = f"{entry.id}/{re.sub(r'[.][0-9]+$', '', part)}"
            seen[context, text] += 1
            number = seen[context, text]
            found.append(Segment(part, context if number == 1 else f"{context}#{number}", text, line))
    return found


def whole(entry: Entry) -> Segment:
    """The answer in one piece."""
    return Segment(WHOLE, f"{entry.id}/{WHOLE}", entry.written[2], entry.body_line)


def post_texts(entry: Entry) -> Iterator[tuple[str, str]]:
    """Words for posts as they were written, by their keys: `quiz.options.0`; the number of the right option is none."""
    tip, fact, myth, why, known, changed, asked, options, _, because, checklist, own = (
        *entry.written_posts,
        *[""] * (12 - len(entry.written_posts)),
    )
    yield from (("tip", tip), ("myth.fact", fact), ("myth.myth", myth), ("myth.why", why))
    yield from (("did_you_know", known), ("changed", changed), ("quiz.question", asked))
    yield from ((f"quiz.options.{n}", text) for n, text in enumerate(options.split("\n")))
    yield "quiz.why", because
    yield from ((f"checklist.{n}", text) for n, text in enumerate(checklist.split("\n")))
    yield from ((f"own.{name}", text) for name, text in (json.loads(own) if own else ()))
