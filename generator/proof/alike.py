"""Words that say the same: synonyms of the search's tables, and words that differ by a prefix (`kreće`, `pokreće`)."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping

from generator.search.analysis import Analyser

_KEPT = 1000
"""Sets of stems of which all that says the same is remembered: an answer is compared with several others."""


class Alike:
    """Of one language; a word counts less where another one is written for it."""

    def __init__(self, analyser: Analyser, *, synonym: float, family: float) -> None:
        self._analyser, self._synonym, self._family = analyser, synonym, family
        self._bare: dict[str, tuple[str, ...]] = {}
        self._known = functools.lru_cache(maxsize=_KEPT)(lambda stems: self.widened(dict.fromkeys(stems, 1.0)))
        self._synonyms: dict[str, set[str]] = {}
        for group in analyser.tables.synonyms if synonym else ():
            words = [analyser.words(member) for member in group]
            stems = {analyser.stem(one[0]) for one in words if len(one) == 1}
            for stem in stems:
                self._synonyms.setdefault(stem, set()).update(stems)

    def widened(self, stems: Mapping[str, float]) -> dict[str, float]:
        """With all that says the same, each with its weight."""
        found = dict(stems)
        for stem, weight in stems.items():
            for other in self._synonyms.get(stem, ()):
                found[other] = max(found.get(other, 0.0), weight * self._synonym)
            for other in self._without_prefix(stem):
                found[other] = max(found.get(other, 0.0), weight * self._family)
        return found

    def forms(self, stem: str) -> Iterator[tuple[str, float]]:
        """What a stem may be known as, and how well; itself first."""
        yield stem, 1.0
        for bare in self._without_prefix(stem):
            yield bare, self._family

    def said(self, stems: Iterable[str], by: frozenset[str]) -> Iterator[tuple[str, float]]:
        """Stems that others say, too, and how well."""
        known = self._known(by)
        for stem in stems:
            if stem in by:
                yield stem, 1.0
            elif share := max(share * known.get(form, 0.0) for form, share in self.forms(stem)):
                yield stem, share

    def _without_prefix(self, stem: str) -> tuple[str, ...]:
        found = self._bare.get(stem)
        if found is None:
            found = self._bare[stem] = tuple(self._analyser.bare(stem))
        return found
