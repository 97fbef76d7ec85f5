"""What is kept of a log in the content folder: `faq/_demand.csv` for the planner, `faq/_demand.yml` for people."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import yaml

from generator.content.library import Library
from generator.content.schema.base import validate
from generator.content.schema.demand import MOST_EXAMPLES, MOST_NEAREST, DemandFile, GapPart
from generator.content.source import Source, decode, read_yaml
from generator.demand.gaps import Gap
from generator.demand.report import Report
from generator.files import Tree
from generator.problems import Problem, Severity
from generator.social.demand import PATH as COUNTS
from generator.social.moving import renamed

PATH: Final = "faq/_demand.yml"
_MOST_GAPS: Final = 100
"""That are kept: further ones are rare, and nobody reads so far."""
_WIDTH: Final = 1_000_000
"""A question is one line, however long: Git then shows one change as one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a log said, without persons."""

    questions: int
    answered: int
    first: str
    """Month like `2026-11`; empty where the log has no days."""
    last: str
    answers: int = 0
    """Answers of colleagues that the log has; their words are not kept."""
    linked: int = 0
    """Of them with a link to the FAQ."""
    gaps: Sequence[Gap] = ()
    also_asked: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)
    """Entry -> language -> customers' words that the entry does not know."""

    @property
    def months(self) -> int:
        """How many months the log covers."""
        if not self.first:
            return 0
        (year, month), (last_year, last_month) = (map(int, one.split("-")) for one in (self.first, self.last))
        return (last_year - year) * 12 + last_month - month + 1


def files(made: Report) -> Tree:
    """Both files below a project's folder: the same of the same log."""
    return {COUNTS: _table(made.months).encode(), PATH: _document(kept(made)).encode()}


def kept(made: Report) -> Kept:
    """What of a report is kept."""
    return Kept(
        questions=made.questions,
        answered=made.answered,
        first=made.first,
        last=made.last,
        answers=made.answers,
        linked=made.linked,
        gaps=made.gaps[:_MOST_GAPS],
        also_asked=made.also_asked,
    )


def _table(months: Mapping[str, Mapping[str, int]]) -> str:
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(("entry", "month", "count"))
    rows.writerows(
        (entry, month, count) for entry, counts in sorted(months.items()) for month, count in sorted(counts.items())
    )
    return out.getvalue()


def _document(of: Kept) -> str:
    data = {
        "questions": of.questions,
        "answered": of.answered,
        **({"from": of.first, "to": of.last} if of.first else {}),
        **({"answers": of.answers, "linked": of.linked} if of.answers else {}),
        "gaps": [_gap(gap) for gap in of.gaps],
        "also_asked": {
            entry: {lang: list(words) for lang, words in sorted(by_lang.items())}
            for entry, by_lang in sorted(of.also_asked.items())
        },
    }
    text: str = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return text


def _gap(gap: Gap) -> dict[str, object]:
    return {
        "name": gap.name,
        "count": gap.count,
        "months": {month: count for month, count in sorted(gap.months.items()) if month},
        "growth": round(gap.growth, 2),
        **({"topic": gap.topic} if gap.topic else {}),
        "nearest": list(gap.nearest[:MOST_NEAREST]),
        "examples": list(gap.examples[:MOST_EXAMPLES]),
        "languages": dict(gap.languages),
    }


def parse(content: bytes, library: Library, path: str = PATH) -> tuple[Kept | None, list[Problem]]:
    """What `faq/_demand.yml` says, former ids counted for whom they are now; what it names and is not there, AA575."""
    text, problems = decode(content, path)
    source, more = read_yaml(text, path) if text is not None else (None, [])
    problems += more
    if source is None or more:
        return None, problems
    file, more = validate(DemandFile, source)
    problems += more
    if file is None:
        return None, problems
    names = _Names(library, source)
    read = Kept(
        questions=file.questions,
        answered=file.answered,
        first=file.first,
        last=file.last,
        answers=file.answers,
        linked=file.linked,
        gaps=tuple(_read_gap(gap, number, names) for number, gap in enumerate(file.gaps)),
        also_asked=_also_asked(file, names),
    )
    return read, problems + names.problems


class _Names:
    """Finds what a file names in the library, and tells what is not there."""

    def __init__(self, library: Library, source: Source) -> None:
        self._entries = {id_: id_ for id_ in library.by_id} | dict(renamed(library))
        self._topics = library.by_topic
        self.languages = library.settings.languages
        self._source = source
        self.problems: list[Problem] = []

    def entries(self, ids: Iterable[str], *keys: str | int) -> tuple[str, ...]:
        found = [(self._entries.get(id_), id_, number) for number, id_ in enumerate(ids)]
        for now, id_, number in found:
            if now is None:
                self.missing("entry", id_, *keys, number)
        return tuple(dict.fromkeys(now for now, _, _ in found if now))

    def entry(self, id_: str, *keys: str | int) -> str:
        if id_ not in self._entries:
            self.missing("entry", id_, *keys)
        return self._entries.get(id_, "")

    def topic(self, id_: str, *keys: str | int) -> str:
        if id_ and id_ not in self._topics:
            self.missing("topic", id_, *keys)
        return id_ if id_ in self._topics else ""

    def missing(self, kind: str, name: str, *keys: str | int) -> None:
        message = f"'{name[:80]}' is no {kind} of this FAQ"
        hint = "read the log again with 'faq demand --keep', or correct the name"
        self.problems.append(Problem(self._source.place(*keys), "AA575", message, hint, Severity.WARNING))


def _read_gap(gap: GapPart, number: int, names: _Names) -> Gap:
    return Gap(
        name=gap.name,
        count=gap.count,
        months=gap.months,
        growth=gap.growth,
        topic=names.topic(gap.topic or "", "gaps", number, "topic"),
        nearest=names.entries(gap.nearest, "gaps", number, "nearest"),
        examples=gap.examples,
        languages=gap.languages,
    )


def _also_asked(file: DemandFile, names: _Names) -> dict[str, dict[str, tuple[str, ...]]]:
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for id_, by_lang in file.also_asked.items():
        now = names.entry(id_, "also_asked", id_)
        for lang, words in by_lang.items():
            if lang not in names.languages:
                names.missing("language", lang, "also_asked", id_, lang)
            elif now:
                found.setdefault(now, {})[lang] = words
    return found
