"""A project as a revision in Git has it; whatever cannot be had is said with a remedy."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.build.differing import review
from generator.build.revision import exported
from generator.files import paths, read_tree
from generator.problems import Problem

Git = Callable[..., str]
TIME = "faq/delivery/delivery-time.en.md"


@pytest.fixture
def root(tmp_path: Path, project: Callable[..., object]) -> Path:
    """The sound project."""
    project()
    return tmp_path / "project"


@pytest.fixture
def git(root: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Git]:
    """Git in that folder, without anybody's settings; everything is committed once."""
    for key in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(key, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(root.parent))

    def run(*arguments: str, stdin: str = "", cwd: Path = root) -> str:
        who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        command = ["git", *who, *arguments]
        return subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, text=True, check=True).stdout

    run("init", "-q", "-b", "main")
    run("add", "-A")
    run("commit", "-qm", "one")
    return run


def why(found: list[Problem]) -> tuple[str, str]:
    (problem,) = found
    assert problem.code == "AA560"
    return problem.message, problem.hint


def refused(root: Path, revision: str, *, merge_base: bool = False) -> tuple[str, str]:
    made, found = review(root, revision, merge_base=merge_base)
    assert made is None
    return why(found)


def test_files_are_those_of_the_revision(root: Path, git: Git) -> None:
    before = read_tree(root / "faq")
    (root / TIME).unlink()
    (root / "faq/new.txt").write_text("new", encoding="utf-8")
    with exported(root, "main") as (folder, problems):
        assert problems == []
        assert folder
        assert read_tree(folder / "faq") == before
    assert not folder.exists(), "nothing is left behind"
    assert git("status", "--porcelain") == f" D {TIME}\n?? faq/new.txt\n", "and the work tree is as it was"


def test_nothing_of_a_repository_changes_what_is_read(root: Path, git: Git) -> None:
    """`git archive` and a checkout would both do as they are told here."""
    (root / ".gitattributes").write_text(f"{TIME} export-ignore\n*.yml export-subst filter=loud\n", encoding="utf-8")
    git("config", "filter.loud.smudge", f"touch {root}/run")
    git("config", "core.fsmonitor", f"touch {root}/run")
    (root / "faq/facts.yml").write_text("id: {plain: $Format:%H$}\n", encoding="utf-8")
    git("-c", "core.fsmonitor=false", "add", "-A")
    git("-c", "core.fsmonitor=false", "commit", "-qm", "two")
    with exported(root, "HEAD") as (folder, _):
        assert folder
        assert (folder / TIME).is_file()
        assert (folder / "faq/facts.yml").read_text(encoding="utf-8") == "id: {plain: $Format:%H$}\n"
    assert not (root / "run").exists()


def test_a_project_may_lie_below_the_top_of_its_repository(
    root: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "shop").mkdir()
    git("mv", "faq", "mkdocs.yml", "shop")
    git("commit", "-qm", "two")
    monkeypatch.setenv("GIT_DIR", ".git")  # as hooks have it
    with exported(root / "shop", "HEAD") as (folder, problems):
        assert problems == []
        assert folder
        assert list(paths(folder)) == list(paths(root / "shop"))


def test_names_that_are_hard_to_write_are_read_as_they_are(root: Path, git: Git) -> None:
    for name in ("with space", 'quote"and\ttab', "šđ", "line\nend"):
        (root / "faq" / name).write_text(name, encoding="utf-8")
    git("add", "-A")
    git("commit", "-qm", "two")
    with exported(root, "HEAD") as (folder, _):
        assert folder
        assert read_tree(folder) == {n: c for n, c in read_tree(root).items() if not n.startswith(".git/")}


def test_links_are_not_followed(root: Path, git: Git) -> None:
    (root / "faq/delivery/other.en.md").symlink_to("/etc/hostname")
    git("add", "-A")
    git("commit", "-qm", "two")
    with exported(root, "HEAD") as (folder, _):
        assert folder
        assert not os.path.lexists(folder / "faq/delivery/other.en.md")


def test_a_path_that_leads_out_of_the_folder_is_refused(root: Path, git: Git) -> None:
    """Git's own commands make no such tree, others may."""
    blob = git("hash-object", "-w", "--stdin", stdin="gotcha").strip()
    raw = b"100644 ..\0" + bytes.fromhex(blob)
    (root / "raw").write_bytes(raw)
    inner = git("hash-object", "-t", "tree", "-w", "--literally", "raw").strip()
    tree = git("mktree", stdin=f"040000 tree {inner}\tfaq\n").strip()
    commit = git("commit-tree", tree, "-m", "bad").strip()
    message, _ = refused(root, commit)
    assert "would lie outside the folder: 'faq/..'" in message
    assert not (root.parent / "gotcha").exists()


def test_what_is_no_revision_is_refused(root: Path, git: Git) -> None:
    for name in ("nosuch", "main:faq", "main..HEAD", "HEAD~9", "", "--output=x", "-p", "a\nb", "@{u}"):
        message, hint = refused(root, name)
        assert "cannot be read" in message, name
        assert "name a commit, branch or tag" in hint
        assert message.isprintable()
    assert git("status", "--porcelain") == ""


def test_a_folder_that_is_in_no_repository(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(root.parent))
    assert refused(root, "main") == (
        "this folder is in no Git repository",
        "run it in a clone of your repository, or name one with --root",
    )


def test_git_is_not_installed(root: Path, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    assert git("rev-parse", "main")
    monkeypatch.setenv("PATH", str(root))
    assert refused(root, "main")[0] == "Git is not installed"


def test_a_shallow_clone_is_told_how_to_become_whole(root: Path, git: Git) -> None:
    git("commit", "-qm", "two", "--allow-empty")
    clone = root.parent / "clone"
    git("clone", "-q", "--depth=1", f"file://{root}", str(clone))
    message, hint = refused(clone, "HEAD~1")
    assert "'HEAD~1' cannot be read" in message
    assert "git fetch --unshallow" in hint
    assert review(clone, "HEAD")[1] == [], "what it has can be compared"


def test_the_commit_where_the_branch_began(root: Path, git: Git) -> None:
    git("checkout", "-qb", "mine")
    git("checkout", "-q", "main")
    (root / "faq/facts.yml").write_text("window: {days: 14}\n", encoding="utf-8")
    git("add", "-A")
    git("commit", "-qm", "somebody else's")
    git("checkout", "-q", "mine")
    others, _ = review(root, "main")
    own, _ = review(root, "main", merge_base=True)
    assert others
    assert own
    assert [(fact.name, fact.kind) for fact in others.words.facts] == [("window", "removed")]
    assert own.is_empty
    git("checkout", "-q", "--orphan", "apart")
    git("commit", "-qm", "nothing in common")
    assert "no commit in common" in refused(root, "main", merge_base=True)[0]


def test_before_there_was_an_faq_everything_is_new(root: Path, git: Git) -> None:
    git("rm", "-rq", "--cached", "faq")
    git("commit", "-qm", "without")
    made, problems = review(root, "HEAD")
    assert problems == []
    assert made
    assert [(one.kind, one.id) for one in made.words.entries] == [("added", "delivery-time")]
    assert made.links == ()
    assert made.published == ("t/delivery/", "q/delivery-time/", "t/delivery/#delivery-time")


def test_a_state_that_cannot_be_used_is_nothing_to_compare_with(root: Path, git: Git) -> None:
    good = (root / "faq/faq.yml").read_text(encoding="utf-8")
    (root / "faq/faq.yml").write_text("name: [broken\n", encoding="utf-8")
    git("commit", "-qam", "two")
    (root / "faq/faq.yml").write_text(good, encoding="utf-8")
    assert "faq/faq.yml of 'HEAD' cannot be used" in refused(root, "HEAD")[0]


def test_settings_and_data_are_named(root: Path, git: Git) -> None:
    assert git("rev-parse", "HEAD")
    (root / "mkdocs.yml").write_text("site_url: https://faq.example.org/\nsite_name: New\n", encoding="utf-8")
    (root / "faq/_data/networks").mkdir(parents=True)
    (root / "faq/_data/networks/own.yml").write_text("{}", encoding="utf-8")
    made, _ = review(root, "HEAD")
    assert made
    assert made.files == ("faq/_data/networks/own.yml", "mkdocs.yml")
