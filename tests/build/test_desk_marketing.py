"""What the desk shows of posts: previews, edits, posts to correct, coverage, and the files of `faq export`."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.build.coverage import coverage
from generator.build.desk_drafts import desk_draft
from generator.build.desk_exports import WEEKS, Downloads, downloads
from generator.build.desk_recalls import desk_recalls
from generator.build.exports_kept import Made, kept
from generator.build.project import Project, read_project
from generator.desk import DeskDraft, DeskExport
from generator.site.shape import CardImage

TODAY = date(2026, 11, 26)
Shown = Callable[[str], DeskDraft]


@pytest.fixture(scope="module")
def project(posting: Path) -> Project:
    found, _ = read_project(posting)
    assert found
    return found


@pytest.fixture
def shown(project: Project) -> Shown:
    """A draft as the desk shows it."""
    card = CardImage(file="en/parcel-qa-wide.png", width=1200, height=630, alt="Where is my parcel?")
    drafts = {draft.id: draft for draft in project.drafts}
    return lambda id_: desk_draft(project, drafts[id_], previews={("parcel", "en"): card})


class TestPreviews:
    def test_a_post_is_cut_where_its_network_cuts_it(self, shown: Shown) -> None:
        draft = shown("linkedin-en.exchange.1")
        (part,) = draft.parts
        assert draft.text[: part.seen].endswith("\n• Then send it within 14\N{NO-BREAK SPACE}days, ")
        assert (part.start, part.end) == (0, len(draft.text))

    def test_the_parts_of_a_thread_are_counted_apart(self, shown: Shown) -> None:
        draft = shown("x-en.parcel.1")
        first, second = (draft.text[part.start : part.end] for part in draft.parts)
        assert (first.splitlines()[0], second.split(":")[0]) == (
            "You ask, we answer: Where is my parcel?",
            "Full answer",
        )
        assert [part.length for part in draft.parts] == [69, len("Full answer: ") + 23 + len(" #Delivery")]
        assert draft.length == 69

    def test_a_link_is_previewed_where_no_picture_stands_in_its_place(self, shown: Shown) -> None:
        draft = shown("x-en.parcel.1")
        first, second = draft.parts  # the picture belongs to the first
        assert (first.link, second.link and second.link.host) == (None, "faq.example.org")
        assert second.link
        assert (second.link.title, second.link.description) == (
            "Where is my parcel?",
            "Follow the link in our e-mail.",
        )
        assert draft.link_picture
        assert draft.link_picture.file == "cards/en/parcel-qa-wide.png"
        assert [part.link for part in shown("x-en.exchange.1").parts] == [None]

    def test_only_networks_that_make_them_show_any(self, project: Project) -> None:
        (draft,) = [draft for draft in project.drafts if draft.id == "x-en.exchange.1"]
        bare = replace(draft, card="")
        assert desk_draft(project, bare).parts[0].link
        silent = {**project.networks, "x": replace(project.networks["x"], link_preview=False)}
        assert desk_draft(replace(project, networks=silent), bare).parts[0].link is None


class TestEdits:
    def test_what_a_person_wrote_is_compared_with_what_was_generated(self, shown: Shown) -> None:
        (edit,) = shown("x-en.parcel.1").edits
        assert edit.what == "text"
        assert "Follow the link" in edit.before
        assert "Open the link" in edit.after

    def test_what_nobody_touched_has_none(self, shown: Shown) -> None:
        assert shown("x-en.exchange.1").edits == ()

    def test_neither_has_what_nobody_knows_any_more(self, project: Project) -> None:
        (draft,) = [draft for draft in project.drafts if draft.id == "x-en.parcel.1"]
        assert desk_draft(replace(project, draft_files={}), draft).edits == ()


def test_posts_to_correct_are_those_that_went_out_and_those_that_are_to(project: Project) -> None:
    found = {one.id: one for one in desk_recalls(project)}
    assert next(iter(found)) == "linkedin-en.delivery-time.1"
    assert found.keys() == {
        *("linkedin-en.delivery-time.1", "linkedin-en.exchange.1", "linkedin-en.parcel.1", "x-en.refund.1"),
    }
    out, waiting = found["linkedin-en.delivery-time.1"], found["x-en.refund.1"]
    assert (out.state, out.posted) == ("published", "https://linkedin.example/posts/1")
    assert [(change.field, change.old, change.new) for change in out.changes] == [
        ("fact:return_window", "14\N{NO-BREAK SPACE}days", "30\N{NO-BREAK SPACE}days")
    ]
    assert "We wrote: Then send it within 14 days" in out.correction
    assert (waiting.state, waiting.correction, waiting.network) == ("approved", "", "X")


def test_coverage_counts_what_went_out_and_what_is_planned_by_language(project: Project) -> None:
    found = coverage(project)
    assert found.entries == {
        "delivery-time": {"en": (1, 1)},
        "parcel": {"en": (0, 2)},
        "exchange": {"en": (0, 2), "hr": (0, 1)},
        "refund": {"en": (0, 1)},
    }
    assert [(topic.id, topic.entries, topic.sent, topic.planned, topic.silent) for topic in found.topics] == [
        ("delivery", 2, 1, 3, 0),
        ("returns", 2, 0, 4, 0),
    ]
    assert [(one.id, one.entries, one.sent, one.planned, one.silent) for one in found.languages] == [
        ("en", 4, 1, 6, 0),
        ("hr", 1, 0, 1, 0),
    ]


def test_what_was_never_posted_stands_out(project: Project) -> None:
    silent = coverage(replace(project, drafts=(), ledger=()))
    assert [topic.silent for topic in silent.topics] == [2, 2]
    assert [language.silent for language in silent.languages] == [4, 1]


@pytest.fixture(scope="module")
def made(project: Project, tmp_path_factory: pytest.TempPathFactory) -> Downloads:
    """What the desk offers on this day."""
    return downloads(project, {}, tmp_path_factory.mktemp("exports"), TODAY)


class TestDownloads:
    @staticmethod
    def of(made: Downloads, name: str) -> DeskExport:
        return next(one for one in made.exports if one.name == name)

    def test_every_target_is_listed(self, project: Project, made: Downloads) -> None:
        assert [one.name for one in made.exports] == [*project.exports, *project.helpdesks]
        assert [one.name for one in made.exports if one.by_command] == ["zip"]

    def test_a_table_has_the_posts_that_are_approved_and_still_true(self, made: Downloads) -> None:
        one = self.of(made, "buffer")
        (path,) = one.files
        assert (path, one.count, one.verified) == ("exports/buffer/x-en.csv", 1, "quoted")
        content = made.files[path].read_bytes()
        assert len(content) == one.files[path]
        (row,) = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
        assert row["Text"].startswith("Often asked: Can I exchange it?\n\nYes, for anything we sell.")
        assert row["Posting Time"] == "2026-12-04 12:00"

    def test_what_was_left_out_is_told(self, made: Downloads) -> None:
        told = {problem.code: problem.place.path for problem in self.of(made, "buffer").told}
        assert told["AA342"].endswith(("x-en/refund.1.md", "linkedin-en/exchange.1.md"))
        assert "AA513" in told  # not approved

    def test_an_overview_shows_all_that_is_planned(self, project: Project, made: Downloads) -> None:
        assert self.of(made, "ics").count == len(project.drafts)

    def test_answers_go_to_helpdesks(self, made: Downloads) -> None:
        one = self.of(made, "answers")
        rows = csv.DictReader(io.StringIO(made.files["exports/answers/answers.csv"].read_text("utf-8-sig"), newline=""))
        assert one.takes == "answers"
        assert len(list(rows)) >= 5

    def test_very_many_answers_are_left_to_the_command_line(self, project: Project, tmp_path: Path) -> None:
        many = replace(project.library, entries=project.library.entries * 1000)
        listed = downloads(replace(project, library=many), {}, tmp_path, TODAY)
        assert (self.of(listed, "answers").by_command, self.of(listed, "buffer").by_command) == (True, False)

    def test_nothing_is_noted(self, posting: Path, made: Downloads) -> None:
        assert made.exports
        assert "exported" not in (posting / "faq/_posts.tsv").read_text("utf-8")
        assert not (posting / "faq/_calendar.tsv").exists()

    def test_posts_beyond_the_coming_weeks_wait(self, project: Project, tmp_path: Path) -> None:
        long_before = downloads(project, {}, tmp_path, date(2026, 10, 1))
        assert WEEKS == 6
        assert self.of(long_before, "buffer").count == 0

    def test_a_draft_that_changes_makes_no_answer_anew(self, project: Project, posting: Path, tmp_path: Path) -> None:
        root = shutil.copytree(posting, tmp_path / "project")
        here = replace(project, root=root)
        downloads(here, {}, tmp_path / "kept", TODAY)
        before = {kind: (tmp_path / "kept" / kind / ".made").read_bytes() for kind in ("posts", "answers")}
        with (root / "faq/_drafts/x-en/parcel.1.md").open("a", encoding="utf-8") as draft:
            draft.write("One more line.\n")
        downloads(here, {}, tmp_path / "kept", TODAY)
        same = {kind: (tmp_path / "kept" / kind / ".made").read_bytes() == old for kind, old in before.items()}
        assert same == {"posts": False, "answers": True}


class TestKept:
    MADE = Made(name="a", files={"a/one.csv": b"1"}, count=1)

    def test_what_did_not_change_is_not_made_again(self, tmp_path: Path) -> None:
        first = kept(tmp_path, ["same"], lambda: [self.MADE])
        assert kept(tmp_path, ["same"], lambda: pytest.fail("made again")) == first
        assert (tmp_path / "a/one.csv").read_bytes() == b"1"

    def test_what_is_of_an_earlier_state_goes(self, tmp_path: Path) -> None:
        kept(tmp_path, ["old"], lambda: [self.MADE])
        now = kept(tmp_path, ["new"], lambda: [Made(name="b", files={"b/two.csv": b"22"})])
        assert now["b"].sizes == {"b/two.csv": 2}
        assert not (tmp_path / "a").exists()

    def test_a_damaged_memory_is_not_believed(self, tmp_path: Path) -> None:
        kept(tmp_path, ["same"], lambda: [self.MADE])
        (tmp_path / ".made").write_text(json.dumps({}))
        assert kept(tmp_path, ["same"], lambda: [self.MADE])["a"].count == 1
