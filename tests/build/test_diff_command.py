"""`faq diff` from its command line to what it prints."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Faq = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def repository(posting: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The FAQ with its planned posts, committed as they were before a fact changed."""
    root = tmp_path_factory.mktemp("repository") / "project"
    shutil.copytree(posting, root)
    changed = (root / "faq/facts.yml").read_text(encoding="utf-8")
    (root / "faq/facts.yml").write_text("return_window: {days: 14}\n", encoding="utf-8")
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    nobodys = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    for command in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-qm", "one"]):
        subprocess.run(["git", *who, *command], cwd=root, env=nobodys, check=True)
    (root / "faq/facts.yml").write_text(changed, encoding="utf-8")
    return root


def test_as_text(faq: Faq, repository: Path) -> None:
    said = faq(repository, "diff", "main").stdout.replace("\xa0", " ").replace("\\xa0", " ")
    assert "Posts to correct: 1 post\n  linkedin-en.delivery-time.1  2026-12-02 09:00  fact 'return_window'" in said
    assert "changed  return_window  en: 14 days → 30 days; hr: 14 dana → 30 dana  4 entries" in said
    assert "changed  refund         qa  en  2 files" in said


def test_as_a_comment_and_as_json(faq: Faq, repository: Path) -> None:
    comment = faq(repository, "diff", "main", "--markdown").stdout
    assert comment.startswith("<!-- faq diff -->\n")
    assert not comment.endswith("\n\n")
    data = json.loads(faq(repository, "diff", "main", "--json").stdout)
    assert [one["id"] for one in data["recall"]] == ["linkedin-en.delivery-time.1"]
    both = faq(repository, "diff", "main", "--json", "--markdown", check=False)
    assert (both.returncode, "either" in both.stderr) == (2, True)


def test_a_wrong_revision_is_a_problem(faq: Faq, repository: Path) -> None:
    done = faq(repository, "diff", "nosuch", check=False)
    assert done.returncode == 1
    assert done.stdout.startswith("faq:1:1: error AA560 'nosuch' cannot be read: there is no such revision\n")
    done = faq(repository, "diff", "nosuch", "--json", check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert "AA560" in done.stderr
    hostile = faq(repository, "diff", "--", "--output=x", check=False)
    assert (hostile.returncode, "no name of a revision" in hostile.stdout) == (1, True)
