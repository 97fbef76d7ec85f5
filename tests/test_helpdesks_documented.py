"""The handbook's table of helpdesks says what their files say; with UPDATE=1 in the environment this test writes it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from generator.content.data import read_all
from generator.content.schema.helpdesks import AnswerField, AnswerFile, HelpdeskFile, PlaceholderField

PAGE = Path(__file__).parents[1] / "handbook/exports.md"
_TABLE = re.compile(r"(<!-- table: helpdesks -->\n).*?(<!-- end -->)", re.DOTALL)
_HEAD = "| name | files | verified | customer | agent | other placeholders |\n|---|---|---|---|---|---|\n"
_VERIFIED = {"official": "yes", "quoted": "second hand", "partly": "**partly**", "no": "**no**", "own": "ours"}


def documented() -> str:
    rows = "".join(f"| {' | '.join(row(name, spec))} |\n" for name, spec in helpdesks().items())
    return _TABLE.sub(lambda found: f"{found[1]}\n{_HEAD}{rows}\n{found[2]}", PAGE.read_text(encoding="utf-8"))


def helpdesks() -> dict[str, HelpdeskFile]:
    files, problems = read_all(HelpdeskFile, "helpdesks")
    assert problems == []
    return files


def row(name: str, spec: HelpdeskFile) -> Iterator[str]:
    yield f"`{name}`"
    yield ", ".join(f"`{file.path}`" for file in spec.files)
    yield _VERIFIED[spec.verified]
    for placeholder in ("name", "agent", "any"):
        written = spec.placeholders.get(placeholder, spec.placeholders.get("any"))
        yield f"`{written}`" if written else "…"


def test_the_handbook_shows_every_helpdesk() -> None:
    if os.environ.get("UPDATE"):
        PAGE.write_text(documented(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == documented()


def test_the_handbook_explains_every_key_and_field() -> None:
    _, _, section = PAGE.read_text(encoding="utf-8").partition("## Answers for helpdesks")
    listed = set(re.findall(r"`([a-z_]+)`", section))
    keys = set(HelpdeskFile.model_fields) | set(AnswerFile.model_fields)
    assert keys | set(get_args(AnswerField)) | set(get_args(PlaceholderField)) <= listed


def test_the_file_shown_there_is_one(tmp_path: Path) -> None:
    shown = re.findall(r"```yaml\n(.+?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)[-1]
    (tmp_path / "helpdesks").mkdir()
    (tmp_path / "helpdesks" / "ours.yml").write_text(shown, encoding="utf-8")
    files, problems = read_all(HelpdeskFile, "helpdesks", tmp_path)
    assert problems == []
    assert files["ours"].html
