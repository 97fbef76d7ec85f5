"""The handbook shows each command's help word for word; with UPDATE=1 in the environment this test writes it."""

from __future__ import annotations

import os
from pathlib import Path

import click

from generator.cli import cli

PAGE = Path(__file__).parents[1] / "handbook/commands.md"
_FIRST = "## faq\n"
"""What stands before it is written by hand."""


def documented() -> str:
    context = click.Context(cli, info_name="faq", terminal_width=80)
    sections = [f"## faq\n\n```text\n{cli.get_help(context)}\n```\n"]
    for name, command in sorted(cli.commands.items()):
        inner = click.Context(command, info_name=name, parent=context, terminal_width=80)
        sections.append(f"## faq {name}\n\n```text\n{command.get_help(inner)}\n```\n")
    by_hand = PAGE.read_text(encoding="utf-8").partition(_FIRST)[0]
    return by_hand + "\n".join(sections)


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
