"""The states of a draft, and what an approval covers."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any, get_args

import pytest

from generator.content.schema.networks import State
from generator.social import (
    FOLLOWING,
    OPEN_STATES,
    OUT,
    STATES,
    TRANSITIONS,
    Draft,
    Slide,
    format_draft,
    read_drafts,
    settle,
    write_drafts,
)
from generator.social.approvals import broken, seal, transition_fault
from generator.social.ledger import Ledger

FILE = "x-en/delivery-time.1.md"


def planned(post: Draft, state: str = "draft") -> tuple[dict[str, bytes], Ledger]:
    """Folder and ledger with one draft that was brought to a state by allowed steps."""
    tree, ledger, _ = write_drafts([post], {}, ())
    for step in {"draft": (), "review": ("review",), "exported": ("approved", "exported")}.get(state, (state,)):
        tree, ledger = decide(tree, ledger, state=step)
    return tree, ledger


def decide(tree: dict[str, bytes], ledger: Ledger, **change: Any) -> tuple[dict[str, bytes], Ledger]:
    """What a person writes into the draft, and the next run."""
    edited = edit(tree, **change)
    tree, ledger, problems = settle(read_drafts(edited)[0], edited, ledger)
    assert problems == []
    return tree, ledger


def edit(tree: dict[str, bytes], **change: Any) -> dict[str, bytes]:
    (draft,), _ = read_drafts(tree)
    return {**tree, FILE: format_draft(replace(draft, **change)).encode()}


class TestStates:
    def test_front_matter_takes_the_states_of_the_table(self) -> None:
        assert set(get_args(State)) == set(STATES)

    def test_the_table_names_only_its_own_states_and_every_state_has_a_way_in(self) -> None:
        reached = {state for after in TRANSITIONS.values() for state in after}
        assert reached == set(STATES)
        assert STATES[0] == "draft"
        assert FOLLOWING | OUT | {"retired"} == set(STATES)
        assert OPEN_STATES < FOLLOWING

    def test_nothing_goes_out_that_was_not_approved(self) -> None:
        into = {state for state, after in TRANSITIONS.items() if OUT & set(after)}
        assert into <= {"approved"} | OUT

    @pytest.mark.parametrize("before", STATES)
    @pytest.mark.parametrize("after", STATES)
    def test_a_state_by_hand_is_allowed_or_told_with_those_that_are(self, post: Draft, before: str, after: str) -> None:
        fault = transition_fault(replace(post, state=after), before)

        if after == before or after in TRANSITIONS[before]:
            assert fault is None
        else:
            assert fault
            assert fault.code == "AA340"
            assert all(f"'{state}'" in fault.hint for state in TRANSITIONS[before])

    def test_a_state_that_cannot_be_stays_out_of_the_ledger(self, post: Draft) -> None:
        tree, ledger = planned(post)
        tree = edit(tree, state="published")

        after, records, problems = settle(read_drafts(tree)[0], tree, ledger)

        assert [p.code for p in problems] == ["AA340"]
        assert (after, records) == (tree, ledger)


class TestApprovals:
    def test_an_approval_is_sealed_when_it_is_first_seen(self, post: Draft) -> None:
        tree, ledger = planned(post, "approved")
        (draft,), _ = read_drafts(tree)

        assert ledger[0].approved == seal(draft)
        assert decide(tree, ledger) == (tree, ledger)

    @pytest.mark.parametrize(
        ("name", "change"),
        [
            ("text", "Other words."),
            ("alt", "Other words."),
            ("slides", (Slide("One more"),)),
            ("card", "portrait"),
            ("slot", None),
        ],
    )
    def test_any_change_takes_it_back_and_is_named(self, post: Draft, name: str, change: object) -> None:
        tree, ledger = planned(post, "approved")
        changed = edit(tree, **{name: change or post.slot + timedelta(days=1)})

        after, records, problems = settle(read_drafts(changed)[0], changed, ledger)

        (draft,), _ = read_drafts(after)
        assert [(p.code, p.message.rpartition(": ")[2]) for p in problems] == [("AA343", name)]
        assert draft.state == records[0].state == "review"
        assert records[0].approved == ""

    @pytest.mark.parametrize("change", [{"why": "because"}, {"pinned": True}, {"images": ("cards/a.png",)}])
    def test_notes_of_the_machine_and_pins_change_nothing(self, post: Draft, change: dict[str, Any]) -> None:
        tree, ledger = planned(post, "approved")
        assert decide(tree, ledger, **change)[1] == ledger

    def test_approved_again_it_is_sealed_anew(self, post: Draft) -> None:
        tree, ledger = planned(post, "approved")
        tree = edit(tree, text="Other words.")
        tree, ledger, _ = settle(read_drafts(tree)[0], tree, ledger)

        tree, ledger = decide(tree, ledger, state="approved")

        (draft,), _ = read_drafts(tree)
        assert ledger[0].approved == seal(draft)
        assert broken(draft, ledger[0].approved) == ()

    def test_what_was_sent_keeps_its_seal(self, post: Draft) -> None:
        assert planned(post, "exported")[1][0].approved == planned(post, "approved")[1][0].approved

    def test_a_comment_of_a_person_outlives_the_machine(self, post: Draft) -> None:
        tree, ledger = planned(post, "approved")
        noted = tree[FILE].replace(b"card: wide", b"card: portrait  # Ana likes it tall")

        after, _, _ = settle(read_drafts({FILE: noted})[0], {FILE: noted}, ledger)

        assert after[FILE] == noted.replace(b"state: approved", b"state: review")
