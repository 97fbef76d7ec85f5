"""Gaps: what customers ask and no entry answers, as groups of questions that mean the same.

All questions are grouped, those with an answer too. A group is the more of a gap the more of its questions have no
sure answer, the less sure the entries are of them on average, the more alike they are, and the more it grows.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from generator.demand.grouping import grouped, telling
from generator.demand.log import Question
from generator.demand.matching import Matched, Way, entries
from generator.personal import MASK
from generator.search import Tables
from generator.search.analysis import Analyser

if TYPE_CHECKING:
    from generator.meaning.space import Space

_UNSURE: Final = 6
"""Power of how unsure the entries are of a group, beside its size. Chosen, like the next and what `grouping.py` says,
with other topics left out than benchmarks/gaps.py measures."""
_ALIKE: Final = 3
"""Power of how alike the questions of a group are: a loose one is what is left over of many topics."""
_SMOOTHED: Final = 3
"""Questions that are added to both halves of a log: from one to two is no doubling yet."""
_FEWEST: Final = 3
"""Questions of a gap: fewer are chance."""
_PART: Final = 2
"""A gap has no sure answer for one of so many of its questions at least."""
_PART_MEANT: Final = 8
"""The same of groups by meaning, which are told apart from what entries answer by where they lie."""
_EXAMPLES: Final = 5
_NEAREST: Final = 3
_SHORT: Final = 120
"""Letters of a question that can name a gap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One question that an entry is missing for. Counts add up repeated questions; all words are masked."""

    name: str
    """The most typical of its questions."""
    count: int
    months: Mapping[str, int]
    """Month like `2026-11`, or nothing where a question has no day -> questions."""
    growth: float
    """Of the newer half of the log's months against the older half: 1.0 is twice as many, 0 as many or unknown."""
    topic: str
    """Id of the topic that an entry for it would belong to; or empty."""
    nearest: Sequence[str]
    """Ids of the entries that say most of it, best first; at most three."""
    examples: Sequence[str]
    """At most five, the most typical first; its name is one of them."""
    languages: Mapping[str, int]
    """Language -> questions, the most frequent first."""


def gaps(  # noqa: PLR0913, PLR0917 - each is another source
    questions: Sequence[Question],
    found: Sequence[Matched],
    topics: Mapping[str, str],
    tables: Mapping[str, Tables],
    space: Space | None = None,
    ways: Sequence[Way] = (),
) -> list[Gap]:
    """The gaps of a log, the most wanted first; `topics` are those of the entries. The log's order does not matter.

    With a space and the ways to ask that entries know, questions are grouped by what they mean, else by their words.
    """
    log = sorted(_same(zip(questions, found, strict=True), Languages(tables)), key=lambda one: (one.words, one.lang))
    halves = _halves(question.day for question in questions)
    ranked = []
    meant = _by_meaning(log, space, ways) if space and ways and log else None
    part = _PART if meant is None else _PART_MEANT
    for members, looks in _by_words(log, tables) if meant is None else meant:
        gap = _gap([one for one in members if one.unanswered], topics, halves)
        if gap.count >= _FEWEST and part * gap.count >= sum(one.count for one in members):
            ranked.append((-looks - math.log(1 + min(1.0, gap.growth) / 2), gap.name, gap))
    return [gap for _, _, gap in sorted(ranked, key=lambda one: one[:2])]


def growth(months: Mapping[str, int], halves: tuple[frozenset[str], frozenset[str]]) -> float:
    """How much more often in the newer months than in the older: 0.5 is half more, -0.5 half as often."""
    older, newer = (sum(count for month, count in months.items() if month in half) for half in halves)
    return round((newer + _SMOOTHED) / (older + _SMOOTHED) - 1, 2)


class Languages:
    """Tells the language of a question: that of the log, else the one whose common words it has most of."""

    def __init__(self, tables: Mapping[str, Tables]) -> None:
        self._codes = {lang.lower(): lang for lang in tables}
        self._plain = Analyser(Tables(letters=next((one.letters for one in tables.values()), {})))
        self._common = {lang: frozenset(self._plain.words(" ".join(one.stop))) for lang, one in tables.items()}

    def of(self, question: Question) -> str:
        """Its code in the project, else as the log has it; empty where nothing tells."""
        if question.language:
            return self._codes.get(question.language, question.language)
        words = self._plain.words(question.words)
        said = {lang: sum(word in common for word in words) for lang, common in self._common.items()}
        best = max(said.values(), default=0)
        return next((lang for lang, count in said.items() if count == best), "") if best else ""


@dataclass(slots=True)
class _Asked:
    """The same words in the same language, however often."""

    words: str
    lang: str
    matched: Matched
    months: Counter[str]
    unanswered: Counter[str]
    """Months of those that nobody named an entry for, where none surely answers."""

    @property
    def count(self) -> int:
        return self.months.total()

    @property
    def unsure(self) -> float:
        """0 where an entry surely answers all of it, 1 where none does at all."""
        return (1 - min(1.0, self.matched.score)) * self.unanswered.total() / self.count


def _same(pairs: Iterable[tuple[Question, Matched]], languages: Languages) -> Iterable[_Asked]:
    found: dict[tuple[str, str], _Asked] = {}
    for question, matched in pairs:
        lang = languages.of(question)
        one = found.setdefault((question.words, lang), _Asked(question.words, lang, matched, Counter(), Counter()))
        month = f"{question.day:%Y-%m}" if question.day else ""
        one.months[month] += question.count
        if not question.entry and not matched.is_answered:
            one.unanswered[month] += question.count
    return found.values()


def _by_words(log: Sequence[_Asked], tables: Mapping[str, Tables]) -> Iterable[tuple[list[_Asked], float]]:
    """Groups, and the logarithm of how much each looks like a gap."""
    analysers = {lang: Analyser(of_language) for lang, of_language in tables.items()}
    plain = Analyser(Tables(letters=next((one.letters for one in tables.values()), {})))
    stems = [telling(analysers.get(one.lang, plain), one.words) for one in log]
    for group in grouped(stems, [one.count for one in log]):
        members = [log[member.number] for member in group]
        likeness = sum(member.likeness for member in group) / len(group)
        unsure = sum(one.unsure * one.count for one in members) / sum(one.count for one in members)
        if unsure > 0:
            count = sum(one.unanswered.total() for one in members)
            yield members, _ALIKE * math.log(likeness) + math.log(count) + _UNSURE * math.log(unsure)


def _by_meaning(log: Sequence[_Asked], space: Space, ways: Sequence[Way]) -> Iterable[tuple[list[_Asked], float]]:
    """The same by a model."""
    from generator.demand.meant_gaps import groups  # noqa: PLC0415 - needs what only a model brings

    _, owners = entries(ways)
    known = space.of([way.words for way in ways])
    found = groups(space.of([one.words for one in log]), [one.count for one in log], known, owners)
    for group, looks in found:
        yield [log[member.number] for member in group], looks


def _gap(members: Sequence[_Asked], topics: Mapping[str, str], halves: tuple[frozenset[str], frozenset[str]]) -> Gap:
    """Of its questions without an answer, the most typical first."""
    months: Counter[str] = Counter()
    languages: Counter[str] = Counter()
    nearest: Counter[str] = Counter()
    near: Counter[str] = Counter()
    for one in members:
        count = one.unanswered.total()
        months.update(one.unanswered)
        languages[one.lang] += count
        for place, entry in enumerate(one.matched.nearest, 1):
            nearest[entry.entry] += count * _NEAREST // place
            near[topics.get(entry.entry, "")] += count * _NEAREST // place
    del near[""]
    named = sorted(members, key=lambda one: MASK in one.words or len(one.words) > _SHORT)
    examples = list(dict.fromkeys(one.words for one in named[: 2 * _EXAMPLES]))[:_EXAMPLES]
    return Gap(
        name=examples[0] if examples else "",
        count=months.total(),
        months=dict(sorted(months.items())),
        growth=growth(months, halves),
        topic=next(iter(_often(near)), ""),
        nearest=_often(nearest)[:_NEAREST],
        examples=examples,
        languages={lang: languages[lang] for lang in _often(languages) if lang},
    )


def _often(counts: Mapping[str, int]) -> list[str]:
    return sorted(counts, key=lambda key: (-counts[key], key))


def _halves(days: Iterable[date | None]) -> tuple[frozenset[str], frozenset[str]]:
    """The older and the newer months from the log's first to its last; the middle of an odd number is in neither."""
    known = [day.year * 12 + day.month - 1 for day in days if day]
    every = [f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(min(known), max(known) + 1)] if known else []
    half = len(every) // 2
    return frozenset(every[:half]), frozenset(every[len(every) - half :])
