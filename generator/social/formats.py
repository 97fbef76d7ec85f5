"""The kinds of posts, in the order of their turns, and which of them an entry can be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from generator.content.library import Entry
from generator.content.schema.formats import FormatFile
from generator.problems import Problem
from generator.social.draft import Draft, place
from generator.social.fields import Given
from generator.social.kit import Kit
from generator.social.phrases import turn

QUESTION = "qa"
"""The kind that every entry can be."""


def formats(files: Mapping[str, FormatFile]) -> dict[str, FormatFile]:
    """Name (the stem of its data file) -> format, in the order in which they take turns."""
    return dict(sorted(files.items(), key=lambda item: (item[1].order, item[0])))


def applicable(entry: Entry, kit: Kit) -> tuple[str, ...]:
    """The kinds that an entry has the words for, in their order."""
    given = Given(entry=entry, library=kit.library)
    return tuple(name for name, form in kit.formats.items() if all(map(given.has, form.needs)))


def choose(entry: Entry, kit: Kit, n: int, kept: str = "", *, pictures: bool = False) -> str:
    """The kind of an entry's n-th post: all it has words for take turns, each entry beginning with another.

    A draft that exists keeps its kind (`kept`) while the entry has the words: a new tip changes no planned post.
    Where every post is `pictures` to leaf through only kinds that can be are chosen.
    """
    possible = tuple(name for name in applicable(entry, kit) if not pictures or kit.formats[name].carousel)
    return kept if kept in possible else possible[turn(entry.id, n - 1) % len(possible)]


def strangers(drafts: Iterable[Draft], known: Mapping[str, FormatFile]) -> list[Problem]:
    """AA313 for drafts of a format that no data file describes."""
    found = []
    for draft in drafts:
        if draft.format not in known:
            near = get_close_matches(draft.format, known, 1)
            hint = f"did you mean '{near[0]}'? " if near else ""
            hint += f"formats are {', '.join(known)}; more in faq/_data/formats/"
            found.append(Problem(place(draft), "AA313", f"no format is called '{draft.format}'", hint))
    return found
