"""Words that lead to other words: synonyms, and words that point to the same questions."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.search.analysis import Analyser
from generator.search.tables import Tables


class Group(NamedTuple):
    """Words that stand for each other."""

    synonyms: bool
    """False: related only."""
    stems: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...]
    """Stems that lead to the group where a query has them side by side."""
    hints: tuple[str, ...] = ()
    """The phrases' stems that say something: where a document has them, the group may be meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """The groups of which an index has at least one word, found by the stems that lead to them."""

    groups: Sequence[Group]
    by_stem: Mapping[str, Sequence[int]] = field(repr=False)
    by_phrase: Mapping[str, Sequence[tuple[tuple[str, ...], int]]] = field(repr=False)
    """First stem of a phrase -> (phrase, group)."""


def groups(tables: Tables, analyser: Analyser, known: Container[str]) -> Groups:
    """The tables' groups in stems; those that lead nowhere in this index are left out."""
    made = [
        group
        for synonyms, written in ((True, tables.synonyms), (False, tables.related))
        for group in (_group(synonyms, members, analyser) for members in written)
        if any(stem in known for stem in (*group.stems, *group.hints)) and len(group.stems) + len(group.phrases) > 1
    ]
    return found_by(made)


def found_by(made: Sequence[Group]) -> Groups:
    """Groups with the stems that lead to them."""
    by_stem: dict[str, list[int]] = {}
    by_phrase: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for number, group in enumerate(made):
        for stem in group.stems:
            by_stem.setdefault(stem, []).append(number)
        for phrase in group.phrases:
            by_phrase.setdefault(phrase[0], []).append((phrase, number))
    return Groups(groups=made, by_stem=by_stem, by_phrase=by_phrase)


def _group(synonyms: bool, members: Iterable[str], analyser: Analyser) -> Group:  # noqa: FBT001 - a column of the table
    analysed = [analyser.words(member) for member in members]
    stems = dict.fromkeys(analyser.stem(member[0]) for member in analysed if len(member) == 1)
    phrases = [member for member in analysed if len(member) > 1]
    hints = dict.fromkeys(analyser.stem(w) for phrase in phrases for w in phrase if w not in analyser.stop)
    stemmed = dict.fromkeys(tuple(map(analyser.stem, phrase)) for phrase in phrases)
    return Group(synonyms, tuple(stems), tuple(stemmed), tuple(stem for stem in hints if stem not in stems))
