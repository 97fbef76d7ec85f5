"""The desk's scripts, each put together from the small files that it was written in.

They share one scope, because modules do not load from a folder: `desk.js` answers, `planning.js` is loaded when
somebody plans, `finding.js` searches and `voice.js` knows how to sound, when there is something to search or to judge.
"""

from __future__ import annotations

import functools
import re

from generator.content.data import PACKAGE
from generator.files import Tree
from generator.search import page_script
from generator.voice import twin_script

_ANSWERING = (
    *("base.js", "loading.js", "copy.js", "compose.js", "counting.js", "moments.js", "search.js", "results.js"),
    *("personal.js", "composer.js", "knowing.js", "answers.js", "replies.js", "voice.js", "edit.js", "start.js"),
)
"""In the order they build on each other."""
_PLANNING = (
    *("diff.js", "preview.js", "post.js", "rewording.js", "moving.js", "many.js"),
    *("grid.js", "month.js", "week.js", "list.js", "planning.js"),
    *("recall.js", "coverage.js", "health.js", "asked.js", "exports.js", "plan.js"),
)


@functools.cache
def programs() -> Tree:
    """File name -> script."""
    texts = {
        "desk.js": "\n".join(map(source, _ANSWERING)),
        "planning.js": "\n".join(map(source, _PLANNING)),
        "finding.js": page_script(),
        "voice.js": twin_script(),
    }
    return {name: f'"use strict";\n{_bare(text)}'.encode() for name, text in texts.items()}


@functools.cache
def source(name: str) -> str:
    """A file of the desk as it was written."""
    return (PACKAGE / "desk" / name).read_text(encoding="utf-8")


def is_said_first(phrase: str) -> bool:
    """Whether the page or `desk.js` says a phrase, by its name or by a beginning that they complete (`state_`)."""
    names, beginnings = _said_first()
    return phrase in names or phrase.startswith(beginnings)


@functools.cache
def _said_first() -> tuple[frozenset[str], tuple[str, ...]]:
    text = "".join(map(source, ("index.html", *_ANSWERING)))
    return frozenset(re.findall(r"\w+", text)), tuple(re.findall(r"`(\w+_)\$\{", text))


def _bare(text: str) -> str:
    """Without what only people read: no text in the scripts goes over lines."""
    lines = (line.strip() for line in text.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))
