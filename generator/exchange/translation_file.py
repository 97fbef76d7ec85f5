"""The file of a translation: a new one, or the one that is there with what is new in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import frontmatter
import yaml

from generator.content.edit import set_key
from generator.content.importers.clean import one_line
from generator.content.source import read_markdown
from generator.exchange.segments import blocks

_WIDTH: Final = 1_000_000


@dataclass(slots=True)
class Words:
    """What of an entry is translated."""

    question: str = ""
    short: str = ""
    answer: list[str] = field(default_factory=list)
    """Pieces of Markdown."""
    posts: dict[str, str] = field(default_factory=dict)
    """Key (`quiz.options.0`) -> words, in order."""
    unsure: set[str] = field(default_factory=set)
    """Source texts whose translations somebody has to look at."""
    lacking: int = 0
    """Texts without a translation that can be taken."""


def new(words: Words, made_from: str, right: int) -> str:
    """A file; `right` is the number of the quiz's right option."""
    post = frontmatter.Post("\n\n".join(words.answer))
    post["question"] = words.question
    if words.short:
        post["short"] = words.short
    if posts := _posts(words.posts, {}, right):
        post["posts"] = posts
    text: str = frontmatter.dumps(post, sort_keys=False, allow_unicode=True, width=_WIDTH)
    return set_key(f"{text}\n", "source", made_from) or text


def edited(before: str, words: Words, made_from: str, right: int) -> str | None:
    """The file with what is new in it, and every other character as it was; None where only a person can do that."""
    src, problems = read_markdown(before, "")
    if problems:
        return None
    body = "\n\n".join(words.answer)
    text: str | None = before
    if pieces(src.body) != pieces(body):
        text = "\n".join([*before.split("\n")[: src.body_line - 1], body, ""])
    lines = {"question": words.question, "short": words.short}
    wanted: dict[str, Any] = {
        key: value for key, value in lines.items() if value and one_line(str(src.data.get(key, ""))) != value
    }
    present = src.data.get("posts")
    posts = _posts(words.posts, present if isinstance(present, Mapping) else {}, right)
    if posts != (present or {}):
        wanted["posts"] = posts
    if made_from and src.data.get("source") != made_from:
        wanted["source"] = made_from
    for key, value in wanted.items():
        text = set_key(text, key, _yaml(key, value)) if text is not None else None
    return text


def pieces(body: str) -> list[str]:
    """What a text is made of, however many empty lines are between."""
    return [block.text.rstrip() for block in blocks(body)]


def _posts(words: Mapping[str, str], present: Mapping[str, Any], right: int) -> dict[str, Any]:
    """Words for posts: those that are there, and in their place those that are translated now."""
    made: dict[str, Any] = dict(present)
    for key, text in words.items():
        group, _, rest = key.partition(".")
        name, _, number = rest.rpartition(".")
        if not rest:
            made[group] = text
        elif group == "checklist":
            made[group] = [*(made[group] if rest != "0" else []), text]
        elif name == "options":
            options = made[group]["options"] if number != "0" else []
            made[group] = {**made[group], "options": [*options, text]}
        else:
            made[group] = {**made.get(group, {}), rest: text}
    if "quiz.question" in words:
        made["quiz"] = {**made["quiz"], "right": str(right)}
    return made


def _yaml(key: str, value: object) -> str:
    """A value as it stands behind its key's colon."""
    made = yaml.safe_dump({key: value}, allow_unicode=True, sort_keys=False, width=_WIDTH).rstrip("\n")
    return made.removeprefix(f"{key}:").removeprefix(" ")
