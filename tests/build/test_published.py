"""What was published is what the lock says, and what Git last kept of it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.build.published import Published, read_published
from generator.links import titles
from generator.links.lock import PATH
from generator.links.titles import Title

HEADER = "language\tpath\tanchor\tentry\tsince\tstate\n"
A = "en\tq/a/\t\ta\t2026-01-01\tlive\n"
B = "en\tq/b/\t\tb\t2026-01-01\tlive\n"
C = "en\tq/c/\t\tc\t2026-01-01\tlive\n"
Git = Callable[..., str]


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Git in the folder of the project, without anybody's settings."""
    for key in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(key, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    def run(*arguments: str, cwd: Path = tmp_path / "project") -> str:
        who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        done = subprocess.run(["git", *who, *arguments], cwd=cwd, capture_output=True, text=True, check=True)
        return done.stdout

    (tmp_path / "project" / "faq").mkdir(parents=True)
    return run


def commit(git: Git, root: Path, text: str) -> None:
    (root / PATH).write_text(text, encoding="utf-8")
    git("add", "-A")
    git("commit", "-qm", "x")


def paths(published: Published) -> tuple[list[str], list[str]]:
    """Of the file, and of Git."""
    return [path for path, _ in published.lock], sorted(path for path, _ in published.committed)


def test_a_project_that_was_never_built_owes_nothing(tmp_path: Path) -> None:
    assert read_published(tmp_path) == (Published(), [])


def test_without_git_the_file_alone_counts(git: Git, tmp_path: Path) -> None:
    root = tmp_path / "project"
    (root / PATH).write_text(HEADER + A, encoding="utf-8")
    assert paths(read_published(root)[0]) == (["q/a/"], [])
    git("init", "-q")
    assert paths(read_published(root)[0]) == (["q/a/"], []), "a repository without a commit"


def test_a_line_that_is_taken_out_is_still_known(git: Git, tmp_path: Path) -> None:
    root = tmp_path / "project"
    git("init", "-q")
    commit(git, root, HEADER + A + B)
    (root / PATH).write_text(HEADER + A, encoding="utf-8")
    assert paths(read_published(root)[0]) == (["q/a/"], ["q/a/", "q/b/"])
    commit(git, root, HEADER + A)
    assert paths(read_published(root)[0]) == (["q/a/"], ["q/a/", "q/b/"]), "in a fresh checkout of that commit too"
    (root / PATH).unlink()
    assert paths(read_published(root)[0]) == ([], ["q/a/", "q/b/"])


def test_of_two_versions_the_newer_line_holds(git: Git, tmp_path: Path) -> None:
    root = tmp_path / "project"
    git("init", "-q")
    commit(git, root, HEADER + A)
    commit(git, root, HEADER + A.replace("live", "withdrawn"))
    (row,) = read_published(root)[0].committed.values()
    assert row.state == "withdrawn"


def test_a_project_below_the_repositorys_root_and_its_subfolder_are_found(git: Git, tmp_path: Path) -> None:
    root = tmp_path / "project" / "sites" / "shop"
    (root / "faq").mkdir(parents=True)
    git("init", "-q")
    commit(git, root, HEADER + C)
    assert paths(read_published(root)[0]) == (["q/c/"], ["q/c/"])


def test_a_shallow_checkout_knows_what_it_has(git: Git, tmp_path: Path) -> None:
    root, copy = tmp_path / "project", tmp_path / "copy"
    git("init", "-q")
    commit(git, root, HEADER + A + B)
    commit(git, root, HEADER + A)
    git("clone", "-q", "--depth", "1", root.as_uri(), str(copy), cwd=tmp_path)
    assert paths(read_published(copy)[0]) == (["q/a/"], ["q/a/"])


def test_a_version_with_windows_line_ends_or_marks_of_a_merge_counts_as_far_as_it_can_be_read(
    git: Git, tmp_path: Path
) -> None:
    root = tmp_path / "project"
    git("init", "-q")
    git("config", "core.autocrlf", "false")
    (root / PATH).write_bytes((HEADER + A + "<<<<<<< x\n" + B).replace("\n", "\r\n").encode())
    git("add", "-A")
    git("commit", "-qm", "x")
    published, problems = read_published(root)
    assert paths(published) == (["q/a/", "q/b/"], ["q/a/", "q/b/"])
    assert [(p.code, p.place.line) for p in problems] == [("AA205", 3)]


def test_titles_are_read_and_told_in_the_same_way(tmp_path: Path) -> None:
    (tmp_path / "faq").mkdir()
    (tmp_path / titles.PATH).write_text("en\ta\tWhat is a?\t2026-01-01\n=======\n", encoding="utf-8")
    published, problems = read_published(tmp_path)
    assert published.titles == {Title("en", "a", "What is a?"): date(2026, 1, 1)}
    assert [(p.code, str(p.place)) for p in problems] == [("AA213", "faq/_titles.tsv:2:1")]


@pytest.mark.parametrize(("path", "code"), [(PATH, "AA205"), (titles.PATH, "AA213")])
def test_what_is_no_text_is_told(path: str, code: str, tmp_path: Path) -> None:
    (tmp_path / "faq").mkdir()
    (tmp_path / path).write_bytes(b"\xff\xfe")
    published, problems = read_published(tmp_path)
    assert (published, [p.code for p in problems]) == (Published(), [code])


@pytest.mark.parametrize("path", [PATH, titles.PATH])
def test_a_folder_in_its_place_is_told(path: str, tmp_path: Path) -> None:
    (tmp_path / path).mkdir(parents=True)
    assert [p.code for p in read_published(tmp_path)[1]] == ["AA011"]


def test_a_machine_without_git_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "faq").mkdir()
    (tmp_path / PATH).write_text(HEADER + A, encoding="utf-8")
    monkeypatch.setenv("PATH", "")
    assert paths(read_published(tmp_path)[0]) == (["q/a/"], [])
