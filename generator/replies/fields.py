"""Service replies: the words around their fields, and how each type of field is written in the customer's language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, time

from generator import text
from generator.content.library import Reply
from generator.replies.compose import Said
from generator.replies.dates import Dates, clock_in_words, date_in_words, days_in_words
from generator.replies.phrases import clean

NAME, AGENT = "name", "agent"
"""Who is greeted and who signs: a reply that does not say so itself is greeted and signed with the brand's phrases."""
_PLACEHOLDER = re.compile(r"\{\{\s*(.*?)\s*\}\}")
_MARK = re.compile("\ue000(\\d+)\ue001")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_TIME = re.compile(r"[0-2]\d:[0-5]\d")
_DAYS = re.compile(r"\d{1,4}")
_LINK = re.compile(r"https?://[^\s<>{}\[\]]+")


def parts(body: str) -> Iterator[str | dict[str, str]]:
    """The reply as plain text, cut at its placeholders."""
    names: list[str] = []

    def mark(found: re.Match[str]) -> str:
        names.append(found[1])
        return f"\ue000{len(names) - 1}\ue001"

    cleaned = body.replace("\ue000", "").replace("\ue001", "")
    for index, piece in enumerate(_MARK.split(text.plain(_PLACEHOLDER.sub(mark, cleaned)))):
        if index % 2:
            yield {"field": names[int(piece)]}
        elif piece:
            yield piece


def used(reply: Reply) -> dict[str, str]:
    """Field -> type of those that stand in the words, in their order."""
    names = (part["field"] for part in parts(reply.body) if isinstance(part, dict))
    return {name: reply.fields.get(name, "text") for name in names}


def is_private(reply: Reply) -> bool:
    """Whether a reply belongs in a private message: it says so, or it names an order."""
    return reply.private or "order" in used(reply).values()


def is_whole(reply: Reply) -> bool:
    """Whether a reply greets or signs itself, and so is sent as it was written."""
    return not {NAME, AGENT}.isdisjoint(used(reply))


def fill_in(
    reply: Reply, values: Mapping[str, str], dates: Dates, *, turn: int, public: bool = False
) -> tuple[Said, tuple[str, ...]]:
    """What a service reply says, to be composed, and the fields that are missing or cannot be read."""
    fields = used(reply)
    shown = {
        name: written(kind, values.get(name, ""), dates, reply.choices.get(name, ())) for name, kind in fields.items()
    }
    words = (part if isinstance(part, str) else shown[part["field"]] for part in parts(reply.body))
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
