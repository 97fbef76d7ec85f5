"""The desk's folder: its page, style and script, the data they show and search, and the fonts they are set in."""

from __future__ import annotations

import functools
import html
from collections.abc import Mapping, Sequence
from datetime import date
from string import Template

from generator.brand import Brand, css, icons
from generator.content.data import PACKAGE
from generator.content.library import Library
from generator.desk.data import data, script
from generator.desk.drafts import DeskDraft, is_local
from generator.desk.marketing import Marketing
from generator.desk.searching import index_script
from generator.desk.voicing import voice_script
from generator.files import Tree
from generator.links import Addresses
from generator.problems import Place, Problem, Severity
from generator.replies import Wording
from generator.search import page_script
from generator.social.network import Network
from generator.voice import Voice, twin_script

_SCRIPTS = (
    *("base.js", "copy.js", "compose.js", "counting.js", "moments.js", "search.js", "results.js", "personal.js"),
    *("composer.js", "answers.js", "replies.js"),
    *("voice.js", "edit.js", "diff.js", "preview.js", "post.js", "calendar.js"),
    *("recall.js", "coverage.js", "exports.js", "start.js"),
)
"""In the order they build on each other; one file in the end, because modules do not load from a folder."""

_LOGO = 32
"""Pixels of a logo's height in the page's head."""


def desk(  # noqa: PLR0913, PLR0917 - what a desk is made of
    library: Library,
    addresses: Addresses,
    drafts: Sequence[DeskDraft],
    brand: Brand,
    indexes: Mapping[str, Mapping[str, bytes]],
    wordings: Mapping[str, Wording],
    *,
    today: date,
    voices: Mapping[str, Voice] | None = None,
    marketing: Marketing | None = None,
    networks: Mapping[str, Network] | None = None,
) -> tuple[Tree, list[Problem]]:
    """`build/desk/` as files, and drafts whose card lies outside the built files (AA520).

    `indexes` are the files of the site's search by language, `wordings` what replies are put together from, and
    `voices` what had better be said otherwise in it.
    `today` is marked in the calendar, beside which `marketing` is what marketers look at, and decides which reviews
    are due.
    `voices` what had better be said otherwise in it; `networks` say how long a reply may be.
    `today` is marked in the calendar and decides which reviews are due.
    """
    tree = {
        "index.html": _page(library, brand),
        "desk.css": f"{css.style(brand)}{_source('desk.css')}".encode(),
        "desk.js": _program(),
        "data.js": script(
            data(library, addresses, drafts, wordings, today=today, networks=networks, marketing=marketing)
        ),
    }
    searches = {f"search.{code}.js": index_script(code, files) for code, files in indexes.items()}
    searches |= {f"voice.{code}.js": voice_script(code, voice) for code, voice in (voices or {}).items()}
    fonts = {f"fonts/{name}": content for name, content in brand.typeface.published().items()}
    return tree | searches | fonts | _pictures(brand), [
        _foreign(draft, file) for draft in drafts for file in draft.files if not is_local(file)
    ]


def _page(library: Library, brand: Brand) -> bytes:
    language = library.languages[library.settings.source]
    values = {
        "lang": language.tag,
        "direction": language.direction,
        "name": library.settings.name,
        "title": language.say("desk", "title"),
        "noscript": language.say("desk", "noscript"),
        "icon": f"icon.{icons.favicon(brand, icons.mark())[1]}",
        "shown": "unseen" if icons.is_wordmark(brand) else "name",
    }
    escaped = {key: html.escape(value) for key, value in values.items()}
    return Template(_source("index.html")).substitute(escaped, logo=_logo(brand)).encode()


def _pictures(brand: Brand) -> dict[str, bytes]:
    """The icon of the browser's tab, and the logo."""
    icon, suffix = icons.favicon(brand, icons.mark())
    return {f"icon.{suffix}": icon} | {
        _file(scheme, content): content for scheme, content in icons.logos(brand).items()
    }


def _file(scheme: str, logo: bytes) -> str:
    return f"logo-{scheme}.{icons.suffix(logo)}"


def _logo(brand: Brand) -> str:
    """The logo as HTML, the dark one for who prefers it, or the built-in mark."""
    logos = {scheme: _file(scheme, content) for scheme, content in icons.logos(brand).items()}
    if brand.logo is None:
        return icons.mark().replace("<svg ", '<svg class="logo" aria-hidden="true" focusable="false" ')
    size = f'width="{round(_LOGO * brand.logo.aspect)}" height="{_LOGO}"'
    image = f'<img class="logo" src="{logos["light"]}" alt="" {size}>'
    if "dark" not in logos:
        return image
    return f'<picture><source media="(prefers-color-scheme: dark)" srcset="{logos["dark"]}">{image}</picture>'


def _program() -> bytes:
    parts = "\n".join([page_script(), twin_script(), *map(_source, _SCRIPTS)])
    return f'(() => {{\n"use strict";\n\n{parts}}})();\n'.encode()


def _foreign(draft: DeskDraft, file: str) -> Problem:
    message = f"the card of draft '{draft.id}' is not one of the built files: {file[:80]}"
    hint = "cards are named by a path relative to the desk's folder; the calendar shows this draft without its card"
    return Problem(Place("build/desk/data.js"), "AA520", message, hint, Severity.WARNING)


@functools.cache
def _source(name: str) -> str:
    return (PACKAGE / "desk" / name).read_text(encoding="utf-8")
