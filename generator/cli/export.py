"""`faq export`: one command for each target, found in the data files, so that help lists yours, too."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click

from generator import files
from generator.build import exchanging, exporting, helpdesks, translating
from generator.cli.shared import PROBLEMS, finish, format_option, print_problems, project_of, today_here, today_option
from generator.content.data import read_all
from generator.content.schema.exchange import ExchangeFile
from generator.content.schema.exports import ExportFile, Target
from generator.content.schema.helpdesks import HelpdeskFile

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
        return sorted({*_posts(ctx), *_helpdesks(ctx), *_systems()})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        """Called by click; an unknown name is a problem with a hint, as everywhere."""
        if spec := _posts(ctx).get(cmd_name):
            return _for_posts(cmd_name, spec)
        if answers := _helpdesks(ctx).get(cmd_name):
            return _for_answers(cmd_name, answers)
        system = _systems().get(cmd_name)
        if system and cmd_name == translating.NAME:
            return _for_translators(cmd_name, system)
        return _for_system(cmd_name, system) if system else _unknown(cmd_name, self.list_commands(ctx))

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str, click.Command, list[str]]:
        """Called by click; names are taken as they are typed."""
        return args[0], self.get_command(ctx, args[0]), args[1:]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Called by click for help: what takes posts, what takes answers, and what takes the whole FAQ."""
        sections = {
            "Posts": _posts(ctx),
            "Answers and replies": _helpdesks(ctx),
            "The whole FAQ for another system": _systems(),
        }
        for title, specs in sections.items():
            with formatter.section(title):
                formatter.write_dl([(name, _short(spec)) for name, spec in sorted(specs.items())])


@click.group(cls=Targets, subcommand_metavar="NAME [OPTIONS]")
def export() -> None:
    """Write drafts for a scheduler or calendar, answers for a helpdesk, or all of the FAQ, into build/exports/.

    Approved posts go out once: that they did is noted in their files and in faq/_posts.tsv. All else goes out whole,
    each time. 'faq export NAME --help' says what to do with the files, and how sure it is that the tool
    takes them.
    """


def _posts(ctx: click.Context) -> Mapping[str, ExportFile]:
    return read_all(ExportFile, "exports", _root(ctx) / "faq" / "_data")[0]


def _helpdesks(ctx: click.Context) -> Mapping[str, HelpdeskFile]:
    """Those whose name no export of posts has."""
    found, posts = read_all(HelpdeskFile, "helpdesks", _root(ctx) / "faq" / "_data")[0], _posts(ctx)
    return {name: spec for name, spec in found.items() if name not in posts}


def _systems() -> Mapping[str, ExchangeFile]:
    return read_all(ExchangeFile, "exchange")[0]


def _root(ctx: click.Context) -> Path:
    return ctx.find_object(Path) or Path()


def _for_posts(name: str, spec: ExportFile) -> click.Command:
    @click.command(name, help=_help(spec), short_help=_short(spec))
    @today_option
    @format_option
    @click.pass_context
    def command(ctx: click.Context, /, today: date | None, form: str, **choice: Any) -> None:  # noqa: ANN401 - of _CHOICE
        root = _root(ctx)
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


_language_option = click.option(
    "--language", "languages", multiple=True, metavar="CODE", help="Only this one; may be repeated."
)


def _for_answers(name: str, spec: HelpdeskFile) -> click.Command:
    @click.command(name, help=_help(spec), short_help=_short(spec))
    @_language_option
    @click.option(
        "--blanks",
        is_flag=True,
        help="Write [Order number] where the helpdesk has no variable, for agents to fill in, and leave no reply out.",
    )
    @format_option
    @click.pass_context
    def command(ctx: click.Context, /, languages: tuple[str, ...], form: str, *, blanks: bool) -> None:
        root = _root(ctx)
        project = project_of(root, form)
        _known(languages, project.library.languages)
        made, found = helpdesks.for_helpdesk(project, name, languages=languages, blanks=blanks)
        finish(found, lambda: _write(made, root), form=form)

    return command


def _for_system(name: str, spec: ExchangeFile) -> click.Command:
    @click.command(name, help=_help(spec), short_help=_short(spec))
    @_language_option
    @format_option
    @click.pass_context
    def command(ctx: click.Context, /, languages: tuple[str, ...], form: str) -> None:
        root = _root(ctx)
        project = project_of(root, form)
        _known(languages, project.library.settings.languages)
        made, found = exchanging.for_system(project, name, spec, languages=languages)
        finish(found, lambda: _write(made, root), form=form)

    return command


def _for_translators(name: str, spec: ExchangeFile) -> click.Command:
    @click.command(name, help=_help(spec), short_help=_short(spec))
    @_language_option
    @click.option(
        "--before",
        multiple=True,
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="A PO file that translators delivered: its unchanged texts need no second look. May be repeated.",
    )
    @format_option
    @click.pass_context
    def command(ctx: click.Context, /, languages: tuple[str, ...], before: tuple[Path, ...], form: str) -> None:
        root = _root(ctx)
        project = project_of(root, form)
        _known(languages, project.library.settings.languages[1:])
        made, found = translating.for_translators(project, languages, before)
        finish(found, lambda: _write(made, root), form=form)

    return command


def _known(languages: Iterable[str], known: Collection[str]) -> None:
    if strange := [code for code in languages if code not in known]:
        message = f"there is no language '{strange[0]}'; languages are {', '.join(known)}"
        raise click.BadParameter(message, param_hint="--language")


def _short(spec: Target) -> str:
    mark = _MARKS[spec.verified]
    return f"{spec.label}: {mark}" if mark else spec.label


def _help(spec: Target) -> str:
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


def _unknown(name: str, known: list[str]) -> click.Command:
    problem = exporting.unknown(name, known)

    @click.command(name, context_settings={"ignore_unknown_options": True, "allow_extra_args": True})
    @format_option
    def command(form: str, **_: Any) -> None:  # noqa: ANN401 - whatever follows a name that is none
        print_problems([problem], form)
        sys.exit(PROBLEMS)

    return command
