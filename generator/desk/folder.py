"""The desk's folder: its page, style and script, the data they show and search, and the fonts they are set in."""

from __future__ import annotations

import functools
import html
from collections.abc import Mapping, Sequence
from datetime import date
from string import Template

from generator.content.data import PACKAGE
from generator.content.library import Library
from generator.desk.data import DeskDraft, data, is_local, script
from generator.desk.searching import index_script
from generator.files import Tree
from generator.links import Addresses
from generator.problems import Place, Problem, Severity
from generator.search import page_script

_SCRIPTS = ("base.js", "copy.js", "search.js", "results.js", "answers.js", "replies.js", "calendar.js", "start.js")
"""In the order they build on each other; one file in the end, because modules do not load from a folder."""
_FONTS = ("Manrope-500.woff2", "Manrope-700.woff2", "Manrope-800.woff2", "Manrope-OFL.txt")


def desk(  # noqa: PLR0913 - what a desk is made of
    library: Library,
    addresses: Addresses,
    drafts: Sequence[DeskDraft],
    tokens: Mapping[str, Mapping[str, str]],
    indexes: Mapping[str, Mapping[str, bytes]],
    *,
    today: date,
) -> tuple[Tree, list[Problem]]:
    """`build/desk/` as files, and drafts whose card lies outside the built files (AA520).

    `tokens` are colours by scheme (light, dark) and name, `indexes` the files of the site's search by language.
    `today` is marked in the calendar and decides which reviews are due.
    """
    tree = {
        "index.html": _page(library),
        "desk.css": f"{_variables(tokens)}\n{_source('desk.css')}".encode(),
        "desk.js": _program(),
        "data.js": script(data(library, addresses, drafts, today=today)),
    }
    searches = {f"search.{code}.js": index_script(code, files) for code, files in indexes.items()}
    fonts = {f"fonts/{name}": _font(name) for name in _FONTS}
    return tree | searches | fonts, [_foreign(draft) for draft in drafts if draft.image and not is_local(draft.image)]


def _page(library: Library) -> bytes:
    language = library.languages[library.settings.source]
    values = {
        "lang": language.tag,
        "direction": language.direction,
        "name": library.settings.name,
        "title": language.say("desk", "title"),
        "noscript": language.say("desk", "noscript"),
    }
    return (
        Template(_source("index.html")).substitute({key: html.escape(value) for key, value in values.items()}).encode()
    )


def _variables(tokens: Mapping[str, Mapping[str, str]]) -> str:
    """The brand's colours as custom properties, dark ones for who prefers them."""

    def rule(scheme: str) -> str:
        lines = (f"--{name.replace('_', '-')}: {color};" for name, color in sorted(tokens.get(scheme, {}).items()))
        return f":root {{ {' '.join(lines)} }}"

    return f"{rule('light')}\n@media (prefers-color-scheme: dark) {{ {rule('dark')} }}"


def _program() -> bytes:
    parts = "\n".join([page_script(), *map(_source, _SCRIPTS)])
    return f'(() => {{\n"use strict";\n\n{parts}}})();\n'.encode()


def _foreign(draft: DeskDraft) -> Problem:
    message = f"the card of draft '{draft.id}' is not one of the built files: {draft.image[:80]}"
    hint = "cards are named by a path relative to the desk's folder; the calendar shows this draft without its card"
    return Problem(Place("build/desk/data.js"), "AA520", message, hint, Severity.WARNING)


@functools.cache
def _source(name: str) -> str:
    return (PACKAGE / "desk" / name).read_text(encoding="utf-8")


@functools.cache
def _font(name: str) -> bytes:
    return (PACKAGE / "fonts" / name).read_bytes()
