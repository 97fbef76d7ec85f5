"""Front matter of entries, replies, topics and hand-written pages."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, model_validator

from generator.content.meta import Season
from generator.content.old_addresses import key_of
from generator.content.schema.base import HASH_PATTERN, Alias, Code, FormerHeading, Id, Text, Written, number_of_days

_SEASON = re.compile(r"(\d\d)-(\d\d)\.\.(\d\d)-(\d\d)")
_LEAP_YEAR = 2028
_MOST_ITEMS = 10
Hash = Annotated[str, StringConstraints(pattern=HASH_PATTERN)]


def _season(text: object) -> object:
    found = _SEASON.fullmatch(text) if isinstance(text, str) else None
    if not found:
        raise ValueError("must be two days of the year like 11-15..12-24")
    numbers = [int(n) for n in found.groups()]
    try:
        start, end = date(_LEAP_YEAR, *numbers[:2]), date(_LEAP_YEAR, *numbers[2:])
    except ValueError:
        raise ValueError("names a day that no year has; write month-day..month-day like 11-15..12-24") from None
    return Season(start=(start.month, start.day), end=(end.month, end.day))


def _distinct(texts: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(texts)) < len(texts):
        raise ValueError("says one thing twice")
    return texts


def _few(least: int, most: int) -> AfterValidator:
    """So many items, no two alike."""

    def check(texts: tuple[str, ...]) -> tuple[str, ...]:
        if not least <= len(texts) <= most:
            raise ValueError(f"needs {least} to {most} items, not {len(texts)}")
        return _distinct(texts)

    return AfterValidator(check)


def _old_address(text: str) -> str:
    if key_of(text) is None:
        raise ValueError("must be what follows the host in an old address, like /faq/123.html or /hc/articles/12-where")
    return text


OldAddress = Annotated[Text, AfterValidator(_old_address)]


class Myth(Written):
    """A myth-and-fact post: the fact is told first."""

    fact: Text
    myth: Text
    why: Text


class Quiz(Written):
    """A quiz post: the right option is given by its number, from 1."""

    question: Text
    options: Annotated[tuple[Text, ...], _few(2, 4)]
    right: Annotated[int, Field(ge=1, le=4)]
    why: Text

    @model_validator(mode="after")
    def _one_is_right(self) -> Quiz:
        if self.right > len(self.options):
            raise ValueError(f"has {len(self.options)} options, so none of them is number {self.right}")
        return self


class PostWords(Written):
    """Words for posts that the answer itself does not have."""

    tip: Text | None = None
    did_you_know: Text | None = None
    changed: Text | None = None
    myth: Myth | None = None
    quiz: Quiz | None = None
    checklist: Annotated[tuple[Text, ...], _few(2, _MOST_ITEMS)] | None = None
    own: dict[Id, Text] = {}
    """Texts for formats of one's own: `needs: [own.<name>]`."""


class Posts(PostWords):
    """In the source language also whether, when and how often an entry is posted."""

    skip: bool = False
    hours: bool = False
    """Whether its posts may say when somebody is there."""
    first: Annotated[date | None, Field(alias="from")] = None
    until: date | None = None
    cooldown: Annotated[int, BeforeValidator(number_of_days)] | None = None
    cycles: Annotated[int, Field(ge=1, le=1000)] | None = None

    @model_validator(mode="after")
    def _forward(self) -> Posts:
        if self.first and self.until and self.until < self.first:
            raise ValueError("ends ('until') before it begins ('from')")
        return self


class EntryWords(Written):
    """Front matter of an entry in any language: words only."""

    question: Text
    short: Text | None = None
    also_asked: tuple[Text, ...] = ()
    was: tuple[OldAddress, ...] = ()
    """Addresses that this answer had on another site, from the root of its host."""
    posts: PostWords = PostWords()


class Translation(EntryWords):
    """Front matter of an entry in another language than the source."""

    source: Hash | None = None


class EditOfSource(Written):
    """One graded edit of the source text."""

    hash: Hash
    grade: Literal["typo", "medium", "major"]
    on: date


class SourceEntry(EntryWords):
    """Front matter of an entry in the source language: also what holds for all languages."""

    posts: Posts = Posts()
    owner: Id | None = None
    reviewed: date | None = None
    review_every: Annotated[int, BeforeValidator(number_of_days)] | None = None
    season: Annotated[Season, BeforeValidator(_season)] | None = None
    tags: tuple[Text, ...] = ()
    aliases: tuple[Alias, ...] = ()
    replaces: tuple[Alias, ...] = ()
    moved: dict[FormerHeading, Text] = {}
    order: Annotated[int, Field(ge=0, le=100_000)] = 1000
    note: Text | None = None
    edits: tuple[EditOfSource, ...] = ()


SOURCE_ONLY = frozenset(SourceEntry.model_fields) - frozenset(Translation.model_fields)


class TopicFile(Written):
    """`_topic.yml`."""

    title: dict[Code, Text]
    order: Annotated[int, Field(ge=0, le=100_000)] = 1000
    icon: Id | None = None
    owner: Id | None = None
    aliases: tuple[Id, ...] = ()
    replaces: tuple[Id, ...] = ()


class ReplyMatter(Written):
    """Front matter of a service reply."""

    title: Text
    when: Text
    fields: dict[Id, Literal["text", "date", "time", "days", "link", "order", "choice", "promise"]] = {}
    choices: dict[Id, Annotated[tuple[Text, ...], Field(min_length=2)]] = {}
    """What may stand for each field of the type `choice`."""
    private: bool = False
    """Whether it belongs in a private message even where it names no order."""

    @model_validator(mode="after")
    def _choices_of_fields(self) -> ReplyMatter:
        asked = {name for name, kind in self.fields.items() if kind == "choice"}
        for name in sorted(asked ^ self.choices.keys()):
            say = "is of the type 'choice' and needs a list under 'choices'" if name in asked else "has 'choices' only"
            raise ValueError(f"is wrong about '{name}': it {say}")
        return self


class PageMatter(Written):
    """Front matter of a page in docs/."""

    title: Text
    description: Text
    aliases: tuple[Id, ...] = ()
    replaces: tuple[Id, ...] = ()
    moved: dict[FormerHeading, Text] = {}


class WithdrawalMatter(Written):
    """Why an address has no answer any more."""

    on: date
    why: dict[Code, Text]
    question: dict[Code, Text] = {}
    see: Text | None = None
    aliases: tuple[Id, ...] = ()
    replaces: tuple[Id, ...] = ()
    moved: dict[FormerHeading, Text] = {}


class WithdrawnFile(Written):
    """`withdrawn.yml`: id -> why it is gone."""

    entries: dict[Id, WithdrawalMatter] = {}
    topics: dict[Id, WithdrawalMatter] = {}
    pages: dict[Id, WithdrawalMatter] = {}
