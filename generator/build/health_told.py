"""The health of an FAQ as people and programs read it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date

from generator.build.health import Health, Review, Text
from generator.build.searching import Lost
from generator.build.status import Row
from generator.problems import visible

_MOST = 10
"""Lines of one part; the JSON has all."""
_MISSING = "Translations missing"
_REVIEWS = {
    "overdue": "overdue since {on}",
    "edited": "edited after its review of {on}",
    "due": "due by {on}",
    "never": "never reviewed",
}


def as_data(found: Health) -> dict[str, object]:
    """For programs: each part with all it holds, dates as text."""
    return {key: _plain(value) for key, value in asdict(found).items()}


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list | tuple) else value


def as_text(found: Health) -> str:
    """For people: what there is to do, a part each, and at the end what is in order."""
    parts = list(_parts(found))
    lines = [f"{found.entries} entries" if found.entries != 1 else "1 entry"]
    for title, rows in parts:
        if rows:
            count = len(found.missing) if title == _MISSING else len(rows)  # they share a line a language
            lines += [f"\n{title}: {count}", *(f"  {row}" for row in rows[:_MOST])]
            lines += [f"  … and {len(rows) - _MOST} more; --json has all"] if len(rows) > _MOST else []
    if found.answers:
        share = f"{found.linked * 100 // found.answers} %"
        lines.append(f"\nAnswers with a link to the FAQ: {found.linked} of {found.answers} in the log ({share})")
    sound = [title.lower() for title, rows in parts if not rows]
    return "\n".join([*lines, *(["\nNone: " + ", ".join(sound)] if sound else [])])


def _parts(found: Health) -> Iterator[tuple[str, Sequence[str]]]:
    """A title, and a line for each that is listed under it."""
    yield "Reviews to make", [_review(one) for one in found.reviews]
    if found.unreviewed:
        yield "Translations not read", [f"{text.lang:<8} {text.path}" for text in found.unreviewed]
    yield "Translations behind their source", [_behind(row) for row in _by_grade(found.behind)]
    yield _MISSING, list(_missing(found.missing))
    yield "Without a short answer", [_text(text) for text in found.no_short]
    yield "Without an owner", found.no_owner
    yield "Facts that nothing uses", found.unused_facts
    if found.never_posted is not None:
        yield "Never posted", found.never_posted
    if found.never_asked is not None:
        yield "Never asked for in the log that was kept", found.never_asked
    if found.not_found is not None:
        yield "Not found first by their own words", [_lost(one) for one in found.not_found]
    if found.never_flagged is not None:
        yield "Never flagged with a customer's words", found.never_flagged


def _review(one: Review) -> str:
    return f"{one.owner or '(no owner)':<16} {one.id:<32} {_REVIEWS[one.state].format(on=one.on)}"


def _text(text: Text) -> str:
    return f"{text.lang:<8} {text.path}"


def _lost(one: Lost) -> str:
    return f"{one.lang:<8} {one.id:<32} {visible(one.words)} -> {one.first or 'nothing'}"


def _by_grade(rows: Sequence[Row]) -> list[Row]:
    grades = ("major", "medium", "ungraded")
    return sorted(rows, key=lambda row: grades.index(row.state))


def _behind(row: Row) -> str:
    return f"{row.state:<8} {row.path}" + (f", since {row.since}" if row.since else "")


def _missing(rows: Sequence[Row]) -> Iterator[str]:
    """One line a language: of a new language every translation is missing."""
    for lang, count in Counter(row.lang for row in rows).items():
        ids = [row.id for row in rows if row.lang == lang][:_MOST]
        yield f"{lang:<8} {count}: {', '.join(ids)}{', …' if count > len(ids) else ''}"
