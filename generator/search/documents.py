"""From the library to what is searched: a document for each entry that a language shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from generator.content.gist import gist
from generator.content.library import Entry
from generator.content.markup import headings as headings_of
from generator.links.live import Live
from generator.links.target import Target
from generator.links.titles import Names
from generator.search.index import Document, Heading

Words: TypeAlias = Callable[[str], str]
"""Markdown -> what readers see of it, as plain text."""

_HEADING = re.compile(r" {0,3}#+(?P<title>[^\n]*?)[ \t]*(?:\{#[\w-]+\})?[ \t]*(?:\n|\Z)")
_PLAIN = re.compile(r"(?:[^\W_]|[ .,:;?!()'’\"“”„»«–-])*")
"""What Markdown leaves as it is, at least in a heading."""
_WORD = re.compile(r"[^\W_]+")


def documents(live: Live, lang: str, names: Names, words: Words) -> list[Document]:
    """Every entry as a language shows it, in the site's order. What is withdrawn is none of them."""
    library = live.library
    return [_entry(live, library.shown(id_, lang), lang, names, words) for id_ in library.by_id]


def _entry(live: Live, entry: Entry, lang: str, names: Names, words: Words) -> Document:
    library = live.library
    written = entry.lang if entry.lang in library.settings.languages else entry.lang.partition("-")[0]
    former = [*names.titles.get((written, entry.id), ()), *former_ids(names, Target("entry", entry.id))]
    return Document(
        id=entry.id,
        title=entry.question,
        also=(*entry.also_asked, *unsaid(former, [entry.question, *entry.also_asked])),
        topic=library.topic_title(entry.topic, lang),
        short=gist(entry),
        lang="" if entry.lang == lang else library.languages[entry.lang].tag,
        text=words(entry.body),
        headings=headings(entry.body, words),
    )


def headings(body: str, words: Words) -> tuple[Heading, ...]:
    """The headings that have an address of their own, each once."""
    found = {}
    for anchor, start in headings_of(body):
        line = _HEADING.match(body, start)
        if anchor and anchor not in found and line:
            title = line["title"].strip()
            found[anchor] = Heading(anchor=anchor, title=title if _PLAIN.fullmatch(title) else words(line[0]))
    return tuple(found.values())


def former_ids(names: Names, target: Target) -> list[str]:
    """Former ids as words: `shipping-time` was about *shipping time*."""
    return [" ".join(_WORD.findall(id_)) for id_ in names.ids.get(target, ())]


def unsaid(texts: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    """Of each text the words that none before it has: what is said twice would count twice."""
    said = {word for text in known for word in _WORD.findall(text.casefold())}
    for text in texts:
        new = dict.fromkeys(word for word in _WORD.findall(text) if word.casefold() not in said)
        if new:
            said.update(word.casefold() for word in new)
            yield " ".join(new)
