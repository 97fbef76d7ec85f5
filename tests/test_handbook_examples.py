"""What the handbook shows can be done: its commands are the program's, its files can be read, its first steps run."""

from __future__ import annotations

import itertools
import json
import re
import shlex
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import click
import pytest
import yaml
from click.testing import CliRunner

from generator.cli import cli
from generator.content.schema.settings import FaqFile

ROOT = Path(__file__).parents[1]
PAGES = {
    path.name: path.read_text(encoding="utf-8")
    for path in [*sorted((ROOT / "handbook").glob("*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
}
_BLOCK = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`faq ([a-z-][^`]*)`")
_STATEMENT = re.compile(r'\s*((?:"[^"]*"|[^\s"{};]+)(?:\s+(?:"[^"]*"|[^\s"{};]+))*\s*(?:;|\{)|\})')


def blocks(page: str, kind: str) -> Iterator[str]:
    """The texts of one kind that a page shows in a frame."""
    for indent, language, text in _BLOCK.findall(PAGES[page]):
        if language == kind:
            yield re.sub(rf"^{indent}", "", text, flags=re.MULTILINE)


def typed(page: str) -> Iterator[list[str]]:
    """The arguments of every `faq` that a page has people type, in order."""
    for block in blocks(page, "console"):
        for line in block.splitlines():
            yield from of_faq(line[2:] if line.startswith("$ ") else "")


def mentioned(page: str) -> Iterator[list[str]]:
    """Those in the middle of a sentence; `…` stands for what is left to say."""
    for said in _INLINE.findall(PAGES[page]):
        yield from of_faq(f"faq {said}" if "…" not in said else "")


def of_faq(line: str) -> Iterator[list[str]]:
    words = shlex.shlex(line, posix=True, punctuation_chars="&|;")
    words.whitespace_split = True
    for joint, command in itertools.groupby(words, lambda word: set(word) <= set("&|;")):
        name, *arguments = command
        if not joint and Path(name).name == "faq":
            yield arguments


def understood(arguments: list[str]) -> str:
    """What the program does not know in a command line; nothing is run."""
    command: click.Command = cli
    context = click.Context(cli, info_name="faq", **cli.context_settings)
    try:
        while True:
            _, rest, _ = command.make_parser(context).parse_args(list(arguments))
            if not isinstance(command, click.Group) or not rest:
                return ""
            name = rest[0]
            inner = command.get_command(context, "buffer" if name in {"NAME", "<name>"} else name)
            if inner is None:
                return f"no command {name}"
            arguments = arguments[arguments.index(name) + 1 :]
            command, context = inner, click.Context(inner, info_name=name, parent=context)
    except click.UsageError as error:
        return error.format_message()


def read_nginx(text: str) -> None:
    """Directives end with `;` or hold others in braces."""
    bare = re.sub(r"#[^\n]*", "", text).rstrip()
    at = depth = 0
    while at < len(bare):
        found = _STATEMENT.match(bare, at)
        assert found, bare[at : at + 80]
        depth += found[1].endswith("{") - (found[1] == "}")
        assert depth >= 0, bare[at : at + 80]
        at = found.end()
    assert depth == 0


READERS: Mapping[str, Callable[[str], object]] = {
    "yaml": lambda text: list(yaml.safe_load_all(text)),
    "toml": tomllib.loads,
    "json": json.loads,
    "nginx": read_nginx,
    "python": lambda text: compile(text, "handbook", "exec"),
}


@pytest.mark.parametrize("page", PAGES)
def test_the_program_knows_every_command(page: str) -> None:
    said = [*typed(page), *mentioned(page)]
    assert [(one, wrong) for one in said if (wrong := understood(one))] == []


@pytest.mark.parametrize("page", PAGES)
def test_files_that_are_shown_can_be_read(page: str) -> None:
    for kind, read in READERS.items():
        for text in blocks(page, kind):
            read(text)


@pytest.mark.parametrize("page", PAGES)
def test_settings_that_are_shown_are_valid(page: str) -> None:
    for shown in (yaml.safe_load(text) for text in blocks(page, "yaml")):
        settings = isinstance(shown, dict) and shown.keys() <= FaqFile.model_fields.keys() - {"name"}
        if settings and not isinstance(shown.get("posts"), dict):  # that of an entry
            FaqFile.model_validate({"name": "Zrno", "languages": ["en"], **shown})


@pytest.mark.parametrize("broken", ["a b", "a { b; ", "a; }", "a { b } c;"])
def test_what_is_no_nginx_is_told(broken: str) -> None:
    with pytest.raises(AssertionError):
        read_nginx(broken)


def test_an_unknown_command_or_option_is_told() -> None:
    assert understood(["rename", "a"])
    assert understood(["links", "move", "a"])
    assert understood(["build", "--fast"])
    assert not understood(["--root", "x", "links", "rename", "a", "b"])


def test_the_first_steps_of_an_editor_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All that the page has an editor type, in its order; only nothing is served."""
    (entry,) = blocks("start-editor.md", "markdown")
    (fact,) = blocks("start-editor.md", "yaml")
    monkeypatch.chdir(tmp_path)
    run = CliRunner()
    for said in typed("start-editor.md"):
        if said[0] == "serve":
            continue
        if said == ["check"]:
            Path("faq/about/gift-wrapping.en.md").write_text(entry, encoding="utf-8")
            Path("faq/facts.yml").write_text(fact + Path("faq/facts.yml").read_text("utf-8"), encoding="utf-8")
        if said[:2] == ["status", "grade"]:
            Path("faq/about/gift-wrapping.en.md").write_text(entry.replace("ribbon", "string"), encoding="utf-8")
        result = run.invoke(cli, said)
        assert result.exit_code == 0, (said, result.output)
        if said[0] == "init":
            monkeypatch.chdir(said[1])
    assert "gifts" in Path("faq/withdrawn.yml").read_text(encoding="utf-8")
