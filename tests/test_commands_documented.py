"""The handbook shows each command's help word for word; with UPDATE=1 in the environment this test writes it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import click

from generator.cli import cli

PAGE = Path(__file__).parents[1] / "handbook/commands.md"
_FIRST = "## faq\n"
"""What stands before it is written by hand."""


def documented() -> str:
    sections = [
        f"## {context.command_path}\n\n```text\n{context.command.get_help(context)}\n```\n"
        for context in contexts(cli, "faq")
    ]
    by_hand = PAGE.read_text(encoding="utf-8").partition(_FIRST)[0]
    return by_hand + "\n".join(sections)


def contexts(command: click.Command, name: str, parent: click.Context | None = None) -> Iterator[click.Context]:
    """Of a command and of everything below it."""
    context = click.Context(command, info_name=name, parent=parent, terminal_width=80, **command.context_settings)
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
