"""`faq find`: what customers find for their words, and why."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from generator.build import searching
from generator.build.project import Project, read_project
from generator.build.searching import Found
from generator.cli.shared import finish, progress
from generator.problems import has_errors, visible

_MOST = 100


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--lang", default="", help="The language to search (default: the one you write first).")
@click.option("--limit", type=click.IntRange(1, _MOST), default=10, show_default=True, help="At most so many answers.")
@click.option("--explain", is_flag=True, help="Say what each word did for each answer.")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
@click.pass_obj
def find(  # noqa: PLR0913 - options
    root: Path, words: tuple[str, ...], lang: str, limit: int, *, explain: bool, as_json: bool
) -> None:
    """Search as customers do: print the answers to WORDS, best first, with their addresses.

    The ranking is that of the site and the desk. Type as people type: without diacritics, in either script, with slips.
    """
    with progress() as step:
        step("Reading")
        project, found = read_project(root)
        step("Searching")
        hits = _hits(project, lang, " ".join(words), limit) if project else []
    if project is None:
        finish(found, lambda: None)
    elif as_json:
        rows = [{key: value for key, value in asdict(hit).items() if explain or key != "reasons"} for hit in hits]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        said = [line for hit in hits for line in _lines(hit, explain=explain)]
        click.echo("\n".join(said) or f"Nothing answers: {_plain(' '.join(words))}")
    if project and has_errors(found):
        click.echo("Some files cannot be read or have errors: faq check says which.", err=True)


def _hits(project: Project, lang: str, query: str, limit: int) -> list[Found]:
    languages = project.library.languages
    if lang and lang not in languages:
        raise click.BadParameter(f"languages are {', '.join(languages)}", param_hint="--lang")
    return searching.find(project, lang or project.library.settings.source, query, limit)


def _lines(hit: Found, *, explain: bool) -> Iterator[str]:
    yield _plain(f"{hit.question} › {hit.heading}" if hit.heading else hit.question)
    if hit.short:
        yield f"    {_plain(hit.short)}"
    yield f"    {hit.address}"
    if explain:
        yield f"    {hit.score:.1f} in all"
        yield from (f"      {_plain(reason)}" for reason in hit.reasons)


def _plain(text: str) -> str:
    """On one line, with nothing in it that a terminal obeys."""
    return visible(" ".join(text.split()))
