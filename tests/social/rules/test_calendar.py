"""Times of posts that people moved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from generator.content.library import Entry
from generator.content.meta import Meta, Posting, Season
from generator.content.organisation import PostChannel

if TYPE_CHECKING:
    from conftest import Judge

ZAGREB = ZoneInfo("Europe/Zagreb")


def said(asked: Judge, minutes: int, *codes: str) -> set[tuple[str, str]]:
    """What is said of a draft and another one so many minutes before it."""
    draft = asked.draft()
    other = replace(
        draft, id="x-en.other.1", entry="other", slot=draft.slot - timedelta(minutes=minutes), text="Other."
    )
    return {found for found in asked.said(draft, other) if found[0] in codes}


def test_posts_of_a_channel_lie_apart(judge: Callable[..., Judge], entry: Entry) -> None:
    assert said(judge(entry), 119, "AA375", "AA514") == {("AA375", "error")}
    assert said(judge(entry), 120, "AA375", "AA514") == set()
    assert said(judge(entry), 0, "AA375", "AA514") == {("AA514", "error")}


def test_slots_that_the_organisation_chose_may_be_close(judge: Callable[..., Judge], entry: Entry) -> None:
    slots = ((1, time(8)), (1, time(9)))
    channel = PostChannel(id="x-en", network="x", language="en", timezone="Europe/Zagreb", slots=slots)

    assert said(judge(entry, posts=(channel,)), 60, "AA375") == set()
    assert said(judge(entry, posts=(channel,)), 50, "AA375") == {("AA375", "error")}


def test_hours_are_hours_also_when_clocks_change(judge: Callable[..., Judge], entry: Entry) -> None:
    asked = judge(entry)
    night = datetime(2027, 3, 28, 1, 30, tzinfo=ZAGREB)
    draft = asked.draft(slot=night)
    other = replace(draft, id="x-en.other.1", entry="other", slot=night.replace(hour=4, minute=0), text="Other.")

    assert ("AA375", "error") in asked.said(draft, other)  # from 01:30 to 04:00 there is one hour and a half


class TestCadence:
    """A channel's limits hold for drafts that people moved, too; those of its network only advise."""

    def crowded(self, judge: Callable[..., Judge], entry: Entry, network: str, **cadence: int) -> list[str]:
        channel = PostChannel(
            id=f"{network}-en", network=network, language="en", timezone="Europe/Zagreb", slots=(), **cadence
        )
        asked = judge(entry, posts=(channel,))
        draft = asked.draft(network)
        others = [
            replace(
                draft,
                id=f"{n}",
                entry=f"other-{n}",
                slot=draft.slot + timedelta(days=n // 2, hours=n % 2 * 3),
                text=f"Other {n}.",
                state="held" if n == 9 else "exported",
            )
            for n in (1, 2, 3, 9)
        ]
        found = asked.problems(draft, *others)
        return [f"{p.severity} {p.message}" for p in found if p.code == "AA375" and " posts " in p.message]

    def test_so_many_a_day(self, judge: Callable[..., Judge], entry: Entry) -> None:
        assert self.crowded(judge, entry, "x", per_day=2) == []
        assert self.crowded(judge, entry, "x", per_day=1) == [
            "error 'x-en' has 2 posts on that day, more than 1 (per_day)"
        ]

    def test_so_many_a_week(self, judge: Callable[..., Judge], entry: Entry) -> None:
        assert self.crowded(judge, entry, "x", per_week=4) == []
        assert self.crowded(judge, entry, "x", per_week=3) == [
            "error 'x-en' has 4 posts in that week, more than 3 (per_week)"
        ]

    def test_what_a_network_takes_well(self, judge: Callable[..., Judge], entry: Entry) -> None:
        assert self.crowded(judge, entry, "linkedin_page", per_week=4) == []
        assert self.crowded(judge, entry, "linkedin_page") == [
            "warning 'linkedin_page-en' has 4 posts in that week, more than 2 (per_week)"
        ]


def test_a_topic_does_not_follow_itself(judge: Callable[..., Judge], entry: Entry) -> None:
    asked = judge(entry)
    draft = asked.draft()
    other = replace(draft, id="x-en.delivery-time.2", n=2, slot=draft.slot + timedelta(days=70), text="Other.")

    assert ("AA375", "warning") in asked.said(draft, other)
    assert ("AA375", "warning") not in asked.said(draft, replace(other, state="retired"))


def test_ids_that_differ_in_capitals_are_one(judge: Callable[..., Judge], entry: Entry) -> None:
    asked = judge(entry)
    draft = asked.draft()

    assert ("AA514", "error") in asked.said(draft, replace(draft, channel="X-en", slot=draft.slot + timedelta(days=1)))


def test_a_season(judge: Callable[..., Judge], entry: Entry) -> None:
    asked = judge(replace(entry, meta=Meta(season=Season(start=(11, 15), end=(12, 24)))))

    for day, found in ((24, False), (25, True)):
        draft = asked.draft(slot=datetime(2026, 12, day, 9, tzinfo=ZAGREB))
        assert (("AA374", "error") in asked.said(draft)) is found


def test_quiet_hours_blocked_dates_and_holidays(judge: Callable[..., Judge], entry: Entry) -> None:
    channel = PostChannel(
        id="x-en",
        network="x",
        language="en",
        timezone="Europe/Zagreb",
        slots=(),
        quiet=((time(21), time(7)),),
        blocked=((date(2026, 12, 24), date(2026, 12, 26)),),
        holidays="HR",
    )
    asked = judge(entry, posts=(channel,))

    for month, day, hour, found in ((12, 2, 9, False), (12, 2, 22, True), (12, 24, 9, True), (11, 18, 9, True)):
        draft = asked.draft(slot=datetime(2026, month, day, hour, tzinfo=ZAGREB))
        assert (("AA374", "error") in asked.said(draft)) is found, (month, day, hour)


def test_days_on_which_an_entry_may_be_posted(judge: Callable[..., Judge], entry: Entry) -> None:
    posting = Posting(first=date(2026, 12, 2), until=date(2026, 12, 3))
    asked = judge(replace(entry, meta=Meta(posting=posting)))

    for day, found in ((1, True), (2, False), (3, False), (4, True)):
        draft = asked.draft(slot=datetime(2026, 12, day, 9, tzinfo=ZAGREB))
        assert (("AA374", "error") in asked.said(draft)) is found


def test_signs_that_linkedin_drops(judge: Callable[..., Judge], entry: Entry) -> None:
    asked = judge(entry)
    draft = asked.draft("linkedin_page", text="Delivery (all of it)? {link}")

    assert ("AA369", "warning") in asked.said(draft, api=True)
    assert ("AA369", "warning") not in asked.said(draft)
