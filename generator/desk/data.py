"""What the desk knows: the library, its replies and the planned posts as plain values for `data.js`."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TypeAlias

from generator import replies, text
from generator.content.library import Entry, Library, Reply
from generator.content.organisation import Team
from generator.content.placeholders import Placeholder, pieces
from generator.desk.nodes import nodes
from generator.links import Addresses
from generator.memo import remembered
from generator.replies import Wording
from generator.social.draft import Poll
from generator.social.network import Network

Values: TypeAlias = dict[str, object]
"""What JSON can hold."""

_IMAGE = re.compile(r"(\.\./)*[\w-][\w./%-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskPicture:
    """A card, or a page of a document."""

    file: str
    """Relative to the desk's folder."""
    alt: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskDraft:
    """One planned post as the calendar shows it."""

    id: str
    channel: str
    network: str
    """Its name as people know it: `Instagram`."""
    entry: str
    language: str
    slot: datetime
    """Aware; shown as wall-clock time of its own zone."""
    text: str
    length: int
    """As the network counts."""
    limit: int
    """0 where the network has none."""
    unit: str
    state: str
    why: str
    posted: str = ""
    """The address of the published post."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """What kind of post it is, by language: `Step by step`."""
    pictures: tuple[DeskPicture, ...] = ()
    """In the order in which they are leafed through."""
    document: str = ""
    """The file to be posted where the pictures are its pages."""
    poll: Poll | None = None

    @property
    def order(self) -> tuple[datetime, str, str]:
        """By time, then by name, whatever order they came in."""
        return self.slot.astimezone(UTC), self.channel, self.id

    @property
    def files(self) -> tuple[str, ...]:
        """The pictures and the document."""
        return (*(picture.file for picture in self.pictures), *filter(None, [self.document]))


def is_local(image: str) -> bool:
    """Whether a card's address stays within the built files, so that the desk asks no other host."""
    return _IMAGE.fullmatch(image) is not None and "/../" not in image.lstrip("./")


def data(  # noqa: PLR0913 - what a desk is made of
    library: Library,
    addresses: Addresses,
    drafts: Sequence[DeskDraft],
    wordings: Mapping[str, Wording],
    *,
    today: date,
    networks: Mapping[str, Network] | None = None,
) -> Values:
    """Everything the desk's script reads, in the library's order."""
    return {
        "name": library.settings.name,
        "source": library.settings.source,
        "today": today.isoformat(),
        "languages": [
            {
                "code": code,
                "tag": lang.tag,
                "locale": lang.locale.replace("_", "-"),
                "name": lang.name,
                "direction": lang.direction,
                "phrases": lang.phrases.get("desk", {}),
            }
            for code, lang in library.languages.items()
        ],
        "topics": [
            {"id": id_, "titles": {code: library.topic_title(id_, code) for code in library.languages}}
            for id_ in library.by_topic
        ],
        "teams": [_team(team, library) for team in library.settings.teams.values()],
        "entries": [_entry(id_, library, addresses, today) for ids in library.by_topic.values() for id_ in ids],
        "replies": [_reply(reply) for reply in library.replies],
        "wordings": {code: replies.as_values(wording) for code, wording in wordings.items()},
        "hours": _hours(library, today),
        "promises": _promises(library),
        "networks": _networks(library, networks or {}),
        "drafts": [draft_values(draft, library) for draft in sorted(drafts, key=lambda draft: draft.order)],
    }


def script(values: Values) -> bytes:
    """`data.js`: an assignment, because pages opened from a folder may not fetch. No text in it can end the script."""
    written = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return f"window.ANSWER_AHEAD = {harmless(written)};\n".encode()


def harmless(written: str) -> str:
    """JSON in which nothing ends the script that it stands in."""
    for character in "<\u2028\u2029":
        written = written.replace(character, f"\\u{ord(character):04x}")
    return written


def _team(team: Team, library: Library) -> Values:
    return {
        "id": team.id,
        "names": _in_every_language(team.names, library),
        "people": team.people,
        "backup": team.backup,
    }


def _in_every_language(names: Mapping[str, str], library: Library) -> dict[str, str]:
    """A name for each language of the site; derived Latin is made from the Cyrillic name."""
    found = {}
    for code, language in library.languages.items():
        base = names.get(code.split("-")[0])
        derived = language.in_latin(base) if base and code.endswith("-Latn") else base
        if name := names.get(code) or derived or names.get(library.settings.source):
            found[code] = name
    return found


def _entry(id_: str, library: Library, addresses: Addresses, today: date) -> Values:
    versions = library.by_id[id_]
    first = versions.get(library.settings.source) or next(iter(versions.values()))
    topic = library.topics.get(first.topic)
    return {
        "id": id_,
        "topic": first.topic,
        "owner": first.meta.owner or (topic.owner if topic else ""),
        "tags": first.meta.tags,
        "aliases": first.meta.aliases,
        "note": first.meta.note,
        "reviewed": first.meta.reviewed.isoformat() if first.meta.reviewed else "",
        "due": first.meta.is_due(today),
        "texts": {code: _text(versions[code], addresses) for code in library.languages if code in versions},
    }


def _text(entry: Entry, addresses: Addresses) -> Values:
    """One language's words; where nobody wrote a short answer, the first paragraph stands for it."""
    return {
        "question": entry.question,
        "short": entry.short or text.plain(entry.body).split("\n\n")[0],
        "also": entry.also_asked,
        "body": _body(entry.body, entry.lang, addresses.base, addresses.source),
        "url": addresses.absolute(addresses.entry(entry.id, entry.lang)),
    }


@remembered
def _body(body: str, lang: str, base: str, source: str) -> list[object]:
    """An answer as the desk's script builds it."""
    return nodes(text.html(body), functools.partial(_link, addresses=Addresses(base=base, source=source), lang=lang))


def _link(target: str, *, addresses: Addresses, lang: str) -> dict[str, str]:
    """Links to entries stay on the desk, links to pages lead to the site, others must name a kind that is harmless."""
    kind, _, rest = target.partition(":")
    if kind == "entry":
        return {"entry": rest.partition("#")[0]}
    if kind == "page":
        return {"href": addresses.absolute(addresses.page(rest, lang))}
    return {"href": target} if kind.lower() in {"https", "http", "mailto", "tel"} else {}


def _reply(reply: Reply) -> Values:
    parts = list(pieces(reply.body, reply.fields))
    used = {part.name: part.type for part in parts if isinstance(part, Placeholder)}
    return {
        "id": reply.id,
        "lang": reply.lang,
        "title": reply.title,
        "when": reply.when,
        "fields": [
            {"name": name, "type": kind} | ({"choices": reply.choices[name]} if name in reply.choices else {})
            for name, kind in used.items()
        ],
        "parts": [{"field": part.name} if isinstance(part, Placeholder) else part for part in parts],
        "private": replies.is_private(reply),
        "whole": replies.is_whole(reply),
    }


def _hours(library: Library, today: date) -> Values:
    hours = replies.desk_hours(library.settings, today)
    closed = sorted(day.isoformat() for day in hours.closed)
    return {"zone": hours.zone, "week": hours.week, "closed": closed, "until": hours.until.isoformat()}


def _promises(library: Library) -> list[Values]:
    """Within how many minutes of opening hours the channels answer, those with the same time together."""
    names: dict[int, list[str]] = {}
    for channel in library.settings.service:
        names.setdefault(channel.reply_minutes, []).append(channel.name)
    return [{"minutes": minutes, "channels": channels} for minutes, channels in names.items()]


def _networks(library: Library, networks: Mapping[str, Network]) -> list[Values]:
    """How long replies may be where the organisation posts or is written to; everywhere, where that is not known."""
    named = [channel.network for channel in library.settings.posts] + [
        channel.name.lower() for channel in library.settings.service
    ]
    families = {name.partition("_")[0] for name in named}
    answering = {id_: network for id_, network in networks.items() if network.reply}
    own = {id_: network for id_, network in answering.items() if id_.partition("_")[0] in families}
    return [
        {
            "id": id_,
            "label": rules.label or network.label,
            "unit": network.unit,
            "link": network.url_weight,
            "limits": {"public": rules.public or 0, "private": rules.private or 0},
        }
        for id_, network in (own or answering).items()
        if (rules := network.reply)
    ]


def draft_values(draft: DeskDraft, library: Library) -> Values:
    """A planned post as the desk's script reads it."""
    return {
        "id": draft.id,
        "channel": draft.channel,
        "network": draft.network,
        "entry": draft.entry,
        "lang": draft.language,
        "day": draft.slot.date().isoformat(),
        "time": f"{draft.slot:%H:%M}",
        "zone": str(draft.slot.tzinfo),
        "text": draft.text,
        "length": draft.length,
        "limit": draft.limit,
        "unit": draft.unit,
        "formats": _in_every_language(draft.titles, library),
        "pictures": [
            {"file": p.file, "alt": p.alt, "width": p.width, "height": p.height}
            for p in draft.pictures
            if is_local(p.file)
        ],
        "document": draft.document if is_local(draft.document) else "",
        "poll": _poll(draft.poll),
        "state": draft.state,
        "why": draft.why,
        "posted": draft.posted,
    }


def _poll(poll: Poll | None) -> Values | None:
    if poll is None:
        return None
    return {"question": poll.question, "options": poll.options, "right": poll.right, "hours": poll.hours}
