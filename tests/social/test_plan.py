"""Slots are filled by rules that a person can check with a calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from itertools import pairwise
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.library import Entry
from generator.content.meta import Meta, Season
from generator.content.organisation import PostChannel
from generator.problems import Severity
from generator.social import Ledger, Record, Slot, draft_id, plan
from generator.social.ledger import ledger

if TYPE_CHECKING:
    from conftest import World

MONDAY = date(2026, 11, 23)


def entries(*names: str, **meta: Meta) -> list[Entry]:
    """`delivery/price` is entry price in topic delivery; in order, first to last."""
    return [
        Entry(
            id=name.partition("/")[2],
            lang="en",
            topic=name.partition("/")[0],
            question=f"{name}?",
            meta=replace(meta.get(name.partition("/")[2], Meta()), order=order),
        )
        for order, name in enumerate(names)
    ]


def past(entry: str, *days: date, channel: str = "x-en") -> Ledger:
    """Posts of an entry at nine in Zagreb."""
    return ledger(
        Record(
            id=draft_id(channel, entry, n),
            state="published",
            slot=datetime(day.year, day.month, day.day, 9, tzinfo=ZoneInfo("Europe/Zagreb")),
            channel=channel,
            network="x",
            language="en",
            entry=entry,
            n=n,
            source_hash="0" * 64,
            text_hash="0" * 64,
        )
        for n, day in enumerate(days, start=1)
    )


def posts(slots: tuple[Slot, ...]) -> list[str]:
    return [slot.entry for slot in slots]


def test_slots_are_wall_clock_times_of_the_channels_week(world: World, channel: PostChannel) -> None:
    slots, problems = plan(world.library(entries("a/a", "b/b")), [channel], world.nets, (), MONDAY, 1)

    assert problems == []
    assert [f"{s.when:%a %H:%M %z}" for s in slots] == ["Tue 09:00 +0100", "Fri 09:00 +0100"]


def test_nine_stays_nine_when_clocks_change(world: World, channel: PostChannel) -> None:
    library = world.library(entries("a/a", "b/b", "c/c", "d/d"))

    slots, _ = plan(library, [channel], world.nets, (), date(2026, 10, 19), 2)

    assert [f"{s.when:%H:%M %z}" for s in slots] == ["09:00 +0200", "09:00 +0200", "09:00 +0100", "09:00 +0100"]


@pytest.mark.parametrize(
    ("zone", "start", "clock", "says"),
    [
        ("Europe/Zagreb", date(2027, 3, 22), time(2, 30), "is skipped"),
        ("Europe/Zagreb", date(2026, 10, 19), time(2, 30), "happens twice"),
        ("Europe/Sofia", date(2027, 3, 22), time(3, 30), "is skipped"),
        ("Europe/Sofia", date(2026, 10, 19), time(3, 0), "happens twice"),
    ],
)
def test_an_hour_that_clocks_skip_or_repeat_is_an_error(
    world: World, channel: PostChannel, zone: str, start: date, clock: time, says: str
) -> None:
    sunday = replace(channel, timezone=zone, slots=((6, clock),))

    slots, problems = plan(world.library(entries("a/a")), [sunday], world.nets, (), start, 1)

    assert slots == ()
    assert [p.code for p in problems] == ["AA302"]
    assert says in problems[0].message


def test_the_same_hour_is_fine_where_clocks_change_at_another(world: World, channel: PostChannel) -> None:
    sunday = replace(channel, timezone="Europe/Sofia", slots=((6, time(2, 30)),))

    assert plan(world.library(entries("a/a")), [sunday], world.nets, (), date(2027, 3, 22), 1)[1] == []


class TestChoice:
    def test_in_season_goes_first(self, world: World, channel: PostChannel) -> None:
        winter = Meta(season=Season(start=(11, 15), end=(1, 10)))
        library = world.library(entries("a/first", "b/winter", winter=winter))

        slots, _ = plan(library, [channel], world.nets, (), MONDAY, 1)

        assert posts(slots) == ["winter", "first"]
        assert slots[0].why == "in season 11-15..01-10"
        assert slots[0].otherwise == "first"

    def test_out_of_season_is_never_posted(self, world: World, channel: PostChannel) -> None:
        summer = Meta(season=Season(start=(6, 1), end=(8, 31)))
        library = world.library(entries("a/summer", "b/any", summer=summer))

        assert posts(plan(library, [channel], world.nets, (), MONDAY, 1)[0]) == ["any"]

    def test_never_posted_goes_before_posted_long_ago(self, world: World, channel: PostChannel) -> None:
        library = world.library(entries("a/old", "b/older", "c/new"))
        history = (*past("old", date(2026, 5, 1)), *past("older", date(2026, 3, 6)))

        slots, _ = plan(library, [channel], world.nets, history, MONDAY, 2)

        assert posts(slots) == ["new", "older", "old"]
        assert slots[1].n == 2
        assert slots[1].why.startswith("last posted 2026-03-06")

    def test_topics_take_turns(self, world: World, channel: PostChannel) -> None:
        library = world.library(entries("a/a1", "a/a2", "a/a3", "b/b1", "b/b2"))

        assert posts(plan(library, [channel], world.nets, (), MONDAY, 3)[0]) == ["a1", "b1", "a2", "b2", "a3"]

    def test_a_topic_follows_itself_only_where_nothing_else_is_left(self, world: World, channel: PostChannel) -> None:
        library = world.library(entries("a/a1", "a/a2", "a/a3"))

        assert posts(plan(library, [channel], world.nets, (), MONDAY, 2)[0]) == ["a1", "a2", "a3"]

    def test_an_entry_rests_for_sixty_days(self, world: World, channel: PostChannel) -> None:
        library = world.library(entries("a/only"))

        slots, problems = plan(library, [channel], world.nets, (), MONDAY, 10)

        assert [(s.entry, s.n, f"{s.when:%m-%d}") for s in slots] == [("only", 1, "11-24"), ("only", 2, "01-26")]
        assert [(p.code, p.severity) for p in problems] == [("AA303", Severity.WARNING)]

    def test_kept_out_entries_and_other_languages_stay_out(self, world: World, channel: PostChannel) -> None:
        skipped, *others = entries("a/skipped", "b/b", skipped=Meta(skip_posts=True))
        croatian = replace(others[0], lang="hr", id="samo-hr")

        slots, _ = plan(world.library([skipped, *others, croatian]), [channel], world.nets, (), MONDAY, 2)

        assert posts(slots) == ["b"]


class TestPlanningAgain:
    def test_what_the_ledger_holds_stays(self, world: World, channel: PostChannel) -> None:
        library = world.library(entries("a/a", "b/b"))
        history = past("b", date(2026, 11, 24))

        slots, _ = plan(library, [channel], world.nets, history, MONDAY, 1)

        assert [(s.entry, s.n) for s in slots] == [("b", 1), ("a", 1)]

    def test_another_channels_posts_do_not_count(self, world: World, channel: PostChannel) -> None:
        library = world.library(entries("a/a", "b/b"))
        history = past("a", date(2026, 11, 24), channel="facebook-en")

        assert posts(plan(library, [channel], world.nets, history, MONDAY, 1)[0]) == ["a", "b"]

    def test_a_broken_channel_does_not_hide_the_others(self, world: World, channel: PostChannel) -> None:
        channels = [replace(channel, id="m", network="myspace"), replace(channel, id="f", language="fi"), channel]

        slots, problems = plan(world.library(entries("a/a", "b/b")), channels, world.nets, (), MONDAY, 1)

        assert {s.channel for s in slots} == {"x-en"}
        assert [p.code for p in problems] == ["AA301", "AA301"]

    @pytest.mark.parametrize("network", ["instagram_carousel", "linkedin_document", "tiktok_photo"])
    def test_pictures_to_leaf_through_are_planned(self, world: World, channel: PostChannel, network: str) -> None:
        channels = [replace(channel, network=network)]

        slots, problems = plan(world.library(entries("a/a", "b/b")), channels, world.nets, (), MONDAY, 1)

        assert (posts(slots), problems) == (["a", "b"], [])

    def test_what_no_card_can_be_is_not_planned(self, world: World, channel: PostChannel) -> None:
        """It would be refused there, and nobody would know before the day."""
        x = world.nets["x"]
        nets = {**world.nets, "x": replace(x, image=replace(x.image, formats=("gif",)))}

        slots, problems = plan(world.library(entries("a/a")), [channel], nets, (), MONDAY, 1)

        assert (slots, [p.code for p in problems]) == ((), ["AA325"])


@given(
    topics=st.lists(st.sampled_from("abc"), min_size=1, max_size=25),
    posted=st.dictionaries(st.integers(0, 24), st.dates(date(2026, 7, 1), date(2027, 1, 31)), max_size=6),
    weeks=st.integers(0, 6),
)
@settings(max_examples=60, deadline=None)
def test_rules_hold_for_any_library_and_planning_again_changes_nothing(
    world: World, topics: list[str], posted: dict[int, date], weeks: int
) -> None:
    channel = PostChannel(
        id="x-en", network="x", language="en", timezone="Europe/Zagreb", slots=((1, time(9)), (4, time(9)))
    )
    all_entries = entries(*(f"{topic}/e{n}" for n, topic in enumerate(topics)))
    history = ledger(r for n, day in posted.items() if n < len(topics) for r in past(f"e{n}", day))
    slots, _ = plan(world.library(all_entries), [channel], world.nets, history, MONDAY, weeks)
    shuffled = world.library(reversed(all_entries))
    assert plan(shuffled, [channel], world.nets, history, MONDAY, weeks)[0] == slots

    kept = {r.id for r in history}
    fresh = [s for s in slots if s.id not in kept]
    assert len({s.id for s in slots}) == len(slots)
    assert len({s.when for s in fresh}) == len(fresh)
    days: dict[str, list[date]] = {}
    for entry, day in [(s.entry, s.when.date()) for s in fresh] + [(r.entry, r.slot.date()) for r in history]:
        days.setdefault(entry, []).append(day)
    fresh_days = {(s.entry, s.when.date()) for s in fresh}
    for entry, all_days in days.items():
        for a, b in pairwise(sorted(all_days)):
            assert (b - a).days >= 60 or not {(entry, a), (entry, b)} & fresh_days

    written = ledger([*history, *(replace_slot(s) for s in fresh)])
    again, _ = plan(world.library(all_entries), [channel], world.nets, written, MONDAY, weeks)
    assert [(s.id, s.when) for s in again] == [(s.id, s.when) for s in slots]


def replace_slot(slot: Slot) -> Record:
    """The ledger's line of a slot."""
    (line,) = past(slot.entry, slot.when.date())
    return replace(line, n=slot.n, id=slot.id, state="draft")
