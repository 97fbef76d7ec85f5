"""Whether translations still say what their source says: by the words they were made from, never by file times."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from typing import Any

from generator.content.library import Entry, Library
from generator.content.markup import without_addresses
from generator.content.meta import Edit, Grade, State
from generator.content.source import Source
from generator.text import nfc

GRADES: tuple[Grade, ...] = ("typo", "medium", "major")
"""From the least to the most."""
_LENGTH = 12
_NAME = re.compile(r"\{\{\s*(.*?)\s*\}\}")


def fingerprint(texts: Iterable[str]) -> str:
    """12 hexadecimal digits for the words of an entry: question, short answer, answer, words for posts, as written.

    White space, addresses of links and pictures, and ids of headings do not count; empty texts at the end neither.
    """
    words = [_words(text) for text in texts]
    while words and not words[-1]:
        words.pop()
    return hashlib.sha256("\0".join(words).encode()).hexdigest()[:_LENGTH]


def _words(text: str) -> str:
    text = nfc(text)
    if "{{" in text:
        text = _NAME.sub(r"{{\1}}", text)
    return " ".join(without_addresses(text).split())


def of_entry(entry: Entry) -> str:
    """The fingerprint of an entry's words."""
    return fingerprint((*entry.written, *entry.written_posts))


def of_file(src: Source) -> str:
    """The same, of a file that was read but not validated; what is no text counts as empty."""

    def text(data: Mapping[str, Any], key: str) -> str:
        value = data.get(key)
        return value.strip() if isinstance(value, str) else ""

    def lines(data: Mapping[str, Any], key: str) -> str:
        value = data.get(key)
        return "\n".join(item.strip() for item in value if isinstance(item, str)) if isinstance(value, list) else ""

    posts = _mapping(src.data.get("posts"))
    myth, quiz = _mapping(posts.get("myth")), _mapping(posts.get("quiz"))
    return fingerprint(
        (
            text(src.data, "question"),
            text(src.data, "short"),
            src.body,
            text(posts, "tip"),
            *(text(myth, key) for key in ("fact", "myth", "why")),
            *(text(posts, key) for key in ("did_you_know", "changed")),
            text(quiz, "question"),
            lines(quiz, "options"),
            text(quiz, "right"),
            text(quiz, "why"),
            lines(posts, "checklist"),
        )
    )


def _mapping(value: Any) -> Mapping[str, Any]:  # noqa: ANN401 - a YAML value is any of three kinds
    return value if isinstance(value, Mapping) else {}


def is_begun_only(entry: Entry, source: Entry) -> bool:
    """Whether a translation still has its source's words, as `faq new` begins it; one word may be that of both."""
    return entry.path != source.path and " " in source.question and entry.written == source.written


def state(made_from: str, present: str, edits: tuple[Edit, ...]) -> State:
    """A translation made from one text of a source that has another now, which was edited in steps.

    A major edit is major whatever came after it; else an edit that nobody graded could be anything.
    """
    if made_from == present:
        return State(standing="fresh")
    if not made_from:
        return State(standing="unknown")
    later = missed(made_from, edits)
    grade: Grade = max((edit.grade for edit in later), key=GRADES.index, default="typo")
    since = min((edit.on for edit in later if edit.grade == grade), default=None)
    if edits and edits[-1].hash == present:
        return State(standing=grade, since=since)
    if grade == "major":
        return State(standing=grade, since=since, to_grade=True)
    return State(standing="ungraded", to_grade=True)


def missed(made_from: str, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """The edits after the text that a translation was made from; all of them where that text is not among them."""
    at = max((n for n, edit in enumerate(edits) if edit.hash == made_from), default=-1)
    return edits[at + 1 :]


def states(library: Library) -> dict[tuple[str, str], State]:
    """(Entry, language) of every translation -> its state; Serbian in Latin letters has that of the Cyrillic."""
    source = library.settings.source
    found: dict[tuple[str, str], State] = {}
    for by_lang in library.by_id.values():
        original = by_lang.get(source)
        if original is None:
            continue
        translated = [entry for entry in by_lang.values() if entry.path != original.path]  # else its other script
        present = of_entry(original) if any(entry.source for entry in translated) else "nobody asks"
        for entry in translated:
            found[entry.id, entry.lang] = state(entry.source, present, original.meta.edits)
    return found


def needed(original: Entry, sources: Iterable[str]) -> tuple[Edit, ...]:
    """The graded edits that translations made from these texts still have before them.

    The last one that mattered is always kept: it says when the answer last changed, which the feed tells.
    """
    present, edits = of_entry(original), original.meta.edits
    last = max((n for n, edit in enumerate(edits) if edit.grade != "typo"), default=len(edits))
    behind = (missed(source, edits) for source in sources if source and source != present)
    return max((edits[last:], *behind), key=len)
