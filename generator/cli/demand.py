"""`faq demand`: what people ask, from logs."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from generator import files
from generator.build.asking import asked
from generator.build.project import Project, read_project
from generator.cli.shared import PROBLEMS, finish, format_option, progress
from generator.demand import Question, kept, read
from generator.demand import report as reports
from generator.demand.columns import parse
from generator.demand.reading import ENCODINGS
from generator.meaning.embedders import MODELS, Embedder, embedder
from generator.problems import Problem, Severity


@click.command()
@click.argument(
    "logs", metavar="LOG…", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--columns", default="", help="Which column is what, like question=Subject,day='Created at'.")
@click.option("--encoding", type=click.Choice(ENCODINGS), default=None, help="Of logs that are not UTF-8.")
@click.option(
    "--meaning", metavar="MODEL", default="", help=f"Match by meaning, too: {', '.join(MODELS)}, or a model's folder."
)
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON, with the questions that no entry answers.")
@click.option("--keep", is_flag=True, help="Keep it as faq/_demand.csv and .yml, in place of earlier ones.")
@format_option
@click.pass_obj
def demand(  # noqa: PLR0913 - options of a command
    root: Path,
    logs: tuple[Path, ...],
    columns: str,
    meaning: str,
    form: str,
    *,
    encoding: str | None,
    as_json: bool,
    keep: bool,
) -> None:
    """Say how often each entry is asked for, in which months, and how many questions none answers.

    LOG is an export of a helpdesk or of searches: CSV, JSON, JSON Lines, the desk's faq/_flags.csv, or text with a
    question a line. What may name a person is masked before anything is counted, and the log is not copied. With
    --keep the planner, 'faq status health' and the desk know what is asked for. With --meaning a question in quite
    other words finds its entry: the model runs here and must be installed, as the handbook says. Errors in the FAQ
    are counted and stop nothing but --keep, and that only where a file cannot be read.
    """
    mapping, wrong = parse(columns)
    if wrong:
        raise click.BadParameter(wrong, param_hint="--columns")
    embed = _model(meaning) if meaning else None
    project, errors = _project(root, form, keep=keep)
    questions: list[Question] = []
    problems: list[Problem] = []
    with progress() as step:
        for log in logs:
            step(f"Reading {log.name}")
            found, bad = read(log.read_bytes(), str(log), mapping, project.addresses.base, encoding or "")
            questions += found
            problems += bad
        step("Matching")
        made = asked(project, questions, embed)
    said = json.dumps(reports.as_data(made), ensure_ascii=False, indent=1) if as_json else reports.as_text(made)

    def end() -> None:
        if keep:
            files.write(kept.files(made), root)
        click.echo(said)
        if errors:
            of = "1 error" if errors == 1 else f"{errors} errors"
            click.echo(f"The FAQ has {of}, and what cannot be read is left out: faq check says more.", err=True)

    finish(problems, end, form=form, aside=True)


def _project(root: Path, form: str, *, keep: bool) -> tuple[Project, int]:
    """The project and how many errors it has: an answer that is still to be written is asked for like any other.

    Nothing is kept while a file cannot be read: what is asked of it would be kept as a gap.
    """
    project, found = read_project(root)
    if project is None or (keep and project.library.unreadable):
        finish(found, lambda: None, form=form)
        sys.exit(PROBLEMS)
    return project, sum(problem.severity is Severity.ERROR for problem in set(found))


def _model(name: str) -> Embedder:
    made, wrong = embedder(name)
    if made is None:
        raise click.BadParameter(wrong, param_hint="--meaning")
    return made
