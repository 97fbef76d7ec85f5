"""The kinds of posts, what each needs of an entry, and whose turn it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from generator.content.library import Entry, Library
from generator.social.phrases import turn
from generator.social.prose import steps

Needs: TypeAlias = Callable[[Entry, Library], bool]

QUESTION = "qa"
"""The kind that every entry can be."""

FORMATS: Mapping[str, Needs] = {
    QUESTION: lambda _entry, _library: True,
    "tip": lambda entry, _library: bool(entry.tip),
    "did_you_know": lambda entry, _library: bool(entry.posts.did_you_know),
    "steps": lambda entry, _library: bool(steps(entry)),
    "myth": lambda entry, _library: bool(entry.myth),
    "checklist": lambda entry, _library: bool(entry.posts.checklist),
    "quiz": lambda entry, _library: bool(entry.posts.quiz),
    "ask_before": lambda entry, _library: bool(entry.meta.season),
    "hours": lambda entry, library: entry.meta.tells_hours and any(library.settings.hours.values()),
    "changed": lambda entry, _library: bool(entry.posts.changed),
}
"""In the order in which they take turns."""


PICTURES: Mapping[str, str] = {
    QUESTION: "parts",
    "steps": "items",
    "myth": "fact",
    "checklist": "items",
    "quiz": "quiz",
    "ask_before": "parts",
}
"""Kinds that can be pictures to leaf through, and how."""


def applicable(entry: Entry, library: Library) -> tuple[str, ...]:
    """The kinds that an entry has the words for, in their order."""
    return tuple(name for name, needs in FORMATS.items() if needs(entry, library))


def choose(entry: Entry, library: Library, n: int, kept: str = "", *, pictures: bool = False) -> str:
    """The kind of an entry's n-th post: all it has words for take turns, each entry beginning with another.

    A draft that exists keeps its kind (`kept`) while the entry has the words: a new tip changes no planned post.
    Where every post is `pictures` to leaf through only kinds that can be are chosen.
    """
    possible = tuple(name for name in applicable(entry, library) if not pictures or name in PICTURES)
    return kept if kept in possible else possible[turn(entry.id, n - 1) % len(possible)]
