"""The times of a channel: its weekly slots on the days of a span, and the days and hours on which nothing is posted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from generator.content.organisation import PostChannel, is_quiet
from generator.public_holidays import public_holidays
from generator.social.moments import moment, zone_name


def moments(channel: PostChannel, start: date, end: date) -> Iterator[datetime]:
    """The channel's slots from a day up to another, by time."""
    slots = sorted(set(channel.slots))
    for offset in range((end - start).days):
        day = start + timedelta(days=offset)
        for weekday, clock in slots:
            if weekday == day.weekday():
                yield moment(day, clock, channel.timezone)


def has_slot(channel: PostChannel, when: datetime) -> bool:
    """Whether a moment is one of the channel's slots."""
    return zone_name(when) == channel.timezone and (when.weekday(), when.time()) in channel.slots


def closed(channel: PostChannel, when: datetime) -> str:
    """Why nothing is posted at a time, whatever there is to post; empty where something may be."""
    day = when.date()
    if any(first <= day <= last for first, last in channel.blocked):
        return f"{day} is a blocked date"
    if day in (public_holidays(channel.holidays, (day.year,)) or ()):
        return f"{day} is a public holiday ({channel.holidays})"
    if is_quiet(when.time(), channel.quiet):
        return f"{when:%H:%M} lies in the quiet hours"
    return ""
