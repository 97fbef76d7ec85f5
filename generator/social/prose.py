"""Answers as plain text for posts: whole, as beginnings that end well, and as the steps of a numbered list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.library import Entry
from generator.social.draft import tidy
from generator.text import html, plain, sentences, words_of

_TABLE_OR_CODE = re.compile(r"^\s*(\||```|~~~)", re.MULTILINE)
_LIST_ITEM = re.compile(r"• |\d+\. ")
_SENTENCE_END = re.compile(r"[.!?…][)\]\"'”“»]*$")
_NUMBERED = re.compile(r"<ol>(?:(?!<ol>).)*?</ol>", re.DOTALL)
_HEADING = re.compile(r"<h[1-6]")
_STEP = re.compile(r"^\d+\. ", re.MULTILINE)


def whole(entry: Entry) -> str:
    """The whole answer as plain text; empty where it holds a table or code, which plain text would spoil."""
    rendered = html(entry.body)
    return "" if "<table" in rendered or "<pre" in rendered else tidy(plain(entry.body))


def before_table(body: str) -> str:
    """As much of an answer as can be plain text."""
    found = _TABLE_OR_CODE.search(body)
    return tidy(plain(body[: found.start()] if found else body))


def steps(entry: Entry) -> str:
    """The numbered list of an answer, a step a line; empty where there is none, or one step only.

    A list below a heading answers another question than the entry's.
    """
    if "1. " not in entry.body:
        return ""
    found = _NUMBERED.search(_HEADING.split(html(entry.body), maxsplit=1)[0])
    listed = tidy(words_of(found[0])) if found and "<pre" not in found[0] else ""
    return listed if len(_STEP.findall(listed)) > 1 else ""


def beginnings(text: str) -> Iterator[str]:
    """Growing beginnings of a plain text, each ending with a sentence; lists are taken to their end or not at all."""
    grown = ""
    pieces = list(_pieces(text))
    for index, (gap, sentence, in_list) in enumerate(pieces):
        grown += gap + sentence
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        list_ends = in_list and not (following and following[2])
        sentence_ends = not in_list and _SENTENCE_END.search(sentence)
        text_ends = not following and not sentence.endswith(":")
        if list_ends or sentence_ends or text_ends:
            yield grown


def first(text: str) -> str:
    """The shortest beginning."""
    return next(beginnings(text), "")


def _pieces(text: str) -> Iterator[tuple[str, str, bool]]:
    """What stands before a sentence, the sentence, and whether it is in a list."""
    gap = ""
    for paragraph in text.split("\n\n"):
        for line in paragraph.split("\n"):
            in_list = _LIST_ITEM.match(line) is not None
            for sentence in sentences(line):
                yield gap, sentence, in_list
                gap = " "
            gap = "\n"
        gap = "\n\n"
