"""`data/proof.yml`, `data/proof/<code>.yml`, `faq/glossary.yml`: how texts are written, what things are called."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.content.schema.base import Code, Id, Text, Written

Mark = Annotated[str, StringConstraints(min_length=1, max_length=8)]
Pair = Annotated[str, StringConstraints(pattern=r"^\S \S$")]
Letters = Annotated[str, StringConstraints(pattern=r"^\S{2}$")]


class ProofCommon(Written):
    """What holds in every language."""

    units: tuple[Mark, ...] = ()
    """Signs that stand behind a number, after a blank."""
    cyrillic: tuple[Letters, ...] = ()
    """A Latin letter and the Cyrillic one that looks like it."""
    greek: tuple[Letters, ...] = ()
    """A Latin letter and the Greek one that looks like it."""


class ProofFile(Written):
    """How one language is written; what is left out is not asked."""

    quotes: tuple[Pair, ...] = ()
    """Pairs of quotation marks, parted by a blank; the first is recommended."""
    dashes: tuple[Mark, ...] = ()
    """Between parts of a sentence; the first is recommended."""
    ranges: tuple[Mark, ...] = ()
    """Between two figures; the first is recommended."""
    ellipsis: Mark | None = None
    tight: str = ""
    """Signs that have no blank before them."""
    spaced: tuple[Mark, ...] = ()
    """Signs that have a blank between them and the number before, beside the units of all languages."""
    closed: tuple[Mark, ...] = ()
    """Signs that stand right behind a number."""
    leading: tuple[Mark, ...] = ()
    """Signs that stand right before a number."""
    impostors: dict[Mark, Mark] = {}
    """A letter of another alphabet -> the one that it is taken for."""
    longest_ending: Annotated[int, Field(ge=0, le=10)] = 5
    """Letters that a word of the glossary may have in place of its last ones in another case."""
    endings: dict[Text, Text] = {}
    """How words of the glossary end -> how they end in other cases, where taking letters off does not tell."""
    lix: Annotated[int, Field(ge=1, le=200)] | None = None
    """Words of a sentence plus long words of a hundred, from which an answer is hard to read."""
    times: dict[Literal["hours", "days", "workdays", "weeks", "months", "years"], Text] = {}
    """What stands behind a number of them, parted by blanks; `_` stands for a blank, `*` for any ending."""
    counts: dict[Id, Text] = {}
    """Number -> its words before a unit, parted by blanks: no ordinals."""
    spans: dict[Text, Text] = {}
    """How much time a phrase is: `fortnight`, and the same in figures, `14 days`."""
    clock: tuple[Text, ...] = ()
    """Phrases that are a full hour, `#` for its number: `do # sati`."""
    back: tuple[Text, ...] = ()
    """Words beside a time that is counted back from something: ten days `before`."""
    loose: tuple[Text, ...] = ()
    """Words right before a time that is no limit: `every` two days, the `first` five days."""
    about: tuple[Text, ...] = ()
    """Words right before an amount that is a guess: `about` €5."""
    measuring: str = ""
    """Words that any amount has beside it, parted by blanks: they tell how much it is, and not of what."""
    numbers: dict[Id, Text] = {}
    """Number -> how it is said in words, parted by blanks; with `*` at its end the beginning of a word."""


class TermWords(Written):
    """What one thing is called in one language."""

    say: Text
    also: tuple[Text, ...] = ()
    """Other words that are right."""
    never: tuple[Text, ...] = Field(default=(), alias="not")
    fine: tuple[Text, ...] = ()
    """Phrases that hold a forbidden word and mean something else."""


class GlossaryFile(Written):
    """What things are called in this FAQ."""

    terms: dict[Id, dict[Code, TermWords]] = {}
