"""Whatever people do at the desk, in whatever order: drafts and ledger stay readable and `faq check` stays clean."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import files
from generator.serving.asked import parse
from generator.serving.workspace import Kind
from generator.social import TRANSITIONS

DRAFTS = ("x-en.delivery-time.1", "mastodon-en.parcel.1", "carousel-en.parcel.1")
WORDS = st.text(st.characters(codec="utf-8"), max_size=30) | st.sampled_from(["---", "a\n---\nb", "{{ x }}", "'\"#: -"])
SLOTS = ("2026-12-08 09:00", "2026-12-11 12:00", "2026-12-16 09:00", "2026-12-17 18:00", "2026-12-25 12:00")

actions = st.one_of(
    st.fixed_dictionaries({"do": st.sampled_from(["approve", "hold", "retire", "review", "publish"])}),
    st.fixed_dictionaries({"do": st.just("change"), "text": WORDS}),
    st.fixed_dictionaries({"do": st.just("change"), "alt": WORDS}),
    st.fixed_dictionaries(
        {
            "do": st.just("change"),
            "slides": st.dictionaries(st.sampled_from("129"), st.just({"title": "T"}), min_size=1),
        }
    ),
    st.fixed_dictionaries({"do": st.just("pin"), "pinned": st.booleans()}),
    st.fixed_dictionaries({"do": st.just("reschedule"), "slot": st.sampled_from(SLOTS)}),
    st.just({"do": "undo"}),
    st.fixed_dictionaries({"do": st.just("flag"), "words": WORDS}),
)


@given(st.lists(st.tuples(st.sampled_from(DRAFTS), actions), max_size=12))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_sequence_of_actions_leaves_a_sound_folder(person: Any, steps: list[tuple[str, dict[str, Any]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        someone = _copied(person, Path(folder) / "project")
        undo: list[str] = []
        for id_, step in steps:
            before, seen = someone.content(), someone.sees(id_)
            done = _done(someone, seen, step, undo)
            now = someone.sees(id_)
            if done.kind is Kind.DONE and step["do"] not in {"undo", "flag"}:
                assert now["state"] == seen["state"] or now["state"] in TRANSITIONS[seen["state"]]
            if done.kind is not Kind.DONE:
                assert someone.content() == before
            undo += [str(done.body["undo"])] if "undo" in done.body else []
        assert someone.checked() == []
        assert not list(someone.root.rglob("*.new"))


@given(st.lists(st.tuples(st.sampled_from(DRAFTS), actions.filter(lambda step: step["do"] != "undo")), max_size=8))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_undoing_everything_backwards_restores_every_byte(person: Any, steps: list[tuple[str, dict[str, Any]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        someone = _copied(person, Path(folder) / "project")
        before, undo = someone.content(), []
        for id_, step in steps:
            done = _done(someone, someone.sees(id_), step, [])
            undo += [str(done.body["undo"])] if "undo" in done.body else []
        for key in reversed(undo):
            assert someone.workspace.undo(key).kind is Kind.DONE
        after = someone.content()
        assert after.pop("_flags.csv", b"day,entry,language,words\n") == b"day,entry,language,words\n"
        assert after == before


def _copied(person: Any, root: Path) -> Any:
    return type(person)(shutil.copytree(person.root, root), person.workspace.project)


def _done(person: Any, seen: dict[str, Any], step: dict[str, Any], undo: list[str]) -> Any:
    if step["do"] == "undo":
        return person.workspace.undo(undo.pop() if undo else "")
    if step["do"] == "flag":
        return person.flags("refund", step["words"])
    zone = {"slot": f"{step['slot']} {seen['slot'].split(' ')[-1]}"} if "slot" in step else {}
    return person.workspace.perform(parse({"draft": seen["id"], "seen": seen["seen"], **step, **zone}))


def test_the_folder_is_as_it_was_planned(person: Any) -> None:
    assert set(DRAFTS) <= {draft["id"] for draft in person.workspace.drafts().body["drafts"]}
    assert files.read_tree(person.root / "faq/_drafts")
