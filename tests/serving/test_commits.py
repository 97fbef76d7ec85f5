"""`faq serve --commit`: each edit is a commit of its own files and of nothing else."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.serving import commits
from generator.serving.running import NoRepositoryError, serve
from generator.serving.workspace import Kind

if TYPE_CHECKING:
    from conftest import Person

ONE = "x-en.delivery-time.1"
Git = Callable[..., str]


@pytest.fixture
def git(person: Person, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Git in the person's folder, without anybody's settings."""
    for key in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(key, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(person.root.parent))

    def run(*arguments: str) -> str:
        done = subprocess.run(["git", *arguments], cwd=person.root, capture_output=True, text=True, check=True)
        return done.stdout

    return run


@pytest.fixture
def repository(git: Git, person: Person) -> Git:
    git("init", "--quiet")
    for key, value in {"user.name": "Ana", "user.email": "ana@example.org", "commit.gpgsign": "false"}.items():
        git("config", key, value)
    git("add", "faq")
    git("commit", "--quiet", "--message=Begin")
    person.workspace.commit = commits.commit
    return git


def test_an_edit_is_a_commit_that_says_what_and_holds_its_files_only(repository: Git, person: Person) -> None:
    (person.root / "faq/facts.yml").write_text("a: {days: 2}\n", "utf-8")
    repository("add", "faq/facts.yml")  # prepared by somebody, for another commit
    done = person.does("approve", ONE)
    assert done.body["problems"] == []
    assert repository("log", "-1", "--format=%s", "--name-only").split("\n") == [
        f"Approve {ONE}", "", "faq/_drafts/x-en/delivery-time.1.md", "faq/_posts.tsv", "",
    ]  # fmt: skip
    assert repository("status", "--short", "faq") == "A  faq/facts.yml\n"
    person.workspace.undo(str(done.body["undo"]))
    assert repository("log", "-1", "--format=%s") == f"Undo: Approve {ONE}\n"
    person.flags("refund", "--help; rm -rf $(pwd)")
    assert repository("log", "-1", "--format=%s", "--name-only").split() == ["Flag", "refund", "faq/_flags.csv"]


def test_what_cannot_be_committed_is_saved_and_told(repository: Git, person: Person) -> None:
    hook = person.root / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho not today >&2\nexit 1\n", "utf-8")
    hook.chmod(0o755)
    before = repository("log", "--oneline")
    done = person.does("approve", ONE)
    assert done.kind is Kind.DONE
    (problem,) = done.body["problems"]  # type: ignore[misc]
    assert problem == {
        "path": "faq/_drafts/x-en/delivery-time.1.md", "line": 1, "column": 1, "severity": "warning", "code": "AA551",
        "message": "this is saved, but not committed: not today", "hint": "commit it yourself",
    }  # fmt: skip
    assert b"state: approved" in person.file(ONE).read_bytes()
    assert repository("log", "--oneline") == before


def test_commits_need_a_repository(git: Git, person: Person) -> None:
    assert git
    assert not commits.is_repository(person.root)
    with pytest.raises(NoRepositoryError):
        serve(person.root, (0, 0), person.workspace.today, watch=False, commit=True, say=print)


def test_commits_need_git(person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not commits.is_repository(person.root)
    assert commits.commit(person.root, "x", ["faq/faq.yml"])[0].code == "AA551"
