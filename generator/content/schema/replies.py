"""`data/replies/<language>.yml` and `data/names/<language>.yml`: what replies are put together from."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from generator.content.schema.base import Text, Written

Tone = Literal["warm", "formal", "playful", "any"]
"""`any` stands for each tone that has no phrases of its own."""
_NAME = r"^\p{L}[\p{L}' -]{0,39}$"
Name = Annotated[str, StringConstraints(pattern=_NAME)]


def _with_link(phrases: tuple[str, ...]) -> tuple[str, ...]:
    if any(not phrase.endswith("{link}") or phrase.count("{link}") > 1 for phrase in phrases):
        raise ValueError("must end with {link}, so that nothing sticks to the address")
    return phrases


Phrases = Annotated[tuple[Text, ...], Field(min_length=3)]
"""Three at least: of two, two turns are already alike."""
Steps = Annotated[Phrases, AfterValidator(_with_link)]


class ByAddress(Written):
    """The same said to readers who are addressed formally, and informally where that is another thing."""

    formal: Phrases
    informal: Phrases | None = None


class StepsByAddress(Written):
    """Next steps, which end with the link."""

    formal: Steps
    informal: Steps | None = None


class RepliesFile(Written):
    """One language. `[...]` falls away where a placeholder in it is empty."""

    greetings: dict[Tone, ByAddress]
    """With `{name}`, the form in which people are called."""
    bridges: dict[Tone, ByAddress]
    """From the greeting to the answer, which begins a sentence."""
    steps: dict[Tone, StepsByAddress]
    """What to do next, with the `{link}`."""
    private: dict[Tone, StepsByAddress]
    """The same in public, where the answer asks for personal data."""
    sign_offs: dict[Tone, ByAddress]
    """With `{agent}` and `{brand}`."""
    label: Text
    """Before an answer in another `{language}`."""
    promise: Text
    """A promised `{time}` on a `{day}`: "by 9:30 tomorrow"."""
    personal: tuple[Text, ...]
    """Words of answers that ask for personal data."""


class NamesFile(Written):
    """How people are called in a language with a vocative; what neither a list nor an ending knows has none."""

    same: str = ""
    """Names whose vocative is the name, parted by blanks."""
    forms: dict[Name, Name] = {}
    """Name -> vocative."""
    endings: dict[Name, Name] = {}
    """Ending -> what stands in its place, only where that is right for every name."""
