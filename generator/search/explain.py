"""Why a hit ranks where it does, in words for editors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.search.index import Document, Index
from generator.search.ranking import Hit, Reason

_WORD = re.compile(r"[^\W_]+")
_HOW: Mapping[str, str] = {
    "word": "a form of '{}'",
    "longer": "the beginning of '{}'",
    "beginning": "begins like '{}'",
    "typo": "a slip of the fingers for '{}'",
    "synonym": "means '{}'",
    "related": "has to do with '{}'",
    "family": "of one family with '{}'",
}
_PARTS: Mapping[str, str] = {"title": "the question", "also": "other ways to ask", "text": "the answer"}


def explain(index: Index, hit: Hit, query: str) -> list[str]:
    """What each word that was typed did for a hit, the words that did nothing among them."""
    by_word = {reason.word: reason for reason in hit.reasons}
    words = dict.fromkeys(index.analyser.words(query))
    return [_sentence(index, hit, by_word[word]) if word in by_word else f"'{word}': nothing" for word in words]


def _sentence(index: Index, hit: Hit, reason: Reason) -> str:
    """`'delivry': a slip of the fingers for 'delivery', in the question and the answer: 4.2`."""
    shown = _in_full(index, hit, reason.term)
    how = "the word itself" if shown.casefold() == reason.word else _HOW[reason.how].format(shown)
    names = {**_PARTS, "title": "the heading"} if hit.heading is not None else _PARTS
    *others, last = (names[part] for part in reason.parts)
    where = f"{', '.join(others)} and {last}" if others else last
    return f"'{reason.word}': {how}, in {where}: {reason.score:.1f}"


def _in_full(index: Index, hit: Hit, term: str) -> str:
    """A stem as the first word that has it is written."""
    title = index.headings[hit.heading][1].title if hit.heading is not None else ""
    for text in (title, *_texts(index.documents[hit.document])):
        for word in _WORD.findall(text):
            if term in index.analyser.stems(word):
                return str(word)
    return f"{term}…"


def _texts(document: Document) -> Iterator[str]:
    yield document.title
    yield from document.also
    yield from (document.short, document.text, document.topic)
