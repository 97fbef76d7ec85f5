"""The handbook shows each command's help word for word; with UPDATE=1 in the environment this test writes it."""

from __future__ import annotations

import os
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

`faq build` makes again only what changed since the last build: an edited entry's page and those that show its question,
not the thousands beside it. A change of `mkdocs.yml`, `overrides/`, a topic's title or a version makes all pages of the
languages it concerns. `--explain` says on standard error how many pages were built in each language and why, how many
were carried over, and names the first twenty. The result is the same, byte for byte, as that of a build from an empty
`build/`; deleting that folder is never needed and always allowed. Files of `build/site/` and `build/desk/` may be hard
links into `build/work/` and `build/cards/`: copy them before you change them.
"""


def documented() -> str:
    context = click.Context(cli, info_name="faq", terminal_width=80)
    sections = [f"## faq\n\n```text\n{cli.get_help(context)}\n```\n"]
    for name, command in sorted(cli.commands.items()):
        inner = click.Context(command, info_name=name, parent=context, terminal_width=80)
        sections.append(f"## faq {name}\n\n```text\n{command.get_help(inner)}\n```\n")
    return "\n".join([INTRODUCTION, *sections])


def test_the_handbook_shows_the_help_of_every_command() -> None:
    if os.environ.get("UPDATE"):
        PAGE.write_text(documented(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == documented()


def test_every_option_says_what_it_is_for() -> None:
    silent = [
        f"{name} {parameter.name}"
        for name, command in cli.commands.items()
        for parameter in command.params
        if isinstance(parameter, click.Option) and not parameter.help
    ]
    assert silent == []
