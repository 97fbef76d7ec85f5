"""`faq/_demand.yml`: what a log of questions said, as `faq demand --keep` writes it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.content.schema.base import Id, Written

LONGEST = 300
"""Characters of a customer's words."""
MOST_NEAREST = 3
MOST_EXAMPLES = 5
"""Of a gap, and of an entry's proposals in a language."""
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST)]
Month = Annotated[str, StringConstraints(pattern=r"^([0-9]{4}-(0[1-9]|1[0-2]))?$")]
"""Empty where a log has no days."""
Logged = Annotated[str, StringConstraints(pattern=r"^([A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3})?$")]
"""A language as a log has it."""
Count = Annotated[int, Field(ge=0, le=1_000_000_000)]
Growth = Annotated[float, Field(ge=-1, le=1_000_000_000, allow_inf_nan=False)]


class GapPart(Written):
    """Questions that no entry answers."""

    name: Words
    count: Count
    months: dict[Month, Count] = {}
    growth: Growth = 0.0
    topic: Id | None = None
    nearest: Annotated[tuple[Id, ...], Field(max_length=MOST_NEAREST)] = ()
    examples: Annotated[tuple[Words, ...], Field(max_length=MOST_EXAMPLES)] = ()
    languages: dict[Logged, Count] = {}


class DemandFile(Written):
    """The whole file."""

    questions: Count
    answered: Count
    """Of them, by an entry."""
    first: Month = Field(default="", alias="from")
    last: Month = Field(default="", alias="to")
    answers: Count = 0
    """Answers of colleagues that the log holds."""
    linked: Count = 0
    """Of them with a link to the FAQ."""
    gaps: tuple[GapPart, ...] = ()
    also_asked: dict[Id, dict[str, Annotated[tuple[Words, ...], Field(max_length=MOST_EXAMPLES)]]] = {}
    """Entry -> language -> customers' words that it does not know."""
