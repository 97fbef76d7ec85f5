"""`data/voice/<code>.yml`: phrases that are better said otherwise, and what to write instead."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, model_validator

from generator.content.schema.base import Id, Text, Written

_ONE = r"(?:[\w'’]+\*?|\*[\w'’]+|<[a-zA-Z]+>|%)"
_STEP = re.compile(rf"\.\.|\(?{_ONE}(?:/{_ONE})*\)?")
_FIRST = re.compile(r"[\w'’<>*/]*[\w'’>*]")
_MOST_GAPS = 2
_SET = re.compile(r"<([a-zA-Z]+)>")
_BUILT_IN = frozenset({"n", "Name"})

RuleName = Literal[
    "robot", "promise", "vague", "blame", "shouting", "past", "links", "length", "order", "next_step", "avoid"
]
"""What a project may switch off."""


def _phrase(written: str) -> str:
    """`we (will) always <do>/reply* .. you`: the handbook's page on voice explains it."""
    steps = written.split()
    odd = next((step for step in steps if not _STEP.fullmatch(step) or ("(" in step) != (")" in step)), "")
    if odd:
        raise ValueError(f"has {odd!r}, which is no word, beginning*, one/another, (left out), <list> or ..")
    if not _FIRST.fullmatch(steps[0]) or any(one[0] == "*" or one == "<Name>" for one in steps[0].split("/")):
        raise ValueError(f"begins with {steps[0]!r}; the first word must be one, or the beginning of one, or <n>")
    if steps[-1] == ".." or steps[-1][0] == "(":
        raise ValueError(f"ends with '{steps[-1]}', which changes nothing")
    if steps.count("..") > _MOST_GAPS:  # each makes the search five times as long
        raise ValueError("has more than two '..'")
    return written


Phrase = Annotated[Text, AfterValidator(_phrase)]


class VoiceGroup(Written):
    """Phrases with one fault, and what to write instead."""

    words: tuple[Phrase, ...]
    instead: Text


class VoiceFile(Written):
    """How not to sound in one language."""

    sets: dict[Id, tuple[Phrase, ...]] = {}
    """Words that many phrases share: `<we>` stands for any of them."""
    robot: tuple[VoiceGroup, ...] = ()
    promise: tuple[VoiceGroup, ...] = ()
    vague: tuple[VoiceGroup, ...] = ()
    blame: tuple[VoiceGroup, ...] = ()
    past: tuple[VoiceGroup, ...] = ()
    openings: tuple[VoiceGroup, ...] = ()
    """How no answer begins."""
    thanks: tuple[VoiceGroup, ...] = ()
    """How an entry does not begin; a reply may."""
    next_step: tuple[Phrase, ...] = ()
    """One of these, or a link, a time or a question, tells a customer how it goes on."""
    fine: tuple[Phrase, ...] = ()
    """Phrases that hold one of the others and are harmless."""
    instead: dict[Literal["capitals", "exclamation", "links", "length", "next_step", "avoid"], Text] = {}

    @model_validator(mode="after")
    def _known_sets(self) -> VoiceFile:
        groups = (*self.robot, *self.promise, *self.vague, *self.blame, *self.past, *self.openings, *self.thanks)
        phrases = (*(word for group in groups for word in group.words), *self.next_step, *self.fine)
        for phrase in phrases:
            unknown = next((name for name in _SET.findall(phrase) if name not in self.sets.keys() | _BUILT_IN), "")
            if unknown:
                raise ValueError(f"has no list 'sets.{unknown}', which '{phrase}' names")
        return self
