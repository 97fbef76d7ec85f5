"""`faq diff`: what a change does for people, between a revision in Git and the working folder."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from generator.build import differing, review_text
from generator.cli.shared import PROBLEMS, finish, format_option


@click.command()
@click.argument("revision", metavar="REV")
@click.option("--merge-base", is_flag=True, help="Compare with the commit where the present branch left REV.")
@click.option("--markdown", is_flag=True, help="Print it as a comment for a pull request.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@format_option
@click.pass_obj
def diff(  # noqa: PLR0913 - each is an option
    root: Path, revision: str, form: str, *, merge_base: bool, markdown: bool, as_json: bool
) -> None:
    """Show what your change does for people: REV (a commit, branch or tag in Git) against the folder as it is.

    Entries, facts and who says them, pages, translations that fall behind, addresses that lead elsewhere or would be
    lost, drafts that follow, posts to correct, and cards that look otherwise. Nothing is written. Two examples:

    \b
    faq diff HEAD
    faq diff main --merge-base --markdown
    """  # noqa: D301 - click's sign that lines stay as they are
    if markdown and as_json:
        raise click.UsageError("choose either --markdown or --json")
    review, found = differing.review(root, revision, merge_base=merge_base)
    if review is None:
        finish(found, lambda: None, form=form, aside=markdown or as_json)
        sys.exit(PROBLEMS)
    if as_json:
        click.echo(json.dumps(review_text.as_data(review), ensure_ascii=False, indent=1))
    else:
        click.echo(review_text.as_markdown(review) if markdown else review_text.as_text(review), nl=not markdown)
