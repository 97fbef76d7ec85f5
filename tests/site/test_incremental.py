"""What the engine is given, and why."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.site.document import document
from generator.site.incremental import (
    ALTERED,
    CHANGED,
    NAVIGATION,
    NEW,
    State,
    everything,
    explain,
    given,
    output,
    state,
    work,
)

TREE = {
    "mkdocs.yml": b"site_name: Example",
    "manifest.json": b"{}",
    "overrides/main.html": b"<main>",
    "docs/logo.svg": b"<svg>",
    "docs/index.md": document("Home", {"questions": ["Time?"]}),
    "docs/t/delivery/index.md": document("Delivery", {"questions": ["Time?", "Cost?"]}),
    "docs/q/time/index.md": document("Time?", {}, "Two days."),
    "docs/q/cost/index.md": document("Cost?", {}, "Four euros."),
}
SHARED = ("404.html", "assets/bundle.js")


def built(tree: Mapping[str, bytes]) -> State:
    """The state after a build of a tree; an output's digest is its page's."""
    now = state(tree, ["mkdocs 1.6"], "1")
    outputs = {output(page): digest for page, digest in now.pages.items()} | dict.fromkeys(SHARED, "x")
    return replace(now, outputs=outputs)


BEFORE = built(TREE)


def why(tree: Mapping[str, bytes], present: Mapping[str, str] = BEFORE.outputs) -> Mapping[str, str]:
    return work(state(tree, ["mkdocs 1.6"], "1"), BEFORE, present).given


def test_nothing_changed_so_the_engine_has_nothing_to_do() -> None:
    assert why(TREE) == {}


def test_a_changed_entry_is_built_with_the_pages_of_the_navigation() -> None:
    assert why({**TREE, "docs/q/time/index.md": document("Time?", {}, "Three days.")}) == {
        "q/time/index.md": CHANGED,
        "index.md": NAVIGATION,
        "t/delivery/index.md": NAVIGATION,
    }


def test_a_new_entry_is_built_and_what_lists_it() -> None:
    changed = {
        "docs/q/new/index.md": document("New?", {}),
        "docs/t/delivery/index.md": document("Delivery", {"questions": ["Time?", "Cost?", "New?"]}),
    }
    assert why({**TREE, **changed}) == {
        "q/new/index.md": NEW,
        "t/delivery/index.md": CHANGED,
        "index.md": NAVIGATION,
    }


def test_a_deleted_page_goes_and_entries_stay() -> None:
    tree = {name: content for name, content in TREE.items() if name != "docs/q/time/index.md"}
    job = work(state(tree, ["mkdocs 1.6"], "1"), BEFORE, BEFORE.outputs)
    assert job.deleted == ["q/time/index.md"]
    assert job.carried == ["q/cost/index.md"]
    assert set(job.given.values()) == {NAVIGATION}


@pytest.mark.parametrize("present", [{}, {"q/cost/index.html": "other"}], ids=["missing", "altered"])
def test_an_output_that_is_not_what_was_made_is_made_again(present: dict[str, str]) -> None:
    rest = {name: made for name, made in BEFORE.outputs.items() if name != "q/cost/index.html"}
    assert why(TREE, {**rest, **present})["q/cost/index.md"] == ALTERED


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("mkdocs.yml", "configuration changed"),
        ("overrides/main.html", "theme changed"),
        ("overrides/more.html", "theme changed"),
        ("docs/logo.svg", "files beside the pages changed"),
    ],
)
def test_what_all_pages_depend_on_builds_all_pages(path: str, reason: str) -> None:
    job = work(state({**TREE, path: b"other"}, ["mkdocs 1.6"], "1"), BEFORE, BEFORE.outputs)
    assert (job.whole, len(job.given), len(job.carried)) == (reason, 4, 0)


def test_a_title_in_the_navigation_is_on_every_page() -> None:
    tree = {**TREE, "docs/t/delivery/index.md": document("Shipping", {"questions": ["Time?", "Cost?"]})}
    assert work(state(tree, ["mkdocs 1.6"], "1"), BEFORE, BEFORE.outputs).whole == "titles in the navigation changed"


def test_other_versions_build_all_pages() -> None:
    assert work(state(TREE, ["mkdocs 1.7"], "1"), BEFORE, BEFORE.outputs).whole == "engine version changed"
    assert work(state(TREE, ["mkdocs 1.6"], "2"), BEFORE, BEFORE.outputs).whole == "this program changed"


def test_without_a_last_build_all_pages_are_built() -> None:
    assert work(state(TREE, ["mkdocs 1.6"], "1"), State(), {}).whole == "first build"


def test_a_lost_file_of_the_engine_that_is_no_page_builds_all_pages() -> None:
    present = {name: made for name, made in BEFORE.outputs.items() if not name.startswith("assets/")}
    assert work(state(TREE, ["mkdocs 1.6"], "1"), BEFORE, present).whole.startswith("files of the last output")


def test_the_engine_is_given_whole_configuration_theme_and_files_but_only_some_pages() -> None:
    kept = given(TREE, {"index.md"})
    assert sorted(kept) == ["docs/index.md", "docs/logo.svg", "manifest.json", "mkdocs.yml", "overrides/main.html"]


def test_a_state_is_the_same_again_from_json() -> None:
    assert State(**json.loads(json.dumps(BEFORE.values()))) == BEFORE


def test_the_order_of_files_does_not_matter() -> None:
    items = list(TREE.items())
    random.Random(1).shuffle(items)  # noqa: S311 - no secret
    assert state(dict(items), ["mkdocs 1.6"], "1").frame == BEFORE.frame


def test_people_are_told_what_was_built_and_why() -> None:
    tree = {**TREE, "docs/q/time/index.md": b"---\ntitle: x\n---\n", "docs/q/new/index.md": b"---\ntitle: y\n---\n"}
    job = work(state(tree, ["mkdocs 1.6"], "1"), BEFORE, BEFORE.outputs)
    assert explain("hr", job) == (
        "hr: 4 pages built (1 changed, 1 new, 2 navigation), 1 carried over\n"
        "  new: q/new/index.md\n"
        "  changed: q/time/index.md"
    )
    assert explain("hr", job, names=1).endswith("  new: q/new/index.md\n  and 1 more")
    assert explain("hr", everything(BEFORE, "theme changed")) == "hr: all 4 pages built: theme changed"
    assert explain("hr", work(BEFORE, BEFORE, BEFORE.outputs)) == "hr: nothing changed, 4 pages carried over"
