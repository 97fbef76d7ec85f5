"""What a format may say of an entry, by the names that its file uses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.content.library import Entry, Library
from generator.content.post_words import Quiz
from generator.content.schema.formats import OWN
from generator.language import Language
from generator.social import opening_hours, prose
from generator.social.draft import tidy


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An entry and what belongs to it."""

    entry: Entry
    library: Library

    @property
    def language(self) -> Language:
        """The entry's."""
        return self.library.languages[self.entry.lang]

    def field(self, name: str) -> str:
        """A field as plain text; empty where the entry has none."""
        if name.startswith(OWN):
            return tidy(dict(self.entry.posts.own).get(name.removeprefix(OWN), ""))
        return READERS[name](self)

    def has(self, name: str) -> bool:
        """Whether there is anything to say."""
        return bool(self.field(name))


def option_letters(language: Language) -> str:
    """What the options of a quiz are called."""
    return "АБВГ" if language.script == "Cyrl" else "ABCD"


def _myth(part: int) -> Callable[[Given], str]:
    return lambda given: tidy(given.entry.myth[part]) if given.entry.myth else ""


def _quiz(read: Callable[[Quiz, str], str]) -> Callable[[Given], str]:
    def field(given: Given) -> str:
        quiz = given.entry.posts.quiz
        return read(quiz, option_letters(given.language)) if quiz else ""

    return field


def _options(quiz: Quiz, letters: str) -> str:
    return "\n".join(f"{letter}) {tidy(option)}" for letter, option in zip(letters, quiz.options, strict=False))


def _season(given: Given) -> str:
    season = given.entry.meta.season
    return f"{season.start}–{season.end}" if season else ""


def _hours(given: Given) -> str:
    """Only where the entry says that its posts may tell them."""
    told = given.entry.meta.tells_hours and any(given.library.settings.hours.values())
    return opening_hours.hours(given.library, given.language) if told else ""


READERS: Mapping[str, Callable[[Given], str]] = {
    "question": lambda given: tidy(given.entry.question),
    "short": lambda given: tidy(given.entry.short),
    "body": lambda given: prose.whole(given.entry),
    "steps": lambda given: prose.steps(given.entry),
    "tip": lambda given: tidy(given.entry.tip),
    "did_you_know": lambda given: tidy(given.entry.posts.did_you_know),
    "changed": lambda given: tidy(given.entry.posts.changed),
    "checklist": lambda given: "\n".join(f"• {tidy(item)}" for item in given.entry.posts.checklist),
    "myth.fact": _myth(0),
    "myth.myth": _myth(1),
    "myth.why": _myth(2),
    "quiz.question": _quiz(lambda quiz, _letters: tidy(quiz.question)),
    "quiz.options": _quiz(_options),
    "quiz.answer": _quiz(lambda quiz, _letters: tidy(quiz.answer)),
    "quiz.letter": _quiz(lambda quiz, letters: letters[quiz.right - 1]),
    "quiz.why": _quiz(lambda quiz, _letters: tidy(quiz.why)),
    "season": _season,
    "hours": _hours,
    "contact": lambda given: opening_hours.contact(given.library),
}
"""One for each of the schema's FIELDS."""
