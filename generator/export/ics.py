"""A calendar of all posts: one event a draft, for people who plan in their calendar."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from urllib.parse import urlsplit

from icalendar import Calendar, Event, vText

from generator.export.post import Post
from generator.export.sequence import Line, Told, follow
from generator.export.target import Made, Request
from generator.problems import Problem
from generator.social.polls import described

_LENGTH = timedelta(minutes=15)
"""So that an event is a box in the calendar and not a line."""
_SURE = frozenset({"approved", "exported", "published"})


class _Text(vText):
    r"""A text that comes back as it was: the library itself writes `C:\Novo` as a line end and `ovo`."""

    def to_ical(self) -> bytes:
        """Called by the library: RFC 5545, 3.3.11."""
        text = str(self).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
        return text.replace("\n", "\\n").encode("utf-8", "surrogatepass")


def export(posts: Sequence[Post], request: Request) -> tuple[Made, list[Problem]]:
    """One `posts.ics` (RFC 5545) with the zones its events need; an event keeps its UID as long as its draft lives.

    What changed since the last calendar has a higher SEQUENCE, what is gone is CANCELLED: programs ask for both.
    """
    told: Told = {post.draft.id: (_uid(post), post.draft.slot, _digest(post), _title(post)) for post in posts}
    lines = follow(request.calendar, told, request.today)
    by_id = {post.draft.id: post for post in posts}
    stamp = datetime.combine(request.today, time(), UTC)
    calendar = Calendar()
    calendar.add("prodid", "-//Answer Ahead//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", request.spec.label)
    for line in lines:
        calendar.add_component(_cancelled(line, stamp) if line.cancelled else _event(by_id[line.id], line, stamp))
    calendar.add_missing_timezones()
    return Made(files={f"posts.{request.spec.extension}": calendar.to_ical()}, calendar=lines), []


def _uid(post: Post) -> str:
    host = urlsplit(post.draft.link).hostname or ""
    return f"{post.draft.id}@{host if host.isascii() and host else 'answer-ahead'}"


def _title(post: Post) -> str:
    return f"{post.draft.channel} · {' '.join(post.text.partition(chr(10))[0].split())}"


def _digest(post: Post) -> str:
    """Of all that an event shows."""
    draft = post.draft
    shown = [post.text, str(draft.slot), str(draft.slot.tzinfo), draft.link, _status(post), post.account]
    shown += [draft.network, draft.language, post.picture.url if post.picture else ""]
    shown += [described(draft.poll)] if draft.poll else []
    return hashlib.sha256(json.dumps(shown).encode()).hexdigest()


def _status(post: Post) -> str:
    return "CONFIRMED" if post.draft.state in _SURE else "TENTATIVE"


def _event(post: Post, line: Line, stamp: datetime) -> Event:
    event = _begin(line, stamp)
    event.add("summary", _Text(_title(post)))
    event.add("description", _Text("\n\n".join(filter(None, (post.text, described(post.draft.poll))))))
    event.add("url", post.draft.link)
    event.add("categories", [post.draft.network, post.draft.language])
    event.add("status", _status(post))
    if post.picture:
        event.add("attach", post.picture.url)
    return event


def _cancelled(line: Line, stamp: datetime) -> Event:
    event = _begin(line, stamp)
    event.add("summary", _Text(line.title))
    event.add("status", "CANCELLED")
    return event


def _begin(line: Line, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", line.uid)
    event.add("sequence", line.sequence)
    event.add("dtstamp", stamp)
    event.add("dtstart", line.slot)
    event.add("duration", _LENGTH)
    return event
