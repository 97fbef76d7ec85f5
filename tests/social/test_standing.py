"""Drafts held against their entries and files: stale, withdrawn, overdue, renamed, moved, copied, sent."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.library import Entry, Library, Withdrawal
from generator.content.meta import Meta
from generator.problems import Severity
from generator.social import (
    Draft,
    follow,
    format_draft,
    read_drafts,
    recalls,
    settle,
    sourced,
    stale,
    standing,
    write_drafts,
)
from generator.social.ledger import Ledger
from generator.social.recall import as_data, as_text

if TYPE_CHECKING:
    from conftest import World

FILE, BASE = "x-en/delivery-time.1.md", ".base/x-en/delivery-time.1.json"
Folder = tuple[dict[str, bytes], Ledger]


def planned(world: World, entry: Entry, state: str = "draft", network: str = "x") -> Folder:
    """A folder with the entry's draft, as planned and then decided about."""
    library = world.library([entry])
    tree, ledger, _ = write_drafts([sourced(world.write(entry, network), library)], {}, ())
    for step in ("approved", state) if state != "draft" else ():
        edited = {path: content.replace(b"state: draft", b"state: " + step.encode()) for path, content in tree.items()}
        edited = {path: c.replace(b"state: approved", b"state: " + step.encode()) for path, c in edited.items()}
        tree, ledger, _ = settle(read_drafts(edited)[0], edited, ledger)
    return tree, ledger


def codes(folder: Folder, library: Library, today: date | None = None, *, strict: bool = False) -> list[str]:
    """What the folder's drafts are told, as `code` or `code!` for an error."""
    tree, ledger = folder
    found = standing(read_drafts(tree)[0], tree, ledger, library, today=today, strict=strict)
    return [p.code + "!" * (p.severity is Severity.ERROR) for p in found]


def test_a_fresh_draft_has_nothing_to_be_told(world: World, entry: Entry) -> None:
    assert codes(planned(world, entry), world.library([entry])) == []


class TestStale:
    CHANGED = "Parcels arrive in 2–3 working days. You get a tracking link."

    def test_the_field_is_named_with_its_old_and_new_words(self, world: World, entry: Entry) -> None:
        tree, ledger = planned(world, entry, "approved")
        now = world.library([replace(entry, short=self.CHANGED)])

        (problem,) = standing(read_drafts(tree)[0], tree, ledger, now)

        assert (problem.code, problem.severity) == ("AA342", Severity.WARNING)
        assert problem.message.endswith(
            "'short': “Parcels arrive in 1–2 working days.” → “Parcels arrive in 2–3 working days.”"
        )
        assert codes((tree, ledger), now, strict=True) == ["AA342!"]

    def test_planning_again_takes_the_approval_back_and_follows(self, world: World, entry: Entry) -> None:
        tree, ledger = planned(world, entry, "approved")
        now = replace(entry, short=self.CHANGED)
        library = world.library([now])
        new = sourced(world.write(now, "x"), library)

        tree, ledger, problems = write_drafts([new], tree, ledger, stale(read_drafts(tree)[0], tree, ledger, library))

        assert [p.code for p in problems] == ["AA309"]
        assert "“Parcels arrive in 2–3 working days.”" in problems[0].message
        assert (read_drafts(tree)[0][0].state, ledger[0].approved) == ("review", "")
        assert codes((tree, ledger), library) == []

    def test_an_approved_draft_that_is_right_is_left_alone(self, world: World, entry: Entry) -> None:
        tree, ledger = planned(world, entry, "approved")
        library = world.library([entry])
        phrased = replace(sourced(world.write(entry, "x"), library), text="Put otherwise by a newer template.")

        after = write_drafts([phrased], tree, ledger, stale(read_drafts(tree)[0], tree, ledger, library))

        assert after == (tree, ledger, [])

    def test_what_a_person_held_back_still_follows(self, world: World, entry: Entry) -> None:
        tree, ledger = planned(world, entry, "held")
        now = replace(entry, short=self.CHANGED)
        library = world.library([now])

        tree, ledger, problems = write_drafts([sourced(world.write(now, "x"), library)], tree, ledger, {})

        assert problems == []
        assert "2–3" in read_drafts(tree)[0][0].text
        assert ledger[0].state == "held"

    @pytest.mark.parametrize("content", [None, b"\xff", b"{}", b'{"text": 1}', b"[" * 9999])
    def test_without_a_base_nothing_is_claimed_and_nothing_lost(
        self, world: World, entry: Entry, content: bytes | None
    ) -> None:
        tree, ledger = planned(world, entry)
        del tree[BASE]
        tree |= {BASE: content} if content is not None else {}
        tree[FILE] = tree[FILE].replace(b"Parcels", b"My parcels")
        now = replace(entry, short=self.CHANGED)

        after, _, problems = write_drafts([sourced(world.write(now, "x"), world.library([now]))], tree, ledger)

        assert after[FILE] == tree[FILE]
        assert [p.code for p in problems] == ["AA307"]

    def test_a_base_that_somebody_changed_is_not_believed(self, world: World, entry: Entry) -> None:
        tree, ledger = planned(world, entry)
        everywhere = {path: content.replace(b"Parcels arrive", b"Parcels come") for path, content in tree.items()}
        now = replace(entry, short=self.CHANGED)

        after, _, problems = write_drafts([sourced(world.write(now, "x"), world.library([now]))], everywhere, ledger)

        assert after[FILE] == everywhere[FILE]
        assert [p.code for p in problems] == ["AA307"]


def test_a_conflict_sets_review_and_is_told_until_somebody_chose(world: World, entry: Entry) -> None:
    tree, ledger = planned(world, entry)
    tree[FILE] = tree[FILE].replace(b"Parcels arrive in 1", b"Our parcels arrive in 1")
    now = replace(entry, short=TestStale.CHANGED)
    library = world.library([now])

    tree, ledger, problems = write_drafts([sourced(world.write(now, "x"), library)], tree, ledger)

    assert [p.code for p in problems] == ["AA344"]
    text = read_drafts(tree)[0][0].text
    assert "Our parcels arrive in 1–2 working days." in text
    assert "{{ the entry says now: Parcels arrive in 2–3 working days. }}" in text
    assert ledger[0].state == "review"
    assert codes((tree, ledger), library, strict=True) == ["AA344!"]
    again, _, _ = write_drafts([sourced(world.write(now, "x"), library)], tree, ledger)
    assert again == tree


class TestEntries:
    def test_a_withdrawn_entry(self, world: World, entry: Entry) -> None:
        folder = planned(world, entry)
        other = replace(entry, id="other")
        notice = Withdrawal(kind="entry", name=entry.id, on=date(2026, 11, 1), why={"en": "No longer."})
        library = replace(world.library([other]), withdrawn={("entry", entry.id): notice})

        assert codes(folder, library) == ["AA345"]
        assert codes(folder, library, strict=True) == ["AA345!"]
        assert codes(planned(world, entry, "retired"), library) == []

    def test_an_overdue_review_is_told_on_its_day(self, world: World, entry: Entry) -> None:
        checked = replace(entry, meta=Meta(reviewed=date(2026, 6, 1), review_every=90))
        folder = planned(world, checked)

        assert codes(folder, world.library([checked]), date(2026, 8, 30)) == []
        assert codes(folder, world.library([checked]), date(2026, 8, 31), strict=True) == ["AA347"]
        assert codes(folder, world.library([checked])) == []
        void = replace(entry, meta=Meta(voided=date(2026, 6, 1), review_every=90))
        assert codes(folder, world.library([void]), date(2026, 6, 2)) == ["AA347"]

    def test_drafts_go_along_with_a_renamed_entry(self, world: World, entry: Entry) -> None:
        tree, ledger = planned(world, entry)
        renamed = replace(entry, id="delivery", meta=Meta(aliases=(entry.id,)))

        after, records, problems = follow(tree, ledger, world.library([renamed]))

        (draft,), _ = read_drafts(after)
        assert after.keys() == {"x-en/delivery.1.md", ".base/x-en/delivery.1.json"}
        assert draft.id == draft.named == records[0].id == "x-en.delivery.1"
        assert records[0].entry == "delivery"
        assert [p.code for p in problems] == ["AA346"]
        assert follow(after, records, world.library([renamed])) == (after, records, [])

    def test_the_next_number_is_taken_where_the_new_name_has_posts(self, world: World, entry: Entry) -> None:
        tree, ledger = planned(world, entry)
        renamed = replace(entry, id="delivery", meta=Meta(aliases=(entry.id,)))
        tree2, ledger2 = planned(world, renamed)

        after, records, _ = follow(tree | tree2, (*ledger, *ledger2), world.library([renamed]))

        assert sorted(r.id for r in records) == ["x-en.delivery.1", "x-en.delivery.2"]
        assert {"x-en/delivery.1.md", "x-en/delivery.2.md"} < after.keys()

    def test_a_person_may_rename_the_file_first(self, world: World, entry: Entry) -> None:
        tree, ledger = planned(world, entry)
        tree["x-en/delivery.1.md"] = tree.pop(FILE)
        library = world.library([replace(entry, id="delivery", meta=Meta(aliases=(entry.id,)))])

        assert codes((tree, ledger), library) == []
        after, records, _ = follow(tree, ledger, library)
        assert read_drafts(after)[0][0].named == records[0].id == "x-en.delivery.1"


class TestFiles:
    @pytest.mark.parametrize(
        ("path", "said", "hint"),
        [
            ("x-hr/delivery-time.1.md", "written for the channel 'x-en'", "back to faq/_drafts/x-en/"),
            ("x-en/delivery-time.2.md", "under another name", "delivery-time.1.md again"),
            ("x-en/best-post.1.md", "under another name", "delivery-time.1.md again"),
        ],
    )
    def test_a_moved_file_is_known(self, world: World, entry: Entry, path: str, said: str, hint: str) -> None:
        tree, ledger = planned(world, entry)
        tree[path] = tree.pop(FILE)

        problems = [
            p for p in standing(read_drafts(tree)[0], tree, ledger, world.library([entry])) if p.code == "AA341"
        ]

        assert [p.place.path for p in problems] == [f"faq/_drafts/{path}"]
        assert said in problems[0].message
        assert hint in problems[0].hint

    def test_a_copied_file_is_known(self, world: World, entry: Entry) -> None:
        tree, ledger = planned(world, entry)
        tree["x-en/delivery-time.2.md"] = tree[FILE]

        (problem,) = standing(read_drafts(tree)[0], tree, ledger, world.library([entry]))

        assert problem.code == "AA341"
        assert "copy of the draft 'x-en.delivery-time.1'" in problem.message

    def test_a_state_that_cannot_be(self, world: World, entry: Entry) -> None:
        tree, ledger = planned(world, entry)
        tree[FILE] = tree[FILE].replace(b"state: draft", b"state: exported")

        assert codes((tree, ledger), world.library([entry])) == ["AA340!"]

    def test_a_post_that_was_edited_after_it_was_sent(self, world: World, entry: Entry) -> None:
        tree, ledger = planned(world, entry, "published")
        tree[FILE] = tree[FILE].replace(b"Parcels", b"Our parcels")

        assert codes((tree, ledger), world.library([entry])) == ["AA343"]


class TestRecall:
    def recall(
        self, world: World, entry: Entry, now: Entry, network: str = "facebook_page", *, file: bool = True
    ) -> str:
        """The list after a published post's entry changed."""
        tree, ledger = planned(world, entry, "published", network)
        if not file:
            del tree[next(path for path in tree if path.endswith(".md"))]
        found = recalls(read_drafts(tree)[0], tree, ledger, world.library([now]), world.nets)
        return as_text(found)

    def test_what_is_still_right_is_not_on_it(self, world: World, entry: Entry) -> None:
        assert self.recall(world, entry, replace(entry, also_asked=("When?",), meta=Meta(note="A note."))) == ""

    def test_old_and_new_words_and_a_correction_to_post(self, world: World, entry: Entry) -> None:
        now = replace(entry, short=TestStale.CHANGED, body=entry.body.replace("1–2", "2–3"))

        text = self.recall(world, entry, now)

        assert "facebook_page-en.delivery-time.1  published" in text
        assert "'body': “Delivery takes 1–2 working days.” → “Delivery takes 2–3 working days.”" in text
        assert (
            "    | Correction to our post “How long does delivery take?”\n"
            "    |\n"
            "    | We wrote: Delivery takes 1–2 working days.\n"
            "    | Now: Delivery takes 2–3 working days.\n"
            "    |\n"
            "    | The current answer: https://faq.zrno.hr/q/delivery-time/?utm"
        ) in text

    def test_a_post_whose_file_was_cleared_away_is_found(self, world: World, entry: Entry) -> None:
        now = replace(entry, short=TestStale.CHANGED)
        assert "2–3 working days" in self.recall(world, entry, now, "x", file=False)

    def test_a_post_whose_entry_is_gone(self, world: World, entry: Entry) -> None:
        text = self.recall(world, entry, replace(entry, id="other"))
        assert "its entry is gone" in text
        assert "What we wrote there no longer applies." in text

    def test_a_correction_fits_its_network(self, world: World, entry: Entry) -> None:
        long = replace(entry, short=f"{'Parcels arrive ' * 9}today.")
        now = replace(long, short=long.short.replace("today", "tomorrow"))

        text = self.recall(world, long, now, "x")

        assert "    | Now: Parcels arrive" in text
        assert "We wrote" not in text

    @pytest.mark.parametrize(
        ("language", "first"),
        [
            ("hr", "Ispravak naše objave „Kada?”"),
            ("sr", "Исправка наше објаве „Kada?”"),
            ("sl", "Popravek naše objave „Kada?“"),
            ("cs", "Oprava našeho příspěvku „Kada?“"),
            ("bg", "Поправка на публикацията ни „Kada?“"),
        ],
    )
    def test_it_is_in_the_language_of_the_post(self, world: World, entry: Entry, language: str, first: str) -> None:
        one = replace(entry, lang=language, question="Kada?")
        assert first in self.recall(world, one, replace(one, short=TestStale.CHANGED), "x")

    def test_data_for_programs(self, world: World, entry: Entry) -> None:
        tree, ledger = planned(world, entry, "exported")
        now = world.library([replace(entry, short=TestStale.CHANGED)])

        (row,) = as_data(recalls(read_drafts(tree)[0], tree, ledger, now, world.nets))

        assert row["id"] == "x-en.delivery-time.1"
        assert row["changes"] == [
            {
                "field": "short",
                "old": "Parcels arrive in 1–2 working days.",
                "new": "Parcels arrive in 2–3 working days.",
            }
        ]


def test_a_slot_that_a_person_chose_stays(world: World, entry: Entry) -> None:
    tree, ledger = planned(world, entry)
    made = sourced(world.write(entry, "x"), world.library([entry]))
    later = replace(made, slot=made.slot.replace(day=9), why="moved by the plan")

    def slot_of(tree: dict[str, bytes]) -> tuple[int, str]:
        draft: Draft = read_drafts(tree)[0][0]
        return draft.slot.day, draft.why

    assert slot_of(write_drafts([later], tree, ledger)[0]) == (9, "moved by the plan")
    (draft,), _ = read_drafts(tree)
    for own in (replace(draft, pinned=True), replace(draft, slot=made.slot.replace(day=5))):
        edited = {**tree, FILE: format_draft(own).encode()}
        assert slot_of(write_drafts([later], edited, ledger)[0]) == (own.slot.day, draft.why)


@given(
    st.lists(
        st.tuples(st.integers(0, 5), st.sampled_from(["before", "instead", "glued", "alt", "none"]), st.integers(1, 4)),
        max_size=6,
    )
)
@settings(deadline=None, max_examples=60)
def test_whatever_people_write_and_entries_become_no_word_is_lost(
    world: World, steps: list[tuple[int, str, int]]
) -> None:
    """A person writes something anywhere in the file, the entry changes, it is planned anew, and so on."""
    entry = Entry(id="delivery-time", lang="en", topic="delivery", question="How long does delivery take?")
    tree: dict[str, bytes] = {}
    ledger: Ledger = ()
    written: list[str] = []
    for number, (where, how, days) in enumerate([(0, "none", 1), *steps]):
        if how != "none":
            words = f"Wort{number}е."
            written.append(words)
            tree[FILE] = _scribble(tree[FILE], where, how, words)
        short = " ".join(f"Part {n} of {days}: it takes {n + days} days." for n in range(days))
        now = replace(entry, short=short)
        tree, ledger, _ = write_drafts([sourced(world.write(now, "x"), world.library([now]))], tree, ledger)

        text = tree[FILE].decode()
        assert all(words in text for words in written)


def _scribble(content: bytes, where: int, how: str, words: str) -> bytes:
    """The file with some words more, in the post or in its alt text, in place of a line or beside it."""
    (draft,), _ = read_drafts({FILE: content})
    lines = draft.text.split("\n")
    at = where % len(lines)
    if how == "alt":
        return format_draft(replace(draft, alt=f"{words} {draft.alt}")).encode()
    if how == "instead" and not re.search(r"Wort\d", lines[at]):
        lines[at] = words
    elif how == "glued":
        lines[at] = f"{lines[at]} {words}"
    else:
        lines.insert(at, words)
    return format_draft(replace(draft, text="\n".join(lines))).encode()
