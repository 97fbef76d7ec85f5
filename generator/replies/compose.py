"""A reply put together: greeting, answer, next step and sign-off, in other words at every turn, with the same facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from generator.replies.names import called
from generator.replies.phrases import clean, fill, seed, usable
from generator.replies.wording import Wording

Fits = Callable[[str], bool]
_SLOTS = ("greeting", "bridge", "step", "sign_off")
_SHAPES = (_SLOTS, ("greeting", "step", "sign_off"), ("greeting", "step"), ("step",), ())
"""From the whole reply to the bare answer with its link; no sentence is ever cut."""
_GREETED = _SHAPES[:3]
"""A longer answer is worth it only where the reply still greets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one reply says, to whom and by whom."""

    id: str
    """Of the entry or service reply."""
    turn: int
    """How many replies of it were copied so far."""
    answer: str
    shorter: str = ""
    """The answer in few words, for where the other is too long."""
    link: str = ""
    """Empty in a service reply, which has its own next step."""
    name: str = ""
    """As typed, in the nominative."""
    agent: str = ""
    """First name or initials."""
    language: str = ""
    """Code of the answer's language where it is not the customer's."""
    public: bool = False
    personal: bool = False
    """Whether it takes personal data to go on."""
    is_whole: bool = False
    """Whether it has a greeting and a sign-off of its own."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A reply to be copied."""

    text: str
    fits: bool
    private: bool
    """Whether the agent should move to a private message."""


def compose(said: Said, wording: Wording, fits: Fits = lambda _text: True) -> Composed:
    """The fullest reply that fits; the barest, and that it does not fit, where none does.

    Two turns in a row differ in every phrase. In public nothing personal is asked for: the next step leads to a
    private message instead, and is never left out.
    """
    if said.shorter:
        whole = _fullest(said, wording, fits, _GREETED)
        if whole.fits:
            return whole
        said = replace(said, answer=said.shorter)
    return _fullest(said, wording, fits, _SHAPES)


def _fullest(said: Said, wording: Wording, fits: Fits, shapes: tuple[tuple[str, ...], ...]) -> Composed:
    personal = said.personal or bool(said.link and is_personal(said.answer, wording))
    private = said.public and personal
    phrases = _phrases(said, wording, private=private)
    text = ""
    for shape in filter(None, shapes) if private and said.link else shapes:
        text = _laid_out({slot: phrases[slot] for slot in shape}, phrases["label"], said)
        if fits(text):
            return Composed(text, True, private)
    return Composed(text, False, private)


def is_personal(answer: str, wording: Wording) -> bool:
    """Whether an answer asks for what belongs in a private message."""
    small = answer.replace("\u00a0", " ").lower()
    return any(words.lower() in small for words in wording.personal)


def _phrases(said: Said, wording: Wording, *, private: bool) -> dict[str, str]:
    """The phrase of each slot, empty where the reply has none, and the label of an answer in another language."""
    language = wording.called.get(said.language, said.language)
    values = {
        "name": called(said.name, wording.names),
        "agent": clean(said.agent),
        "brand": wording.brand,
        "link": said.link,
        "language": language,
    }
    steps = wording.private if private else wording.steps
    found = {"label": fill(wording.label, values) if language else ""}
    pace = 1
    for slot, phrases in zip(_SLOTS, (wording.greetings, wording.bridges, steps, wording.sign_offs), strict=True):
        choice = usable(phrases, values)
        if not choice or not _has(said, slot):
            found[slot] = ""
            continue
        turn = said.turn if pace == 1 else said.turn + said.turn // pace
        found[slot] = fill(choice[(seed(f"{said.id}/{slot}") + turn) % len(choice)], values)
        pace *= len(choice)
    return found


def _has(said: Said, slot: str) -> bool:
    """Service replies have their own way from the greeting to the next step."""
    return bool(said.link) if slot in {"bridge", "step"} else not said.is_whole


def _laid_out(phrases: dict[str, str], label: str, said: Said) -> str:
    lead = label or phrases.get("bridge", "")
    answer = f"{lead} {said.answer}" if lead else said.answer
    step = phrases.get("step") or said.link
    if not phrases:
        return f"{answer}\n{step}" if step else answer
    return "\n\n".join(filter(None, (phrases.get("greeting"), answer, step, phrases.get("sign_off"))))
