"""The ready files for CI are whole, ask for little, run commands that there are, and find the last comment."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from generator.build.review_text import MARK
from generator.cli import cli

FOLDER = Path(__file__).parents[1] / "handbook/ci"
GITHUB, GITLAB = FOLDER / "github-actions.yml", FOLDER / "gitlab-ci.yml"


@pytest.fixture(scope="module")
def github() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(GITHUB.read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def gitlab() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))
    return found


def steps(github: dict[str, Any]) -> Iterator[dict[str, Any]]:
    return (step for job in github["jobs"].values() for step in job["steps"])


def scripts(path: Path) -> list[str]:
    """Of every step or job, what a shell runs."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    if path == GITHUB:
        return [step["run"] for step in steps(data) if "run" in step]
    return ["\n".join(job["script"]) for job in data.values() if isinstance(job, dict) and "script" in job]


@pytest.mark.parametrize("path", [GITHUB, GITLAB], ids=lambda path: path.stem)
def test_scripts_are_right_for_a_shell(path: Path) -> None:
    for script in scripts(path):
        done = subprocess.run(["bash", "-n"], input=script, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, ""), script


@pytest.mark.parametrize("path", [GITHUB, GITLAB], ids=lambda path: path.stem)
def test_they_run_commands_that_there_are(path: Path) -> None:
    text = "\n".join(scripts(path))
    commands = [shlex.split(line.partition(" > ")[0]) for line in re.findall(r"\.venv/bin/faq ([^\n]+)", text)]
    for command in commands:
        name, *arguments = command
        above = click.Context(cli, obj=Path(), **cli.context_settings)
        found = cli.commands[name].make_context(name, arguments, parent=above)
        assert found.params
    assert sorted(command[0] for command in commands) == ["build", "check", "diff", "links"]
    assert "make .venv/run" in text


def test_a_change_that_is_refused_is_told_all_the_same(github: dict[str, Any], gitlab: dict[str, Any]) -> None:
    """The comment says why, so neither platform may stop at the first of the two."""
    telling = [
        step for step in github["jobs"]["check"]["steps"] if "diff" in str(step.get("run", step.get("with", "")))
    ]
    assert [step["if"].startswith("${{ !cancelled() &&") for step in telling] == [True, True]
    told = "\n".join(gitlab["check"]["script"])
    assert told.index("faq diff") < told.index("faq check")
    assert gitlab["check"]["artifacts"]["when"] == "always"


@pytest.mark.parametrize("path", [GITHUB, GITLAB], ids=lambda path: path.stem)
def test_the_next_run_finds_the_comment_of_the_last(path: Path) -> None:
    assert path.read_text(encoding="utf-8").count(MARK) == 1
    assert any("@diff.md" in script for script in scripts(path))


def test_actions_are_pinned_by_major_version(github: dict[str, Any]) -> None:
    used = [step["uses"] for step in steps(github) if "uses" in step]
    assert used
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", name) for name in used), "and come from the platform itself"


def test_each_job_may_do_what_it_does_and_no_more(github: dict[str, Any]) -> None:
    assert github["permissions"] == {}
    assert {name: job["permissions"] for name, job in github["jobs"].items()} == {
        "check": {"contents": "read"},
        "comment": {"pull-requests": "write"},
        "deploy": {"pages": "write", "id-token": "write"},
    }
    assert "pull_request_target" not in GITHUB.read_text(encoding="utf-8"), "code of others never runs with rights"
    checkout = next(step for step in steps(github) if step.get("uses", "").startswith("actions/checkout"))
    assert checkout["with"] == {"fetch-depth": 0, "persist-credentials": False}
    running = {name: [step.get("uses", "") for step in job["steps"]] for name, job in github["jobs"].items()}
    assert [name for name, used in running.items() if checkout["uses"] in used] == ["check"]


def test_nothing_of_a_pull_request_is_put_into_a_script(github: dict[str, Any]) -> None:
    assert not any("${{" in script for script in scripts(GITHUB))
    assert "secrets." not in GITHUB.read_text(encoding="utf-8")
    assert github["jobs"]["comment"]["if"].count("github.repository") == 1, "and not for forks"


def test_the_gitlab_job_with_the_token_has_nothing_of_the_merge_request(gitlab: dict[str, Any]) -> None:
    with_token = [
        name for name, job in gitlab.items() if isinstance(job, dict) and "FAQ_COMMENT_TOKEN" in str(job.get("script"))
    ]
    assert with_token == ["comment"]
    assert gitlab["comment"]["variables"] == {"GIT_STRATEGY": "none"}
    assert gitlab["comment"]["needs"] == gitlab["pages"]["needs"] == ["check"]
    assert gitlab["check"]["variables"] == {"GIT_DEPTH": "0"}
    assert gitlab["pages"]["artifacts"]["paths"] == ["public"]


def test_only_the_main_branch_is_deployed(github: dict[str, Any], gitlab: dict[str, Any]) -> None:
    assert github["jobs"]["deploy"]["if"] == "github.event_name == 'push'"
    assert gitlab["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]


def test_the_handbook_leads_to_both() -> None:
    page = (FOLDER.parent / "review.md").read_text(encoding="utf-8")
    assert "(ci/github-actions.yml)" in page
    assert "(ci/gitlab-ci.yml)" in page
