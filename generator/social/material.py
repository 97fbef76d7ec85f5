"""What a kind of post says of an entry, from the most to the least: its data file read over the entry's fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.content.schema.formats import FormatFile, Part, Saying
from generator.social.fields import Given
from generator.social.phrases import Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """The words of one post, before anybody measured them.

    Kinds that do not begin with the entry's question end with it, so that the link behind it says where it leads.
    """

    openings: tuple[str, ...]
    """First lines, the best one first; the last one is said if none of them has room."""
    full: str = ""
    short: str = ""
    """Says less, and still enough; empty where nothing less is enough."""
    splits: bool = True
    """Whether the full text may be a thread."""
    used: Mapping[str, str]
    """Field of the entry -> the text that was taken of it."""


class UnfilledError(LookupError):
    """A phrase has a placeholder that its format does not fill; `args` are the phrase's name and the placeholder."""


def material(form: FormatFile, given: Given, voice: Voice) -> Material:
    """The words of an entry for a kind of post it has the fields for."""
    return Material(
        openings=tuple(_told(part, given, voice) for part in form.opening),
        full=paragraphs(form.full, given, voice),
        short=paragraphs(form.short, given, voice),
        splits=form.thread,
        used={} if form.answers else {name: given.field(name) for name in _names(form)},
    )


def paragraphs(parts: Sequence[Part], given: Given, voice: Voice) -> str:
    """Parts of a format, those without words left out."""
    told = (_told(part, given, voice) for part in parts)
    return "\n\n".join(text for text in told if text)


def _told(part: Part, given: Given, voice: Voice) -> str:
    if not isinstance(part, Saying):
        return given.field(part)
    words = {placeholder: given.field(name) for placeholder, name in part.words.items()}
    try:
        return voice.say(part.say, bare=given.field(part.bare) if part.bare else "", **words)
    except KeyError as error:
        raise UnfilledError(part.say, error.args[0]) from None


def _names(form: FormatFile) -> Iterator[str]:
    """Every field that a format uses."""
    for part in (*form.opening, *form.full, *form.short):
        yield from part.words.values() if isinstance(part, Saying) else (part,)
