"""Words that say the same: synonyms of the search's tables, and words that differ by a prefix."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.search.analysis import Analyser

SYNONYM, FAMILY = 1.0, 0.6
"""What a word counts that another one is written for."""


class Alike:
    """Of one language."""

    def __init__(self, analyser: Analyser) -> None:
        self._analyser = analyser
        self._synonyms: dict[str, set[str]] = {}
        for group in analyser.tables.synonyms:
            words = [analyser.words(member) for member in group]
            stems = {analyser.stem(one[0]) for one in words if len(one) == 1}
            for stem in stems:
                self._synonyms.setdefault(stem, set()).update(stems)

    def widened(self, stems: Mapping[str, float]) -> dict[str, float]:
        """With all that says the same, each with its weight."""
        found = dict(stems)
        for stem, weight in stems.items():
            for other in self._synonyms.get(stem, ()):
                found[other] = max(found.get(other, 0.0), weight * SYNONYM)
            for other in self._analyser.bare(stem):
                found[other] = max(found.get(other, 0.0), weight * FAMILY)
        return found

    def forms(self, stem: str) -> Iterator[tuple[str, float]]:
        """What a stem may be known as, the likeliest first."""
        yield stem, 1.0
        for bare in self._analyser.bare(stem):
            yield bare, FAMILY
