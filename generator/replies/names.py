"""What a customer is called in a greeting: in the vocative where a table knows it, and not by name where none does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import regex

from generator.content.schema.replies import NamesFile
from generator.latin import latin

_NAME = regex.compile(r"\p{L}[\p{L}\p{M}'’. -]{0,39}")
_STEM = 2
"""Letters that an ending leaves at least: short words are too seldom names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The vocatives of one language."""

    forms: Mapping[str, str]
    """Name in small letters -> how its bearer is called."""
    endings: tuple[tuple[str, str], ...] = ()
    """Longest first."""


def names_of(file: NamesFile, code: str, spell: Callable[[str], str] = latin) -> Names:
    """The table of a language. Serbian names are known in both scripts, whichever they are answered in."""
    forms = {name: name for name in file.same.split()} | dict(file.forms)
    endings = dict(file.endings)
    base, _, script = code.partition("-")
    if base == "sr":
        shown = spell if script else str
        both = {spell(name): shown(form) for name, form in forms.items()}
        forms = both | {name: shown(form) for name, form in forms.items()}
        endings = {shown(end): shown(form) for end, form in endings.items()}
    return Names(
        forms={name.lower(): form for name, form in sorted(forms.items())},
        endings=tuple(sorted(endings.items(), key=lambda pair: (-len(pair[0]), pair[0]))),
    )


def called(name: str, names: Names | None) -> str:
    """How a customer is called; empty where that is not sure, or where what was typed is no name.

    Of several names the first will do where the whole is not known. Without a vocative names are taken as they are.
    """
    name = " ".join(name.split())
    if not _NAME.fullmatch(name):
        return ""
    if names is None:
        return _capital(name)
    return _vocative(name, names) or _vocative(name.partition(" ")[0], names)


def _vocative(name: str, names: Names) -> str:
    small = name.lower()
    if small in names.forms:
        return names.forms[small]
    if " " in name:
        return ""
    for ending, form in names.endings:
        if small.endswith(ending) and len(small) >= len(ending) + _STEM:
            return _capital(small[: -len(ending)] + form) if _is_plain(name) else name[: -len(ending)] + form
    return ""


def _capital(name: str) -> str:
    """Typed in a hurry: `luka` and `LUKA`."""
    return name[0].upper() + name[1:].lower() if _is_plain(name) and " " not in name else name


def _is_plain(name: str) -> bool:
    return name in {name.lower(), name.upper()}
