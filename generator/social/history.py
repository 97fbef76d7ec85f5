"""What a channel has posted and is going to post, asked about one moment at a time."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from datetime import date, datetime

from generator.content.organisation import PostChannel
from generator.social.hindrance import Hindrance, said

_HOUR = 3600


class History:
    """The posts of one channel; grows while it is planned. No question costs more with more posts."""

    def __init__(self, channel: PostChannel) -> None:
        self.channel = channel
        self.days: dict[str, list[date]] = {}
        """Entry -> the days of its posts, in order."""
        self.times: Counter[str] = Counter()
        """Entry -> how often it is posted."""
        self.cycle: dict[str, int] = {}
        """Entry -> the highest number a post of it has."""
        self._posts: list[tuple[float, str]] = []
        self._topics: dict[str, list[float]] = {}
        self._per_day: Counter[date] = Counter()
        self._per_week: Counter[tuple[int, int]] = Counter()
        self._taken: set[float] = set()

    def add(self, entry: str, topic: str, n: int, when: datetime) -> None:
        """A post."""
        self.rest(entry, n, when)
        self.take(when)
        stamp, day = when.timestamp(), when.date()
        self.times[entry] += 1
        insort(self._posts, (stamp, topic))
        insort(self._topics.setdefault(topic, []), stamp)
        self._per_day[day] += 1
        self._per_week[day.isocalendar()[:2]] += 1

    def rest(self, entry: str, n: int, when: datetime) -> None:
        """A post that will not go out: its entry rests all the same, and its number is used."""
        insort(self.days.setdefault(entry, []), when.date())
        self.cycle[entry] = max(n, self.cycle.get(entry, 0))

    def take(self, when: datetime) -> None:
        """A moment that is not free."""
        self._taken.add(when.timestamp())

    def is_taken(self, when: datetime) -> bool:
        """Whether something stands at exactly this moment."""
        return when.timestamp() in self._taken

    def rests(self, entry: str, day: date, cooldown: int) -> bool:
        """Whether a post of the entry stands too near, before or after."""
        days = self.days.get(entry)
        if not days:
            return False
        at = bisect_left(days, day)
        return any(abs((day - other).days) < cooldown for other in days[max(at - 1, 0) : at + 1])

    def last(self, entry: str, day: date) -> date | None:
        """The last day, this one included, on which the entry was posted."""
        days = self.days.get(entry)
        at = bisect_left(days, day) if days else 0
        if days and at < len(days) and days[at] == day:
            return day
        return days[at - 1] if days and at else None

    def used(self, topic: str, when: datetime) -> float:
        """When a topic was last posted before a moment; 0 for never."""
        stamps = self._topics.get(topic, ())
        at = bisect_left(stamps, when.timestamp())
        return stamps[at - 1] if at else 0.0

    def neighbours(self, when: datetime) -> frozenset[str]:
        """Topics of the post before and of the one after."""
        return frozenset(topic for _, topic in self._around(when))

    def too_many(self, when: datetime) -> str:
        """Which rule of the channel's cadence a post at this moment would break; empty for none."""
        return said(self.crowding(when))

    def crowding(self, when: datetime) -> Hindrance | None:
        """The same, with the name of the rule."""
        day, channel = when.date(), self.channel
        a_day, a_week = channel.per_day, channel.per_week
        if a_day is not None and self._per_day[day] >= a_day:
            return Hindrance("per_day", f"the day has its {a_day} already (per_day)", a_day)
        if a_week is not None and self._per_week[day.isocalendar()[:2]] >= a_week:
            return Hindrance("per_week", f"the week has its {a_week} already (per_week)", a_week)
        hours = channel.hours_between
        if any(abs(stamp - when.timestamp()) < hours * _HOUR for stamp, _ in self._around(when)):
            return Hindrance("near", f"another post is less than {hours} hours away (hours_between)", hours)
        return None

    def _around(self, when: datetime) -> list[tuple[float, str]]:
        """The post before and the post after; one at the very moment counts as after."""
        at = bisect_left(self._posts, (when.timestamp(), ""))
        return self._posts[max(at - 1, 0) : at + 1]
