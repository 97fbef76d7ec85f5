"""Each action changes exactly the bytes that it must, is allowed only where the states allow it, and can be undone."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generator import files
from generator.serving.workspace import Kind

if TYPE_CHECKING:
    from conftest import Person

ONE = "x-en.delivery-time.1"
SLIDES = "carousel-en.delivery-time.1"


def lines_changed(before: bytes, after: bytes) -> tuple[list[str], list[str]]:
    """Lines that went and lines that came."""
    old, new = before.decode().split("\n"), after.decode().split("\n")
    return [line for line in old if line not in new], [line for line in new if line not in old]


def changed(person: Person, before: dict[str, bytes]) -> list[str]:
    after = person.content()
    assert before.keys() <= after.keys()
    return sorted(path for path, content in after.items() if content != before.get(path))


def fields(line: str) -> list[str]:
    return line.split("\t")


@pytest.mark.parametrize(
    ("do", "state"), [("approve", "approved"), ("hold", "held"), ("retire", "retired"), ("review", "review")]
)
def test_a_decision_changes_one_line_of_the_draft_and_its_line_of_the_ledger(
    person: Person, do: str, state: str
) -> None:
    before = person.content()
    done = person.does(do, ONE)
    assert done.kind is Kind.DONE
    assert changed(person, before) == ["_drafts/x-en/delivery-time.1.md", "_posts.tsv"]
    after = person.content()
    draft, ledger = (lines_changed(before[path], after[path]) for path in changed(person, before))
    assert draft == (["state: draft"], [f"state: {state}"])
    (old,), (new,) = ledger
    assert (fields(old)[1], fields(new)[1]) == ("draft", state)
    assert fields(old)[2:-1] == fields(new)[2:-1]
    assert len(fields(new)[-1].split()) == (5 if state == "approved" else 0)  # an approval covers what was seen
    assert person.checked() == []


def test_a_published_post_has_its_address(person: Person) -> None:
    person.does("approve", ONE)
    before = person.content()
    assert person.does("publish", ONE, address="https://x.example/posts/1").kind is Kind.DONE
    path = "_drafts/x-en/delivery-time.1.md"
    assert lines_changed(before[path], person.content()[path]) == (
        ["state: approved"],
        ["state: published", "posted: https://x.example/posts/1"],
    )
    assert person.sees(ONE)["posted"] == "https://x.example/posts/1"
    assert person.checked() == []


def test_what_was_not_approved_is_not_published(person: Person) -> None:
    before = person.content()
    refused = person.does("publish", ONE)
    assert refused.kind is Kind.REFUSED
    (problem,) = told(refused.body)
    assert problem["code"] == "AA340"
    assert person.content() == before
    assert "publish" not in person.sees(ONE)["may"]


def told(body: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = body["problems"]
    return found


def test_a_file_that_a_person_approved_by_hand_can_be_published(person: Person) -> None:
    file = person.file(ONE)
    file.write_bytes(file.read_bytes().replace(b"state: draft", b"state: approved"))
    assert person.does("publish", ONE, address="https://x.example/1").kind is Kind.DONE
    assert person.checked() == []


def test_a_draft_that_the_ledger_does_not_know_gets_a_line_when_it_is_published(person: Person) -> None:
    ledger = person.root / "faq/_posts.tsv"
    kept = [line for line in ledger.read_text("utf-8").splitlines(keepends=True) if not line.startswith(ONE)]
    ledger.write_text("".join(kept), "utf-8")
    assert person.does("approve", ONE).kind is Kind.DONE
    assert ledger.read_text("utf-8") == "".join(kept)
    assert person.does("publish", ONE).kind is Kind.DONE
    assert ledger.read_text("utf-8").splitlines()[-1].startswith(f"{ONE}\tpublished\t")
    assert person.checked() == []


def test_other_words_change_nothing_else(person: Person) -> None:
    before = person.content()
    text = person.sees(ONE)["text"].replace("Two working days.", "Only two working days.")
    done = person.does("change", ONE, text=text, alt="Parcels take two working days.")
    assert done.kind is Kind.DONE
    assert changed(person, before) == ["_drafts/x-en/delivery-time.1.md"]
    went, came = lines_changed(before["_drafts/x-en/delivery-time.1.md"], person.file(ONE).read_bytes())
    assert len(went) == len(came) == 2
    assert came == ["alt: Parcels take two working days.", next(line for line in text.split("\n") if "Only" in line)]


def test_what_was_changed_is_compared_with_what_was_generated_at_once(person: Person) -> None:
    before = person.sees("x-en.refund.1")
    person.does("change", "x-en.refund.1", text=before["text"].replace("Within seven days.", "Within five days."))
    shown = person.sees("x-en.refund.1")["shown"]
    (edit,) = shown["edits"]
    assert [piece for piece in edit["pieces"] if piece[0] != "="] == [["-", " seven"], ["+", " five"]]
    assert before["shown"]["edits"] == []
    assert "linkPicture" not in shown  # as all pictures it is the last build's


def test_one_slide_is_changed(person: Person) -> None:
    before = person.sees(SLIDES)["slides"]
    assert len(before) > 2
    person.does("change", SLIDES, slides={"2": {"title": "New", "text": "Words: with a colon.", "alt": "Heard"}})
    assert person.sees(SLIDES)["slides"] == [
        before[0],
        {"title": "New", "text": "Words: with a colon.", "alt": "Heard"},
        *before[2:],
    ]
    assert told(person.does("change", SLIDES, slides={"99": {"text": "x"}}).body)[0]["code"] == "AA550"


def test_an_approval_ends_with_any_change_that_it_covers(person: Person) -> None:
    person.does("approve", ONE)
    person.does("pin", ONE, pinned=True)
    assert person.sees(ONE)["state"] == "approved"  # pinning is none
    person.does("change", ONE, alt="Other words.")
    assert person.sees(ONE)["state"] == "review"
    assert person.checked() == []
    person.does("approve", ONE)
    assert person.does("reschedule", ONE, slot=free(person, ONE)).kind is Kind.DONE
    assert person.sees(ONE)["state"] == "review"
    assert person.checked() == []


def free(person: Person, id_: str) -> str:
    """The first free slot."""
    from datetime import date  # noqa: PLC0415 - one test needs it

    offered: Any = person.workspace.slots(id_, date(2026, 12, 1), 60).body["slots"]
    own = person.sees(id_)["slot"]
    return str(next(slot["slot"] for slot in offered if not slot["why"] and slot["slot"] != own))


def test_what_somebody_else_has_is_not_changed(person: Person) -> None:
    person.does("approve", ONE)
    person.does("publish", ONE)
    before = person.content()
    for do, values in {
        "change": {"text": "Other"},
        "pin": {"pinned": True},
        "reschedule": {"slot": "2026-12-29 09:00 Europe/Zagreb"},
    }.items():
        refused = person.does(do, ONE, **values)
        assert refused.kind is Kind.REFUSED
        assert told(refused.body)[0]["code"] == "AA550"
    assert person.content() == before


@pytest.mark.parametrize(
    ("slot", "why"),
    [
        ("2026-12-08 10:15 UTC", "Tue 10:15 is no slot of 'x-en'"),
        ("2026-11-24 09:00 UTC", "2026-11-24 is past"),
        ("2026-12-25 12:00 UTC", "2026-12-25 is a public holiday (HR)"),
    ],
)
def test_a_post_goes_only_where_its_channel_has_a_slot(person: Person, slot: str, why: str) -> None:
    zone = person.sees(ONE)["slot"].split(" ")[-1]
    refused = person.does("reschedule", ONE, slot=slot.replace("UTC", zone))
    assert (told(refused.body)[0]["code"], told(refused.body)[0]["message"]) == ("AA374", why)


def test_two_posts_do_not_share_a_time(person: Person) -> None:
    taken = person.sees("x-en.refund.1")["slot"]
    assert told(person.does("reschedule", ONE, slot=taken).body)[0]["message"] == "another post has this time"
    person.does("hold", "x-en.refund.1")
    assert person.does("reschedule", ONE, slot=taken).kind is Kind.DONE


@pytest.mark.parametrize("text", ["a\x07b", "a\u2028b"])
def test_words_that_a_file_cannot_keep_are_refused(person: Person, text: str) -> None:
    before = person.content()
    assert person.does("change", ONE, text=text).kind is Kind.REFUSED
    assert person.content() == before


@pytest.mark.parametrize(
    "text", ["---\nstate: approved\n---\nwords", "One\n---\nTwo", "id: x\n", "#tag: 'x' \"y\" {z}"]
)
def test_words_are_words_whatever_they_look_like(person: Person, text: str) -> None:
    assert person.does("change", ONE, text=text, alt=text).kind is Kind.DONE
    now = person.sees(ONE)
    assert (now["text"], now["alt"], now["state"]) == (text.strip(), text.strip(), "draft")


def test_what_rules_say_of_the_new_words_is_told(person: Person) -> None:
    done = person.does("change", ONE, text="Too long. " * 40)
    assert "AA320" in {problem["code"] for problem in told(done.body)}
    assert person.sees(ONE)["text"].startswith("Too long.")  # nothing that a person wrote is thrown away


def test_an_edit_of_something_else_than_was_seen_is_a_conflict_with_both_versions(person: Person) -> None:
    seen = person.sees(ONE)["seen"]
    outside = person.file(ONE).read_bytes().replace(b"Two working", b"Three working")
    person.file(ONE).write_bytes(outside)
    before = person.content()
    conflict = person.does("change", ONE, seen, text="Mine")
    assert conflict.kind is Kind.CONFLICT
    now: Any = conflict.body["now"]
    assert "Three working" in now["text"]
    assert person.content() == before
    assert person.does("change", ONE, now["seen"], text="Mine").kind is Kind.DONE


def test_an_edit_at_the_very_moment_of_ours_stays(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    exchange, outside = files._exchange, b"outside\n"

    def late(new: Path, target: Path) -> bool:
        if target == person.file(ONE) and target.read_bytes() != outside and new.read_bytes() != outside:
            target.write_bytes(outside)  # after the last look at it
        return exchange(new, target)

    monkeypatch.setattr(files, "_exchange", late)
    before = person.content()
    assert person.does("approve", ONE).kind is Kind.CONFLICT
    assert person.file(ONE).read_bytes() == outside
    assert changed(person, before) == ["_drafts/x-en/delivery-time.1.md"]
    assert not list(person.root.rglob("*.new"))


def test_lines_that_others_write_into_the_ledger_meanwhile_stay(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = person.root / "faq/_posts.tsv"
    broken = b"somebody's own line\n"
    exchange = files._exchange

    def late(new: Path, target: Path) -> bool:
        if target == ledger and broken not in ledger.read_bytes() + new.read_bytes():
            ledger.write_bytes(ledger.read_bytes() + broken)
        return exchange(new, target)

    monkeypatch.setattr(files, "_exchange", late)
    assert person.does("approve", ONE).kind is Kind.DONE
    assert ledger.read_bytes().endswith(broken)
    assert f"{ONE}\tapproved".encode() in ledger.read_bytes()


def test_nothing_is_written_when_the_ledger_has_another_line_by_then(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = person.root / "faq/_posts.tsv"
    real = files.exchange

    def late(path: Path, before: bytes | None, after: bytes) -> bool:
        done = real(path, before, after)
        if path == person.file(ONE) and b"approved" in after:
            ledger.write_bytes(ledger.read_bytes().replace(f"{ONE}\tdraft".encode(), f"{ONE}\theld".encode()))
        return done

    monkeypatch.setattr(files, "exchange", late)
    draft = person.file(ONE).read_bytes()
    assert person.does("approve", ONE).kind is Kind.CONFLICT
    assert person.file(ONE).read_bytes() == draft
    assert f"{ONE}\theld".encode() in ledger.read_bytes()


def test_a_full_disk_leaves_everything_as_it_was(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    before, seen = person.content(), person.sees(ONE)["seen"]
    real, calls = os.fsync, []

    def fail(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 2:  # the draft is written, the ledger is not
            raise OSError("disk full")
        real(handle)

    monkeypatch.setattr(files.os, "fsync", fail)
    with pytest.raises(OSError, match="disk full"):
        person.does("approve", ONE, seen)
    assert person.content() == before


def test_an_action_is_undone_to_the_byte_also_after_others(person: Person) -> None:
    file = person.file(ONE)
    file.write_bytes(file.read_bytes().replace(b"state: draft", b"# mine\nstate:   draft  # so far"))
    before = person.content()
    first = person.does("approve", ONE)
    person.does("hold", "x-en.refund.1")
    undone = person.workspace.undo(str(first.body["undo"]))
    assert undone.kind is Kind.DONE
    assert file.read_bytes() == before["_drafts/x-en/delivery-time.1.md"]
    assert person.sees("x-en.refund.1")["state"] == "held"
    assert person.checked() == []
    assert person.workspace.undo(str(first.body["undo"])).kind is Kind.UNKNOWN  # once


def test_what_was_changed_since_is_not_undone(person: Person) -> None:
    done = person.does("approve", ONE)
    person.does("change", ONE, alt="Later words")
    before = person.content()
    assert person.workspace.undo(str(done.body["undo"])).kind is Kind.CONFLICT
    assert person.content() == before


def test_a_flag_is_a_line_without_anything_personal(person: Person) -> None:
    words = "When will order #48213 come? ana@example.com, +385 91 123 4567"
    done = person.flags("parcel", words)
    assert done.kind is Kind.DONE
    file = person.root / "faq/_flags.csv"
    assert file.read_text("utf-8") == ("day,entry,language,words\n2026-11-26,parcel,en,When will order … come? …\n")
    assert person.checked() == []
    person.flags("refund", "=cmd()")
    assert file.read_text("utf-8").splitlines()[-1] == "2026-11-26,refund,en,cmd()"
    person.workspace.undo(str(done.body["undo"]))
    assert file.read_text("utf-8") == "day,entry,language,words\n2026-11-26,refund,en,cmd()\n"


@pytest.mark.parametrize(
    ("entry", "language", "words"),
    [("nothing", "en", "Why?"), ("parcel", "xx", "Why?"), ("parcel", "en", "091 123 456")],
)
def test_a_flag_that_says_nothing_is_refused(person: Person, entry: str, language: str, words: str) -> None:
    assert person.flags(entry, words, language).kind is Kind.REFUSED
    assert not (person.root / "faq/_flags.csv").exists()


def test_drafts_behind_links_are_neither_read_nor_written(person: Person, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_bytes(person.file(ONE).read_bytes())
    person.file(ONE).unlink()
    person.file(ONE).symlink_to(secret)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/refund.1.md").write_bytes(secret.read_bytes())
    (person.root / "faq/_drafts/linked").symlink_to(tmp_path / "outside")
    drafts: Any = person.workspace.drafts().body["drafts"]
    assert not {ONE, "linked.refund.1"} & {draft["id"] for draft in drafts}
    assert person.does("approve", ONE, "0" * 64).kind is Kind.UNKNOWN
    assert person.does("approve", "../secret", "0" * 64).kind is Kind.UNKNOWN
    assert b"state: draft" in secret.read_bytes()


def test_a_ledger_that_is_a_link_is_left_alone(person: Person, tmp_path: Path) -> None:
    ledger, elsewhere = person.root / "faq/_posts.tsv", tmp_path / "elsewhere.tsv"
    seen = person.sees(ONE)["seen"]
    elsewhere.write_bytes(ledger.read_bytes())
    ledger.unlink()
    ledger.symlink_to(elsewhere)
    before = person.file(ONE).read_bytes(), elsewhere.read_bytes()
    with pytest.raises(PermissionError):
        person.does("approve", ONE, seen)
    assert (person.file(ONE).read_bytes(), elsewhere.read_bytes()) == before
