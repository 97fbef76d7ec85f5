"""The `faq` command with all its commands, and what becomes of whatever goes wrong."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path

import click

from generator import __version__, files
from generator.build import bring, linking, pictures, post_rules, proofing, publish, voicing
from generator.build.project import Project, read_project
from generator.cli.count import count
from generator.cli.demand import demand
from generator.cli.diff import diff
from generator.cli.export import export
from generator.cli.find import find
from generator.cli.links import KEPT, links
from generator.cli.plan import plan
from generator.cli.review import review
from generator.cli.shared import (
    FINE,
    INTERRUPTED,
    OUR_FAULT,
    PROBLEMS,
    USAGE,
    finish,
    format_option,
    progress,
    today_here,
    today_option,
    write,
)
from generator.cli.status import status
from generator.content.create import LANGUAGES
from generator.content.importers.formats import READERS
from generator.links import heading_ids


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="faq")
@click.option(
    "--root",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="The project's folder, which holds faq/ and mkdocs.yml (default: here).",
)
@click.pass_context
def cli(context: click.Context, root: Path) -> None:
    """One folder of FAQ entries: a public site, post drafts with cards, and a desk for support agents."""
    context.obj = root


@cli.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", default="Our FAQ", help="The name of your organisation.")
@click.option("--languages", default=",".join(LANGUAGES), help="Codes with commas; the first is written first.")
def init(folder: Path, name: str, languages: str) -> None:
    """Make a small FAQ in FOLDER that builds at once."""
    tree, found = bring.init(folder, [code.strip() for code in languages.split(",") if code.strip()] or ["en"], name)
    finish(found, partial(write, tree, folder))


@cli.command()
@click.argument("id_", metavar="[ID]", default="")
@click.option("--topic", default="", help="The folder of a new entry.")
@click.option("--lang", default="", help="Begin a translation of an entry in this language.")
@click.option("--question", default="", help="The question, as a customer asks it.")
@click.option("--from-gap", "gap", type=click.IntRange(1), help="Begin it with this gap of faq/_demand.yml.")
@click.pass_obj
def new(root: Path, id_: str, topic: str, lang: str, question: str, *, gap: int | None) -> None:  # noqa: PLR0913 - options
    """Begin a new entry ID, or its translation.

    With --from-gap it asks what customers asked, their words become also_asked, and ID and topic are proposed.
    """
    if gap is not None and lang:
        raise click.UsageError("--from-gap begins an entry in the source language; translate it then")
    if gap is None and not id_:
        raise click.UsageError("name the ID of the entry")
    if gap is None:
        tree, found = bring.new(root, id_, topic, lang, question)
        found = [] if tree else found  # what else stands in the FAQ is for `faq check`
    else:
        tree, found = bring.new_from_gap(root, gap, id_, topic, question)
    finish(found, partial(write, tree, root))


@cli.command(name="import")
@click.argument("source", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--into", type=click.Path(exists=True, file_okay=False, path_type=Path), help="The project to import into."
)
@click.option("--lang", default="", help="Language of entries that do not say theirs.")
@click.option("--from", "kind", type=click.Choice([*READERS]), help="The source's format, where it cannot be seen.")
@format_option
@click.pass_obj
def import_(root: Path, /, source: Path, into: Path | None, form: str, **how: str | None) -> None:
    """Take over an FAQ from a file, a folder or a ZIP file, and say everything that could not be taken over."""
    target = into or root
    tree, found = bring.bring(source, target, **how)
    finish(found, partial(write, tree, target), form=form)


@cli.command()
@click.option("--fix", is_flag=True, help="First write ids into headings that have none, the same in all languages.")
@format_option
@click.pass_obj
def check(root: Path, form: str, *, fix: bool) -> None:
    """Say everything that is wrong, all at once."""
    changes, in_the_way = linking.repair(root, heading_ids.fix) if fix else ({}, [])
    for path, _ in files.apply(changes, root, KEPT):
        click.echo(root / path, err=True)
    project, found = read_project(root, both_scripts=False)
    if project:
        found += [*pictures.check(project), *linking.unlocked(project), *post_rules.at_check(project, found)]
        found += [*voicing.check(project), *proofing.of_project(project)]
    found += [problem for problem in in_the_way if problem not in found]
    finish(found, partial(_say_size, project), form=form)


@cli.command()
@today_option
@click.option("--explain", is_flag=True, help="Say which pages were built, which were carried over, and why.")
@format_option
@click.pass_obj
def build(root: Path, today: date | None, form: str, *, explain: bool) -> None:
    """Build site, cards and desk into build/. Only what changed since the last build is made again."""
    said: list[str] = []
    with progress() as step:
        found = publish.build(root, today or today_here(), step, said.append)
    if explain:
        click.echo("\n".join(said), err=True)
    finish(found, partial(click.echo, f"{root / 'build' / 'site'}\n{root / 'build' / 'desk'}"), form=form)


@cli.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8000, help="That of the site; 0 takes a free one.")
@click.option("--desk-port", type=click.IntRange(0, 65535), default=8001, help="That of the desk; 0 takes a free one.")
@click.option("--once", is_flag=True, help="Do not rebuild when files change.")
@click.option("--commit", is_flag=True, help="Make a Git commit of each edit on the desk.")
@today_option
@click.pass_obj
def serve(  # noqa: PLR0913 - each is an option
    root: Path, port: int, desk_port: int, today: date | None, *, once: bool, commit: bool
) -> None:
    """Build, show site and desk on this computer, and build again when a file changes.

    The desk edits here: what you approve, hold, move, reword or flag is written into the folder at once. Only this
    computer's own browser can reach it, and no page of the site.
    """
    from generator.serving.pages import PortTakenError  # noqa: PLC0415
    from generator.serving.running import NoRepositoryError  # noqa: PLC0415 - the web server costs start-up time
    from generator.serving.running import serve as run  # noqa: PLC0415

    try:
        run(root, (port, desk_port), lambda: today or today_here(), watch=not once, commit=commit, say=click.echo)
    except PortTakenError as error:
        raise click.UsageError(f"{error}; choose another with --port or --desk-port") from error
    except NoRepositoryError as error:
        raise click.UsageError("--commit needs Git, and a folder that is in a repository") from error


cli.add_command(count)
cli.add_command(demand)
cli.add_command(diff)
cli.add_command(export)
cli.add_command(find)
cli.add_command(links)
cli.add_command(plan)
cli.add_command(review)
cli.add_command(status)


def _say_size(project: Project | None) -> None:
    if project:
        entries = len(project.library.by_id)
        languages = ", ".join(project.library.languages)
        click.echo(f"{entries} entries in {languages}", err=True)


def main(arguments: Iterable[str] | None = None) -> None:
    """Run the command line; whatever goes wrong ends in a message and one of five exit codes."""
    try:
        cli.main(list(arguments) if arguments is not None else None, prog_name="faq", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(USAGE)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(FINE)
    except OSError as error:  # a folder that is read-only, a file where a folder should be, a full disk
        click.echo(f"{error.filename or 'the disk'}: cannot be read or written: {error.strerror or error}", err=True)
        sys.exit(PROBLEMS)
    except Exception:  # noqa: BLE001 - the one place where a fault of ours becomes a message
        _our_fault()


def _our_fault() -> None:
    log = Path("faq-error.log")
    text = f"answer-ahead {__version__}, Python {sys.version}\n{traceback.format_exc()}"
    click.echo(f"This is a fault of ours, not of your content: {text.strip().splitlines()[-1][:300]}", err=True)
    try:
        files.write_file(log, text.encode("utf-8", "replace"))
        click.echo(f"Please report it with {log}.", err=True)
    except OSError:
        click.echo(text, err=True)
    sys.exit(OUR_FAULT)
