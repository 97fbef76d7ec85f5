"""Pictures within answers and pages: files below docs/, written as `![…](/name.png)`, that must be there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container, Iterator
from itertools import chain
from urllib.parse import unquote

from generator.content.library import Entry, Page
from generator.content.markup import links, position
from generator.problems import Place, Problem
from generator.site.shape import Shape

_ELSEWHERE = re.compile(r"(?i)[a-z][a-z0-9+.-]*:|//")
"""Told by the checks of the content, and never shown."""


def missing(shape: Shape, assets: Container[str]) -> Iterator[Problem]:
    """AA126 for each picture that is not among `assets` (paths below docs/): engines do not all say so."""
    pages = (page for by_lang in shape.library.pages.values() for page in by_lang.values())
    texts: Iterator[Entry | Page] = chain(shape.library, pages)
    for text in texts:
        for link in links(text.body):
            if link.picture and not _ELSEWHERE.match(link.target) and _file(text, link.target) not in assets:
                line, column = position(text.body, link.offset)
                message = f"the picture '{link.target[:80]}' is not there"
                hint = "put the file into docs/ and write ![…](/name.png)"
                yield Problem(Place(text.path, text.body_line + line, column), "AA126", message, hint)


def _file(text: Entry | Page, target: str) -> str:
    """The file below docs/ that a picture shows; relative ones are seen from the page, as browsers do."""
    folder = f"/q/{text.id}" if isinstance(text, Entry) else f"/{'' if text.name == 'index' else text.name}"
    path = unquote(target.partition("#")[0].partition("?")[0])
    return posixpath.normpath(posixpath.join(folder, path)).lstrip("/")
