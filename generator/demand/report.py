"""What a log says: how often each entry was asked for in which month, and what no entry answers surely."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field

from generator.demand.gaps import Gap
from generator.demand.log import Question
from generator.demand.matching import Matched
from generator.problems import visible

_GAPS = 10
"""That people are told of; programs get all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Counts add up repeated questions."""

    questions: int
    answered: int
    months: Mapping[str, Mapping[str, int]]
    """Entry -> month like `2026-11`, or nothing where a question has no day -> questions; asked most often first."""
    unanswered: Sequence[tuple[Question, Matched]]
    """In the order of the log."""
    first: str = ""
    """Month of the first question; empty where the log has no days."""
    last: str = ""
    answers: int = 0
    """Answers of colleagues that the log has."""
    linked: int = 0
    """Of them with a link to the FAQ."""
    also_asked: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)
    """Entry -> language -> customers' words that the entry does not know (`phrasings.py`)."""
    gaps: Sequence[Gap] = ()


def report(questions: Sequence[Question], found: Sequence[Matched]) -> Report:
    """An entry that somebody named counts as the answer, whatever the words look like."""
    months: dict[str, Counter[str]] = {}
    unanswered = []
    for question, matched in zip(questions, found, strict=True):
        if entry := question.entry or (matched.nearest[0].entry if matched.is_answered else ""):
            month = f"{question.day:%Y-%m}" if question.day else ""
            months.setdefault(entry, Counter())[month] += question.count
        else:
            unanswered.append((question, matched))
    often = sorted(months, key=lambda entry: (-months[entry].total(), entry))
    answered = sum(months[entry].total() for entry in often)
    days = [question.day for question in questions if question.day]
    answers = [question for question in questions if question.linked is not None]
    return Report(
        questions=answered + sum(question.count for question, _ in unanswered),
        answered=answered,
        months={entry: dict(sorted(months[entry].items())) for entry in often},
        unanswered=unanswered,
        first=f"{min(days):%Y-%m}" if days else "",
        last=f"{max(days):%Y-%m}" if days else "",
        answers=sum(question.count for question in answers),
        linked=sum(question.count for question in answers if question.linked),
    )


def as_data(made: Report) -> dict[str, object]:
    """For programs."""
    return {
        "questions": made.questions,
        "answered": made.answered,
        "answers": made.answers,
        "linked": made.linked,
        "entries": [
            {"entry": entry, "count": sum(counts.values()), "months": counts} for entry, counts in made.months.items()
        ],
        "gaps": [asdict(gap) for gap in made.gaps],
        "unanswered": [
            {
                "words": question.words,
                "count": question.count,
                "day": question.day.isoformat() if question.day else None,
                "language": question.language,
                "score": round(matched.score, 3),
                "nearest": [near.entry for near in matched.nearest],
            }
            for question, matched in made.unanswered
        ],
        "also_asked": made.also_asked,
    }


def as_text(made: Report) -> str:
    """For people: a line per entry, with the month that asked most, and the gaps that are most wanted."""
    return "\n".join(_lines(made))


def _lines(made: Report) -> Iterator[str]:
    when = f" from {made.first} to {made.last}" if made.first else ""
    yield f"{made.questions} questions{when}, {made.answered} with a sure answer; entries asked for: {len(made.months)}"
    for entry, counts in made.months.items():
        dated = {month: count for month, count in counts.items() if month}
        most = min(dated, key=lambda month: (-dated[month], month), default="")
        said = f"  most in {most}: {dated[most]}" if most else ""
        yield f"{sum(counts.values()):>6}  {visible(entry)}{said}"
    if made.gaps:
        gaps = "1 gap" if len(made.gaps) == 1 else f"{len(made.gaps)} gaps"
        yield f"\n{gaps}, questions that no entry answers; the most wanted first:"
    for number, gap in enumerate(made.gaps[:_GAPS], 1):
        yield from _gap(number, gap)
    if words := sum(len(said) for by_lang in made.also_asked.values() for said in by_lang.values()):
        also = (
            f"for also_asked of {len(made.also_asked)} entries" if len(made.also_asked) > 1 else "for also_asked of one"
        )
        yield f"\nCustomers' own words {also}: {words}; --keep lists them in faq/_demand.yml, and the desk shows them"
    if made.gaps:
        yield "\nKeep them with --keep, then begin an entry from one with: faq new --from-gap 1"


def _gap(number: int, gap: Gap) -> Iterator[str]:
    yield f"\n{number:>3}. {visible(gap.name)}"
    grown = f", {gap.growth:+.0%} in the newer half of the months" if gap.growth else ""
    languages = ", ".join(f"{visible(lang)} {count}" for lang, count in gap.languages.items())
    questions = "1 question" if gap.count == 1 else f"{gap.count} questions"
    yield f"     {questions}{grown}" + (f"; {languages}" if len(gap.languages) > 1 else "")
    for words in gap.examples:
        if words != gap.name:
            yield f"     - {visible(words)}"
    topic = f"topic {visible(gap.topic)}; " if gap.topic else ""
    if gap.nearest:
        yield f"     {topic}nearest: {', '.join(map(visible, gap.nearest))}"
