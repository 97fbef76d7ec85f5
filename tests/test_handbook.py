"""The page of problem codes and the code tell the same story."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "handbook" / "problems.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (AA\d{3} .+?)\n(.*?)(?=^# |^## AA|\Z)", PAGE, re.MULTILINE | re.DOTALL))


def raised() -> set[str]:
    return {
        code
        for path in (ROOT / "generator").rglob("*.py")
        for code in re.findall(r'"(AA\d{3})"', path.read_text(encoding="utf-8"))
    }


def test_every_code_has_a_section_and_every_section_a_code() -> None:
    codes = [heading.split(" ")[0] for heading in SECTIONS]
    assert codes == sorted(raised())


def test_a_section_says_how_bad_it_is_what_it_means_and_what_to_do() -> None:
    for heading, text in SECTIONS.items():
        assert re.match(r"\n\*(Error|Warning)[^*]*\.\* .+\n\n```text\n.+\n```\n\n.+\n", text, re.DOTALL), heading


def test_an_example_is_a_problem_of_its_section() -> None:
    """Where it shows what the program prints; others show what is wrong in a file."""
    for heading, text in SECTIONS.items():
        how = text.lstrip("\n*").partition(".")[0].lower()
        for printed, code in re.findall(r"^\S+:\d+:\d+: (error|warning) (AA\d{3}) ", text, re.MULTILINE):
            assert heading.startswith(code), heading
            assert printed in how, heading


def test_comments_that_name_a_code_name_one_in_use() -> None:
    known = raised()
    for path in (ROOT / "generator").rglob("*.py"):
        named = set(re.findall(r"\bAA\d{3}\b", path.read_text(encoding="utf-8")))
        assert named <= known, path
