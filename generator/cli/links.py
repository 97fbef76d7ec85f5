"""`faq links`: every address ever published, and repairs when something is renamed, split, merged or retired."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path

import click

from generator import files
from generator.build import linking
from generator.build.linking import Repair
from generator.build.project import Project, read_project
from generator.cli.shared import finish, today_here, today_option
from generator.links import parting, repair
from generator.links.lock import PATH, Lock
from generator.links.target import Target
from generator.problems import has_errors

KEPT = Path("build/retired")
"""Where files that a command deletes are kept, should nobody have them in Git."""


class _Target(click.ParamType[Target]):
    """What people name: an entry's id, entry#heading, topic:<id> or page:<name>."""

    name = "name"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Target:
        """Called by click."""
        if isinstance(value, Target):
            return value
        try:
            return linking.target(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


_TARGET = _Target()


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Print every address with its destination as JSON.")
@click.option(
    "--write", "write_lock", is_flag=True, help="Bring faq/_links.tsv and faq/_titles.tsv up to date without building."
)
@today_option
@click.pass_context
def links(context: click.Context, today: date | None, *, as_json: bool, write_lock: bool) -> None:
    """Show every address ever published that leads elsewhere now, and what is wrong with links.

    The commands below change the files of faq/ and docs/ so that every old address leads on; links between your texts
    follow. Name things as in links: delivery-time is an entry, delivery-time#tracking its heading, topic:delivery a
    topic, page:about a page of docs/.
    """
    if context.invoked_subcommand:
        return
    project, found = read_project(context.obj, both_scripts=False)
    found = [problem for problem in found if problem.code.startswith("AA2") or project is None]
    lost = has_errors(problem for problem in found if problem.code != "AA204")
    if project is None or (lost and not as_json):
        finish(found, lambda: None)
        return
    day = today or today_here()
    lock = linking.current(project, day)
    if write_lock:
        kept = linking.kept(project, lock, day)
        finish([p for p in found if p.code != "AA204"], partial(_write_lock, project, len(lock), kept))
    elif as_json:
        click.echo(json.dumps(list(linking.rows(project, lock)), ensure_ascii=False, indent=1))
        finish(found, lambda: None, aside=True)
    else:
        _print(project, lock)
        finish(found, lambda: None)


def _write_lock(project: Project, addresses: int, kept: Mapping[str, bytes]) -> None:
    changed = files.write(kept, project.root)
    click.echo(f"{project.root / PATH}: {addresses} addresses" + ("" if changed else ", nothing new"))


def _print(project: Project, lock: Lock) -> None:
    rows = list(linking.rows(project, lock))
    for row in rows:
        if row["state"] != "live":
            click.echo(f"{row['state']:<10} {row['since']}  {row['address']}  ->  {row['destination']}")
    live = sum(row["state"] == "live" for row in rows)
    click.echo(f"{len(rows)} addresses, {live} of them live", err=True)


@links.command()
@click.argument("old", type=_TARGET)
@click.argument("new", type=_TARGET)
@click.pass_obj
def rename(root: Path, old: Target, new: Target) -> None:
    """Give an entry, topic, page or heading OLD the id NEW; its old address leads there.

    Where you have renamed the files or the heading already, this only writes the old id down. Two examples:

    \b
    faq links rename shipping-time delivery-time
    faq links rename delivery-time#cost delivery-time#price
    """  # noqa: D301 - click's sign that lines stay as they are
    _mend(root, lambda live, texts: repair.rename(live, texts, old, new))


@links.command()
@click.argument("old", metavar="ID", type=_TARGET)
@click.option("--heir", type=_TARGET, help="What answers for it now: another of its kind, or a heading of an entry.")
@click.option("--withdraw", "why", help="Nothing answers for it: say why. Its address shows that.")
@click.option("--see", type=_TARGET, help="With --withdraw: what comes closest.")
@today_option
@click.pass_obj
def retire(  # noqa: PLR0913, PLR0917 - options
    root: Path, old: Target, heir: Target | None, why: str | None, see: Target | None, today: date | None
) -> None:
    """Delete ID and say where its address leads; its files may be deleted already.

    Either another answers (--heir), or nothing does: then its address stays and shows why (--withdraw). Two examples:

    \b
    faq links retire express --heir delivery-time
    faq links retire cash --withdraw "We take cards only." --see payment-methods
    """  # noqa: D301 - click's sign that lines stay as they are
    if (heir is None) == (not (why or "").strip()) or (see and heir):
        raise click.UsageError("say either --heir OTHER or --withdraw 'why' (and --see OTHER)")
    if heir:
        _mend(root, lambda live, texts: repair.retire(live, texts, old, heir))
    else:
        day = (today or today_here()).isoformat()
        _mend(root, lambda live, texts: repair.withdraw(live, texts, old, (why or "").strip(), see=see, today=day))


@links.command()
@click.argument("old", metavar="ID", type=_TARGET)
@click.argument("new", type=_TARGET)
@click.option("--headings", required=True, help="Ids of headings with commas; the first becomes the question.")
@click.option("--question", default="", help="The new question in the source language, in better words.")
@click.pass_obj
def split(root: Path, old: Target, new: Target, headings: str, question: str) -> None:
    """Cut headings out of entry ID and make the entry NEW of them; their addresses lead to it.

    What stands below them goes along, in every language that has them. An example:

    \b
    faq links split delivery-time follow-parcel --headings tracking
    """  # noqa: D301 - click's sign that lines stay as they are
    anchors = [part.strip() for part in headings.split(",") if part.strip()]
    _mend(root, lambda live, texts: parting.split(live, texts, old, new, anchors, question=question))


@links.command()
@click.argument("old", metavar="ID", type=_TARGET)
@click.argument("into", type=_TARGET)
@click.pass_obj
def merge(root: Path, old: Target, into: Target) -> None:
    """Put entry ID's words below entry INTO as a section; its addresses lead there.

    INTO has to be translated into every language that ID is in. Read the result: two answers seldom read as one.
    """
    _mend(root, lambda live, texts: parting.merge(live, texts, old, into))


def _mend(root: Path, change: Repair) -> None:
    """Do a repair and say which files it changed."""
    changes, found = linking.repair(root, change)
    finish(found, partial(_say, root, files.apply(changes, root, KEPT)))


def _say(root: Path, changed: Sequence[tuple[str, bool]]) -> None:
    for path, is_there in changed:
        click.echo(f"{root / path}" + ("" if is_there else f" deleted, kept in {root / KEPT}"))
