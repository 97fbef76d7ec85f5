"""What each kind of post says of an entry, from the most to the least."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.content.library import Entry, Library
from generator.language import Language
from generator.social import opening_hours, prose
from generator.social.draft import tidy
from generator.social.formats import QUESTION
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a kind of post is made of."""

    entry: Entry
    library: Library
    language: Language
    voice: Voice

    @property
    def question(self) -> str:
        """The entry's question on one line."""
        return tidy(self.entry.question)


def material(name: str, given: Given) -> Material:
    """The words of an entry for a kind of post it has the fields for."""
    return _MAKERS[name](given)


def _question(given: Given) -> Material:
    opening = given.voice.say("opener", bare=given.question, question=given.question)
    return _answer(given, (opening, given.question))


def _ask_before(given: Given) -> Material:
    opening = given.voice.say("ask_before", question=given.question)
    return _answer(given, (opening, given.question))


def _answer(given: Given, openings: tuple[str, ...]) -> Material:
    short, whole = tidy(given.entry.short), prose.whole(given.entry)
    return Material(openings=openings, full=whole, short=short, used={})


def _tip(given: Given) -> Material:
    return _remark(given, "tip", tidy(given.entry.tip))


def _did_you_know(given: Given) -> Material:
    return _remark(given, "did_you_know", tidy(given.entry.posts.did_you_know))


def _remark(given: Given, name: str, text: str) -> Material:
    """A text that stands alone; with room, the question that it belongs to."""
    opening = given.voice.say(name, text=text)
    return Material(openings=(opening,), full=given.question, splits=False, used={f"posts.{name}": text})


def _steps(given: Given) -> Material:
    listed = prose.steps(given.entry)
    openings = (given.voice.say("steps", question=given.question), given.question)
    return Material(openings=openings, full=listed, used={"question": given.question, "steps": listed})


def _checklist(given: Given) -> Material:
    listed = "\n".join(f"• {tidy(item)}" for item in given.entry.posts.checklist)
    opening = given.voice.say("checklist", question=given.question)
    return Material(openings=(opening,), full=listed, used={"question": given.question, "posts.checklist": listed})


def _myth(given: Given) -> Material:
    """The fact first, the myth once and with a warning, why it misleads, the fact again."""
    fact, myth, why = map(tidy, given.entry.myth or ("", "", ""))
    told = f"{given.voice.say('myth', myth=myth)}\n\n{why}\n\n{given.voice.say('fact_again', fact=fact)}"
    return Material(
        openings=(given.voice.say("fact", fact=fact),),
        full=f"{told}\n\n{given.question}",
        short=told,
        used={"posts.myth.fact": fact, "posts.myth.myth": myth, "posts.myth.why": why},
    )


def option_letters(language: Language) -> str:
    """What the options of a quiz are called."""
    return "АБВГ" if language.script == "Cyrl" else "ABCD"


def _quiz(given: Given) -> Material:
    """The explanation always goes with the answer: without it nobody learns."""
    quiz = given.entry.posts.quiz
    if quiz is None:
        raise KeyError("quiz")
    letters = option_letters(given.language)
    options = "\n".join(f"{letter}) {tidy(option)}" for letter, option in zip(letters, quiz.options, strict=False))
    answer = given.voice.say("quiz_answer", letter=letters[quiz.right - 1], option=tidy(quiz.answer))
    told = f"{options}\n\n{answer}\n\n{tidy(quiz.why)}"
    return Material(
        openings=(given.voice.say("quiz", question=tidy(quiz.question)),),
        full=f"{told}\n\n{given.question}",
        short=told,
        used={f"posts.quiz.{n}": text for n, text in enumerate((quiz.question, options, str(quiz.right), quiz.why))},
    )


def _hours(given: Given) -> Material:
    hours, contact = opening_hours.hours(given.library, given.language), opening_hours.contact(given.library)
    told = f"{hours}\n\n{contact}".strip()
    opening = given.voice.say("hours")
    return Material(
        openings=(opening,), full=f"{told}\n\n{given.question}", short=told, used={"hours": hours, "contact": contact}
    )


def _changed(given: Given) -> Material:
    new, short = tidy(given.entry.posts.changed), tidy(given.entry.short)
    openings = (given.voice.say("changed", question=given.question), given.question)
    used = {"question": given.question, "posts.changed": new, "short": short}
    return Material(openings=openings, full=f"{new}\n\n{short}".strip(), short=new, used=used)


_MAKERS: Mapping[str, Callable[[Given], Material]] = {
    QUESTION: _question,
    "tip": _tip,
    "did_you_know": _did_you_know,
    "steps": _steps,
    "myth": _myth,
    "checklist": _checklist,
    "quiz": _quiz,
    "ask_before": _ask_before,
    "hours": _hours,
    "changed": _changed,
}
