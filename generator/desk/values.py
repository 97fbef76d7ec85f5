"""What `data.js` is made of: plain values, and names in every language of the site."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from generator.content.library import Library

Values: TypeAlias = dict[str, object]
"""What JSON can hold."""


def in_every_language(names: Mapping[str, str], library: Library) -> dict[str, str]:
    """A name for each language of the site; derived Latin is made from the Cyrillic name."""
    found = {}
    for code, language in library.languages.items():
        base = names.get(code.split("-")[0])
        derived = language.in_latin(base) if base and code.endswith("-Latn") else base
        if name := names.get(code) or derived or names.get(library.settings.source):
            found[code] = name
    return found
