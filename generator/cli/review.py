"""`faq review`: recording that entries were read and found true."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import click

from generator.build import reviewing
from generator.cli.shared import Day, finish, format_option, today_here, write


@click.command()
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option("--lang", default="", help="The translation into this language was read (default: the source).")
@click.option("--by", default="", help="Who read it; the name stands in the file, nowhere public.")
@click.option("--on", type=Day(), help="The day (default: today).")
@format_option
@click.pass_obj
def review(  # noqa: PLR0913 - each is an option
    root: Path, ids: tuple[str, ...], lang: str, by: str, on: date | None, *, form: str
) -> None:
    """Record that you read entries and found that every word and fact in them still holds.

    A review holds until somebody changes the words, or a fact in them; it is then void, and 'faq check' says so. That
    of the source holds for all languages, that of a translation for its language. What is due: faq status health.
    """
    today = today_here()
    if on and on > today:
        raise click.BadParameter(f"{on} has not come yet", param_hint="--on")
    tree, found = reviewing.review(root, ids, lang, by, on or today)
    finish(found, partial(write, tree, root), form=form)
