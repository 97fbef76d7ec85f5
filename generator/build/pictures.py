"""The pictures that pages, posts and exports name: what each is called, what it says, and why one cannot be drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeAlias

from generator import cards
from generator.build import rendering
from generator.build.bench import Bench, Task
from generator.build.project import Project
from generator.build.rendering import Composed
from generator.build.wanted import Page, Wanted, for_draft, for_pages, in_other_sizes, is_preview, pages_of
from generator.content.library import Entry
from generator.problems import Problem, Severity

__all__ = [
    "Page",
    "Picture",
    "Wanted",
    "check",
    "compose",
    "for_draft",
    "for_pages",
    "in_other_sizes",
    "is_preview",
    "pages_of",
    "picture",
    "tasks",
]

Known: TypeAlias = Mapping[str, Sequence[Any]]
"""Digest of all that a card is made of -> what came of it, as `row` puts it."""
_NOTHING: Known = MappingProxyType({})
_LONG = 100
_LONG_WORD = 20
"""Characters of a question, and of one of its words, from which a card may have no room for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A card and the name it is published under, which changes with what it shows."""

    file: str
    """Below `cards/`: `hr/delivery-time-qa-wide-1f3a5c7e.png`."""
    width: int
    height: int
    alt: str
    image_format: str


def tasks(project: Project, wanted: Iterable[Wanted]) -> tuple[dict[Wanted, Task], list[Problem]]:
    """What is to be made of each picture; a size that there is not is AA402."""
    bench, found, problems = Bench(project), dict[Wanted, Task](), list[Problem]()
    for want in dict.fromkeys(wanted):
        if want.size in project.canvases:
            found[want] = bench.task(want)
        else:
            hint = f"there are {', '.join(project.canvases)}"
            problems.append(Problem(bench.place(want), "AA402", f"no card has the size '{want.size}'", hint))
    return found, problems


def compose(
    project: Project, wanted: Iterable[Wanted], known: Known = _NOTHING
) -> tuple[dict[Wanted, Picture], list[Problem]]:
    """Every picture that can be drawn, named but not painted, and why others cannot. Those `known` are not composed."""
    todo, problems = tasks(project, wanted)
    pictures = {}
    for want, task in todo.items():
        row = known.get(task.made_of)
        composed = recalled(row, task) if row else rendering.compose(task.job())
        problems += composed.problems
        if composed.file:
            pictures[want] = picture(composed)
    return pictures, list(dict.fromkeys(problems))


def picture(made: Composed) -> Picture:
    """What those who show a card know of it."""
    return Picture(file=made.file, width=made.width, height=made.height, alt=made.alt, image_format=made.image_format)


def row(made: Composed, digest: str) -> Sequence[Any]:
    """A card as JSON can hold it, with the digest of its file."""
    said = [[p.code, p.message, p.hint, p.severity.value] for p in made.problems]
    return [digest, made.file, made.image_format, made.width, made.height, made.alt, said]


def recalled(row: Sequence[Any], task: Task) -> Composed:
    """The card again; its problems are said where the words stand now."""
    _, file, image_format, width, height, alt, said = row
    problems = tuple(Problem(task.place, code, text, hint, Severity(level)) for code, text, hint, level in said)
    return Composed(file=file, image_format=image_format, width=width, height=height, alt=alt, problems=problems)


def check(project: Project) -> list[Problem]:
    """What the build would say of preview cards, for entries whose card could fail at all.

    Composing thousands takes seconds; what fails is letters that no typeface has and questions that are very long.
    """
    risky = {(entry.id, entry.lang) for entry in project.library if _is_risky(project, entry)}
    return compose(project, [want for want in for_pages(project) if (want.entry, want.lang) in risky])[1]


def _is_risky(project: Project, entry: Entry) -> bool:
    shown = f"{entry.question}{entry.short or entry.body}{project.library.topic_title(entry.topic, entry.lang)}"
    long = len(entry.question) > _LONG or max(map(len, entry.question.split()), default=0) > _LONG_WORD
    typeface = project.brand.typeface.on_cards(project.library.languages[entry.lang].tag)
    return long or not all(character.isspace() or cards.has(character, typeface) for character in set(shown))
