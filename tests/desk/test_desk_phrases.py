"""Every phrase the desk says exists in every language, and none is left over."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

import pytest

from generator.content.data import PACKAGE, read_all
from generator.content.schema.languages import LanguageFile, PluralCategory
from generator.social.candidates import Bar
from generator.social.moments import ClockFault

FILES, _ = read_all(LanguageFile, "languages")
CODES = sorted(FILES)
Phrase: TypeAlias = str | dict[PluralCategory, str]


def phrases(code: str) -> Mapping[str, Phrase]:
    return FILES[code].phrases["desk"]


def said() -> tuple[set[str], set[str]]:
    """Keys the sources name, and beginnings of keys they complete: `field_`, `state_`."""
    sources = "\n".join(path.read_text("utf-8") for path in sorted((PACKAGE / "desk").iterdir()))
    named = set(re.findall(r"data-say(?:-label|-placeholder)?=\"(\w+)\"", sources)) | set(
        re.findall(r"\bsay\(\"(\w+)\"", sources)
    )
    return named | {"title", "noscript"}, set(re.findall(r"say\(`(\w+_)\$", sources))


def placeholders(phrase: Phrase) -> set[str]:
    texts = [phrase] if isinstance(phrase, str) else list(phrase.values())
    return {name for text in texts for name in re.findall(r"\{(\w+)\}", text)}


@pytest.mark.parametrize("code", CODES)
def test_a_language_says_what_english_says_with_the_same_placeholders(code: str) -> None:
    assert {key: placeholders(value) for key, value in phrases(code).items()} == {
        key: placeholders(value) for key, value in phrases("en").items()
    }


def test_every_phrase_the_page_says_is_written() -> None:
    named, _ = said()
    assert named <= phrases("en").keys()


def test_every_rule_against_a_time_is_said_in_every_language() -> None:
    sources = "\n".join(path.read_text("utf-8") for path in sorted((PACKAGE.parent / "social").glob("*.py")))
    entry = {bar.name.lower() for bar in Bar} - {"skipped", "overdue", "topic"}  # those are asked while planning only
    rules = set(re.findall(r"Hindrance\(\"(\w+)\"", sources)) | {fault.name.lower() for fault in ClockFault} | entry
    assert {key.removeprefix("why_not_") for key in phrases("en") if key.startswith("why_not_")} == rules


def test_no_phrase_is_left_over() -> None:
    named, begun = said()
    assert {key for key in phrases("en") if key not in named and not key.startswith(tuple(begun))} == set()
