"""Service replies: the words around their fields, and how each type of field is written in the customer's language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, time

from generator.content.library import Reply
from generator.content.placeholders import Placeholder, pieces
from generator.replies.compose import Said
from generator.replies.dates import Dates, clock_in_words, date_in_words, days_in_words
from generator.replies.phrases import clean, fill, usable
from generator.replies.wording import Wording

NAME, AGENT = "name", "agent"
"""Who is greeted and who signs: a reply that does not say so itself is greeted and signed with the brand's phrases."""
_MARK = "\ue000"
_GAP = ("\n\n",)
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_TIME = re.compile(r"[0-2]\d:[0-5]\d")
_DAYS = re.compile(r"\d{1,4}")
_LINK = re.compile(r"https?://[^\s<>{}\[\]]+")


def used(reply: Reply) -> dict[str, str]:
    """Field -> type of those that stand in the words, in their order."""
    return {part.name: part.type for part in pieces(reply.body, reply.fields) if isinstance(part, Placeholder)}


def is_private(reply: Reply) -> bool:
    """Whether a reply belongs in a private message: it says so, or it names an order."""
    return reply.private or "order" in used(reply).values()


def is_whole(reply: Reply) -> bool:
    """Whether a reply greets or signs itself, and so is sent as it was written."""
    return not {NAME, AGENT}.isdisjoint(used(reply))


def framed(reply: Reply, wording: Wording) -> tuple[str | Placeholder, ...]:
    """A reply for programs that fill in names themselves, with the first greeting and sign-off of the language.

    No program knows vocatives: where the language has them, nobody is greeted by name.
    """
    words = tuple(pieces(reply.body, reply.fields))
    if is_whole(reply):
        return words
    values = {name: f"{_MARK}{name}{_MARK}" for name in (NAME, AGENT)} | {"brand": wording.brand}
    if wording.names:
        values[NAME] = ""
    greeting, sign_off = (_cut(_first(phrases, values)) for phrases in (wording.greetings, wording.sign_offs))
    return tuple(_joined([*greeting, *(_GAP if greeting else ()), *words, *(_GAP if sign_off else ()), *sign_off]))


def _first(phrases: Sequence[str], values: Mapping[str, str]) -> str:
    return next((fill(phrase, values) for phrase in usable(phrases, values)), "")


def _cut(phrase: str) -> list[str | Placeholder]:
    """A phrase whose names are marked."""
    return (
        []
        if not phrase
        else [Placeholder(part, "text") if index % 2 else part for index, part in enumerate(phrase.split(_MARK))]
    )


def _joined(parts: Iterable[str | Placeholder]) -> Iterator[str | Placeholder]:
    """Texts that follow each other become one."""
    waiting = ""
    for part in parts:
        if isinstance(part, str):
            waiting += part
            continue
        yield from filter(None, [waiting])
        yield part
        waiting = ""
    yield from filter(None, [waiting])


def fill_in(
    reply: Reply, values: Mapping[str, str], dates: Dates, *, turn: int, public: bool = False
) -> tuple[Said, tuple[str, ...]]:
    """What a service reply says, to be composed, and the fields that are missing or cannot be read."""
    fields = used(reply)
    shown = {
        name: written(kind, values.get(name, ""), dates, reply.choices.get(name, ())) for name, kind in fields.items()
    }
    words = (shown[part.name] if isinstance(part, Placeholder) else part for part in pieces(reply.body, reply.fields))
    said = Said(
        id=reply.id,
        turn=turn,
        answer="".join(words),
        name=values.get(NAME, ""),
        agent=values.get(AGENT, ""),
        public=public,
        personal=is_private(reply),
        is_whole=is_whole(reply),
    )
    return said, tuple(name for name, value in shown.items() if not value)


def written(kind: str, value: str, dates: Dates, choices: tuple[str, ...] = ()) -> str:
    """A field as the customer reads it; empty for what is no value of its type."""
    value = clean(value)
    match kind:
        case "date":
            return date_in_words(day, dates) if (day := _day(value)) else ""
        case "time":
            return clock_in_words(clock, dates) if (clock := _clock(value)) else ""
        case "days":
            return days_in_words(int(value), dates) if _DAYS.fullmatch(value) else ""
        case "link":
            return value if _LINK.fullmatch(value) else ""
        case "choice":
            return value if value in choices else ""
        case _:
            return value


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if _DATE.fullmatch(value) else None
    except ValueError:
        return None


def _clock(value: str) -> time | None:
    try:
        return time.fromisoformat(value) if _TIME.fullmatch(value) else None
    except ValueError:
        return None
