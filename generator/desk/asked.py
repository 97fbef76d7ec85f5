"""What was kept of a log of questions, as the desk's report of it reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.demand.gaps import Gap
from generator.demand.kept import Kept
from generator.desk.values import Values
from generator.social import Demand

_MOST = 100
"""Entries that are asked for most, and entries with proposals: who wants all of them reads the files."""
_MONTHS = 12


def asked_values(kept: Kept | None, demand: Demand) -> Values:
    """Nothing where no log was kept; gaps with their numbers for `faq new --from-gap`."""
    if kept is None:
        return {}
    return {
        "questions": kept.questions,
        "answered": kept.answered,
        "from": kept.first,
        "to": kept.last,
        "answers": kept.answers,
        "linked": kept.linked,
        "gaps": list(_gaps(kept.gaps, kept.last)),
        "words": _words(kept),
        "most": [
            {"entry": id_, "count": asked.count, "peak": asked.peak}
            for id_, asked in sorted(demand.items(), key=lambda one: (-one[1].count, one[0]))[:_MOST]
        ],
    }


def _gaps(gaps: Iterable[Gap], last: str) -> Iterator[Values]:
    for number, gap in enumerate(gaps, 1):
        languages = [lang for lang in gap.languages if lang]
        yield {
            "n": number,
            "name": gap.name,
            "count": gap.count,
            "months": list(_months(gap.months, last))[-_MONTHS:],
            "growth": gap.growth,
            "topic": gap.topic,
            "nearest": list(gap.nearest),
            "examples": [words for words in gap.examples if words != gap.name],
            "lang": languages[0] if len(languages) == 1 else "",
        }


def _months(counts: Mapping[str, int], last: str) -> Iterator[tuple[str, int]]:
    """Of a gap's first month to the log's last: those without a question, too."""
    first = min(filter(None, counts), default="")
    month, last = first, max(last, *counts, first)
    while month and month <= last:
        yield month, counts.get(month, 0)
        year, number = map(int, month.split("-"))
        month = f"{year + number // 12:04}-{number % 12 + 1:02}"


def _words(kept: Kept) -> list[Values]:
    """The entries with most words first."""
    rows = [
        (-sum(map(len, by_lang.values())), entry, lang, list(words))
        for entry, by_lang in kept.also_asked.items()
        for lang, words in by_lang.items()
    ]
    return [{"entry": entry, "lang": lang, "words": words} for _, entry, lang, words in sorted(rows)[:_MOST]]
