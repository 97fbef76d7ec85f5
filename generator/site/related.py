"""Which questions are related: by the words and tags that few entries share, the same for every language."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.content.library import Entry, Library

MOST = 4
_FROM_FACTS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_TARGETS = re.compile(r"\]\([^)]*\)|\{#[\w-]+\}|(?:https?|mailto|tel):\S+")
_LINKS = re.compile(r"\bentry:([\w-]+)")
_WORD = re.compile(r"[^\W\d_]{5,}")
"""Shorter ones are mostly of the kind that all texts share: what, have, your."""
_STEM = 5
"""Letters of a word that count: its beginning survives inflection in all our languages."""
_TERMS = 16
"""Terms of an entry that count, the most telling ones: work per entry stays the same however long it is."""
_RARE = 6
"""A term in 2**6 entries or more tells nothing, however large the FAQ; so work stays linear in its size."""
_ENOUGH = 12
"""Below this, two entries share words by chance."""
_TAG, _QUESTION, _ASKED, _SHORT, _BODY = 3, 3, 2, 2, 1
_LINKED = 24
"""Who wrote the answer sends the reader there."""

Terms = Mapping[str, int]
"""Term -> how much it says about its entry, by where it stands."""


def related(library: Library) -> dict[str, tuple[str, ...]]:
    """Id -> up to four ids, the closest first; from the source language alone, and from no fact's value."""
    source = library.settings.source
    entries = {id_: by_lang[source] for id_, by_lang in library.by_id.items() if source in by_lang}
    printed = library.printed.get(source, {})
    terms = _telling({id_: _terms(entry, printed) for id_, entry in entries.items()})
    scores = _shared(terms)
    for id_, entry in entries.items():
        for other in set(_LINKS.findall(entry.written[2])) & entries.keys() - {id_}:
            scores[id_][other] += _LINKED
            scores[other][id_] += _LINKED
    return {id_: _closest(scores[id_]) for id_ in entries}


def _terms(entry: Entry, printed: Mapping[str, str]) -> Terms:
    """The beginnings of an entry's words, and its tags; numbers and what facts print are left out."""
    question, short, body = (_TARGETS.sub(" ", _FROM_FACTS.sub(" ", text)) for text in entry.written)
    asked = " ".join(entry.also_asked)
    for fact in sorted(entry.facts):
        asked = asked.replace(printed.get(fact, "\0"), " ")
    found: dict[str, int] = {f"#{tag.casefold()}": _TAG for tag in entry.meta.tags}
    for text, weight in ((body, _BODY), (short, _SHORT), (asked, _ASKED), (question, _QUESTION)):
        found |= dict.fromkeys(_stems(text), weight)
    return found


def _stems(text: str) -> Iterator[str]:
    """Beginnings of words, without marks: customers leave those out."""
    plain = text.casefold()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return (word[:_STEM] for word in _WORD.findall(plain))


def _telling(all_terms: Mapping[str, Terms]) -> dict[str, Terms]:
    """The strongest terms of each entry with their strength.

    How rare a term is counts in powers of two, so that an edited sentence moves few of the others' lists.
    """
    entries_with: dict[str, int] = defaultdict(int)
    for terms in all_terms.values():
        for term in terms:
            entries_with[term] += 1
    top = min(len(all_terms).bit_length(), _RARE + 1)
    rarity = {term: top - count.bit_length() for term, count in entries_with.items() if count > 1}
    telling: dict[str, Terms] = {}
    for id_, terms in all_terms.items():
        strong = sorted((-weight * rarity[t], t) for t, weight in terms.items() if rarity.get(t, 0) > 0)
        telling[id_] = {term: -strength for strength, term in strong[:_TERMS]}
    return telling


def _shared(telling: Mapping[str, Terms]) -> dict[str, dict[str, int]]:
    """Id -> other id -> strength of what both say."""
    having: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for id_, terms in telling.items():
        for term, strength in terms.items():
            having[term].append((id_, strength))
    scores: dict[str, dict[str, int]] = {id_: defaultdict(int) for id_ in telling}
    for id_, terms in telling.items():
        mine = scores[id_]
        for term, strength in terms.items():
            for other, theirs in having[term]:
                mine[other] += min(strength, theirs)
        mine.pop(id_, None)
    return scores


def _closest(scores: Mapping[str, int]) -> tuple[str, ...]:
    enough: Iterable[tuple[int, str]] = ((-score, id_) for id_, score in scores.items() if score >= _ENOUGH)
    return tuple(id_ for _, id_ in sorted(enough)[:MOST])
