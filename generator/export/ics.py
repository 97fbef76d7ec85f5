"""A calendar of all posts: one event a draft, for people who plan in their calendar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

from icalendar import Calendar, Event

from generator.content.schema.exports import ExportFile
from generator.files import Tree
from generator.problems import Problem
from generator.social.draft import Draft
from generator.social.states import OPEN_STATES

_LENGTH = timedelta(minutes=15)
"""So that an event is a box in the calendar and not a line."""


def export(
    drafts: Sequence[Draft], spec: ExportFile, images: Mapping[str, str], today: date
) -> tuple[Tree, list[Problem]]:
    """One `posts.ics` (RFC 5545) with the zones its events need; an event keeps its UID as long as its draft lives."""
    calendar = Calendar()
    calendar.add("prodid", "-//Answer Ahead//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", spec.label)
    for draft in drafts:
        calendar.add_component(_event(draft, images.get(draft.id, ""), today))
    calendar.add_missing_timezones()
    return {f"posts.{spec.extension}": calendar.to_ical()}, []


def _event(draft: Draft, image: str, today: date) -> Event:
    event = Event()
    event.add("uid", f"{draft.id}@{urlsplit(draft.link).hostname or 'answer-ahead'}")
    event.add("dtstamp", datetime.combine(today, time(), UTC))
    event.add("dtstart", draft.slot)
    event.add("duration", _LENGTH)
    event.add("summary", f"{draft.channel} · {draft.text.partition(chr(10))[0]}")
    event.add("description", draft.text)
    event.add("url", draft.link)
    event.add("categories", [draft.network, draft.language])
    event.add("status", "TENTATIVE" if draft.state in OPEN_STATES - {"approved"} else "CONFIRMED")
    if image:
        event.add("attach", image)
    return event
