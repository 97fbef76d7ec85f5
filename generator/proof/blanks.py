"""Blanks: two in a row, before a comma, and between a number and its unit."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from generator.proof.finding import Finding, Style
from generator.proof.seen import HOLE

_NO_BREAK = "\N{NO-BREAK SPACE}"
_BLANK = rf"[ \t{_NO_BREAK}\u202f\u2009]"
_DOUBLED = re.compile(rf"(?<=\S){_BLANK}{{2,}}(?=\S)")
_FIGURE = rf"(?:(?<![\w.,:/-])\d[\d.,]*(?<=\d)|{HOLE})"


def blanks(text: str, style: Style) -> Iterator[Finding]:
    """Two blanks in a row, and one before a sign that has none."""
    for found in _DOUBLED.finditer(text):
        yield Finding("AA186", *found.span(), "two blanks in a row", "leave one")
    if style.file.tight:
        for found in _before(style.file.tight).finditer(text):
            yield Finding("AA186", *found.span(), f"a blank stands before “{found[1]}”", "take it out")


def units(text: str, style: Style) -> Iterator[Finding]:
    """Numbers and their units: with a blank between them or without, and which of them comes first."""
    file = style.file
    leading = frozenset(file.leading)
    spaced = tuple(sign for sign in (*style.common.units, *file.spaced) if sign not in leading)
    for found in _glued(spaced).finditer(text) if file.spaced else ():
        figure, unit = found["figure"].replace(HOLE, "…"), found["unit"]
        message = f"no blank between {figure} and {unit}"
        hint = f"write {figure} {unit}, best with a no-break space (U+00A0)"
        yield Finding("AA184", *found.span("unit"), message, hint)
    for found in _parted(file.closed).finditer(text) if file.closed else ():
        figure, unit = found["figure"].replace(HOLE, "…"), found["unit"]
        hint = f"write {figure}{unit}"
        yield Finding("AA184", *found.span("unit"), f"a blank between {figure} and {unit}", hint)
    for found in _behind(file.leading).finditer(text) if file.leading else ():
        figure, unit = found["figure"], found["unit"]
        yield Finding("AA184", *found.span("unit"), f"{unit} stands behind its number", f"write {unit}{figure}")


def _any(signs: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, sorted(signs, key=lambda sign: (-len(sign), sign))))


@functools.cache
def _before(signs: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=[^\s]){_BLANK}+([{re.escape(signs)}])(?=[\s”“»\"]|$)")


@functools.cache
def _glued(signs: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?P<figure>{_FIGURE})(?P<unit>{_any(signs)})(?!\w)")


@functools.cache
def _parted(signs: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?P<figure>{_FIGURE}){_BLANK}+(?P<unit>{_any(signs)})(?!\w)")


@functools.cache
def _behind(signs: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<figure>(?<![\w.,:/-])(?<![{re.escape(''.join(signs))}])\d[\d.,]*(?<=\d)){_BLANK}?(?P<unit>{_any(signs)})(?![\w\d])"
    )
