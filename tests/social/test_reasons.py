"""A slot's reasons are the true ones: without what they name, another entry would have it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.library import Library
from generator.content.meta import Meta, Season
from generator.content.organisation import PostChannel
from generator.social import Asked, Record, Slot, replan, span
from generator.social.reasons import told

if TYPE_CHECKING:
    from conftest import World

MONDAY = date(2026, 11, 23)
ZAGREB = ZoneInfo("Europe/Zagreb")
MINUTE = timedelta(minutes=1)
DECEMBER = Season(start=(12, 1), end=(12, 31))


@dataclass
class Case:
    """All that a plan depends on."""

    world: World
    library: Library
    demand: dict[str, Asked] = field(default_factory=dict)
    rows: list[Record] = field(default_factory=list)
    cooldown: int = 60

    def slots(self, start: date = MONDAY, weeks: int = 1) -> tuple[Slot, ...]:
        """The new slots of Tuesdays and Fridays."""
        channel = PostChannel(
            id="x-en", network="x", language="en", timezone="Europe/Zagreb",
            slots=((1, time(9)), (4, time(9))), cooldown=self.cooldown, hours_between=0,
        )  # fmt: skip
        plan, _ = replan(
            self.library, [channel], self.world.nets, tuple(self.rows), span(start, weeks), demand=self.demand
        )
        return tuple(slot for slot in plan.slots if slot.is_new)

    def entry_at(self, when: datetime) -> tuple[str, str] | None:
        """Who has a slot, and why, when everything before it is done."""
        found = [slot for slot in self.slots(when.date()) if slot.when == when]
        return (found[0].entry, found[0].why) if found else None

    def post(self, entry: str, when: datetime) -> None:
        """One more post."""
        n = max((row.n for row in self.rows if row.entry == entry), default=0) + 1
        self.rows.append(self.world.row(entry, when, n, "published"))

    def without(self, reason: str, slot: Slot) -> None:
        """The same world, where a reason of a slot does not hold."""
        asked = self.demand.get(slot.entry, Asked(count=0))
        before = max(row.slot for row in self.rows if row.slot < slot.when)
        rested = slot.when - timedelta(days=self.cooldown)
        if reason.startswith("asked most in"):
            self.demand[slot.entry] = replace(asked, peak=0)
        elif reason.startswith("in season"):
            self._change(slot.entry, season=None)
        elif reason.startswith(("never posted", "last posted")):
            self.post(slot.entry, rested - MINUTE)
        elif reason.startswith("asked"):
            self.demand[slot.entry] = replace(asked, count=0, often=False)
        elif reason.startswith("turn of another topic"):
            self.post("gone", slot.when - MINUTE)
        elif reason.startswith("turn of topic"):
            topic = self.library.by_id[slot.entry]["en"].topic
            self.post(f"skipped-{topic}", before - MINUTE)
        elif reason == "first in order":
            own = [e for e in self.library.entries if e.id == slot.entry]
            others = [e for e in self.library.entries if e.id != slot.entry]
            self.library = replace(self.library, entries=(*others, *own))
        else:
            pytest.fail(f"{reason} is no reason")

    def _change(self, id_: str, **values: object) -> None:
        entries = [
            replace(e, meta=replace(e.meta, **values)) if e.id == id_ else e  # type: ignore[arg-type]
            for e in self.library.entries
        ]
        self.library = self.world.library(entries)


def case(world: World, *names: str, **meta: Meta) -> Case:
    """Entries, one more of each topic that is never posted itself, and a post of something that is gone."""
    topics = sorted({name.partition("/")[0] for name in names})
    skipped = {f"skipped-{topic}": Meta(skip_posts=True) for topic in topics}
    found = world.entries(*names, *(f"{topic}/skipped-{topic}" for topic in topics), **meta, **skipped)
    made = Case(world, world.library(found))
    made.post("gone", datetime(2026, 11, 22, 9, tzinfo=ZAGREB))
    return made


def first(made: Case) -> str:
    return made.slots()[0].why


class TestWords:
    def test_the_only_one(self, world: World) -> None:
        assert first(case(world, "a/a")) == "the only entry that may be posted then"

    def test_order_and_topic(self, world: World) -> None:
        assert first(case(world, "a/a1", "a/a2")) == "never posted here, first in order"
        made = case(world, "a/a", "b/b", "a/c")
        made.post("skipped-a", datetime(2026, 11, 20, 9, tzinfo=ZAGREB))
        assert first(made) == "never posted here, turn of topic B"

    def test_no_topic_twice_in_a_row(self, world: World) -> None:
        made = case(world, "a/a", "b/b")
        made.post("b", datetime(2026, 1, 23, 9, tzinfo=ZAGREB))
        made.post("skipped-a", datetime(2026, 11, 23, 9, tzinfo=ZAGREB))
        assert first(made) == "turn of another topic than A"
        assert made.slots()[0].otherwise == "a"

    def test_nothing_but_another_topic_and_it_is_its_turn_anyway(self, world: World) -> None:
        made = case(world, "a/a", "b/b")
        made.post("skipped-a", datetime(2026, 11, 23, 9, tzinfo=ZAGREB))
        assert first(made) == "turn of another topic than A, never posted here"

    def test_never_posted_and_posted_longest_ago(self, world: World) -> None:
        made = case(world, "a/a1", "a/a2", "a/a3")
        made.post("a1", datetime(2026, 3, 1, 9, tzinfo=ZAGREB))
        made.post("a2", datetime(2026, 2, 1, 9, tzinfo=ZAGREB))
        assert first(made) == "never posted here"
        made.post("a3", datetime(2026, 9, 1, 9, tzinfo=ZAGREB))
        assert first(made) == "last posted 2026-02-01"

    def test_demand(self, world: World) -> None:
        made = case(world, "a/a1", "a/a2", "a/a3")
        made.demand = {"a2": Asked(count=7), "a3": Asked(count=2)}
        assert (made.slots()[0].entry, first(made)) == ("a2", "never posted here, asked 7 times")
        made.demand = {"a2": Asked(count=7), "a3": Asked(count=2, peak=12)}
        assert (made.slots()[0].entry, first(made)) == ("a3", "asked most in December")

    def test_what_is_asked_often_waits_as_if_posted_a_cooldown_earlier(self, world: World) -> None:
        made = case(world, "a/a1", "a/a2")
        made.post("a1", datetime(2026, 8, 1, 9, tzinfo=ZAGREB))
        made.post("a2", datetime(2026, 9, 1, 9, tzinfo=ZAGREB))
        assert made.slots()[0].entry == "a1"
        made.demand = {"a2": Asked(count=90, often=True), "a1": Asked(count=80)}
        assert (made.slots()[0].entry, first(made)) == ("a2", "asked 90 times")

    def test_a_peak_is_posted_once_in_the_month_before(self, world: World) -> None:
        made = case(world, "a/a1", "a/a2", "a/a3")
        made.cooldown, made.demand = 1, {"a3": Asked(count=9, peak=1)}
        slots = made.slots(date(2026, 12, 1), weeks=2)
        assert [slot.entry for slot in slots] == ["a3", "a1", "a2", "a3"]
        assert slots[0].why == "asked most in January, never posted here"

    def test_two_reasons_of_which_one_would_do(self, world: World) -> None:
        made = case(world, "a/a1", "a/a2", a1=Meta(season=Season(start=(11, 1), end=(12, 31))))
        made.post("a2", datetime(2026, 2, 1, 9, tzinfo=ZAGREB))
        assert first(made) == "in season 11-01..12-31, never posted here"


class TestTold:
    """What a draft's file says is read again for people of other languages."""

    @pytest.mark.parametrize(
        ("said", "found"),
        [
            ("never posted here, turn of topic B", [("never", {}), ("topic", {"topic": "b"})]),
            ("in season 12-01..12-31", [("season", {"start": "12-01", "end": "12-31"})]),
            ("asked most in May, asked 12 times", [("month", {"month": "5"}), ("asked", {"count": "12"})]),
            ("last posted 2026-11-02, first in order", [("last", {"day": "2026-11-02"}), ("order", {})]),
            ("turn of another topic than Gone, never", [("other", {"topic": "Gone, never"})]),
            ("the only entry that may be posted then", [("only", {})]),
            ("our own idea", [("text", {"text": "our own idea"})]),
            ("never posted here, our own idea", [("text", {"text": "never posted here, our own idea"})]),
            ("", []),
        ],
    )
    def test_reason_by_reason(self, world: World, said: str, found: list[tuple[str, dict[str, str]]]) -> None:
        library = case(world, "b/a").library
        assert [(one.kind, dict(one.values)) for one in told(said, library)] == found


@given(
    topics=st.lists(st.sampled_from("abc"), min_size=1, max_size=9),
    seasons=st.sets(st.integers(0, 8), max_size=3),
    posted=st.dictionaries(st.integers(0, 8), st.dates(date(2026, 7, 1), date(2026, 11, 20)), max_size=6),
    asked=st.dictionaries(
        st.integers(0, 8),
        st.builds(Asked, count=st.integers(1, 5), often=st.booleans(), peak=st.sampled_from([0, 0, 1, 12])),
    ),
    cooldown=st.sampled_from([10, 30, 60]),
)
@settings(max_examples=60, deadline=None)
def test_without_its_reasons_another_entry_has_the_slot(
    world: World,
    topics: list[str],
    seasons: set[int],
    posted: dict[int, date],
    asked: dict[int, Asked],
    cooldown: int,
) -> None:
    names = [f"{topic}/e{n}" for n, topic in enumerate(topics)]
    made = case(world, *names, **{f"e{n}": Meta(season=DECEMBER) for n in seasons if n < len(names)})
    made.cooldown = cooldown
    made.demand = {f"e{n}": one for n, one in asked.items() if n < len(names)}
    for n, day in posted.items():
        made.post(f"e{n}", datetime(day.year, day.month, day.day, 9, tzinfo=ZAGREB))
    for slot in made.slots(weeks=4):
        assert made.entry_at(slot.when) == (slot.entry, slot.why)
        assert "text" not in {one.kind for one in told(slot.why, made.library)}
        other = replace(made, rows=list(made.rows), demand=dict(made.demand))
        if not slot.why.startswith("the only"):
            for reason in slot.why.split(", "):
                other.without(reason, slot)
            found = other.entry_at(slot.when)
            assert found is None or found[0] != slot.entry, slot.why
        made.post(slot.entry, slot.when)
