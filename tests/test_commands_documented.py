"""The handbook shows each command's help word for word; with UPDATE=1 in the environment this test writes it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import click

from generator.cli import cli

PAGE = Path(__file__).parents[1] / "handbook/commands.md"
INTRODUCTION = """\
# Commands

`.venv/bin/faq` works on the folder you stand in, or on any other with `--root`. Problems are printed as
`path:line:column: error AA010 message`; `--format github` and `--format json` are for machines.

It ends with 0 when all is fine, 1 when there are problems, 2 when the command line was wrong, 3 when the fault is ours,
and 130 when it was interrupted. Every command works offline. On a terminal long ones show what they are doing; in a
pipe they are silent.
"""


def documented() -> str:
    sections = [
        f"## {context.command_path}\n\n```text\n{context.command.get_help(context)}\n```\n"
        for context in contexts(cli, "faq")
    ]
    return "\n".join([INTRODUCTION, *sections])


def contexts(command: click.Command, name: str, parent: click.Context | None = None) -> Iterator[click.Context]:
    """Of a command and of everything below it."""
    context = click.Context(command, info_name=name, parent=parent, terminal_width=80)
    yield context
    for inner, below in sorted(command.commands.items()) if isinstance(command, click.Group) else ():
        yield from contexts(below, inner, context)


def test_the_handbook_shows_the_help_of_every_command() -> None:
    if os.environ.get("UPDATE"):
        PAGE.write_text(documented(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == documented()


def test_every_option_says_what_it_is_for() -> None:
    silent = [
        f"{context.command_path} {parameter.name}"
        for context in contexts(cli, "faq")
        for parameter in context.command.params
        if isinstance(parameter, click.Option) and not parameter.help
    ]
    assert silent == []
