"""One thing, one word: a project's glossary in one language, found in whatever case or number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

import regex

from generator.content.schema.proof import TermWords
from generator.proof.finding import Finding

_WORD = regex.compile(r"[\p{L}\p{M}\p{Nd}]+(?:[-'’][\p{L}\p{M}\p{Nd}]+)*")
_TAKEN = 2
"""Letters that a word may have instead of others in another case: `pošilj|ka`, `pošilj|ci`, `pošilj|kama`.

More would be another word of the same stem: `dostavlja|nje`, `dostavlja|te`."""
_START = 2
_SHORTEST, _ADDED = 4, 2
"""A word of so many letters may have so many more: `пакет`, `пакета`."""
_VOWELS = "aeiouyаеиоуъя"
ANY = "*"
"""In place of a stem: whatever the ending."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text."""

    lower: str
    stem: str
    start: int = 0
    end: int = 0
    forms: tuple[str, ...] = ()
    """Of a word in the glossary: what it is in other cases, where no stem tells."""


Phrase: TypeAlias = tuple[Word, ...]


class Said(list[Word]):
    """The words of a text, found by how they begin."""

    def __init__(self, words: Iterable[Word]) -> None:
        super().__init__(words)
        self._by_start: dict[str, list[int]] = {}
        for at, word in enumerate(self):
            self._by_start.setdefault(word.lower[:_START], []).append(at)

    def like(self, wanted: Word) -> Iterable[int]:
        """Where a phrase may begin."""
        return self._by_start.get(wanted.lower[:_START], ())


@dataclass(frozen=True, slots=True)
class Term:
    """What a thing is called."""

    id: str
    say: str
    right: tuple[Phrase, ...]
    """The word itself first, then others that are right."""
    wrong: tuple[Phrase, ...]
    fine: tuple[Phrase, ...]


class Glossary:
    """The terms of a project in one language."""

    def __init__(
        self,
        terms: Iterable[tuple[str, TermWords]],
        stem: Callable[[str], str],
        endings: Mapping[str, Sequence[str]] = MappingProxyType({}),
        longest: int = 5,
    ) -> None:
        self._stem = stem
        self._longest = longest
        self._endings = endings
        self._known: dict[str, str] = {}
        self.terms = tuple(self._term(id_, words) for id_, words in terms)

    def _term(self, id_: str, words: TermWords) -> Term:
        def phrases(written: Sequence[str]) -> tuple[Phrase, ...]:
            return tuple(phrase for one in written if (phrase := self._phrase(one)))

        right = phrases((words.say, *words.also))
        return Term(id_, words.say.rstrip("*"), right, phrases(words.never), phrases(words.fine))

    def _phrase(self, written: str) -> Phrase:
        """A phrase of the glossary; `*` at the end of a word stands for any ending."""
        words = []
        for part in written.split():
            found = _WORD.search(part)
            if found:
                lower = found[0].lower()
                stem = ANY if part.endswith(ANY) else self._stemmed(lower)
                words.append(Word(lower, stem, forms=tuple(self._forms(lower))))
        return tuple(words)

    def _forms(self, word: str) -> Iterator[str]:
        """A word with other endings: `pošiljka`, `pošiljci`."""
        for ending, others in self._endings.items():
            if word.endswith(ending):
                yield from (word.removesuffix(ending) + other for other in others)

    def words(self, text: str) -> Said:
        """The words of a text."""
        return Said(
            Word(hit[0].lower(), self._stemmed(hit[0].lower()), hit.start(), hit.end()) for hit in _WORD.finditer(text)
        )

    def _stemmed(self, word: str) -> str:
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._stem(word)
        return known

    def wrong(self, text: str) -> Iterator[Finding]:
        """Words that this FAQ has another word for."""
        if not self.terms:
            return
        said = self.words(text)
        for term in self.terms:
            spans = [(at, end) for phrase in term.wrong for at, end in _all(phrase, said, self._longest)]
            if not spans:
                continue
            fine = [span for phrase in (*term.right, *term.fine) for span in _all(phrase, said, self._longest)]
            for at, end in sorted(set(spans)):
                if not _covered(at, end, fine, term, said):
                    first, last = said[at].start, said[end - 1].end
                    message = f"“{text[first:last]}” is called “{term.say}” in this FAQ (glossary: {term.id})"
                    yield Finding("AA187", first, last, message, f"write “{term.say}”")


def _all(phrase: Phrase, said: Said, longest: int) -> Iterator[tuple[int, int]]:
    """Where a phrase stands in the words of a text."""
    size = len(phrase)
    for at in said.like(phrase[0]):
        if at + size <= len(said) and all(_fits(said[at + n], phrase[n], longest) for n in range(size)):
            yield at, at + size


def _fits(word: Word, wanted: Word, longest: int) -> bool:
    """Whether a word is another one, or a form of it; letters with their marks, which stems do not have."""
    if wanted.stem == ANY:
        return word.lower.startswith(wanted.lower)
    if word.lower == wanted.lower or word.lower in wanted.forms:
        return True
    bare = wanted.lower[:-1] if wanted.lower[-1] in _VOWELS else wanted.lower
    if len(bare) >= _SHORTEST and word.lower.startswith(bare) and len(word.lower) - len(bare) <= _ADDED:
        return True
    if word.stem != wanted.stem:
        return False
    same = _same(word.lower, wanted.lower)
    return len(wanted.lower) - same <= _TAKEN and len(word.lower) - same <= longest


def _covered(at: int, end: int, fine: Iterable[tuple[int, int]], term: Term, said: Said) -> bool:
    """Whether the words belong to a phrase that is right, or are nearer to a right word that has the same stem."""
    for first, last in fine:
        if first <= at and end <= last:
            if (first, last) != (at, end):
                return True
            shown = " ".join(word.lower for word in said[at:end])
            right, wrong = (max(_alike(shown, one) for one in group) for group in (term.right + term.fine, term.wrong))
            if right >= wrong:
                return True
    return False


def _alike(shown: str, phrase: Phrase) -> tuple[int, int]:
    """How near words are to a phrase."""
    words = " ".join(word.lower for word in phrase)
    return _same(shown, words), -len(words)


def _same(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
