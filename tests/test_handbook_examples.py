"""What the handbook shows can be done: its commands are the program's, its files can be read, its first steps run."""

from __future__ import annotations

import itertools
import json
import re
import shlex
import shutil
import subprocess
import tomllib
import zipfile
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
        if said[0] == "demand":
            Path("questions.csv").write_text("question,created at\nDo you wrap gifts?,2026-11-02\n", encoding="utf-8")
        if said[:2] == ["status", "grade"]:
            Path("faq/about/gift-wrapping.en.md").write_text(entry.replace("ribbon", "string"), encoding="utf-8")
        result = run.invoke(cli, said)
        assert result.exit_code == 0, (said, result.output)
        if said[0] == "init":
            monkeypatch.chdir(said[1])
    assert "gifts" in Path("faq/withdrawn.yml").read_text(encoding="utf-8")


def test_the_first_steps_of_everybody_else_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What these pages have people type, one page after the other in one folder; only nothing is built or served."""
    project = tmp_path / "my-faq"
    bring_along(tmp_path)
    for page in ("start-operator.md", "start-marketer.md", "start-agent.md", "search.md", "exports.md", "moving.md"):
        for said in typed(page):
            if {"build", "serve"} & set(said):
                continue
            elsewhere = said[0] == "init" or {"--into", "--root"} & set(said)
            monkeypatch.chdir(tmp_path if elsewhere else project)
            if said == ["import", "hr.po"]:
                shutil.copy("build/exports/po/hr.po", "hr.po")
            result = CliRunner().invoke(cli, [one.replace("en,hr", "en,hr,sr") for one in said])
            assert result.exit_code == 0, (page, said, result.output)
            if said[0] == "plan" and "--dry-run" not in said:
                approve(project)
    assert {path.parent.name for path in project.glob("faq/*/*.en.md")} >= {"about", "shop"}, "all was brought in"


def bring_along(folder: Path) -> None:
    """What somebody has who moves in."""
    (folder / "old-faq.csv").write_text("question,answer,topic\nDo you deliver?,Everywhere.,Shop\n", encoding="utf-8")
    with zipfile.ZipFile(folder / "old-site.zip", "w") as packed:
        packed.writestr("faq.html", "<h1>FAQ</h1><details><summary>Radite li subotom?</summary><p>Da.</p></details>")
    (folder / "old-docs/docs/shop").mkdir(parents=True)
    (folder / "old-docs/mkdocs.yml").write_text("site_name: Help\n", encoding="utf-8")
    (folder / "old-docs/docs/shop/refunds.md").write_text(
        "# When is money paid back?\n\nIn a week.\n", encoding="utf-8"
    )


def approve(project: Path) -> None:
    for path in project.glob("faq/_drafts/*/*.md"):
        path.write_text(path.read_text("utf-8").replace("\nstate: draft", "\nstate: approved"), encoding="utf-8")


def test_what_a_change_does_is_asked_as_the_handbook_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    CliRunner().invoke(cli, ["init", str(tmp_path / "my-faq"), "--name", "My shop"])
    monkeypatch.chdir(tmp_path / "my-faq")
    who = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    for command in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-qm", "one"], ["tag", "-m", "", "v1.2"]):
        subprocess.run([*who, *command], check=True)
    assert CliRunner().invoke(cli, ["plan", "--from", "2026-12-01"]).exit_code == 0
    for said in typed("review.md"):
        result = CliRunner().invoke(cli, said)
        assert (result.exit_code, "Drafts: " in result.output) == (0, True), (said, result.output)
        assert "Cards: 1 added\n" in result.output, "what the pages show stays as it was"
