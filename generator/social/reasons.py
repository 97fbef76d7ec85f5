"""Why an entry has a slot: the reasons without which another would have it.

Draft files say them in English, in the words of `WORDS`; `told` reads them there again, for people of other languages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from math import inf
from types import MappingProxyType

from generator.content.library import Library
from generator.social.candidates import Key
from generator.social.history import History
from generator.social.queue import Choice, Ranked

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_LAST = 1_000_000_000
"""Behind every place in a library."""

WORDS: Mapping[str, str] = {
    "month": "asked most in {month}",
    "season": "in season {start}..{end}",
    "never": "never posted here",
    "asked": "asked {count} times",
    "last": "last posted {day}",
    "topic": "turn of topic {topic}",
    "other": "turn of another topic than {topic}",
    "order": "first in order",
    "only": "the only entry that may be posted then",
}
"""Reason -> what a draft's file says of it."""
_SHAPES: Mapping[str, str] = {
    "month": "|".join(_MONTHS),
    "start": r"\d\d-\d\d",
    "end": r"\d\d-\d\d",
    "count": r"\d+",
    "day": r"\d{4}-\d\d-\d\d",
    "topic": ".+",
}
_PATTERNS: Mapping[str, re.Pattern[str]] = {
    kind: re.compile(re.sub(r"\\{(\w+)\\}", lambda found: f"(?P<{found[1]}>{_SHAPES[found[1]]})", re.escape(words)))
    for kind, words in WORDS.items()
}
_NEXT = re.compile(", (?=" + "|".join(words.partition("{")[0] for words in WORDS.values()) + ")")
"""Between two reasons; a topic's title may have commas of its own."""


@dataclass(frozen=True, slots=True)
class Told:
    """A reason as a file tells it, with its values: `month` is a number, `topic` an id where the topic still is."""

    kind: str
    """A key of `WORDS`, or `text` for words of somebody's own."""
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class _Reason:
    """Something that speaks for an entry, and how it would stand without it."""

    words: str
    without: Callable[[Key], Key]
    is_of_topic: bool = False


def why(choice: Choice, when: datetime, history: History, library: Library) -> str:
    """The reasons that decide, each alone or, where none does alone, the strongest that do together."""
    winner = choice.winner
    reasons = list(_reasons(winner, when, history, library))
    decisive = [reason.words for reason in reasons if _loses(reason.without(winner.key), _rival(choice, reason))]
    if choice.kept_back and choice.kept_back.key < winner.key:
        decisive.append(_another_topic(choice.kept_back, library))
    return ", ".join(decisive or _together(choice, reasons, library)) or WORDS["only"]


def told(said: str, library: Library) -> tuple[Told, ...]:
    """What `why` wrote, reason by reason; as one text where anything in it was written by somebody else."""
    topics = {library.topic_title(id_, library.settings.source): id_ for id_ in library.by_topic}
    found = [_told(part, topics) for part in _NEXT.split(said)] if said else []
    return tuple(one for one in found if one) if all(found) else (Told("text", {"text": said}),)


def _told(part: str, topics: Mapping[str, str]) -> Told | None:
    for kind, pattern in _PATTERNS.items():
        if match := pattern.fullmatch(part):
            values = match.groupdict()
            if "month" in values:
                values["month"] = str(_MONTHS.index(values["month"]) + 1)
            if "topic" in values:
                values["topic"] = topics.get(values["topic"], values["topic"])
            return Told(kind, values)
    return None


def otherwise(choice: Choice) -> str:
    """Who would have the slot if the reasons did not hold."""
    found = [ranked for ranked in (choice.second, choice.kept_back) if ranked]
    rival = min(found, key=lambda ranked: ranked.key, default=None)
    return rival.candidate.entry.id if rival else ""


def _reasons(winner: Ranked, when: datetime, history: History, library: Library) -> Iterator[_Reason]:
    """What speaks for it, the strongest first; each is taken away as far as the rules let it be."""
    entry, asked, key = winner.candidate.entry, winner.candidate.asked, winner.key
    rested = winner.candidate.waits(_latest(winner, when.date(), history), history)
    if not key.late:
        month = _MONTHS[asked.peak - 1]
        yield _Reason(WORDS["month"].format(month=month), lambda k: k._replace(late=True))
    if not key.dull and (season := entry.meta.season):
        start, end = ("{:02}-{:02}".format(*day) for day in (season.start, season.end))
        words = WORDS["season"].format(start=start, end=end)
        yield _Reason(words, lambda k: k._replace(dull=True))
    if not key.posted:
        yield _Reason(WORDS["never"], lambda k: k._replace(posted=True, waits=rested))
    if asked.often or (asked.count and not key.posted):
        sooner = winner.candidate.cooldown(history) if asked.often else 0
        words = WORDS["asked"].format(count=asked.count)
        yield _Reason(words, lambda k: k._replace(waits=k.waits + (sooner if k.posted else asked.count)))
    if key.posted and (last := history.last(entry.id, when.date())):
        yield _Reason(WORDS["last"].format(day=last), lambda k: k._replace(waits=rested))
    title = _title(winner, library)
    yield _Reason(WORDS["topic"].format(topic=title), lambda k: k._replace(topic=inf), is_of_topic=True)
    yield _Reason(WORDS["order"], lambda k: k._replace(order=_LAST))


def _latest(winner: Ranked, day: date, history: History) -> date:
    """The latest day on which it could have been posted to be posted again today."""
    return day - timedelta(days=winner.candidate.cooldown(history))


def _rival(choice: Choice, reason: _Reason) -> Ranked | None:
    """Whose turn it would be: had its topic been posted a moment ago, all of the topic would stand back."""
    return choice.elsewhere if reason.is_of_topic else choice.second


def _loses(key: Key, rival: Ranked | None) -> bool:
    return rival is not None and rival.key < key


def _together(choice: Choice, reasons: list[_Reason], library: Library) -> list[str]:
    """The strongest reasons that only together keep the slot for the entry."""
    said: list[str] = []
    rival = choice.second or choice.kept_back
    if choice.kept_back and not choice.second:
        said.append(_another_topic(choice.kept_back, library))
    key = choice.winner.key
    for reason in reasons if rival else ():
        if reason.is_of_topic and rival and rival.candidate.topic == choice.winner.candidate.topic:
            continue  # they have this in common
        key = reason.without(key)
        said.append(reason.words)
        if _loses(key, rival):
            break
    return said


def _another_topic(kept_back: Ranked, library: Library) -> str:
    return WORDS["other"].format(topic=_title(kept_back, library))


def _title(ranked: Ranked, library: Library) -> str:
    return library.topic_title(ranked.candidate.topic, library.settings.source)
