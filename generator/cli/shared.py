"""What all commands share: exit codes, options, progress, and how problems are printed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from generator import files, problems
from generator.build.project import Project, read_project
from generator.problems import Problem, has_errors

FINE, PROBLEMS, USAGE, OUR_FAULT, INTERRUPTED = 0, 1, 2, 3, 130


class Day(click.ParamType[date]):
    """A date as people type it on a command line: 2026-11-22."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401 - click's signature
        """Called by click."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no date; write it like 2026-11-22", param, ctx)


def today_option(command: Callable[..., None]) -> Callable[..., None]:
    """`--today`: nothing below the command line asks a clock, so the same call can be repeated later."""
    return click.option("--today", type=Day(), help="Build as if it were this day (default: the real one).")(command)


format_option = click.option(
    "--format", "form", type=click.Choice(list(problems.FORMATS)), default="text", help="How problems are printed."
)


def project_of(root: Path, form: str) -> Project:
    """The project, or the end: its errors printed."""
    project, found = read_project(root)
    if project is None or has_errors(found):
        finish(found, lambda: None, form=form)
        sys.exit(PROBLEMS)
    return project


def write(tree: Mapping[str, bytes], folder: Path) -> None:
    """Write files and name those that changed."""
    for path in files.write(tree, folder):
        click.echo(folder / path)


def print_problems(found: Sequence[Problem], form: str, *, aside: bool = False) -> None:
    """Problems in the wanted form; `aside` where standard output is for data."""
    if found or form == "json":
        click.echo(problems.FORMATS[form](found), err=aside)


def finish(found: Sequence[Problem], done: Callable[[], None], *, form: str = "text", aside: bool = False) -> None:
    """Print problems (`aside` where standard output is for data), leave if one is an error, else do what is left."""
    print_problems(found, form, aside=aside)
    if found:
        click.echo(problems.summary(set(found)), err=True)
    if has_errors(found):
        sys.exit(PROBLEMS)
    done()


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Steps on one line of a terminal; silence in a pipe."""
    if not sys.stderr.isatty():
        yield lambda _step: None
        return
    try:
        yield lambda step: click.echo(f"\r\033[K{step}", nl=False, err=True)
    finally:
        click.echo("\r\033[K", nl=False, err=True)


def today_here() -> date:
    """The only clock of the program."""
    return datetime.now(tz=UTC).astimezone().date()
