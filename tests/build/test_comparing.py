"""What a change does to drafts, posts and cards, from one state of a project to the other."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.build import comparing, linking
from generator.build.comparing import Review, brought
from generator.build.project import Project, read_project
from generator.links.lock import PATH as LOCK
from generator.links.lock import format_lock
from generator.problems import Place, Problem, Severity

FACTS = "faq/facts.yml"
Compare = Callable[[Mapping[str, Callable[[str], str] | None]], Review]


def read(root: Path) -> Project:
    project, _ = read_project(root)
    assert project
    return project


@pytest.fixture(scope="module")
def before(posting: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That FAQ as it was when its posts were planned, before its fact changed."""
    root = tmp_path_factory.mktemp("before") / "project"
    shutil.copytree(posting, root)
    (root / FACTS).write_text("return_window: {days: 14}\n", encoding="utf-8")
    return root


@pytest.fixture
def change(before: Path, tmp_path: Path) -> Compare:
    """What files do that are rewritten (None: deleted)."""

    def run(files: Mapping[str, Callable[[str], str] | None]) -> Review:
        root = tmp_path / "after"
        shutil.copytree(before, root)
        for name, rewrite in files.items():
            path = root / name
            if rewrite is None:
                path.unlink()
            else:
                path.write_text(rewrite(path.read_text(encoding="utf-8")), encoding="utf-8")
        return comparing.compare(read(before), read(root))

    return run


def kinds(review: Review) -> set[tuple[str, str]]:
    return {(one.kind, one.entry) for one in review.drafts}


def test_nothing_changed(change: Compare) -> None:
    assert change({}).is_empty


def test_a_fact_makes_drafts_stale_and_calls_posts_back(change: Compare) -> None:
    review = change({FACTS: lambda text: text.replace("14", "30")})
    assert review.words.facts[0].entries == ("delivery-time", "parcel", "exchange", "refund")
    stale = {one.id for one in review.drafts if one.kind == "stale"}
    assert "x-en.refund.1" in stale
    assert stale == {one.id for one in review.drafts}
    assert stale == set(review.users["return_window"]), "the same drafts, since nobody wrote the figure by hand"
    told = next(one.detail for one in review.drafts if one.id == "x-en.refund.1")
    assert told.replace("\xa0", " ") == "fact 'return_window': “14 days” → “30 days”"
    assert [one.record.id for one in review.recalls] == ["linkedin-en.delivery-time.1"]


def test_what_was_stale_before_is_not_told_again(posting: Path) -> None:
    assert comparing.compare(read(posting), read(posting)).is_empty


def test_an_address_that_was_written_down_with_its_entry_is_new(before: Path, tmp_path: Path) -> None:
    """As CI wants it; it does not answer "again"."""
    root = tmp_path / "after"
    shutil.copytree(before, root)
    entry = next(root.glob("faq/*/refund.en.md"))
    entry.with_name("deposit.en.md").write_text(
        entry.read_text("utf-8").replace("question: ", "question: Now, "), "utf-8"
    )
    (root / LOCK).write_text(format_lock(linking.current(read(root))), encoding="utf-8")
    review = comparing.compare(read(before), read(root))
    assert review.links == ()
    assert "q/deposit/" in review.published


def test_drafts_that_people_change(change: Compare) -> None:
    drafts = "faq/_drafts"
    review = change(
        {
            f"{drafts}/x-en/parcel.1.md": lambda text: text.replace("Open the link", "Tap the link"),
            f"{drafts}/x-en/refund.1.md": lambda text: text.replace("state: approved", "state: held"),
            f"{drafts}/facebook-hr/exchange.1.md": lambda text: text.replace("09:00", "10:00"),
            f"{drafts}/linkedin-en/parcel.1.md": None,
        }
    )
    assert {(one.kind, one.id, one.detail) for one in review.drafts} >= {
        ("changed", "x-en.parcel.1", "text"),
        ("state", "x-en.refund.1", "approved"),
        ("removed", "linkedin-en.parcel.1", ""),
    }
    assert ("moved", "exchange") in kinds(review)


def test_a_draft_that_cannot_be_read_is_not_called_removed(change: Compare) -> None:
    assert change({"faq/_drafts/x-en/parcel.1.md": lambda _: "broken"}).drafts == ()


def test_drafts_of_a_deleted_entry_are_left_alone_and_named(change: Compare) -> None:
    review = change({"faq/delivery/parcel.en.md": None})
    assert kinds(review) == {("gone", "parcel")}
    assert [(one.kind, str(one.target)) for one in review.links] == [("lost", "parcel")]


def test_a_draft_whose_entry_lost_one_language_says_which(change: Compare) -> None:
    review = change({"faq/returns/exchange.hr.md": None})
    assert {(one.kind, one.detail) for one in review.drafts} == {("gone", "hr")}


def test_only_errors_that_were_not_there_before_are_told() -> None:
    old = Problem(Place("a.md", 3), "AA030", "no fact is called 'x'")
    moved, again = replace(old, place=Place("a.md", 9)), replace(old, place=Place("a.md", 12))
    warning = replace(old, code="AA345", severity=Severity.WARNING)
    assert brought([old], [moved, warning]) == ()
    assert brought([old], [moved, again, again]) == (again,), "the same once more"


def test_an_entry_that_cannot_be_read_has_lost_no_cards(change: Compare) -> None:
    assert change({"faq/returns/exchange.hr.md": lambda _: "broken"}).cards == ()


def test_a_former_name_is_a_new_address(change: Compare) -> None:
    review = change({"faq/delivery/parcel.en.md": lambda text: text.replace("---\n", "---\naliases: [my-box]\n", 1)})
    assert "q/my-box/" in review.published
    assert review.links == ()


def test_a_draft_that_is_out_is_not_waited_for(change: Compare) -> None:
    review = change({"faq/delivery/delivery-time.en.md": None})
    assert "linkedin-en.delivery-time.1" not in {one.id for one in review.drafts}
    assert [one.record.id for one in review.recalls] == ["linkedin-en.delivery-time.1"]


def test_cards_are_told_by_entry_and_kind_and_none_is_painted(change: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.build.rendering.compose", lambda _job: pytest.fail("nothing is to be drawn"))
    review = change({"faq/returns/exchange.hr.md": lambda text: text.replace("Mogu li", "Smijem li")})
    assert {(one.kind, one.entry, one.card, one.languages) for one in review.cards} == {
        ("changed", "exchange", "qa", ("hr",))
    }
    assert review.cards[0].files == 2, "the preview of its page, and the picture of a post"


def test_a_colour_of_the_brand_changes_every_card(change: Compare) -> None:
    review = change({"faq/faq.yml": lambda text: text + "brand: {colors: {light: {brand: '#113355'}}}\n"})
    assert {"exchange", "topic:returns", "page:index"} <= {one.entry for one in review.cards}
    assert {one.kind for one in review.cards} == {"changed"}
