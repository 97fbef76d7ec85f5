"""The page about posts and the code tell the same story."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from generator.content.data import read_all
from generator.content.schema.entry import PostWords, SourceEntry
from generator.content.schema.formats import FormatFile
from generator.content.schema.languages import LanguageFile
from generator.social import formats
from generator.social.phrases import parts

PAGE = (Path(__file__).parents[1] / "handbook" / "posts.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    return PAGE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def first_column(text: str) -> list[str]:
    """The names in the first column of a table."""
    return [name for cell in re.findall(r"^\| (`.+?) \|", text, re.MULTILINE) for name in re.findall(r"`(.+?)`", cell)]


def test_the_formats_are_those_of_the_code_in_their_order() -> None:
    assert first_column(section("Formats"))[1:] == list(formats(read_all(FormatFile, "formats")[0]))


def test_the_words_of_the_example_are_valid() -> None:
    example = re.search(r"```yaml\n(posts:.+?)```", section("Formats"), re.DOTALL)
    assert example
    data = yaml.safe_load(example[1])
    assert SourceEntry.model_validate({"question": "Why?", **data}).posts.quiz
    assert set(data["posts"]) == {*PostWords.model_fields, "hours"}


def test_every_phrase_is_in_the_table() -> None:
    files, _ = read_all(LanguageFile, "languages")
    names = {part["name"] for key in files["en"].phrases["posts"] if (part := parts(key))}
    assert set(first_column(section("Phrases"))) == names
