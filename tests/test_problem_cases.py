"""Every case of tests/problems/*.md: files that somebody wrote, and what the program says about them.

A case is a heading, fenced blocks, and a block `problems` with the expected lines. A block's info string is the path
of a file that is added to a sound project. One of these words may stand before it: `escaped` (the text has Python's
escapes, and ends before the last line end), `deleted`, `linked` (the block holds the target of a symbolic link),
`repeated` (as often as the block's first line says).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from generator.links import Addresses, checks
from generator.links.live import Live
from generator.problems import Problem

if TYPE_CHECKING:
    from generator.content.library import Library
    from tests.conftest import Folder, Maker

HERE = Path(__file__).parent
CONTENT = HERE.parent / "generator" / "content"
LINKS = HERE.parent / "generator" / "links" / "checks.py"
_PART = re.compile(
    r"^## (?P<title>[^\n]+)$|"
    r"^````(?:(?P<how>escaped|deleted|linked|repeated) )?(?P<path>\S[^\n]*)\n(?P<text>.*?)^````$",
    re.MULTILINE | re.DOTALL,
)


class Case(NamedTuple):
    title: str
    blocks: list[tuple[str, str, str]]
    expected: list[str]


def cases() -> list[Case]:
    found: list[Case] = []
    for page in sorted((HERE / "problems").glob("*.md")):
        for part in _PART.finditer(page.read_text(encoding="utf-8")):
            if part["title"]:
                found.append(Case(f"{page.stem}: {part['title']}", [], []))
            elif part["path"] == "problems":
                found[-1].expected.extend(part["text"].splitlines())
            else:
                found[-1].blocks.append((part["how"] or "", part["path"], part["text"]))
    return found


CASES = cases()


def put(folder: Folder, how: str, path: str, text: str) -> None:
    target = folder.root / path
    if how == "deleted":
        target.unlink()
    elif how == "linked":
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        target.symlink_to(text.strip())
    elif how == "escaped":
        folder.write(path, text.removesuffix("\n").encode().decode("unicode_escape").encode("latin-1"))
    elif how == "repeated":
        times, _, once = text.partition("\n")
        folder.write(path, once * int(times))
    else:
        folder.write(path, text)


def live_of(library: Library) -> Live:
    return Live(library=library, addresses=Addresses(base=library.settings.url, source=library.settings.source))


def lines(problems: list[Problem]) -> list[str]:
    return [str(problem).split("\n")[0] for problem in sorted(problems)]


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_case(case: Case, project: Maker) -> None:
    folder = project()
    for block in case.blocks:
        put(folder, *block)
    library, problems = folder.load()
    assert lines([*problems, *(checks.check(live_of(library)) if library else [])]) == case.expected


def test_every_code_of_the_content_has_a_case() -> None:
    modules = [*CONTENT.glob("*.py"), *CONTENT.glob("schema/*.py"), LINKS]
    raised = {code for module in modules for code in re.findall(r'"(AA\d{3})"', module.read_text(encoding="utf-8"))}
    shown = {code for case in CASES for line in case.expected for code in re.findall(r"AA\d{3}", line)}
    assert raised - shown == set()
