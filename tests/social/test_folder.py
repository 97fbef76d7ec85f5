"""Draft files: read as written, and never written over a person's words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.library import Entry
from generator.content.organisation import PostChannel
from generator.social import (
    STATES,
    Draft,
    Slide,
    drafts,
    format_draft,
    format_ledger,
    parse_draft,
    parse_ledger,
    plan,
    read_drafts,
    text_hash,
    write_drafts,
)
from generator.social.draft import tidy

if TYPE_CHECKING:
    from conftest import World

LINE = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=20).map(
    lambda t: " ".join(tidy(t).split())
)
PATH = "faq/_drafts/x-en/delivery-time.1.md"
FILE = "x-en/delivery-time.1.md"
BASE = ".base/x-en/delivery-time.1.json"


class TestFile:
    def test_a_draft_reads_like_a_post(self, post: Draft) -> None:
        assert format_draft(post) == (
            "---\n"
            "id: x-en.delivery-time.1\n"
            "state: draft\n"
            "slot: 2026-12-01 09:00 Europe/Zagreb\n"
            "network: x\n"
            "language: en\n"
            "format: qa\n"
            f"link: {post.link}\n"
            "card: wide\n"
            "alt: How long does delivery take? 1–2 working days.\n"
            "why: never posted here\n"
            f"source: {'a' * 64}\n"
            "---\n"
            "\n"
            "How long does delivery take?\n"
            "\n"
            "1–2 working days.\n"
            "\n"
            f"Full answer: {post.link}\n"
        )

    @given(
        text=st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n-:#'\"{"), max_size=80),
        slides=st.lists(st.builds(Slide, LINE.filter(bool), LINE, LINE), max_size=3),
        pinned=st.booleans(),
        alt=st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=40),
        state=st.sampled_from(STATES),
    )
    @settings(deadline=None)
    def test_what_is_written_is_read_again(
        self, world: World, text: str, slides: list[Slide], alt: str, state: str, *, pinned: bool
    ) -> None:
        entry = Entry(id="delivery-time", lang="en", topic="delivery", question="Q?")
        made = world.write(entry, "x")
        written = replace(made, text=tidy(text), alt=" ".join(tidy(alt).split()), state=state, images=("cards/a.png",))
        written = replace(written, slides=tuple(slides), pinned=pinned)

        for one in (written, replace(written, card="")):
            read, problems = parse_draft(format_draft(one), "faq/_drafts/x-en/delivery-time.1.md")
            assert problems == []
            assert read == one

    @pytest.mark.parametrize(
        ("change", "code", "line"),
        [
            (("state: draft", "state: done"), "AA010", 3),
            (("slot: 2026-12-01 09:00 Europe/Zagreb", "slot: tomorrow"), "AA312", 4),
            (("link: https", "link: javascript"), "AA010", 8),
            (("---\n\nHow", "How"), "AA001", 1),
            (("why: never posted here", "colour: red"), "AA010", 11),
        ],
    )
    def test_a_broken_file_is_named_with_its_line(
        self, post: Draft, change: tuple[str, str], code: str, line: int
    ) -> None:
        read, problems = parse_draft(format_draft(post).replace(*change), PATH)

        assert read is None
        assert [(p.code, p.place.line) for p in problems] == [(code, line)]

    @pytest.mark.parametrize(
        "path", ["faq/_drafts/a.md", "faq/_drafts/x/a.md", "faq/_drafts/x/a.0.md", "faq/_drafts/../a.1.txt"]
    )
    def test_the_name_says_channel_entry_and_turn(self, post: Draft, path: str) -> None:
        assert [p.code for p in parse_draft(format_draft(post), path)[1]] == ["AA311"]

    def test_one_broken_file_does_not_hide_the_others(self, post: Draft) -> None:
        files = {FILE: format_draft(post).encode(), "x-en/other.1.md": b"\xff", "x-en/.DS_Store": b"\xff"}

        read, problems = read_drafts(files)

        assert read == (post,)
        assert [(p.code, p.place.path) for p in problems] == [("AA000", "faq/_drafts/x-en/other.1.md")]


class TestWriting:
    def test_a_new_draft_is_written_and_entered(self, post: Draft) -> None:
        tree, ledger, problems = write_drafts([post], {}, ())

        assert problems == []
        assert tree.keys() == {FILE, BASE}
        assert tree[FILE] == format_draft(replace(post, base=text_hash(post)[:12])).encode()
        assert [(r.id, r.text_hash) for r in ledger] == [(post.id, text_hash(post))]

    def test_writing_again_changes_nothing(self, post: Draft) -> None:
        tree, ledger, _ = write_drafts([post], {}, ())

        assert write_drafts([replace(post, why="planned before")], tree, ledger) == (tree, ledger, [])

    def test_an_untouched_draft_follows_its_entry_and_keeps_what_people_set(self, post: Draft) -> None:
        tree, ledger, _ = write_drafts([post], {}, ())
        moved = replace(post, slot=datetime(2026, 12, 2, 10, tzinfo=post.slot.tzinfo), state="review", card="portrait")
        tree = {FILE: format_draft(moved).encode()}

        new = replace(post, text=post.text.replace("1–2", "2–3"), source_hash="b" * 64)
        tree, ledger, problems = write_drafts([new], tree, ledger)

        (after,), _ = read_drafts(tree)
        assert problems == []
        assert "2–3 working days" in after.text
        assert (after.slot, after.state, after.card) == (moved.slot, "review", "portrait")
        assert [r.slot for r in ledger] == [post.slot]

    def test_an_approved_draft_that_changed_goes_back_to_review(self, post: Draft) -> None:
        tree, ledger, _ = write_drafts([post], {}, ())
        tree = {FILE: format_draft(replace(post, state="approved")).encode()}

        tree, ledger, problems = write_drafts([replace(post, text="New.", source_hash="b" * 64)], tree, ledger)

        assert [p.code for p in problems] == ["AA309"]
        assert read_drafts(tree)[0][0].state == "review"
        assert ledger[0].state == "review"

    @pytest.mark.parametrize("edit", [{"text": "My own words."}, {"alt": "My own description."}])
    def test_what_a_person_wrote_is_kept_and_the_change_is_told(self, post: Draft, edit: dict[str, str]) -> None:
        _, ledger, _ = write_drafts([post], {}, ())
        edited = {FILE: format_draft(replace(post, **edit)).encode()}  # type: ignore[arg-type]

        tree, after, problems = write_drafts([replace(post, text="New.", source_hash="b" * 64)], edited, ledger)

        assert tree == edited
        assert [(p.code, p.place.path) for p in problems] == [("AA307", PATH)]
        assert write_drafts([replace(post, text="New.", source_hash="b" * 64)], tree, after)[0] == edited

    def test_a_person_who_has_seen_the_change_says_so_in_source(self, post: Draft) -> None:
        _, ledger, _ = write_drafts([post], {}, ())
        seen = {FILE: format_draft(replace(post, text="My own words.", source_hash="b" * 64)).encode()}

        assert write_drafts([replace(post, text="New.", source_hash="b" * 64)], seen, ledger)[2] == []

    @pytest.mark.parametrize("state", ["exported", "published"])
    def test_what_went_out_is_history(self, post: Draft, state: str) -> None:
        tree, ledger, _ = write_drafts([post], {}, ())
        out = {FILE: format_draft(replace(post, state=state)).encode()}

        tree, ledger, problems = write_drafts([replace(post, text="New.", source_hash="b" * 64)], out, ledger)

        assert (tree, problems) == (out, [])
        assert ledger[0].state == state

    def test_a_deleted_draft_does_not_come_back(self, post: Draft) -> None:
        _, ledger, _ = write_drafts([post], {}, ())

        tree, after, problems = write_drafts([post], {}, ledger)

        assert (tree, after) == ({}, ledger)
        assert [p.code for p in problems] == ["AA308"]

    def test_a_published_draft_may_be_cleared_away(self, post: Draft) -> None:
        _, ledger, _ = write_drafts([post], {}, ())
        published = tuple(replace(r, state="published") for r in ledger)

        assert write_drafts([post], {}, published) == ({}, published, [])

    def test_a_file_without_a_line_is_a_persons(self, post: Draft) -> None:
        files = {FILE: format_draft(replace(post, text="My own words.")).encode()}

        tree, ledger, _ = write_drafts([post], files, ())

        assert tree[FILE] == files[FILE]
        assert write_drafts([post], tree, ledger)[0][FILE].endswith(b"My own words.\n")

    def test_files_that_are_not_planned_stay(self, post: Draft) -> None:
        assert write_drafts([post], {"x-en/old.1.md": b"old", "README.md": b"mine"}, ())[0].keys() == {
            FILE, BASE, "x-en/old.1.md", "README.md",
        }  # fmt: skip

    def test_a_broken_file_is_reported_and_left_alone(self, post: Draft) -> None:
        _, ledger, _ = write_drafts([post], {}, ())

        tree, _, problems = write_drafts([post], {FILE: b"---\nstate: [\n"}, ledger)

        assert tree == {FILE: b"---\nstate: [\n"}
        assert problems


def test_the_whole_way_twice_gives_the_same_bytes(world: World, entry: Entry, channel: PostChannel) -> None:
    library = world.library([entry, replace(entry, id="other", topic="orders", question="What else?")])

    def run(tree: dict[str, bytes], ledger_text: str) -> tuple[dict[str, bytes], str]:
        ledger, faults = parse_ledger(ledger_text)
        slots, _ = plan(library, [channel], world.nets, ledger, date(2026, 11, 23), 2)
        made, more = drafts(slots, world.kit(library))
        tree, ledger, problems = write_drafts(made, tree, ledger)
        assert faults == more == problems == []
        return tree, format_ledger(ledger)

    once = run({}, "")
    assert len(once[0]) == 4
    assert run(*once) == once


def test_a_line_of_three_hyphens_parts_the_posts_of_a_thread(post: Draft) -> None:
    assert replace(post, text="One.\n\n---\n\nTwo -- still two.").parts == ("One.", "Two -- still two.")
    assert replace(post, text="Only one.").parts == ("Only one.",)
