"""One thing, one word: a project's glossary in one language, found in whatever case or number."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import regex

from generator.content.schema.proof import TermWords
from generator.proof.finding import Finding

_WORD = regex.compile(r"[\p{L}\p{M}\p{Nd}]+(?:[-'’][\p{L}\p{M}\p{Nd}]+)*")
_LONGEST_ENDING = 5
ANY = "*"
"""In place of a stem: whatever the ending."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text."""

    lower: str
    stem: str
    start: int
    end: int


Phrase: TypeAlias = tuple[Word, ...]


class Said(list[Word]):
    """The words of a text, found by their stems."""

    def __init__(self, words: Iterable[Word]) -> None:
        super().__init__(words)
        self.by_stem: dict[str, list[int]] = {}
        for at, word in enumerate(self):
            self.by_stem.setdefault(word.stem, []).append(at)

    def starting(self, wanted: Word) -> Iterable[int]:
        """Where a phrase may begin."""
        return range(len(self)) if wanted.stem == ANY else self.by_stem.get(wanted.stem, ())


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

    def __init__(self, terms: Iterable[tuple[str, TermWords]], stem: Callable[[str], str]) -> None:
        self._stem = stem
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
                words.append(Word(lower, ANY if part.endswith(ANY) else self._stemmed(lower), 0, 0))
        return tuple(words)

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

    def wrong(self, text: str) -> Iterator[tuple[Term, Finding]]:
        """Words that this FAQ has another word for."""
        if not self.terms:
            return
        said = self.words(text)
        for term in self.terms:
            spans = [(at, end) for phrase in term.wrong for at, end in _all(phrase, said)]
            if not spans:
                continue
            fine = [span for phrase in (*term.right, *term.fine) for span in _all(phrase, said)]
            for at, end in sorted(set(spans)):
                if not _covered(at, end, fine, term, said):
                    first, last = said[at].start, said[end - 1].end
                    message = f"“{text[first:last]}” is called “{term.say}” in this FAQ (glossary: {term.id})"
                    yield term, Finding("AA167", first, last, message, f"write “{term.say}”")

    def used(self, text: str) -> frozenset[str]:
        """The terms that a text has in a right word."""
        said = self.words(text)
        return frozenset(
            term.id for term in self.terms if any(next(_all(phrase, said), None) for phrase in term.right)
        )


def _all(phrase: Phrase, said: Said) -> Iterator[tuple[int, int]]:
    """Where a phrase stands in the words of a text."""
    size = len(phrase)
    for at in said.starting(phrase[0]):
        if at + size <= len(said) and all(_fits(said[at + n], phrase[n]) for n in range(size)):
            yield at, at + size


def _fits(word: Word, wanted: Word) -> bool:
    """Whether a word is another one, or a form of it; letters with their marks, which stems do not have."""
    if wanted.stem == ANY:
        return word.lower.startswith(wanted.lower)
    if word.lower == wanted.lower:
        return True
    if word.stem != wanted.stem:
        return False
    same = len(os.path.commonprefix([word.lower, wanted.lower]))
    return same >= min(len(wanted.stem), len(wanted.lower) - 1) and len(word.lower) - same <= _LONGEST_ENDING


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


def _alike(shown: str, phrase: Phrase) -> int:
    return len(os.path.commonprefix([shown, " ".join(word.lower for word in phrase)]))
