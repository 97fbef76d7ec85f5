"""`faq status`: what editors have to do, and recording that it was done."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from functools import partial
from pathlib import Path

import click

from generator.build import health_told, posts
from generator.build import status as stand
from generator.build.health import health as health_of
from generator.cli.shared import finish, format_option, project_of, today_here, today_option, write
from generator.content.load import load
from generator.content.meta import Grade
from generator.content.translations import GRADES
from generator.problems import has_errors, visible
from generator.social import recall as called_back
from generator.social.flags import Proposal, proposals


@click.group(invoke_without_command=True)
@click.option("--lang", default="", help="Only this language.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_context
def status(context: click.Context, lang: str, *, as_json: bool) -> None:
    """Show what translators have to do: translations that are missing or behind.

    All else that editors have to see to, from reviews to facts that nothing uses, is in 'faq status health'.
    """
    if context.invoked_subcommand:
        return
    library, found = load(context.obj, both_scripts=False)
    if library is None:
        finish(found, lambda: None)
        return
    translated = library.settings.languages[1:]
    if lang and lang not in translated:
        raise click.BadParameter(f"languages with translations are {', '.join(translated)}", param_hint="--lang")
    rows = stand.rows(library, [lang] if lang else translated)
    if as_json:
        click.echo(json.dumps({"translations": stand.as_data(rows)}, ensure_ascii=False, indent=1))
    else:
        click.echo(stand.as_text(rows) or "There are no translations.")
        click.echo("Reviews, gaps and what nobody uses: faq status health", err=True)
    if has_errors(found):
        click.echo("Some files cannot be read or have errors: faq check says which.", err=True)


@status.command()
@click.argument("id_", metavar="ID")
@click.argument("grade_", metavar="typo|medium|major", type=click.Choice(GRADES))
@today_option
@click.pass_obj
def grade(root: Path, id_: str, grade_: Grade, today: date | None) -> None:
    """Say how much the last edit of ID's source concerns its translations.

    typo: not at all. medium: they should follow, and 'faq status' lists them. major: what they say is wrong now,
    and until they follow their pages warn the reader.
    """
    tree, found = stand.grade(root, id_, grade_, today or today_here())
    finish(found, partial(write, tree, root))


@status.command()
@click.argument("id_", metavar="[ID]", default="")
@click.argument("lang", metavar="[LANGUAGE]", default="")
@click.option("--all", "adopt", is_flag=True, help="All translations that do not say which text they were made from.")
@click.pass_obj
def translated(root: Path, id_: str, lang: str, *, adopt: bool) -> None:
    """Record that the translation of ID into LANGUAGE says what its source says now."""
    if adopt == bool(id_ and lang) or (adopt and id_):
        raise click.UsageError("name an entry and a language, or --all")
    tree, found = stand.adopted(root) if adopt else stand.translated(root, id_, lang)
    finish(found, partial(write, tree, root))


@status.command()
@click.option("--days", type=click.IntRange(0, 3650), default=30, show_default=True, help="Reviews due within so many.")
@click.option("--find", is_flag=True, help="Ask the site's search for every question; takes seconds.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON, every part whole.")
@today_option
@format_option
@click.pass_obj
def health(  # noqa: PLR0913 - each is an option
    root: Path, days: int, today: date | None, form: str, *, find: bool, as_json: bool
) -> None:
    """List what the FAQ lacks and what grows old.

    Reviews to make by who has to, with their days; translations that are missing or behind; entries without a short
    answer or an owner; facts that nothing uses; entries never posted, never asked for in the log of 'faq demand
    --keep', and those for which agents never flagged a customer's words; how many of that log's answers link to the
    FAQ. With --find also entries that the site's search does not find first by their own words. 'faq review' records
    a review.
    """
    found = health_of(project_of(root, form), today or today_here(), days, find=find)
    if as_json:
        click.echo(json.dumps({"health": health_told.as_data(found)}, ensure_ascii=False, indent=1))
    else:
        click.echo(health_told.as_text(found))


@status.command()
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@format_option
@click.pass_obj
def recall(root: Path, form: str, *, as_json: bool) -> None:
    """List posts that went out and are not right any more, with a correction ready to post.

    A post is listed when a sentence or fact that it used reads otherwise now, or when its entry is gone. Set 'state:
    retired' in its draft once it is corrected or taken down.
    """
    found = posts.recalls(project_of(root, form))
    if as_json:
        click.echo(json.dumps({"recall": called_back.as_data(found)}, ensure_ascii=False, indent=1))
    else:
        click.echo(called_back.as_text(found) or "No post that went out has to be corrected.")


@status.command()
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@format_option
@click.pass_obj
def flags(root: Path, form: str, *, as_json: bool) -> None:
    """List customers' words that agents flagged on the desk, asked most often first.

    Words that an entry's question or 'also_asked' has are left out: take over those that help others to find the
    answer.
    """
    project = project_of(root, form)
    found = proposals(project.flags, project.library)
    if as_json:
        click.echo(json.dumps({"proposals": [asdict(one) for one in found]}, ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(map(_proposal, found)) or "No words wait for an entry.")


def _proposal(one: Proposal) -> str:
    return f"{one.count:>4}  {one.entry:<28} {one.language:<8} {visible(one.words)}"
