"""Amounts written out that a fact gives, too: with another value (AA190), or with the same (AA191).

What an amount is about is told by its sentence (`about.py`), by the mean of all languages that say it there, and where
all the other languages have a fact, by that. Of 334 sentences in other words with other values, in six languages, 318
are told in the demo, whose own 200 amounts are not, seven in ten without a "may"; weights and limits were fitted to
these. The price is doubt: of 180 amounts of other things, as near to the facts as people write, 35 are told, all but 2
with a "may". Where nothing was fitted, of sentences written afterwards, all 19 and 6 of 24 are; fitted to all sets but
one, and asked about that one, about 50 of 180 are for 24 of 25 found. Of facts in the demo, each replaced by another
amount in one language, all are found (`tests/proof/test_contradictions.py`).
Without facts, amounts are compared in sentences of the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from statistics import fmean
from typing import NamedTuple

from generator.problems import Problem, Severity
from generator.proof.about import SURE, UNLIKELY, About, Likely
from generator.proof.amounts import Amount, Measures
from generator.proof.passages import Facts, Passage, Sentence, sentences
from generator.search.analysis import Analyser

_SAME_WORDS = 3
"""At least, for two sentences without facts."""


class Spoken(NamedTuple):
    """A language: its texts, and what they are read by."""

    passages: Sequence[Passage]
    facts: Facts
    measures: Measures
    analyser: Analyser


def contradictions(languages: Mapping[str, Spoken]) -> Iterator[Problem]:
    """Everything written out that facts, or other sentences of the same words, give; linear in the texts."""
    said = {code: list(sentences(one.passages, one.measures)) for code, one in languages.items()}
    used = {code: _used(found) for code, found in said.items()}
    about = {code: About(one.analyser, one.facts, said[code], one.measures) for code, one in languages.items()}
    found = {code: _found(said[code], about[code]) for code in languages}
    scores = _scores(found.values())
    for code, one in languages.items():
        others = [used[other] for other in languages if other != code]
        for sentence, amount, likely in found[code]:
            names = likely if fmean(scores[_same(sentence, amount)]) > 0 else []
            names = names or _aligned(sentence, amount, one.facts, used[code], others)
            if not _of_market(sentence, amount, names, one.facts, about[code]):
                yield from _compared(sentence, amount, names, one.facts)
        yield from _unlike(said[code], about[code])


_Found = list[tuple[Sentence, Amount, list[Likely]]]
_Same = tuple[tuple[str, ...], str, tuple[Decimal, ...]]


def _found(said: Iterable[Sentence], about: About) -> _Found:
    """All amounts that hold, and what each may be about."""
    true = (one for one in said if one.passage.is_true)
    return [(one, amount, about.facts(one, amount)) for one in true for amount in one.amounts]


def _same(sentence: Sentence, amount: Amount) -> _Same:
    """Alike for what all languages say at one place."""
    return sentence.passage.key, amount.measure, amount.values


def _scores(languages: Iterable[_Found]) -> Mapping[_Same, list[float]]:
    """In each language that says the same, how likely it is about a fact: by chance it is so in one, not in all."""
    every: dict[_Same, list[float]] = {}
    for found in languages:
        likely: dict[_Same, float] = {}
        for sentence, amount, names in found:
            key = _same(sentence, amount)
            score = max([UNLIKELY, *(one.score for one in names)])
            likely[key] = max(score, likely.get(key, UNLIKELY))
        for key, score in likely.items():
            every.setdefault(key, []).append(score)
    return every


_Used = Mapping[tuple[str, ...], frozenset[str]]


def _used(sentences: Iterable[Sentence]) -> _Used:
    """Passage -> the facts in it."""
    found: dict[tuple[str, ...], frozenset[str]] = {}
    for sentence in sentences:
        found[sentence.passage.key] = found.get(sentence.passage.key, frozenset()).union(sentence.facts)
    return found


def _aligned(sentence: Sentence, amount: Amount, known: Facts, own: _Used, others: Sequence[_Used]) -> list[Likely]:
    """The fact that every other language has in this text, which lacks it."""
    key = sentence.passage.key
    theirs = [used[key] for used in others if key in used]
    missing = frozenset.intersection(*theirs) - own[key] if theirs else frozenset()
    names = [name for name in missing if name in known.amounts and known.amounts[name].measure == amount.measure]
    return [Likely(names[0], SURE)] if len(names) == 1 else []


def _of_market(sentence: Sentence, amount: Amount, likely: Sequence[Likely], known: Facts, about: About) -> bool:
    """Whether the line tells what a fact is in a market that it names."""
    if not any((amount.measure, amount.values) in known.elsewhere.get(one.name, ()) for one in likely):
        return False
    text = sentence.passage.text
    line = text[text.rfind("\n", 0, amount.start) + 1 :].split("\n", 1)[0]
    return not known.markets.isdisjoint(about.stems(line))


def _compared(sentence: Sentence, amount: Amount, likely: Sequence[Likely], known: Facts) -> Iterator[Problem]:
    """An amount beside the facts that it may be about."""
    written = _one_line(sentence.passage.text[amount.start : amount.end])
    written = written.rstrip(".") if amount.measure == "date" else written  # the sentence's
    for name, score in likely:
        if known.amounts[name].values == amount.values:
            message = f"“{written}” {'is' if score >= SURE else 'may be'} the fact '{name}', written out"
            yield _problem(sentence, amount, "AA191", message, f"write {{{{ {name} }}}}, which changes with the fact")
            return
    for name, score in likely[:1]:
        before, shown = known.before.get(name), _one_line(known.shown[name])
        message = (
            f"“{written}” {'contradicts' if score >= SURE else 'may contradict'} the fact '{name}', which is {shown}"
        )
        if before and before.values == amount.values:
            message = f"“{written}” is what the fact '{name}' was; now it is {shown}"
        hint = f"write {{{{ {name} }}}}; if it is about something else, make that a fact, too"
        yield _problem(sentence, amount, "AA190", message, hint)


def _unlike(sentences: Iterable[Sentence], about: About) -> Iterator[Problem]:
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
