"""Where a person may move a draft: every rule that stands against a time has a name, a figure and a sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from generator.content.library import Entry
from generator.content.meta import Posting, Season
from generator.content.organisation import PostChannel
from generator.social import Draft
from generator.social.allowed import Times
from generator.social.candidates import Candidate
from generator.social.demand import Asked
from generator.social.history import History

ZAGREB = ZoneInfo("Europe/Zagreb")
TODAY = date(2026, 11, 26)
FRIDAY = datetime(2026, 12, 4, 9, tzinfo=ZAGREB)


def times(post: Draft, entry: Entry, channel: PostChannel, posting: Any = None, season: Season | None = None) -> Times:
    meta = replace(entry.meta, posting=posting or entry.meta.posting, season=season)
    candidate = Candidate(entry=replace(entry, meta=meta), order=0, asked=Asked(count=0), topic=entry.topic)
    return Times(draft=post, channel=channel, candidate=candidate, history=History(channel), today=TODAY)


def found(given: Times, when: datetime) -> tuple[str, int]:
    hindrance = given.hindrance(when)
    assert hindrance
    assert given.bar(when) == hindrance.said != ""
    return hindrance.rule, hindrance.number


def test_nothing_stands_against_a_free_slot(post: Draft, entry: Entry, channel: PostChannel) -> None:
    assert times(post, entry, channel).hindrance(FRIDAY) is None
    assert times(post, entry, channel).bar(FRIDAY) == ""


def test_a_channel_that_is_gone_has_no_times(post: Draft, entry: Entry, channel: PostChannel) -> None:
    gone = replace(times(post, entry, channel), channel=None)
    assert found(gone, FRIDAY) == ("channel", 0)
    assert list(gone.offered(TODAY, 30)) == []


@pytest.mark.parametrize(
    ("changes", "when", "rule"),
    [
        ({}, FRIDAY.replace(hour=10), "no_slot"),
        ({}, FRIDAY.replace(month=11, day=24), "past"),
        ({"slots": ((6, time(2, 30)),)}, datetime(2027, 3, 28, 2, 30, tzinfo=ZAGREB), "skipped"),
        ({"slots": ((6, time(2, 30)),)}, datetime(2027, 10, 31, 2, 30, tzinfo=ZAGREB), "doubled"),
        ({"blocked": ((FRIDAY.date(), FRIDAY.date()),)}, FRIDAY, "blocked"),
        ({"holidays": "HR"}, FRIDAY.replace(day=25), "holiday"),
        ({"quiet": ((time(8), time(10)),)}, FRIDAY, "quiet"),
    ],
)
def test_the_channel_and_the_clock(
    post: Draft, entry: Entry, channel: PostChannel, changes: Any, when: datetime, rule: str
) -> None:
    assert found(times(post, entry, replace(channel, **changes)), when) == (rule, 0)


@pytest.mark.parametrize(
    ("changes", "hour", "expected"),
    [
        ({}, 9, ("taken", 0)),
        ({"per_day": 1}, 15, ("per_day", 1)),
        ({"per_week": 1}, 15, ("per_week", 1)),
        ({}, 10, ("near", 2)),
    ],
)
def test_another_post_in_the_channel(
    post: Draft, entry: Entry, channel: PostChannel, changes: Any, hour: int, expected: tuple[str, int]
) -> None:
    given = times(post, entry, replace(channel, **changes))
    assert given.history
    given.history.add("another", "returns", 1, FRIDAY.replace(hour=hour))
    assert found(given, FRIDAY) == expected


@pytest.mark.parametrize(
    ("posting", "season", "rule"),
    [
        (Posting(first=date(2027, 1, 1)), None, "early"),
        (Posting(until=date(2026, 12, 1)), None, "late"),
        (None, Season(start=(3, 1), end=(4, 30)), "season"),
        (Posting(cycles=1), None, "cycles"),
        (None, None, "resting"),
    ],
)
def test_the_entry_itself(
    post: Draft, entry: Entry, channel: PostChannel, posting: Any, season: Any, rule: str
) -> None:
    given = times(post, entry, channel, posting, season)
    assert given.history
    given.history.add(entry.id, entry.topic, 1, FRIDAY.replace(month=11, day=27))
    assert found(given, FRIDAY) == (rule, 0)


def test_its_own_time_is_offered_since_it_is_there(post: Draft, entry: Entry, channel: PostChannel) -> None:
    given = times(post, entry, replace(channel, blocked=((post.slot.date(), FRIDAY.date()),)))
    offered = {slot: why and why.rule for slot, why in given.offered(post.slot.date(), 7)}
    assert offered == {"2026-12-01 09:00 Europe/Zagreb": None, "2026-12-04 09:00 Europe/Zagreb": "blocked"}
