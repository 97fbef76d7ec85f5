"""A project's lock and repairs: what is read from the folder, and what is written back."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from generator.build import linking
from generator.build.project import Project, read_project
from generator.files import write, write_file
from generator.links import titles
from generator.links.repair import rename
from generator.links.target import Target

DAY = date(2026, 3, 1)
REPLY_TIME, ANSWERS = Target("entry", "reply-time"), Target("entry", "answers")


def read(root: Path) -> Project:
    project, _ = read_project(root, both_scripts=False)
    assert project
    return project


def renamed(root: Path) -> tuple[dict[str, bytes | None], list[str]]:
    changes, problems = linking.repair(root, lambda live, texts: rename(live, texts, REPLY_TIME, ANSWERS))
    return changes, [f"{problem.code} {problem.place.path}" for problem in problems]


def test_a_first_build_locks_everything_and_nobody_is_warned_before(small: Path) -> None:
    project = read(small)
    assert linking.unlocked(project) == []
    lock = linking.current(project, DAY)
    assert {row.since for row in lock.values()} == {DAY}
    write(linking.kept(project, lock, DAY), small)
    again = read(small)
    assert linking.unlocked(again) == []
    assert linking.current(again, date(2027, 1, 1)) == lock


def test_a_question_that_is_asked_otherwise_stays_known(small: Path) -> None:
    project = read(small)
    write(linking.kept(project, linking.current(project, DAY), DAY), small)
    path = small / "faq/about/reply-time.en.md"
    old, new = project.library.by_id["reply-time"]["en"].question, "When do I hear from you?"
    write_file(path, path.read_bytes().replace(old.encode(), new.encode()))
    project = read(small)
    later = date(2026, 4, 1)
    kept = linking.kept(project, linking.current(project, later), later)[titles.PATH].decode()
    assert f"en\treply-time\t{old}\t2026-03-01\n" in kept
    assert f"en\treply-time\t{new}\t2026-04-01\n" in kept


def test_days_come_from_the_lock(small: Path) -> None:
    project = read(small)
    dates = linking.dates(project.library, linking.current(project, DAY))
    assert dates.since["reply-time", "sr"] == DAY
    assert linking.dates(project.library, linking.current(project)).since == {}, "not published yet"


def test_every_address_is_listed_with_its_destination(small: Path) -> None:
    project = read(small)
    write(linking.kept(project, linking.current(project, DAY), DAY), small)
    changes, problems = renamed(small)
    assert problems == []
    for path, content in changes.items():
        (small / path).unlink() if content is None else write_file(small / path, content)
    project = read(small)
    rows = list(linking.rows(project, linking.current(project, DAY)))
    base = project.addresses.base
    assert {
        "language": "sr",
        "address": f"{base}sr/q/reply-time/",
        "entry": "answers",
        "since": "2026-03-01",
        "state": "moved",
        "destination": f"{base}sr/q/answers/",
    } in rows
    assert all(row["address"] == row["destination"] for row in rows if row["state"] == "live")


def test_links_to_other_files_are_not_followed_and_not_replaced(small: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("---\nquestion: A?\n---\n[a](entry:reply-time)\n", encoding="utf-8")
    (small / "faq" / "about" / "linked.en.md").symlink_to(secret)
    (small / "faq" / "about" / ".draft.en.md").write_text("[a](entry:reply-time)", encoding="utf-8")
    changes, problems = renamed(small)
    assert problems == []
    assert not [path for path in changes if "linked" in path or ".draft" in path]


def test_drafts_and_data_are_not_touched(small: Path) -> None:
    for name in ("_drafts/x/reply-time.1.md", "_data/languages/xx.md"):
        write_file(small / "faq" / name, b"[a](entry:reply-time)")
    assert not [path for path in renamed(small)[0] if "/_d" in path]


def test_a_file_that_is_no_text_stops_a_repair(small: Path) -> None:
    write_file(small / "docs" / "x.md", b"\xff")
    assert renamed(small) == ({}, ["AA000 docs/x.md"])


def test_a_project_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    assert renamed(tmp_path) == ({}, ["AA013 faq/faq.yml"])


def test_problems_elsewhere_do_not_stand_in_the_way(small: Path) -> None:
    write_file(small / "faq" / "about" / "other.en.md", b"---\nquestion: [\n---\n")
    changes, problems = renamed(small)
    assert problems == []
    assert changes


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_does_not_stall_a_repair(small: Path) -> None:
    os.mkfifo(small / "faq" / "about" / "pipe.en.md")
    assert renamed(small)[1] == []


def test_what_people_name_is_understood_or_explained() -> None:
    assert linking.target("topic:about") == Target("topic", "about")
    with pytest.raises(ValueError, match=r"'a b' names nothing; write an entry's id"):
        linking.target("a b")
