"""Amounts written out that a fact gives, too: with another value (AA190), or with the same (AA191).

What an amount is about is told by its sentence: by the words, synonyms and families of words that stand around a fact
wherever it is used, each by how few other facts have them, in the amount's own clause most; and by the other languages,
where they have the fact in the same place. Of 121 sentences in other words with other values 115 are found in the demo,
whose own texts have none; limits were chosen with these. Of 30 more, written afterwards, 27 are; of 48 with amounts of
other things one is told; of facts in the demo, each replaced by another amount in one language, 19 of 20
(`tests/proof/test_contradictions.py`). Without facts, amounts are compared in sentences of the same words.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, NamedTuple

from generator.problems import Place, Problem, Severity
from generator.proof.alike import Alike
from generator.proof.amounts import Amount, Measures, amounts
from generator.search.analysis import Analyser
from generator.text import sentence_spans
from generator.voice.masking import markdown_letters
from generator.voice.tokens import HOLE

LEAST: Final = 0.38
"""Share of a sentence's words, by their weight, that stand around a fact elsewhere."""
SPECIFIC, WHOLLY = 0.7, 0.75
"""Words that only this fact has, or a share that is enough with fewer of them."""
RIVAL: Final = 0.8
"""As likely as the likeliest fact, so that its value is right, too."""
_SUBJECT, _FAR, _NEAR = 0.5, 0.5, 6
"""Weight of the question's words and of those further than so many words away."""
_LETTERS = 400
"""Of a sentence that are looked at on each side."""
SYNONYM, FAMILY = 1.0, 0.6
"""What a synonym of a fact's word counts, and one that differs by a prefix."""
_RARE, _ELSEWHERE = (0.7, 0.3), 0.7
"""What it counts how few facts have a word, of all and of the same measure; and a word that only other facts have."""
_CLAUSES, _FAR_OFF = 0.7, 0.3
"""What words of the next clause count, and how much less likely four times the value is at each doubling."""
_CLAUSE = re.compile(r"[,;:()–—]\s")
_SAME_WORDS = 3
"""At least, for two sentences without facts."""
_NAME = re.compile(r"\{\{\s*([a-z]\w*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text as it was written, and what it is about."""

    key: tuple[str, ...]
    """The same in all languages: the entry's id and what part of it this is."""
    text: str
    subject: str
    """The question, or the title."""
    place: Callable[[int, int], Place]
    is_true: bool = True
    """Whether its amounts hold; those of a myth, or of what was, do not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The facts that are amounts, in one language."""

    shown: Mapping[str, str]
    amounts: Mapping[str, Amount]
    before: Mapping[str, Amount] = field(default_factory=dict)
    """What some of them were."""
    elsewhere: Mapping[str, frozenset[tuple[str, tuple[Decimal, ...]]]] = field(default_factory=dict)
    """What they are in any market: measure and values."""
    markets: frozenset[str] = frozenset()
    """Stems of the markets' names: a text that names one may tell what holds there."""


class Spoken(NamedTuple):
    """A language: its texts, and what they are read by."""

    passages: Sequence[Passage]
    facts: Facts
    measures: Measures
    analyser: Analyser


class Sentence(NamedTuple):
    """One with amounts or facts, by its place in the passage."""

    passage: Passage
    start: int
    end: int
    letters: str
    """Of the passage, as it is read."""
    amounts: Sequence[Amount]
    facts: Mapping[str, tuple[int, int]]


def contradictions(languages: Mapping[str, Spoken]) -> Iterator[Problem]:
    """Everything written out that facts, or other sentences of the same words, give; linear in the texts."""
    said = {code: list(_sentences(one.passages, one.measures)) for code, one in languages.items()}
    used = {code: _used(found) for code, found in said.items()}
    for code, one in languages.items():
        others = [used[other] for other in languages if other != code]
        about = _About(one, said[code])
        for sentence in said[code]:
            for amount in sentence.amounts if sentence.passage.is_true else ():
                names = about.facts(sentence, amount) or _aligned(sentence, amount, one.facts, used[code], others)
                if not _of_market(sentence, amount, names, one.facts, about):
                    yield from _compared(sentence, amount, names, one.facts)
        yield from _unlike(said[code], about)


def _sentences(passages: Iterable[Passage], measures: Measures) -> Iterator[Sentence]:
    for passage in passages:
        letters = markdown_letters(passage.text)
        for start, end in sentence_spans(letters):
            found = [one.moved(start) for one in amounts(letters[start:end], measures)]
            facts = {hit[1]: hit.span() for hit in _NAME.finditer(passage.text, start, end)}
            if found or facts:
                yield Sentence(passage, start, end, letters, found, facts)


class _About:
    """Which facts a sentence is about, by its words."""

    def __init__(self, spoken: Spoken, sentences: Sequence[Sentence]) -> None:
        self._analyser, self._known = spoken.analyser, spoken.facts.amounts
        self._alike = Alike(spoken.analyser, synonym=SYNONYM, family=FAMILY)
        profiles: dict[str, dict[str, float]] = {}
        for sentence in sentences:
            for name in sentence.facts.keys() & self._known.keys():
                _keep(profiles.setdefault(name, {}), self._around_fact(sentence, name))
        self._having: dict[str, list[tuple[str, float]]] = {}
        for name, profile in profiles.items():
            for stem, weight in self._alike.widened(profile).items():
                self._having.setdefault(stem, []).append((name, weight))
        self._facts, self._of_measure = len(profiles), Counter(self._known[name].measure for name in profiles)

    def _around_fact(self, sentence: Sentence, name: str) -> dict[str, float]:
        """Those of its sentence and, at a lower weight, of what people ask there."""
        said = dict.fromkeys(self.stems(sentence.passage.subject), _SUBJECT)
        _keep(said, self.around(sentence, sentence.facts[name]))
        return said

    def stems(self, text: str) -> list[str]:
        """Those that say something."""
        analyser = self._analyser
        words = (word for word in analyser.words(text.replace(HOLE, " ")) if word not in analyser.stop)
        return [analyser.stem(word) for word in words if not word.isdigit()]

    def around(self, sentence: Sentence, span: tuple[int, int]) -> dict[str, float]:
        """Stems of a sentence without an amount, each with its weight."""
        before = sentence.letters[max(sentence.start, span[0] - _LETTERS) : span[0]]
        after = sentence.letters[span[1] : min(sentence.end, span[1] + _LETTERS)]
        said: dict[str, float] = {}
        for parts, way in ((_CLAUSE.split(before)[::-1], -1), (_CLAUSE.split(after), 1)):
            stems = [(n, stem) for n, part in enumerate(parts) for stem in self.stems(part)[::way]]
            for at, (clause, stem) in enumerate(stems):
                weight = (1.0 if at < _NEAR else _FAR) * (_CLAUSES ** min(clause, 2))
                said[stem] = max(said.get(stem, 0.0), weight)
        return said

    def facts(self, sentence: Sentence, amount: Amount) -> list[str]:
        """The likeliest first, and only those that are nearly as likely."""
        whole, likely = 0.0, dict[str, float]()
        for stem, weight in self.around(sentence, amount[:2]).items():
            worth, having = self._told(stem, amount.measure)
            whole += weight * worth
            for name, its in having.items():
                if name not in sentence.facts:
                    likely[name] = likely.get(name, 0.0) + weight * its * worth
        for name in likely:
            likely[name] *= _plausible(amount, self._known[name])
        enough = {
            name: own
            for name, own in likely.items()
            if own >= LEAST * whole and (own >= SPECIFIC or own >= WHOLLY * whole)
        }
        most = max(enough.values(), default=0.0)
        return sorted((name for name in enough if enough[name] >= most * RIVAL), key=lambda name: (-enough[name], name))

    def _told(self, stem: str, measure: str) -> tuple[float, Mapping[str, float]]:
        """What a stem is worth, and how much the facts of a measure have of it."""
        having: dict[str, float] = {}
        for form, share in self._alike.forms(stem):
            for name, its in self._having.get(form, ()):
                having.setdefault(name, its * share)
        those = {name: its for name, its in having.items() if self._known[name].measure == measure}
        if those:
            rare = _rarity(len(having), self._facts), _rarity(len(those), self._of_measure[measure])
            return math.fsum(map(math.prod, zip(rare, _RARE, strict=True))), those
        return _ELSEWHERE if having else 1.0, those


def _rarity(having: int, every: int) -> float:
    """1 for a word that one of them has, next to nothing for one that all have."""
    return math.log((every + 1) / having) / math.log(every + 1)


def _keep(most: dict[str, float], more: Mapping[str, float]) -> None:
    for stem, weight in more.items():
        most[stem] = max(weight, most.get(stem, 0.0))


def _plausible(amount: Amount, fact: Amount) -> float:
    """How likely somebody writes one for the other: nobody mistakes two weeks for two years."""
    if amount.measure in {"date", "clock"}:
        return 1.0
    low, high = sorted(max(one.values) for one in (amount, fact))
    times = math.log2(high / low) if low > 0 else 6.0
    return 1 / (1 + _FAR_OFF * max(0.0, times - 2))


_Used = Mapping[tuple[str, ...], frozenset[str]]


def _used(sentences: Iterable[Sentence]) -> _Used:
    """Passage -> the facts in it."""
    found: dict[tuple[str, ...], frozenset[str]] = {}
    for sentence in sentences:
        found[sentence.passage.key] = found.get(sentence.passage.key, frozenset()).union(sentence.facts)
    return found


def _aligned(sentence: Sentence, amount: Amount, known: Facts, own: _Used, others: Sequence[_Used]) -> list[str]:
    """The fact that every other language has in this text, which lacks it."""
    key = sentence.passage.key
    theirs = [used[key] for used in others if key in used]
    missing = frozenset.intersection(*theirs) - own[key] if theirs else frozenset()
    names = [name for name in missing if name in known.amounts and known.amounts[name].measure == amount.measure]
    return names if len(names) == 1 else []


def _of_market(sentence: Sentence, amount: Amount, names: Sequence[str], known: Facts, about: _About) -> bool:
    """Whether the line tells what a fact is in a market that it names."""
    if not any((amount.measure, amount.values) in known.elsewhere.get(name, ()) for name in names):
        return False
    text = sentence.passage.text
    line = text[text.rfind("\n", 0, amount.start) + 1 :].split("\n", 1)[0]
    return not known.markets.isdisjoint(about.stems(line))


def _compared(sentence: Sentence, amount: Amount, names: Sequence[str], known: Facts) -> Iterator[Problem]:
    """An amount beside the facts that it may be about."""
    written = _one_line(sentence.passage.text[amount.start : amount.end])
    for name in names:
        if known.amounts[name].values == amount.values:
            message = f"“{written}” is the fact '{name}', written out"
            yield _problem(sentence, amount, "AA191", message, f"write {{{{ {name} }}}}, which changes with the fact")
            return
    for name in names[:1]:
        before, shown = known.before.get(name), _one_line(known.shown[name])
        message = f"“{written}” contradicts the fact '{name}', which is {shown}"
        if before and before.values == amount.values:
            message = f"“{written}” is what the fact '{name}' was; now it is {shown}"
        hint = f"write {{{{ {name} }}}}; if it is about something else, make that a fact, too"
        yield _problem(sentence, amount, "AA190", message, hint)


def _unlike(sentences: Iterable[Sentence], about: _About) -> Iterator[Problem]:
    """Sentences of two texts that have the same words and another amount."""
    first: dict[tuple[str, frozenset[str]], tuple[Sentence, Amount]] = {}
    for sentence in sentences:
        if len(sentence.amounts) == 1 and sentence.passage.is_true and not sentence.facts:
            amount = sentence.amounts[0]
            words = frozenset(about.around(sentence, amount[:2]))
            other, its = first.setdefault((amount.measure, words), (sentence, amount))
            if len(words) < _SAME_WORDS or its.values == amount.values:
                continue
            written, theirs = (
                _one_line(one.passage.text[a.start : a.end]) for one, a in ((sentence, amount), (other, its))
            )
            where = other.passage.place(its.start, its.end)
            if where.path != sentence.passage.place(amount.start, amount.end).path:
                message = f"“{written}” is “{theirs}” in {where.path}:{where.line}, in the same words"
                yield _problem(sentence, amount, "AA190", message, "correct one of them; best make it a fact")


def _one_line(text: str) -> str:
    """With plain blanks: problems show no-break spaces as escapes."""
    return " ".join(text.split())


def _problem(sentence: Sentence, amount: Amount, code: str, message: str, hint: str) -> Problem:
    return Problem(sentence.passage.place(amount.start, amount.end), code, message, hint, Severity.WARNING)
