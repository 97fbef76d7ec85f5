"""`data/rules.yml` and `data/rules/<code>.yml`: what posts are measured by, and the words that rules look for."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.content.schema.base import Id, Text, Written

Number = Annotated[int, Field(ge=1, le=10_000)]


class PostRules(Written):
    """What holds for posts in every language."""

    alt_length: Number = 250
    """Characters of an alt text that people still listen to."""
    hashtags: Number = 3
    """On networks that name no limit of their own."""
    capital_letters: Number = 4
    """A longer word in capitals is shouting, or an acronym that a language's file lists."""
    exclamations: Annotated[int, Field(ge=0, le=100)] = 1
    """In one text; more are shouting."""
    similarity: Annotated[float, Field(gt=0.5, le=1)] = 0.9
    cooldown_days: Number = 60
    never_twice: tuple[Id, ...] = ()
    """Networks that forbid the same text on several accounts, and for all time."""
    hours_between: Annotated[int, Field(ge=0, le=168)] = 2
    """Between two posts of a channel."""
    escaped: dict[Id, Text] = {}
    """Network -> characters after which its programming interface drops the text."""
    units: dict[Text, tuple[Text, ...]] = {}
    """Currencies and the like -> how people write them behind, or before, a number."""


class LanguageRules(Written):
    """What holds for posts in one language; the numbers are English ones where a file does not say."""

    first_line: Number = 110
    """Characters that every network shows before "more"."""
    sentence_words: Number = 25
    """Of a post."""
    answer_sentence_words: Number = 32
    """Of an answer or a reply, which people read at their own pace."""
    mean_words: Number = 15
    paragraph_sentences: Number = 3
    emoji: Annotated[int, Field(ge=0, le=100)] = 3
    acronyms: tuple[Text, ...] = ()
    """Longer words that are written in capitals."""
    alt_beginnings: tuple[Text, ...] = ()
    """Words that screen readers say anyway before an alt text."""
    empty_links: tuple[Text, ...] = ()
    """Words that do not say where a link leads."""
    placeholders: tuple[Text, ...] = ()
    """Words that stand in brackets until somebody fills them in."""
    myth_words: tuple[Text, ...] = ()
    """Words that warn of a myth before it is told."""
