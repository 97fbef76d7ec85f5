"""What agents have to say, in every language and for no helpdesk in particular: answers with their link, and replies.

Internal notes, and what replies are to be used for, never come this far.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from generator.content.gist import gist
from generator.content.library import Entry, Library, Reply
from generator.content.placeholders import Placeholder, pieces
from generator.links import Addresses
from generator.problems import Place
from generator.replies import Wording, framed

Kind: TypeAlias = Literal["faq", "reply"]
_PLAIN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Link:
    """The permanent address of an answer, in the customer's language."""

    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer or reply in one language."""

    kind: Kind
    id: str
    language: str
    topic: str
    """Its title in that language; empty for a reply."""
    title: str
    """The question, or what the reply is called."""
    words: tuple[str | Placeholder | Link, ...]
    link: str
    """Empty for a reply."""
    shortcut: str
    """What agents type; nothing else has the same."""
    also_asked: tuple[str, ...] = ()
    place: Place

    @property
    def key(self) -> str:
        """A name that every helpdesk takes: `faq_delivery_time`. The same in all languages, and nobody else's."""
        if _PLAIN.fullmatch(self.id):
            return f"{self.kind}_{self.id.replace('-', '_')}"
        plain = re.sub(r"[^a-z0-9]+", "_", self.id.lower()).strip("_")
        return f"{self.kind}_{plain}_{hashlib.sha256(self.id.encode()).hexdigest()[:6]}"

    @property
    def placeholders(self) -> tuple[Placeholder, ...]:
        """Each once, in order."""
        return tuple(dict.fromkeys(word for word in self.words if isinstance(word, Placeholder)))


def answers(
    library: Library, addresses: Addresses, languages: Collection[str], wordings: Mapping[str, Wording]
) -> Iterator[Answer]:
    """By topic and order, then replies; each in the languages that somebody wrote it in, as the site has them.

    A translation that waits for a major change of its source is left out: the site says so beside it, a canned
    response could not.
    """
    for entry in library:
        if entry.lang in languages and not is_outdated(entry, library):
            yield _answer(entry, library, addresses)
    for reply in library.replies:
        if reply.lang in languages:
            yield _reply(reply, library, wordings.get(reply.lang))


def is_outdated(entry: Entry, library: Library) -> bool:
    """Whether its words no longer say what the source says."""
    state = library.standing.get((entry.id, entry.lang))
    return state is not None and state.standing == "major"


def _answer(entry: Entry, library: Library, addresses: Addresses) -> Answer:
    """The short answer with its link, as the desk copies it."""
    url = addresses.absolute(addresses.entry(entry.id, entry.lang))
    return Answer(
        kind="faq",
        id=entry.id,
        language=entry.lang,
        topic=library.topic_title(entry.topic, entry.lang),
        title=entry.question,
        words=(f"{gist(entry)}\n", Link(url)),
        link=url,
        shortcut=entry.id,
        also_asked=entry.also_asked,
        place=entry.place(),
    )


def _reply(reply: Reply, library: Library, wording: Wording | None) -> Answer:
    """A reply that does not greet and sign itself has the brand's first greeting and sign-off."""
    return Answer(
        kind="reply",
        id=reply.id,
        language=reply.lang,
        topic="",
        title=reply.title,
        words=framed(reply, wording) if wording else tuple(pieces(reply.body, reply.fields)),
        link="",
        shortcut=f"reply-{reply.id}" if reply.id in library.by_id else reply.id,
        place=Place(reply.path),
    )
