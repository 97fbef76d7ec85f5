"""What an answer comes down to, where a list, a preview or a result of the search has room for little."""

from __future__ import annotations

from generator.content.library import Entry
from generator.text import plain, sentences


def gist(entry: Entry) -> str:
    """The short answer, or the first two sentences where nobody wrote one; plain text."""
    return entry.short or " ".join(sentences(plain(entry.body))[:2])
