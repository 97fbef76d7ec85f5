"""Customers' own words for a question that is answered: proposals for `also_asked`.

Proposed is what several customers asked in the same words, whatever their order and endings, and what no phrasing of
the entry says so. Words with a mask in them are nobody else's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from generator.content.schema.demand import MOST_EXAMPLES
from generator.demand.log import Question
from generator.demand.matching import Matched
from generator.personal import MASK
from generator.search import Document, Tables
from generator.search.analysis import Analyser

SURE: Final = 0.7
"""Score of a match from which its words are proposed: then nine of ten are right."""
_SEVERAL: Final = 2
"""Customers that make words typical."""
_LONGEST: Final = 100
"""Characters of a phrasing: who writes more, tells a story."""
_MOST_WORDS: Final = 12
Said: TypeAlias = frozenset[str]
"""The stems of a phrasing without the words that say little."""


def proposals(
    questions: Sequence[Question],
    found: Sequence[Matched],
    documents: Mapping[str, Sequence[Document]],
    tables: Mapping[str, Tables],
) -> dict[str, dict[str, tuple[str, ...]]]:
    """Entry -> language of `documents` -> customers' words, the most frequent first."""
    speakers = {lang: _Speaker(tables[lang], shown) for lang, shown in documents.items()}
    groups: dict[tuple[str, str], dict[Said, Counter[str]]] = {}
    for question, matched in zip(questions, found, strict=True):
        entry = _sure(question, matched)
        if not entry or not _is_phrasing(question.words):
            continue
        lang = _language(question, speakers)
        if lang and (said := speakers[lang].new(question.words, entry)):
            groups.setdefault((entry, lang), {}).setdefault(said, Counter())[question.words] += question.count
    chosen: dict[str, dict[str, tuple[str, ...]]] = {}
    for (entry, lang), said_by in sorted(groups.items()):
        if words := _typical(said_by.values()):
            chosen.setdefault(entry, {})[lang] = words
    return chosen


def _sure(question: Question, matched: Matched) -> str:
    """The entry that somebody named or that matches surely; or none."""
    if question.entry:
        return question.entry
    return matched.nearest[0].entry if matched.nearest and matched.score >= SURE else ""


def _is_phrasing(words: str) -> bool:
    return MASK not in words and len(words) <= _LONGEST and len(words.split()) <= _MOST_WORDS


def _typical(groups: Iterable[Counter[str]]) -> tuple[str, ...]:
    """Of each group that several asked the most frequent writing, the shortest of equals."""
    often = [(-counts.total(), _written(counts)) for counts in groups if counts.total() >= _SEVERAL]
    return tuple(words for _, words in sorted(often)[:MOST_EXAMPLES])


def _written(counts: Counter[str]) -> str:
    return min(counts, key=lambda words: (-counts[words], len(words), words))


class _Speaker:
    """One language: its words, and what each entry says in it already."""

    def __init__(self, tables: Tables, documents: Sequence[Document]) -> None:
        self._analyser = Analyser(tables)
        self._known: dict[str, set[Said]] = {}
        self._words: set[str] = set()
        for document in documents:
            if not document.lang:
                for words in (document.title, *document.also):
                    self._known.setdefault(document.id, set()).add(self._said(words))
                for words in (document.title, *document.also, document.text):
                    self._words.update(self._analyser.words(words), words.lower().split())

    def knows(self, words: str) -> tuple[int, int]:
        """How many of the words entries of this language have, and how many letter by letter in its own script."""
        folded = sum(word in self._words for word in self._analyser.words(words))
        return folded, sum(word in self._words for word in words.lower().split())

    def new(self, words: str, entry: str) -> Said | None:
        """What words say that an entry does not say yet; none where it has no text in this language."""
        known, said = self._known.get(entry), self._said(words)
        return said if known and said and said not in known else None

    def _said(self, words: str) -> Said:
        every = frozenset(self._analyser.stems(words))
        return every - self._analyser.stop or every


def _language(question: Question, speakers: Mapping[str, _Speaker]) -> str:
    """The log's own where the FAQ has it, with or without its script; else the one that has most of the words."""
    codes = {lang.lower(): lang for lang in speakers}
    named = codes.get(question.language) or codes.get(question.language.partition("-")[0])
    if named or not speakers:
        return named or ""
    best = max(speakers, key=lambda lang: speakers[lang].knows(question.words))
    return best if any(speakers[best].knows(question.words)) else ""
