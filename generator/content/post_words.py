"""Words that an entry has for posts only: what its answer does not say in so few words."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

Change: TypeAlias = Callable[..., str]
"""Gets a text and the keys it stands at below `posts`, gives the text that takes its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz:
    """A question with two to four answers, one of them right, and why."""

    question: str
    options: tuple[str, ...]
    right: int
    """The number of the right option, from 1."""
    why: str

    @property
    def answer(self) -> str:
        """The right option."""
        return self.options[self.right - 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class PostWords:
    """Each empty where nobody wrote it; tip and myth are older and stand in the entry itself."""

    did_you_know: str = ""
    changed: str = ""
    """What is new about the answer."""
    quiz: Quiz | None = None
    checklist: tuple[str, ...] = ()
    own: tuple[tuple[str, str], ...] = ()
    """Name and text for formats that only this FAQ has."""

    def texts(self) -> tuple[str, ...]:
        """All words in an order that stays: fingerprints of translations are made of them."""
        quiz = self.quiz
        asked = (quiz.question, "\n".join(quiz.options), str(quiz.right), quiz.why) if quiz else ("",) * 4
        own = json.dumps(self.own, ensure_ascii=False) if self.own else ""
        return self.did_you_know, self.changed, *asked, "\n".join(self.checklist), own

    def fields(self) -> tuple[tuple[str, str], ...]:
        """Name and text of everything that a post may say, item by item; the right option stands before all options."""
        quiz = self.quiz
        asked: list[tuple[str, str]] = []
        if quiz:
            options = ((f"quiz.options.{n}", text) for n, text in enumerate(quiz.options))
            asked = [("quiz.question", quiz.question), ("quiz.right", quiz.answer), *options, ("quiz.why", quiz.why)]
        items = ((f"checklist.{n}", text) for n, text in enumerate(self.checklist))
        own = ((f"own.{name}", text) for name, text in self.own)
        return (("did_you_know", self.did_you_know), ("changed", self.changed), *asked, *items, *own)

    def map(self, change: Change) -> PostWords:
        """The same words, each changed."""
        if self == NONE:
            return self
        quiz = self.quiz and replace(
            self.quiz,
            question=change(self.quiz.question, "quiz", "question"),
            options=tuple(change(text, "quiz", "options", n) for n, text in enumerate(self.quiz.options)),
            why=change(self.quiz.why, "quiz", "why"),
        )
        return PostWords(
            did_you_know=change(self.did_you_know, "did_you_know"),
            changed=change(self.changed, "changed"),
            quiz=quiz,
            checklist=tuple(change(text, "checklist", n) for n, text in enumerate(self.checklist)),
            own=tuple((name, change(text, "own", name)) for name, text in self.own),
        )


def of_texts(texts: tuple[str, ...]) -> PostWords:
    """The words again that `texts` gave; those behind the last that was there may be missing."""
    new, changed, question, options, right, why, items, own = (*texts, *[""] * 8)[:8]
    given = tuple(options.split("\n"))
    return PostWords(
        did_you_know=new,
        changed=changed,
        quiz=Quiz(question=question, options=given, right=int(right), why=why) if right else None,
        checklist=tuple(items.split("\n")) if items else (),
        own=tuple((name, text) for name, text in json.loads(own)) if own else (),
    )


NONE = PostWords()
