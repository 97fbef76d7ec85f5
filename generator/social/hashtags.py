"""Hashtags of words that people look for: few, natural, and readable aloud."""

from __future__ import annotations

import re

from generator.content.library import Entry, Library
from generator.social.network import Network

_WORD = re.compile(r"[^\W_]+")
_TAG_WORDS = 3
_TAG_LENGTH = 30


def hashtag(title: str) -> str:
    """`#DostavaIPovrat` of a short title of plain words, capitals telling screen readers where each begins; or ""."""
    words = title.split()
    natural = 0 < len(words) <= _TAG_WORDS and all(_WORD.fullmatch(word) for word in words) and not title.isdigit()
    tag = "".join(word[0].upper() + word[1:] for word in words)
    return f"#{tag}" if natural and len(tag) <= _TAG_LENGTH else ""


def hashtags(entry: Entry, library: Library, network: Network) -> str:
    """As many as a draft gets on a network: the topic, the organisation's name.

    An entry's own tags are left out: they are written once, in the source language, and for people who edit.
    """
    most = network.hashtags if network.hashtags_max is None else min(network.hashtags, network.hashtags_max)
    titles = (library.topic_title(entry.topic, entry.lang), library.settings.name)
    found = {tag.casefold(): tag for tag in map(hashtag, titles) if tag}
    return " ".join(list(found.values())[:most])
