"""A question of a log as it is kept: the customer's words without persons, the day, the language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from generator.demand import smalltalk
from generator.demand.answers import links_to
from generator.personal import masked
from generator.problems import Place, Problem, Severity
from generator.text import words_of

LONGEST: Final = 300
"""Characters of a question that are kept: what is longer is a letter, and its beginning says enough."""
_READ: Final = 1500
"""Characters that are looked at at all, since masking makes a text shorter."""
_TAGS: Final = (
    "a|b|i|u|em|strong|font|span|br|hr|p|div|pre|ul|ol|li|table|tbody|tr|t[dh]|img|h[1-6]|blockquote"
    "|html|head|body|style|script"
)
_MARKUP: Final = re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>|<!--|&#?\w+;", re.IGNORECASE)
"""Not `<ana@mail.example>` and `ana<at>mail`, which stand in letters whose lines matter."""
_SHOUTED: Final = re.compile(r"([?!])[?!]+")
_FORMULA: Final = re.compile(r"^[=+\-@\s]+")
_ISO: Final = re.compile(r"(\d{4})([-/.])(\d\d?)(?:\2(\d\d?))?(?=\D|$)", re.ASCII)
"""Reports of searches may say the month only."""
_DAY_FIRST: Final = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?=\D|$)", re.ASCII)
_SLASHES: Final = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?=\D|$)", re.ASCII)
_SECONDS: Final = re.compile(r"([1-9]\d{9})(?:\d{3})?(?:\.\d+)?", re.ASCII)
_LANGUAGE: Final = re.compile(r"[a-z]{2}(?:[-_](?:latn|cyrl))?(?:[-_](?:[a-z]{2}|\d{3}))?", re.IGNORECASE | re.ASCII)
"""No longer: three letters may be somebody's name."""
_ENTRY: Final = re.compile(r"(?!(?:[A-Za-z_-]*\d){5})[A-Za-z0-9][A-Za-z0-9_-]{0,79}", re.ASCII)
"""An id; with five figures it may be a phone."""
_COUNT: Final = re.compile(r"[1-9]\d{0,4}", re.ASCII)
"""No longer: that is the number of something."""
_FIRST_YEAR, _LAST_YEAR = 2000, 2099
"""Of days in a log: others are no days of a question, but of a birth, or no days at all."""
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One line of a log."""

    words: str
    """Masked; never empty."""
    day: date | None = None
    language: str = ""
    """As the log has it, in lower case with hyphens; empty where it says none."""
    entry: str = ""
    """Id of the entry that somebody said it was about."""
    count: int = 1
    """How often it was asked: reports add up."""
    linked: bool | None = None
    """Whether the answer to it that the log has links to the FAQ; None where it has no answer."""


def cleaned(words: str) -> str:
    """A question as it may be kept: without markup, persons, formulas and greetings; empty where none is left."""
    if len(words) > _READ:  # not in the middle of a number, whose beginning would look harmless
        words = words[:_READ].rpartition(" ")[0].rstrip("0123456789 .-/()+")
    plain = words_of(words) if _MARKUP.search(words) else words
    asked = _SHOUTED.sub(r"\1", smalltalk.question(masked(smalltalk.letter(plain))))
    kept = _FORMULA.sub("", asked)[:LONGEST].strip()
    return kept if any(character.isalpha() for character in kept) else ""


def day_of(text: str) -> date | None:
    """The day of a time as helpdesks write it; none where day and month cannot be told apart."""
    try:
        found = _day(text.strip())
    except (ValueError, OverflowError):  # the 30th of February: the question counts, without a day
        return None
    return found if found and _FIRST_YEAR <= found.year <= _LAST_YEAR else None


def _day(text: str) -> date | None:
    if found := _ISO.match(text):
        return date(int(found[1]), int(found[3]), int(found[4] or 1))
    if found := _DAY_FIRST.match(text):
        return date(int(found[3]), int(found[2]), int(found[1]))
    if found := _SLASHES.match(text):
        first, second, year = map(int, found.groups())
        low, high = sorted((first, second))
        if high > 12:
            return date(year, low, high)
        return date(year, first, second) if first == second else None
    if found := _SECONDS.fullmatch(text):
        return (_EPOCH + timedelta(seconds=int(found[1]))).date()
    return None


def question(fields: Mapping[str, str], site: str = "") -> Question | None:
    """Of the fields of a line; none where no word is left. `site` is where the FAQ is published."""
    words = cleaned(fields.get("question", ""))
    if not words:
        return None
    answer = fields.get("answer", "")
    language, entry, count = (fields.get(name, "").strip() for name in ("language", "entry", "count"))
    return Question(
        words=words,
        day=day_of(fields.get("day", "")),
        language=language.replace("_", "-").lower() if _LANGUAGE.fullmatch(language) else "",
        entry=entry if _ENTRY.fullmatch(entry) else "",
        count=int(count) if _COUNT.fullmatch(count) else 1,
        linked=links_to(answer, site) if answer.strip() else None,
    )


def unreadable(path: str, message: str, hint: str, line: int = 1) -> Problem:
    """AA570: nothing of a log can be read."""
    return Problem(Place(path, line), "AA570", message, hint)


def left_out(path: str, line: int, message: str) -> Problem:
    """AA571: a part of a log is not counted. Never says what stood there: it may name a person."""
    hint = "correct the log, or leave it: the other lines are counted"
    return Problem(Place(path, line), "AA571", message, hint, Severity.WARNING)
