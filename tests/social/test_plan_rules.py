"""When nothing may be posted, and which entries may not be: quiet hours, cadence, blocked days, embargo, review."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.library import Entry
from generator.content.meta import Meta, Posting, Season
from generator.content.organisation import PostChannel
from generator.problems import Severity
from generator.social import Plan, Slot, replan, span

if TYPE_CHECKING:
    from conftest import World

MONDAY = date(2026, 12, 14)
DAILY = tuple((day, time(9)) for day in range(7))

Planner: TypeAlias = Callable[..., Plan]


@pytest.fixture
def planned(world: World, channel: PostChannel) -> Planner:
    """Plans six entries of three topics on every day of some weeks; the channel with the given values."""

    def make(weeks: int = 1, found: list[Entry] | None = None, **values: object) -> Plan:
        library = world.library(found or world.entries("a/a1", "b/b1", "c/c1", "a/a2", "b/b2", "c/c2"))
        made, _ = replan(library, [replace(channel, **{"slots": DAILY, **values})], world.nets, (), span(MONDAY, weeks))
        return made

    return make


def days(plan: Plan) -> list[str]:
    return [f"{slot.when:%m-%d}" for slot in plan.slots]


def empty(plan: Plan) -> dict[str, str]:
    return {f"{one.when:%m-%d}": one.why for one in plan.empty}


class TestTimesWithoutPosts:
    def test_blocked_days(self, planned: Planner) -> None:
        plan = planned(blocked=((date(2026, 12, 15), date(2026, 12, 15)), (date(2026, 12, 18), date(2027, 1, 2))))
        assert days(plan) == ["12-14", "12-16", "12-17"]
        assert empty(plan)["12-18"] == "2026-12-18 is a blocked date"

    def test_public_holidays_of_a_country(self, world: World, channel: PostChannel) -> None:
        library = world.library(world.entries("a/a1", "b/b1", "c/c1"))
        fridays = [
            replace(channel, id=f"x-{country}", holidays=country, slots=((4, time(9)),)) for country in ("HR", "BG", "")
        ]
        plan, problems = replan(library, fridays, world.nets, (), span(date(2027, 4, 26), 1))
        assert problems == []
        assert [slot.channel for slot in plan.slots] == ["x-", "x-HR"]  # Good Friday of the Orthodox churches
        assert [one.why for one in plan.empty] == ["2027-04-30 is a public holiday (BG)"]

    @pytest.mark.parametrize(
        ("quiet", "expected"),
        [
            (("08:00", "09:00"), 7),
            (("09:00", "09:30"), 0),
            (("21:00", "09:00"), 7),
            (("21:00", "09:01"), 0),
            (("08:00", "07:00"), 0),
        ],
    )
    def test_quiet_hours_end_with_their_last_minute_and_may_run_over_midnight(
        self, planned: Planner, quiet: tuple[str, str], expected: int
    ) -> None:
        begin, end = map(time.fromisoformat, quiet)
        plan = planned(quiet=((begin, end),), found=None)
        assert len(plan.slots) == min(expected, 6)
        assert all(why == "09:00 lies in the quiet hours" for why in empty(plan).values()) is (expected == 0)

    def test_so_many_a_week(self, planned: Planner) -> None:
        plan = planned(weeks=2, per_week=2)
        assert days(plan) == ["12-14", "12-15", "12-21", "12-22"]
        assert empty(plan)["12-16"] == "the week has its 2 already (per_week)"

    def test_so_many_a_week_as_the_network_takes_well_unless_the_channel_says_otherwise(self, planned: Planner) -> None:
        plan = planned(network="linkedin_page")
        assert days(plan) == ["12-14", "12-15"]
        assert empty(plan)["12-16"] == "the week has its 2 already (per_week)"
        assert len(planned(network="linkedin_page", per_week=6).slots) == 6

    def test_so_many_a_day_and_so_many_hours_between(self, planned: Planner) -> None:
        four = tuple((0, time(hour)) for hour in (8, 9, 11, 20))
        assert [f"{slot.when:%H}" for slot in planned(slots=four).slots] == ["08", "11", "20"]
        assert [f"{slot.when:%H}" for slot in planned(slots=four, per_day=2).slots] == ["08", "11"]
        assert [f"{slot.when:%H}" for slot in planned(slots=four, hours_between=0).slots] == ["08", "09", "11", "20"]
        assert [f"{slot.when:%H}" for slot in planned(slots=four, hours_between=10).slots] == ["08", "20"]


class TestEntriesThatMayNot:
    def test_not_before_their_first_day_nor_after_their_last(self, world: World, planned: Planner) -> None:
        early = Meta(posting=Posting(first=date(2026, 12, 16)))
        late = Meta(posting=Posting(until=date(2026, 12, 15)))
        found = world.entries("a/early", "b/late", "c/c", early=early, late=late)
        plan = planned(found=found, cooldown=1)
        assert [slot.entry for slot in plan.slots] == ["late", "c", "early", "c", "early", "c", "early"]

    def test_only_in_season_over_new_year_and_leap_days(self, world: World, planned: Planner) -> None:
        season = Season(start=(12, 20), end=(2, 29))
        plan = planned(weeks=12, found=world.entries("a/winter", winter=Meta(season=season)), cooldown=1)
        assert (days(plan)[0], days(plan)[-1]) == ("12-20", "02-28")
        assert len(plan.slots) == 71

    def test_an_overdue_review_keeps_an_entry_out_and_says_so(self, world: World, channel: PostChannel) -> None:
        due = Meta(reviewed=date(2026, 9, 14), review_every=90)
        library = world.library(world.entries("a/due", "b/b", due=due))
        for start, expected in ((date(2026, 12, 13), {"due", "b"}), (date(2026, 12, 14), {"b"})):
            plan, problems = replan(library, [channel], world.nets, (), span(start, 1))
            assert {slot.entry for slot in plan.slots} == expected
            assert [p.code for p in problems if p.code != "AA303"] == (["AA332"] if "due" not in expected else [])
            assert all(p.severity is Severity.WARNING for p in problems)

    def test_an_edit_after_the_last_review_keeps_it_out_in_that_language(
        self, world: World, channel: PostChannel
    ) -> None:
        void = Meta(voided=date(2026, 12, 1), review_every=90)
        (entry,) = world.entries("a/void", void=void)
        read = replace(entry, lang="hr", meta=Meta(reviewed=date(2026, 12, 2), review_every=90))
        library = world.library([entry, read, *world.entries("b/b")])
        plan, problems = replan(library, [channel], world.nets, (), span(MONDAY, 1))
        assert {slot.entry for slot in plan.slots} == {"b"}
        (told,) = [p for p in problems if p.code == "AA332"]
        assert told.message == "'void' is not planned: it was edited after its review of 2026-12-01"
        assert told.hint.endswith("faq review void")
        plan, problems = replan(library, [replace(channel, language="hr")], world.nets, (), span(MONDAY, 1))
        assert {slot.entry for slot in plan.slots} == {"void"}
        assert "AA332" not in [p.code for p in problems]

    def test_its_own_cooldown_and_so_many_times(self, world: World, planned: Planner) -> None:
        often = Meta(posting=Posting(cooldown=2, cycles=3))
        plan = planned(weeks=2, found=world.entries("a/often", often=often), cycles=1)
        assert days(plan) == ["12-14", "12-16", "12-18"]
        assert [slot.n for slot in plan.slots] == [1, 2, 3]

    def test_the_channels_cooldown_and_so_many_times(self, world: World, planned: Planner) -> None:
        plan = planned(weeks=3, found=world.entries("a/a"), cooldown=3, cycles=2)
        assert days(plan) == ["12-14", "12-17"]

    def test_a_topic_never_follows_itself_unless_most_entries_are_of_it(self, world: World, planned: Planner) -> None:
        plan = planned(found=world.entries("a/a1", "a/a2", "b/b1", "a/a3", "c/c1", "c/c2"), cooldown=60, weeks=2)
        assert [slot.entry for slot in plan.slots] == ["a1", "b1", "c1", "a2", "c2", "a3"]
        later = Meta(posting=Posting(first=date(2027, 6, 1)))
        plan = planned(found=world.entries("a/a1", "a/a2", "b/b1", "b/b2", b2=later))
        assert [slot.entry for slot in plan.slots] == ["a1", "b1", "a2"]
        plan = planned(found=world.entries("a/a1", "a/a2", "a/a3", "b/b1"))
        assert [slot.entry for slot in plan.slots] == ["a1", "b1", "a2", "a3"]

    def test_an_empty_slot_says_what_keeps_each_entry_from_it(self, world: World, channel: PostChannel) -> None:
        metas = {
            "skip": Meta(skip_posts=True),
            "due": Meta(reviewed=date(2026, 1, 1), review_every=1),
            "early": Meta(posting=Posting(first=date(2027, 1, 1))),
            "late": Meta(posting=Posting(until=date(2026, 1, 1))),
            "summer": Meta(season=Season(start=(6, 1), end=(8, 1))),
            "once": Meta(posting=Posting(cycles=1)),
        }
        library = world.library(
            world.entries("a/skip", "a/due", "a/early", "a/late", "a/summer", "a/once", "a/x", "b/b", **metas)
        )
        when = datetime(2026, 6, 1, 9, tzinfo=ZoneInfo("Europe/Zagreb"))
        rows = (world.row("once", when, state="published"), world.row("b", when + timedelta(days=1), state="published"))
        _, problems = replan(library, [channel], world.nets, rows, span(MONDAY, 2))
        (said,) = [p.message for p in problems if p.code == "AA303"]
        assert said == (
            "channel 'x-en': 2 slots stay empty from 2026-12-22 on; of its entries 1 is kept out of posts, "
            "1 is overdue for review, 1 is not to be posted yet, 1 is not to be posted any more, 1 is out of season, "
            "1 is posted as often as they may be, 2 are posted not long before or after"
        )


@pytest.mark.parametrize(
    "zone", ["Europe/Zagreb", "Europe/Belgrade", "Europe/Ljubljana", "Europe/Prague", "Europe/Sofia"]
)
def test_nine_stays_nine_in_five_cities_when_summer_time_begins(world: World, channel: PostChannel, zone: str) -> None:
    library = world.library(world.entries("a/a1", "b/b1", "c/c1", "a/a2", "b/b2"))
    around = replace(channel, timezone=zone, slots=DAILY)

    plan, problems = replan(library, [around], world.nets, (), span(date(2027, 3, 26), 1))

    assert not [p for p in problems if p.code == "AA302"]
    assert [f"{s.when:%m-%d %H:%M}" for s in plan.slots] == [
        "03-26 09:00", "03-27 09:00", "03-28 09:00", "03-29 09:00", "03-30 09:00"
    ]  # fmt: skip
    before, after = (1, 2) if zone != "Europe/Sofia" else (2, 3)
    offsets = [(offset := s.when.utcoffset()) and offset.total_seconds() / 3600 for s in plan.slots]
    assert offsets == [before, before, after, after, after]


def test_a_missing_hour_on_a_day_without_posts_is_no_error(world: World, channel: PostChannel) -> None:
    night = replace(channel, slots=((6, time(2, 30)),), blocked=((date(2027, 3, 28), date(2027, 3, 28)),))
    assert replan(world.library(world.entries("a/a")), [night], world.nets, (), span(date(2027, 3, 22), 1))[1] == []


def _meta(numbers: tuple[int, ...]) -> Meta:
    season, first, until, cycles, due = numbers
    return Meta(
        season=Season(start=(season, 5), end=(season % 12 + 1, 20)) if season <= 12 else None,
        posting=Posting(
            first=MONDAY + timedelta(days=first) if first > 5 else None,
            until=MONDAY + timedelta(days=until) if until > 15 else None,
            cycles=cycles if cycles < 4 else None,
        ),
        reviewed=MONDAY - timedelta(days=due),
        review_every=30,
    )


METAS = st.tuples(
    st.integers(1, 25), st.integers(0, 40), st.integers(0, 90), st.integers(1, 8), st.integers(0, 40)
).map(_meta)
CHANNELS = st.builds(
    PostChannel,
    id=st.just("x-en"),
    network=st.just("x"),
    language=st.just("en"),
    timezone=st.sampled_from(["Europe/Zagreb", "Europe/Sofia"]),
    slots=st.sets(
        st.tuples(st.integers(0, 6), st.builds(time, st.integers(4, 23), st.sampled_from([0, 30]))), max_size=9
    ).map(lambda found: tuple(sorted(found))),
    quiet=st.sampled_from([(), ((time(21), time(8)),)]),
    per_day=st.sampled_from([None, 1, 2]),
    per_week=st.sampled_from([None, 2, 3]),
    hours_between=st.sampled_from([0, 2, 30]),
    cooldown=st.sampled_from([1, 10, 60]),
    cycles=st.sampled_from([None, 2]),
    blocked=st.sampled_from([(), ((date(2026, 12, 24), date(2027, 1, 2)),)]),
    holidays=st.sampled_from(["", "HR"]),
)


@given(
    shape=st.lists(st.tuples(st.sampled_from("abc"), METAS), min_size=1, max_size=12),
    channel=CHANNELS,
    weeks=st.integers(1, 8),
)
@settings(max_examples=60, deadline=None)
def test_every_rule_holds_for_whatever_is_planned(
    world: World, shape: list[tuple[str, Meta]], channel: PostChannel, weeks: int
) -> None:
    found = world.entries(
        *(f"{topic}/e{n}" for n, (topic, _) in enumerate(shape)), **{f"e{n}": meta for n, (_, meta) in enumerate(shape)}
    )
    metas = {entry.id: entry for entry in found}
    plan, _ = replan(world.library(found), [channel], world.nets, (), span(MONDAY, weeks))

    assert {(s.when.weekday(), s.when.time()) for s in plan.slots} <= set(channel.slots)
    for slot in plan.slots:
        meta, day = metas[slot.entry].meta, slot.when.date()
        assert not meta.is_due(MONDAY)
        assert not meta.season or meta.season.holds(day)
        assert (meta.posting.first or day) <= day <= (meta.posting.until or day)
        assert slot.n <= (meta.posting.cycles or channel.cycles or slot.n)
        assert not any(first <= day <= last for first, last in channel.blocked)
        assert not (channel.holidays and day in {date(2026, 12, 25), date(2026, 12, 26), date(2027, 1, 1)})
        assert not channel.quiet or time(8) <= slot.when.time() < time(21)
    postable = [metas[e].topic for e in metas if not metas[e].meta.is_due(MONDAY)]
    for a, b in pairwise(plan.slots):
        assert (b.when - a.when) >= timedelta(hours=channel.hours_between)
        topic = metas[a.entry].topic
        assert metas[b.entry].topic != topic or postable.count(topic) * 2 > len(postable)
    _assert_cadence(channel, plan.slots)


def _assert_cadence(channel: PostChannel, slots: tuple[Slot, ...]) -> None:
    on_days = [slot.when.date() for slot in slots]
    for day in on_days:
        assert on_days.count(day) <= (channel.per_day or len(slots))
        week = [other for other in on_days if other.isocalendar()[:2] == day.isocalendar()[:2]]
        assert len(week) <= (channel.per_week or len(slots))
    for entry in {slot.entry for slot in slots}:
        for a, b in pairwise(slot.when.date() for slot in slots if slot.entry == entry):
            assert (b - a).days >= channel.cooldown
