"""Phrases found in words: `we (will) always <do> .. you` has steps, each of words, beginnings or endings of words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TypeAlias

from generator.voice.tokens import Token

Sets: TypeAlias = Mapping[str, Sequence[str]]
GAP = 4
"""Words that `..` may pass over."""
_NUMBER, _NAME = "<n>", "<Name>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One word of a phrase."""

    exact: frozenset[str] = frozenset()
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    number: bool = False
    name: bool = False
    """A word with a capital."""
    optional: bool = False
    gap: int = 0
    """Up to so many words are passed over."""

    def fits(self, token: Token) -> bool:
        """Whether a word of a text is this one."""
        word = token.word
        if word in self.exact or word.startswith(self.begins) or word.endswith(self.ends):
            return True
        return (self.number and word.isdecimal()) or (self.name and token.capital)

    def values(self) -> Mapping[str, object]:
        """For the twin: only what is said."""
        said = asdict(self) | {"exact": sorted(self.exact)}
        return {key: value for key, value in said.items() if value}


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase in a text: which one, and its first and last word."""

    phrase: int
    first: int
    last: int


def steps(phrase: str, sets: Sets, fold: Callable[[str], str] = str) -> tuple[Step, ...]:
    """A written phrase taken apart."""
    return tuple(_step(part, sets, fold) for part in phrase.lower().replace("’", "'").replace("<name>", _NAME).split())


def _step(part: str, sets: Sets, fold: Callable[[str], str]) -> Step:
    if part == "..":
        return Step(gap=GAP)
    words: list[str] = []
    for word in part.strip("()").split("/"):
        words += [one.lower() for one in sets[word[1:-1]]] if word[1:-1] in sets else [word]
    plain = [fold(word.strip("*")) for word in words if word not in {_NUMBER, _NAME} and "*" not in word]
    return Step(
        exact=frozenset(plain),
        begins=tuple(sorted({fold(word[:-1]) for word in words if word.endswith("*")})),
        ends=tuple(sorted({fold(word[1:]) for word in words if word.startswith("*")})),
        number=_NUMBER in words,
        name=_NAME in words,
        optional=part.startswith("("),
    )


class Matcher:
    """Many phrases, looked for at once by how they begin."""

    def __init__(self, phrases: Iterable[Sequence[Step]]) -> None:
        self.phrases = tuple(phrases)
        self._exact: dict[str, list[int]] = {}
        self._begins: dict[str, list[int]] = {}
        for number, (first, *_) in enumerate(self.phrases):
            for word in first.exact:
                self._exact.setdefault(word, []).append(number)
            for stem in first.begins:
                self._begins.setdefault(stem, []).append(number)
        self._numbers = [number for number, (first, *_) in enumerate(self.phrases) if first.number]
        self._sizes = sorted({len(stem) for stem in self._begins})
        self._known: dict[str, tuple[int, ...]] = {}

    def find(self, tokens: Sequence[Token]) -> Iterator[Found]:
        """Every phrase in a text, by its place; of one phrase the longest at a place."""
        if not self.phrases:
            return
        known = self._known.get
        for at, token in enumerate(tokens):
            starting = known(token.word)
            for number in self._starting(token.word) if starting is None else starting:
                last = _end(self.phrases[number], 1, tokens, at + 1, token.clause)
                if last is not None:
                    yield Found(number, at, last - 1)

    def _starting(self, word: str) -> tuple[int, ...]:
        """The phrases that begin with a word; texts repeat most of their words."""
        found = set(self._exact.get(word, ())) | set(self._numbers if word.isdecimal() else ())
        for size in self._sizes:
            if size > len(word):
                break
            found.update(self._begins.get(word[:size], ()))
        starting = tuple(sorted(found))
        if len(self._known) < _MOST_KNOWN:
            self._known[word] = starting
        return starting


_MOST_KNOWN = 100_000


def _end(phrase: Sequence[Step], step: int, tokens: Sequence[Token], at: int, clause: int) -> int | None:
    """Behind the last word where the rest of a phrase stands at `at`; None where it does not."""
    if step == len(phrase):
        return at
    one = phrase[step]
    if one.gap:
        for passed in range(one.gap + 1):
            if at + passed == len(tokens) or tokens[at + passed].comma:  # nor does it run over a comma
                return None
            end = _end(phrase, step + 1, tokens, at + passed, clause)
            if end is not None:
                return end
        return None
    if at < len(tokens) and tokens[at].clause == clause and one.fits(tokens[at]):
        end = _end(phrase, step + 1, tokens, at + 1, clause)
        if end is not None:
            return end
    return _end(phrase, step + 1, tokens, at, clause) if one.optional else None
