"""What the desk knows: the library, its replies and the planned posts as plain values for `data.js`."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from generator import replies, text
from generator.content.library import Entry, Library, Reply
from generator.content.organisation import Team
from generator.content.placeholders import Placeholder, pieces
from generator.desk.drafts import DeskDraft, draft_values
from generator.desk.marketing import Marketing, marketing_values
from generator.desk.nodes import nodes
from generator.desk.values import Values, in_every_language
from generator.links import Addresses
from generator.memo import remembered
from generator.replies import Wording
from generator.social.network import Network

_LATELY = timedelta(days=30)
"""That colleagues are told of a change."""


def data(  # noqa: PLR0913 - what a desk is made of
    library: Library,
    addresses: Addresses,
    drafts: Sequence[DeskDraft],
    wordings: Mapping[str, Wording],
    *,
    today: date,
    marketing: Marketing | None = None,
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
        "changes": changes(library, today),
        "networks": _networks(library, networks or {}),
        "drafts": [draft_values(draft, library) for draft in sorted(drafts, key=lambda draft: draft.order)],
        **marketing_values(marketing or Marketing()),
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
        "names": in_every_language(team.names, library),
        "people": team.people,
        "backup": team.backup,
    }


def _entry(id_: str, library: Library, addresses: Addresses, today: date) -> Values:
    versions = library.by_id[id_]
    first = versions.get(library.settings.source) or next(iter(versions.values()))
    return {
        "id": id_,
        "topic": first.topic,
        "owner": library.owner(first),
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


def changes(library: Library, today: date) -> list[Values]:
    """Facts that read otherwise until lately, the latest first: how in each language, and the entries that say them."""
    users: dict[str, list[str]] = {}
    for id_, versions in library.by_id.items():
        for name in {name for entry in versions.values() for name in entry.facts}:
            users.setdefault(name, []).append(id_)
    lately = [
        (name, change)
        for name, change in library.changes.items()
        if change.on <= today <= change.on + _LATELY and name in users
    ]
    return [
        {
            "on": change.on.isoformat(),
            "values": {
                code: [before, library.printed[code][name]]
                for code, before in change.before.items()
                if before != library.printed[code][name]
            },
            "entries": users[name],
        }
        for name, change in sorted(lately, key=lambda pair: (pair[1].on, pair[0]), reverse=True)
    ]


def _hours(library: Library, today: date) -> Values:
    hours = replies.desk_hours(library.settings, today)
    closed = sorted(day.isoformat() for day in hours.closed)
    return {
        "zone": hours.zone,
        "week": hours.week,
        "closed": closed,
        "until": hours.until.isoformat(),
        "team": library.settings.out_of_hours,
    }


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
