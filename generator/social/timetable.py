"""The times of a channel: its weekly slots on the days of a span, and the days and hours on which nothing is posted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from generator.content.organisation import PostChannel, is_quiet
from generator.public_holidays import public_holidays
from generator.social.hindrance import Hindrance, said
from generator.social.moments import moment, zone_name
from generator.social.network import Network


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


def paced(channel: PostChannel, network: Network) -> PostChannel:
    """The channel with what its network takes well where it says nothing itself."""
    usual = network.cadence
    return replace(
        channel,
        per_day=channel.per_day if channel.per_day is not None else usual.per_day,
        per_week=channel.per_week if channel.per_week is not None else usual.per_week,
    )


def overfull(channel: PostChannel, network: Network) -> tuple[str, int, int] | None:
    """Which limit of its network the channel's slots exceed without a word of the channel: its name, they, it."""
    slots, usual = set(channel.slots), network.cadence
    on_a_day = max(Counter(day for day, _ in slots).values(), default=0)
    limits = (
        ("per_week", channel.per_week, len(slots), usual.per_week),
        ("per_day", channel.per_day, on_a_day, usual.per_day),
    )
    return next(
        ((name, has, takes) for name, own, has, takes in limits if own is None and takes is not None and has > takes),
        None,
    )


def closed(channel: PostChannel, when: datetime) -> str:
    """Why nothing is posted at a time, whatever there is to post; empty where something may be."""
    return said(closure(channel, when))


def closure(channel: PostChannel, when: datetime) -> Hindrance | None:
    """The same, with the name of the rule."""
    day = when.date()
    if any(first <= day <= last for first, last in channel.blocked):
        return Hindrance("blocked", f"{day} is a blocked date")
    if day in (public_holidays(channel.holidays, (day.year,)) or ()):
        return Hindrance("holiday", f"{day} is a public holiday ({channel.holidays})")
    if is_quiet(when.time(), channel.quiet):
        return Hindrance("quiet", f"{when:%H:%M} lies in the quiet hours")
    return None
