"""`data/formats/<name>.yml`: a kind of post, what it needs of an entry, and what it says in which order."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, Field

from generator.content.schema.base import Code, Id, Text, Written, is_id

FIELDS = (
    "question", "short", "body", "steps", "tip", "did_you_know", "changed", "checklist", "myth.fact", "myth.myth",
    "myth.why", "quiz.question", "quiz.options", "quiz.answer", "quiz.letter", "quiz.why", "season", "hours", "contact",
)  # fmt: skip
"""What a format may say of an entry: its texts by the names they have under `posts:`, and what is made of them."""
OWN = "own."
"""Before the name of a text that entries have under `posts: own:`, for formats of one's own."""


def _field(name: str) -> str:
    if name in FIELDS or (name.startswith(OWN) and is_id(name.removeprefix(OWN))):
        return name
    near = get_close_matches(name, FIELDS, 1)
    hint = f"did you mean '{near[0]}'?" if near else f"fields are {', '.join(FIELDS)} and own.<name>"
    raise ValueError(f"names no field of an entry ({name!r}); {hint}")


FieldName: TypeAlias = Annotated[str, AfterValidator(_field)]


class Saying(Written):
    """A phrase of the language's file with words of the entry in it."""

    say: Id
    """Phrases `posts: <say>_1`, `<say>_2` … take turns."""
    words: Annotated[dict[Id, FieldName], Field(alias="with")] = {}
    """Placeholder -> the field that fills it."""
    bare: FieldName | None = None
    """A field that takes its turn among the phrases, with nothing around it."""


Part: TypeAlias = FieldName | Saying
"""One paragraph."""


class PollPost(Written):
    """How a quiz is told where the options are buttons."""

    asks: Annotated[tuple[Part, ...], Field(min_length=1)]
    """Below the opening, beside the buttons."""
    tells: Annotated[tuple[Part, ...], Field(min_length=1)]
    """The answer and why: the next post of the thread, or further down where a network has no threads."""


class FormatFile(Written):
    """One format. A paragraph whose field is empty is left out."""

    title: dict[Code, Text]
    """What people call it."""
    order: Annotated[int, Field(ge=0, le=100_000)] = 1000
    """Formats take turns in this order, and then by name."""
    needs: tuple[FieldName, ...] = ()
    """An entry is posted so only if it has all of these."""
    opening: Annotated[tuple[Part, ...], Field(min_length=1)]
    """First lines, the best one first; the last is taken where the others have no room."""
    full: tuple[Part, ...] = ()
    """Below the opening, in this order."""
    short: tuple[Part, ...] = ()
    """Says less, and still enough; nothing where nothing less is enough."""
    answers: bool = False
    """Whether it gives the entry's answer: then whole sentences may be left out at the end, and the link says so."""
    thread: bool = True
    """Whether the full text may be a thread."""
    poll: PollPost | None = None
    carousel: Literal["items", "parts", "fact", "quiz", "remark"] | None = None
    """How its words become pictures to leaf through: an item each, a part of the answer each, myth and fact, question
    and answer, the sentences of the opening. Absent where one picture says all."""
    card: Id = "qa"
    """The kind of its single picture, a file of `data/cards/`."""
