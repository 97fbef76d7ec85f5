"""`faq export`: one command for each target, found in the data files, so that help lists yours, too."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click

from generator import files
from generator.build import exporting
from generator.cli.shared import PROBLEMS, finish, format_option, print_problems, project_of, today_here, today_option
from generator.content.data import read_all
from generator.content.schema.exports import ExportFile

_SEEN: Mapping[str, str] = {
    "official": "verified: read on the vendor's own pages or in its code",
    "quoted": "verified at second hand: several places that quote it agree",
    "partly": "partly verified",
    "no": "NOT verified",
    "own": "ours, or your own: there is nothing to verify",
}

_MARKS: Mapping[str, str] = {
    "official": "verified",
    "quoted": "verified at second hand",
    "partly": "partly verified",
    "no": "NOT verified",
    "own": "",
}


class Targets(click.Group):
    """A command a data file; the project's own are among them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Called by click for help."""
        return sorted(_specs(ctx))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        """Called by click; an unknown name is a problem with a hint, as everywhere."""
        spec = _specs(ctx).get(cmd_name)
        return _command(cmd_name, spec) if spec else _unknown(cmd_name, ctx)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str, click.Command, list[str]]:
        """Called by click; names are taken as they are typed."""
        return args[0], self.get_command(ctx, args[0]), args[1:]


@click.group(cls=Targets, subcommand_metavar="NAME [OPTIONS]")
def export() -> None:
    """Write drafts for a scheduler or calendar into build/exports/.

    Approved posts go out once: that they did is noted in their files and in faq/_posts.tsv. 'faq export NAME --help'
    says what to do with the files, and how sure it is that the tool takes them.
    """


def _specs(ctx: click.Context) -> Mapping[str, ExportFile]:
    root: Path = ctx.find_object(Path) or Path()
    return read_all(ExportFile, "exports", root / "faq" / "_data")[0]


def _command(name: str, spec: ExportFile) -> click.Command:
    mark = _MARKS[spec.verified]

    @click.command(name, help=_help(spec), short_help=f"{spec.label}: {mark}" if mark else spec.label)
    @today_option
    @format_option
    @click.pass_context
    def command(ctx: click.Context, /, today: date | None, form: str, **choice: Any) -> None:  # noqa: ANN401 - of _CHOICE
        root = ctx.find_object(Path) or Path()
        project = project_of(root, form)
        made, found = exporting.export(project, name, today or today_here(), **choice)
        finish(found, lambda: _write(made, root), form=form)

    for option in _CHOICE if spec.purpose == "publish" else ():
        command = option(command)
    return command


_CHOICE = (
    click.option("--again", is_flag=True, help="Export also what went out before."),
    click.option("--include-drafts", is_flag=True, help="Export also what nobody has approved yet."),
    click.option(
        "--channel", "channels", multiple=True, metavar="ID", help="Only this channel's posts; may be repeated."
    ),
)
"""Which posts go out; overviews show all of them."""


def _help(spec: ExportFile) -> str:
    paragraphs = [f"{spec.label}: {spec.note}" if spec.note else spec.label, f"Format {_SEEN[spec.verified]}."]
    paragraphs += [f"Verified: {spec.certain}."] if spec.certain else []
    paragraphs += [f"Not verified: {spec.unverified}."] if spec.unverified else []
    paragraphs += ["Sources: " + "; ".join(spec.sources) + "."] if spec.sources else []
    return "\n\n".join(paragraphs)


def _write(made: exporting.Exported, root: Path) -> None:
    """The files first: what is noted as gone out must be there."""
    folder = root / "build" / "exports"
    new = {path: content for path, content in made.files.items() if content is not None}
    for path in [*files.write(new, folder)]:
        click.echo(folder / path)
    for path in sorted(made.files.keys() - new.keys()):
        (folder / path).unlink(missing_ok=True)
    files.write(made.noted, root)
    if made.before:
        click.echo(f"{made.before} left out that went out before (--again exports them once more)", err=True)


def _unknown(name: str, ctx: click.Context) -> click.Command:
    problem = exporting.unknown(name, sorted(_specs(ctx)))

    @click.command(name, context_settings={"ignore_unknown_options": True, "allow_extra_args": True})
    @format_option
    def command(form: str, **_: Any) -> None:  # noqa: ANN401 - whatever follows a name that is none
        print_problems([problem], form)
        sys.exit(PROBLEMS)

    return command
