"""The inverted index: which stems stand in which documents, and in which part of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.search.analysis import Analyser
from generator.search.groups import Groups, groups
from generator.search.tables import Tables

MOST_TIMES = 3
"""A word that an answer repeats more often than this counts no more: nor does it in the written index."""
LARGE = 500
"""Documents from which the size of an index is felt over a slow line."""
COMMON = 0.25
_SHORT_COUNTS = 2
"""A word of the short answer counts as if the answer had it so many times."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading inside an answer: a place of its own to land on."""

    anchor: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One entry or page as one language shows it, in plain text."""

    id: str
    """`delivery-time`, or `page:contact` of a page that is no entry."""
    title: str
    also: tuple[str, ...] = ()
    """Other ways to ask: customers' words, former titles and ids."""
    topic: str = ""
    """What its topic is called."""
    short: str = ""
    lang: str = ""
    """Of the texts, where it is not the index's: entries that nobody has translated."""
    text: str = ""
    """The whole answer, its headings among it."""
    headings: tuple[Heading, ...] = ()


class Posting(NamedTuple):
    """A stem in one unit."""

    unit: int
    title: bool
    also: bool
    text: int
    """How often the answer has it, 0 to 3."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """Units are the documents in order, then all their headings."""

    tables: Tables
    documents: Sequence[Document]
    headings: Sequence[tuple[int, Heading]]
    """(Document, heading) of each unit behind the documents."""
    terms: Sequence[str]
    """Sorted."""
    postings: Sequence[Sequence[Posting]] = field(repr=False)
    """Of each term, by unit."""
    titles: Sequence[int] = field(repr=False)
    """Words of title and other ways to ask, of each unit."""
    texts: Sequence[int] = field(repr=False)
    """Words of the answer, of each document."""
    groups: Groups = field(repr=False)
    analyser: Analyser = field(repr=False)


def build(documents: Iterable[Document], tables: Tables) -> Index:
    """The index of one language. Linear in the words; the order of documents decides between equal hits."""
    analyser = Analyser(tables)
    found = tuple(documents)
    postings: dict[str, list[Posting]] = {}
    titles, texts = [], []
    for unit, document in enumerate(found):
        title = analyser.stems(document.title)
        also = [stem for text in document.also for stem in analyser.stems(text)]
        short = analyser.stems(document.short)
        answer = analyser.words(f"{document.text}\n{document.topic}")
        text = _without(analyser, answer) + short * (_SHORT_COUNTS - 1)
        titles.append(len(title) + len(also))
        texts.append(len(text))
        _post(postings, unit, title, also, text)
    headings = [(unit, heading) for unit, document in enumerate(found) for heading in document.headings]
    for number, (_, heading) in enumerate(headings):
        title = analyser.stems(heading.title)
        titles.append(len(title))
        _post(postings, len(found) + number, title, (), ())
    if len(found) >= LARGE:
        postings = _without_common(postings, len(found))
    terms = sorted(postings)
    return Index(
        tables=tables,
        documents=found,
        headings=headings,
        terms=terms,
        postings=[postings[term] for term in terms],
        titles=titles,
        texts=texts,
        groups=groups(tables, analyser, postings.keys()),
        analyser=analyser,
    )


def _without(analyser: Analyser, words: Iterable[str]) -> list[str]:
    """Stems of an answer's words, those left out that say nothing: they are a quarter of an index."""
    return [analyser.stem(word) for word in words if word not in analyser.stop]


def _without_common(postings: Mapping[str, list[Posting]], documents: int) -> dict[str, list[Posting]]:
    """Without the places of words in answers that a quarter of them have: many bytes that say next to nothing."""
    kept = {}
    for term, places in postings.items():
        if sum(place.text > 0 for place in places) > documents * COMMON:
            places = [place._replace(text=0) for place in places if place.title or place.also]  # noqa: PLW2901 - fewer
        if places:
            kept[term] = places
    return kept


def _post(
    postings: dict[str, list[Posting]], unit: int, title: Iterable[str], also: Iterable[str], text: Iterable[str]
) -> None:
    """Add one unit's words."""
    titles, others, times = frozenset(title), frozenset(also), Counter(text)
    for stem in titles | others | times.keys():
        posting = Posting(unit, stem in titles, stem in others, min(times[stem], MOST_TIMES))
        postings.setdefault(stem, []).append(posting)
