"""Records of `faq/withdrawn.yml`: what is gone for good, since when, why, and what comes closest."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from generator.content.source import read_yaml
from generator.links.target import Target

PATH = "faq/withdrawn.yml"
_KEYS = {"entry": "entries", "topic": "topics", "page": "pages"}
_HEAD = "# What is gone for good. Its address stays and says why; write the reason in every language.\n"


def record(on: str, parts: Mapping[str, object]) -> list[str]:
    """The lines below an id; empty parts are left out."""
    return [f"on: {on}", *(f"{key}: {_yaml(value)}" for key, value in parts.items() if value)]


def _yaml(value: object) -> str:
    """On one line, every text in quotes."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_yaml(text)}" for key, text in value.items()) + "}"
    return json.dumps(value, ensure_ascii=False)


def added(text: str, target: Target, lines: list[str]) -> str | None:
    """The file with one more record; None where it is not written in plain lines, so that a person has to add it."""
    key = _KEYS[target.kind]
    found = re.search(rf"^{key}:[ \t]*(?:#[^\n]*)?\n(?P<indent> +)?", text, re.MULTILINE)
    indent = (found and found["indent"]) or "  "
    block = f"{indent}{target.name}:\n" + "".join(f"{indent * 2}{line}\n" for line in lines)
    if found:
        at = found.start("indent") if found["indent"] else found.end()
        made = text[:at] + block + text[at:]
    else:
        start = text if not text or text.endswith("\n") else f"{text}\n"
        made = f"{start or _HEAD}{key}:\n{block}"
    return made if _holds(text, made, key, target.name) else None


def _holds(before: str, after: str, key: str, name: str) -> bool:
    """Whether the new text reads as the old one with the record added."""
    old, _ = read_yaml(before, PATH)
    new, problems = read_yaml(after, PATH)
    records = new.data.get(key)
    if problems or not isinstance(records, dict) or name not in records:
        return False
    rest = {k: v for k, v in records.items() if k != name}
    return {**new.data, key: rest} == {**old.data, key: old.data.get(key) or {}}
