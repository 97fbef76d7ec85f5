"""From a text to the words that are compared: folded letters, and stems.

Twin of `data/search/js/analysis.js`: the same steps in the same order, so that an index made here is understood there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from generator.search.tables import Tables

_TRUNCATED = 5
"""Letters that remain of a word in a language without suffixes: nearly as good as a table."""
_SPACELESS = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
"""Thai, Lao, Japanese, Chinese: scripts without blanks between words."""
_HYPHENS = frozenset("-\N{HYPHEN}")
_SHORT_HALF = 2
_FIRST_MARK = "\u0300"
_ALIKE = re.compile("[0-9A-Za-z]+|[^0-9A-Za-z\x80-\U0010ffff]+|[^\x00-\x7f]")
"""ASCII in pieces that belong together anyway, all else letter by letter."""
_LONGEST = 64
"""Letters of a word that count: what is longer is no word that people type."""


class Analyser:
    """Folds and stems the words of one language, and remembers each word it has seen."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self._longest = max(map(len, tables.suffixes), default=0)
        self._letters = {ord(letter): to for letter, to in tables.letters.items()}
        self._stems: dict[str, str] = {}
        self._known: dict[str, tuple[str, ...]] = {}
        self.stop = frozenset(word for text in tables.stop for word in self.words(text))

    def fold(self, text: str) -> str:
        """Lower case, ASCII where a letter has one, no marks."""
        mapped = unicodedata.normalize("NFC", text).lower().translate(self._letters)
        if not mapped.isascii():
            letters = unicodedata.normalize("NFKD", mapped)
            kept = (c for c in letters if c < _FIRST_MARK or unicodedata.category(c)[0] != "M")
            mapped = "".join(kept).lower().translate(self._letters)
        return mapped

    def words(self, text: str) -> list[str]:
        """The folded words of a text in order; in scripts without blanks every pair of neighbours."""
        return [word for run in _hyphenated(_runs(self.fold(text))) for word in self._parts(run)]

    def stems(self, text: str) -> list[str]:
        """The stems of a text's words."""
        return [self.stem(word) for word in self.words(text)]

    def stem(self, word: str) -> str:
        """A folded word without its ending; words with digits stay as they are, and so do stop words.

        `zašto` (why) would have the stem of `zaštita` (protection) otherwise.
        """
        found = self._stems.get(word)
        if found is None:
            found = self._stems[word] = word if word in self.stop else self._stem(word)
        return found

    def bare(self, stem: str) -> Iterator[str]:
        """What remains of a stem without a prefix of its language, the longest prefix first."""
        for prefix in self.tables.prefixes:
            if stem.startswith(prefix) and len(stem) - len(prefix) >= self.tables.keep:
                yield stem[len(prefix) :]

    def _parts(self, run: str) -> tuple[str, ...]:
        found = self._known.get(run)
        if found is None:
            found = self._known[run] = tuple(self._parted(run[:_LONGEST]))
        return found

    def _parted(self, run: str) -> Iterator[str]:
        """The words of a run, in this language's letters."""
        if _SPACELESS.search(run):
            yield from (run[n : n + 2] for n in range(max(1, len(run) - 1)))
            return
        for before, after in self.tables.folds:
            if before.endswith("$"):
                run = run.removesuffix(before[:-1]) + after if run.endswith(before[:-1]) else run
            else:
                run = run.replace(before, after)
        if run:
            yield run

    def _stem(self, word: str) -> str:
        if any(unicodedata.category(c) == "Nd" for c in word):
            return word
        if not self.tables.suffixes:
            return word[:_TRUNCATED]
        for done in range(self.tables.passes):
            cut = self._ending(word, self.tables.keep + min(done, 1))
            if not cut:
                break
            word = word[:-cut]
        return word

    def _ending(self, word: str, keep: int) -> int:
        """Letters of the longest suffix that leaves `keep`; a further pass leaves one more."""
        for length in range(min(self._longest, len(word) - keep), 0, -1):
            if word[-length:] in self.tables.suffixes:
                return length
        return 0


def _hyphenated(runs: Sequence[str]) -> Iterator[str]:
    """Runs without what parts them; `e-mail`, `wi-fi`, `PDV-a` and `по-добър` as one word and as its longer half.

    Nobody types these the same way: a hyphen behind or before one or two letters joins.
    """
    at = 0
    while at < len(runs):
        first, mark, second = (*runs[at : at + 3], "", "")[:3]
        if mark in _HYPHENS and _is_one_word(first, second):
            yield first + second
            yield second if len(second) >= len(first) else first
            at += 4
        else:
            yield first
            at += 2


def _is_one_word(first: str, second: str) -> bool:
    return 0 < min(len(first), len(second)) <= _SHORT_HALF and not (first + second).isdecimal()


def _runs(folded: str) -> list[str]:
    """Letters and digits that stand together, and between them what parts them: odd places are separators.

    What lies beyond the basic plane parts words.
    """
    runs, inside = [""], True
    for piece in _ALIKE.findall(folded):
        char = piece[0]
        word = char.isalnum() if char.isascii() else char < "\U00010000" and unicodedata.category(char)[0] in "LN"
        if word == inside:
            runs[-1] += piece
        else:
            runs.append(piece)
            inside = word
    return runs
