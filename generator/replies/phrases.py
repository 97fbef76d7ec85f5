"""Phrases: which of them can be said, whose turn it is, and how their placeholders are filled."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_PERSONS = ("name", "agent")
_UNSAFE = re.compile(r"[{}\[\]<>]")
_OFFSET, _PRIME, _BITS = 2_166_136_261, 16_777_619, 0xFFFFFFFF


def fill(phrase: str, values: Mapping[str, str]) -> str:
    """The phrase with its placeholders filled; `[...]` falls away where one in it is empty.

    Values are put in once and never read as phrases.
    """
    kept = _OPTIONAL.sub(lambda part: part[1] if _is_filled(part[1], values) else "", phrase)
    return _PLACEHOLDER.sub(lambda found: values.get(found[1], ""), kept)


def usable(phrases: Sequence[str], values: Mapping[str, str]) -> tuple[str, ...]:
    """Those with all that they need; of them those that name the persons who are known, where there are any."""
    ready = tuple(phrase for phrase in phrases if _is_filled(_OPTIONAL.sub("", phrase), values))
    personal = tuple(p for p in ready if any(values.get(n) and f"{{{n}}}" in p for n in _PERSONS))
    return personal or ready


def seed(text: str) -> int:
    """FNV-1a of an ASCII text: a number that every language of the program makes alike."""
    made = _OFFSET
    for character in text:
        made = ((made ^ ord(character)) * _PRIME) & _BITS
    return made


def clean(text: str) -> str:
    """One line of what somebody typed, without what could be read as a placeholder."""
    return " ".join(_UNSAFE.sub(" ", text).split())


def _is_filled(phrase: str, values: Mapping[str, str]) -> bool:
    return all(values.get(name) for name in _PLACEHOLDER.findall(phrase))
