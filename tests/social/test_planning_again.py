"""Planning again: what stays, what leaves, and that nothing else moves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.library import Entry, Library, Withdrawal
from generator.content.meta import Meta, Posting
from generator.content.organisation import PostChannel
from generator.social import Draft, Ledger, Plan, Record, differences, replan, span, text_hash
from generator.social.ledger import ledger

if TYPE_CHECKING:
    from conftest import World

MONDAY = date(2026, 11, 23)
ANY = Meta()
ZAGREB = ZoneInfo("Europe/Zagreb")
TUESDAY = datetime(2026, 11, 24, 9, tzinfo=ZAGREB)
FRIDAY = datetime(2026, 11, 27, 9, tzinfo=ZAGREB)


def draft_of(row: Record, post: Draft) -> Draft:
    """The untouched file of a line made by `with_drafts`."""
    return replace(post, id=row.id, channel=row.channel, entry=row.entry, n=row.n, slot=row.slot, state=row.state)


def with_files(rows: Ledger, post: Draft) -> tuple[Ledger, list[Draft]]:
    """A ledger, and the files that it speaks of."""
    drafts = [draft_of(row, post) for row in rows]
    return ledger(
        replace(row, text_hash=text_hash(draft), source_hash=draft.source_hash)
        for row, draft in zip(rows, drafts, strict=True)
    ), drafts


def kept(plan: Plan) -> list[tuple[str, datetime]]:
    return [(slot.entry, slot.when) for slot in plan.slots if not slot.is_new]


def reasons(plan: Plan) -> dict[str, str]:
    return {one.record.entry: one.why for one in plan.removed}


class TestWhatLeaves:
    @pytest.fixture
    def planned(self, world: World, channel: PostChannel) -> Callable[..., dict[str, str]]:
        """Why a planned post of entry `a`, a Tuesday at nine, leaves; of a channel with the given values."""

        def why(meta: Meta = ANY, when: datetime = TUESDAY, found: Library | None = None, **values: object) -> object:
            library = found or world.library(world.entries("a/a", "b/b", a=meta))
            channels = [replace(channel, **values)]  # type: ignore[arg-type]
            plan, _ = replan(library, channels, world.nets, (world.row("a", when),), span(MONDAY, 1))
            return reasons(plan)

        return why

    @pytest.mark.parametrize(
        ("meta", "why"),
        [
            (Meta(skip_posts=True), "the entry is kept out of posts"),
            (Meta(reviewed=date(2026, 1, 1), review_every=90), "the entry is overdue for review"),
            (Meta(posting=Posting(first=date(2026, 12, 1))), "the entry is not to be posted yet"),
            (Meta(posting=Posting(until=date(2026, 11, 23))), "the entry is not to be posted any more"),
        ],
    )
    def test_by_the_entry(self, planned: Callable[..., dict[str, str]], meta: Meta, why: str) -> None:
        assert planned(meta) == {"a": why}

    @pytest.mark.parametrize(
        ("values", "why"),
        [
            ({"blocked": ((date(2026, 11, 20), date(2026, 11, 30)),)}, "2026-11-24 is a blocked date"),
            ({"quiet": ((time(22), time(10)),)}, "09:00 lies in the quiet hours"),
            ({"slots": ((2, time(9)),)}, "the channel has no slot on Tue 09:00 any more"),
            ({"timezone": "Europe/Sofia"}, "the channel has no slot on Tue 09:00 any more"),
            ({"id": "x-other"}, "there is no channel 'x-en' any more"),
        ],
    )
    def test_by_the_channel(self, planned: Callable[..., dict[str, str]], values: dict[str, object], why: str) -> None:
        assert planned(**values) == {"a": why}

    def test_withdrawn_and_untranslated_entries(self, world: World, planned: Callable[..., dict[str, str]]) -> None:
        gone = world.library(world.entries("b/b"))
        assert planned(found=gone) == {"a": "there is no such entry any more"}
        notice = Withdrawal(kind="entry", name="a", on=date(2026, 11, 1), why={"en": "Cards only."})
        assert planned(found=replace(gone, withdrawn={("entry", "a"): notice})) == {
            "a": "the entry was withdrawn on 2026-11-01"
        }
        croatian = world.library([*world.entries("b/b"), replace(world.entries("a/a")[0], lang="hr")])
        assert planned(found=croatian) == {"a": "the entry is not written in 'en'"}

    def test_beyond_the_weeks_planned_too(self, planned: Callable[..., dict[str, str]]) -> None:
        assert planned(Meta(skip_posts=True), TUESDAY + timedelta(weeks=9)) == {"a": "the entry is kept out of posts"}

    def test_the_later_of_two_that_a_new_cadence_forbids(self, world: World, channel: PostChannel) -> None:
        rows = (world.row("a", TUESDAY), world.row("b", FRIDAY))
        library = world.library(world.entries("a/a", "b/b"))
        plan, _ = replan(library, [replace(channel, per_week=1)], world.nets, rows, span(MONDAY, 1))
        assert reasons(plan) == {"b": "the week has its 1 already (per_week)"}
        assert [slot.entry for slot in plan.slots] == ["a"]

    def test_its_slot_goes_to_another_and_it_to_a_later_one(self, world: World, channel: PostChannel) -> None:
        early = Meta(posting=Posting(first=date(2026, 11, 25)))
        library = world.library(world.entries("a/a", "b/b", a=early))
        plan, _ = replan(library, [channel], world.nets, (world.row("a", TUESDAY),), span(MONDAY, 1))
        assert [(slot.entry, slot.n, slot.when) for slot in plan.slots] == [("b", 1, TUESDAY), ("a", 1, FRIDAY)]

    def test_people_read_it_as_a_move(self, world: World, channel: PostChannel, post: Draft) -> None:
        early = Meta(posting=Posting(first=date(2026, 11, 25)))
        library = world.library(world.entries("a/a", "b/b", a=early))
        rows = (world.row("a", TUESDAY), world.row("c", FRIDAY))
        plan, _ = replan(library, [channel], world.nets, rows, span(MONDAY, 1))
        drafts = [draft_of(world.row(s.entry, s.when, s.n), post) for s in plan.slots]
        found = [(c.kind, c.entry, c.slot, c.before, c.why) for c in differences(plan, drafts, ())]
        assert found == [
            ("added", "b", TUESDAY, None, "never posted here"),
            ("moved", "a", FRIDAY, TUESDAY, "the entry is not to be posted yet"),
            ("removed", "c", FRIDAY, None, "there is no such entry any more"),
        ]


class TestWhatStays:
    SKIPPED = Meta(skip_posts=True)

    @pytest.mark.parametrize("state", ["review", "approved", "exported", "published", "held"])
    def test_whatever_a_person_or_a_scheduler_has_in_hand(
        self, world: World, channel: PostChannel, post: Draft, state: str
    ) -> None:
        library = world.library(world.entries("a/a", "b/b", a=self.SKIPPED))
        rows, drafts = with_files((world.row("a", TUESDAY),), post)
        plan, _ = replan(
            library, [channel], world.nets, rows, span(MONDAY, 1), drafts=[replace(d, state=state) for d in drafts]
        )
        assert kept(plan) == [("a", TUESDAY)]
        assert plan.removed == ()

    @pytest.mark.parametrize("touch", [{"pinned": True}, {"text": "My words."}, {"slot": FRIDAY}, {"alt": "A card."}])
    def test_what_a_person_pinned_edited_or_moved(
        self, world: World, channel: PostChannel, post: Draft, touch: dict[str, object]
    ) -> None:
        library = world.library(world.entries("a/a", "b/b", "c/c", a=self.SKIPPED))
        rows, drafts = with_files((world.row("a", TUESDAY),), post)
        touched = [replace(draft, **touch) for draft in drafts]  # type: ignore[arg-type]
        plan, _ = replan(library, [channel], world.nets, rows, span(MONDAY, 1), drafts=touched)
        assert kept(plan) == [("a", touched[0].slot)]
        assert all(slot.when not in {TUESDAY, touched[0].slot} for slot in plan.slots if slot.is_new)

    @pytest.mark.parametrize(
        ("meta", "values", "why"),
        [
            (ANY, {"blocked": ((date(2026, 11, 24), date(2026, 11, 24)),)}, "2026-11-24 is a blocked date"),
            (ANY, {"quiet": ((time(22), time(10)),)}, "09:00 lies in the quiet hours"),
            (Meta(posting=Posting(first=date(2026, 12, 1))), {}, "the entry is not to be posted yet"),
            (Meta(posting=Posting(until=date(2026, 11, 1))), {}, "the entry is not to be posted any more"),
        ],
    )
    def test_what_stays_against_a_rule_is_said(
        self, world: World, channel: PostChannel, post: Draft, meta: Meta, values: dict[str, object], why: str
    ) -> None:
        library = world.library(world.entries("a/a", "b/b", a=meta))
        channels = [replace(channel, **values)]  # type: ignore[arg-type]
        rows, (draft,) = with_files((world.row("a", TUESDAY),), post)
        for days, state, expected in (
            (span(MONDAY, 1), "approved", 1),
            (span(MONDAY, 1), "retired", 0),
            (span(MONDAY, 1, FRIDAY.date()), "published", 0),
        ):
            made = [replace(draft, state=state)]
            _, problems = replan(library, channels, world.nets, rows, days, drafts=made)
            said = [str(p).split("\n")[0] for p in problems if p.code == "AA333"]
            stays = "this draft stays on 2026-11-24 09:00 Europe/Zagreb, because a person chose so"
            assert said == expected * [f"faq/_drafts/x-en/a.1.md:1:1: warning AA333 {stays}, but {why}"]

    def test_the_slot_of_a_draft_that_somebody_deleted(self, world: World, channel: PostChannel) -> None:
        library = world.library(world.entries("a/a", "b/b"))
        plan, _ = replan(library, [channel], world.nets, (world.row("a", TUESDAY),), span(MONDAY, 1), drafts=[])
        assert kept(plan) == [("a", TUESDAY)]

    def test_a_file_that_the_ledger_does_not_know(self, world: World, channel: PostChannel, post: Draft) -> None:
        library = world.library(world.entries("a/a", "b/b"))
        own = draft_of(world.row("b", TUESDAY), post)
        plan, _ = replan(library, [channel], world.nets, (), span(MONDAY, 1), drafts=[own])
        assert [(slot.entry, slot.n) for slot in plan.slots] == [("b", 1), ("a", 1)]

    def test_the_past_and_what_comes_before_the_plan(self, world: World, channel: PostChannel) -> None:
        library = world.library(world.entries("a/a", "b/b", a=self.SKIPPED))
        rows = (world.row("a", TUESDAY),)
        for days in (span(MONDAY, 1, date(2026, 11, 25)), span(date(2026, 11, 25), 1)):
            assert replan(library, [channel], world.nets, rows, days)[0].removed == ()
        assert replan(library, [channel], world.nets, rows, span(MONDAY, 1, TUESDAY.date()))[0].removed != ()


def test_a_retired_draft_frees_its_slot_while_its_entry_rests(world: World, channel: PostChannel, post: Draft) -> None:
    library = world.library(world.entries("a/a", "b/b"))
    rows, drafts = with_files((world.row("a", TUESDAY),), post)
    plan, _ = replan(
        library, [channel], world.nets, rows, span(MONDAY, 10), drafts=[replace(d, state="retired") for d in drafts]
    )
    assert [(s.entry, s.n, f"{s.when:%m-%d}") for s in plan.slots] == [
        ("b", 1, "11-24"), ("a", 2, "01-26"), ("b", 2, "01-29")
    ]  # fmt: skip


WORLDS = st.lists(st.sampled_from("abc"), min_size=2, max_size=14)


def channels(channel: PostChannel) -> list[PostChannel]:
    return [channel, replace(channel, id="x-two", slots=((0, time(18)), (3, time(18)), (5, time(10))), cooldown=20)]


def many(world: World, topics: list[str]) -> list[Entry]:
    return world.entries(*(f"{topic}/e{n}" for n, topic in enumerate(topics)))


CHANNEL = PostChannel(
    id="x-en", network="x", language="en", timezone="Europe/Zagreb", slots=((1, time(9)), (4, time(9)))
)


@given(topics=WORLDS, where=st.integers(0, 14), order=st.integers(0, 2000), weeks=st.integers(1, 5))
@settings(max_examples=40, deadline=None)
def test_a_new_entry_moves_nothing(world: World, topics: list[str], where: int, order: int, weeks: int) -> None:
    found, days = many(world, topics), span(MONDAY, weeks)
    before, _ = replan(world.library(found), channels(CHANNEL), world.nets, (), days)
    new = replace(world.entries("d/new")[0], meta=Meta(order=order))
    rows = world.written(before.slots)
    after, _ = replan(
        world.library([*found[:where], new, *found[where:]]),
        channels(CHANNEL),
        world.nets,
        rows,
        span(MONDAY, weeks + 1),
    )
    assert after.removed == ()
    assert kept(after) == [(slot.entry, slot.when) for slot in before.slots]


@given(topics=WORLDS, gone=st.integers(0, 13), pins=st.sets(st.integers(0, 40)), weeks=st.integers(1, 5))
@settings(max_examples=40, deadline=None)
def test_an_entry_that_goes_moves_only_its_own_posts_and_none_that_is_pinned(
    world: World, post: Draft, topics: list[str], gone: int, pins: set[int], weeks: int
) -> None:
    found, days = many(world, topics), span(MONDAY, weeks)
    before, _ = replan(world.library(found), channels(CHANNEL), world.nets, (), days)
    rows, drafts = with_files(world.written(before.slots), post)
    drafts = [replace(draft, pinned=n in pins) for n, draft in enumerate(drafts)]
    left = found[gone % len(found)].id

    library = world.library(entry for entry in found if entry.id != left)
    after, _ = replan(library, channels(CHANNEL), world.nets, rows, days, drafts=drafts)

    assert {one.record.id for one in after.removed} == {d.id for d in drafts if d.entry == left and not d.pinned}
    stays = {(d.id, d.slot) for d in drafts if d.entry != left or d.pinned}
    assert {(slot.id, slot.when) for slot in after.slots if not slot.is_new} == stays


@given(topics=WORLDS, seed=st.randoms(use_true_random=False), weeks=st.integers(1, 6))
@settings(max_examples=40, deadline=None)
def test_the_order_of_files_does_not_matter_and_planning_again_changes_nothing(
    world: World, post: Draft, topics: list[str], seed: object, weeks: int
) -> None:
    found, days = many(world, topics), span(MONDAY, weeks)
    made, problems = replan(world.library(found), channels(CHANNEL), world.nets, (), days)
    shuffled = list(found)
    seed.shuffle(shuffled)  # type: ignore[attr-defined]
    assert replan(world.library(shuffled), channels(CHANNEL), world.nets, (), days) == (made, problems)

    rows, drafts = with_files(world.written(made.slots), post)
    seed.shuffle(drafts)  # type: ignore[attr-defined]
    again, more = replan(world.library(shuffled), channels(CHANNEL)[::-1], world.nets, rows[::-1], days, drafts=drafts)
    assert [(s.id, s.when) for s in again.slots] == [(s.id, s.when) for s in made.slots]
    assert not any(slot.is_new for slot in again.slots)
    assert again.removed == ()
    assert again.empty == made.empty
    assert sorted(p.code for p in more) == sorted(p.code for p in problems)
