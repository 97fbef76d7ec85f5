"""An entry as a source has it, and the ways in which a source can be at fault."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from generator.problems import Place, Problem, Severity

MAX_TEXT: Final = 200_000
"""Characters of a question or an answer; the longest answers of real FAQs have some ten thousand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """One question in one language, as the source had it; `answer` is Markdown."""

    id: str
    lang: str
    category: str
    question: str
    answer: str
    category_id: str = ""
    order: int | None = None
    short: str = ""
    """The answer in a sentence, plain."""
    also_asked: tuple[str, ...] = ()
    """Other ways to ask."""
    tags: tuple[str, ...] = ()
    outdated: bool = False
    """Whether the source says that this translation no longer says what the original does."""
    source_url: str = ""
    """Its absolute address there; relative links of the answer are completed with it."""
    old_address: str = ""
    """Path and query that it had there, from the site's root: `/hc/en-us/articles/360012-Where`, `/index.php?id=5`."""
    place: Place
    """Where in the source."""


def unreadable(place: Place, message: str, hint: str = "") -> Problem:
    """AA600: nothing can be taken from the source; the only error, all other findings are warnings."""
    return Problem(place, "AA600", message, hint)


def warning(place: Place, code: str, message: str, hint: str = "") -> Problem:
    """Something of the source that is not, or not exactly, in the files; the rest is imported."""
    return Problem(place, code, message, hint, Severity.WARNING)


def not_as_it_was(entry: Imported, lost: Iterable[str]) -> list[Problem]:
    """AA609: markup of an entry that is not in its Markdown; no problem if there is none."""
    names = ", ".join(dict.fromkeys(lost))
    message = f"'{(entry.question or entry.id)[:60]}' ({entry.lang}): not taken over as it was: {names}"
    return [warning(entry.place, "AA609", message, "write it anew in Markdown if it matters")] if names else []


def not_taken_over(place: Place, fields: Iterable[str]) -> list[Problem]:
    """AA602: names of fields that entries here do not have; no problem if there are none."""
    names = ", ".join(dict.fromkeys(fields))
    hint = "look whether something in them belongs into the entries"
    return [warning(place, "AA602", f"not taken over: {names}", hint)] if names else []
