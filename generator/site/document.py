"""Markdown files with front matter, and YAML that survives every value."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping

_INVISIBLE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What JSON leaves as it is and YAML reads only as an escape, or as the end of a line."""
_json = json.JSONEncoder(ensure_ascii=False).encode


def to_yaml(data: Mapping[str, object]) -> str:
    """YAML with a line for each key, its value as JSON: every string is quoted, so none ends the document or is a date.

    YAML reads JSON as it is, and writing JSON is forty times as fast; a site has thousands of pages.
    """
    text = "".join([f"{_json(key)}: {_json(value)}\n" for key, value in data.items()]) or "{}\n"
    return _INVISIBLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def document(title: str, meta: Mapping[str, object], body: str = "") -> bytes:
    """A Markdown file with front matter.

    `title` is escaped here, because the theme prints it as it is in navigation, header and search;
    all other values are raw text that our templates escape.
    """
    return f"---\n{to_yaml({'title': html.escape(title), 'heading': title, **meta})}---\n{body}\n".encode()


def title_line(page: bytes) -> bytes:
    """The line of a document that names it in the navigation of all others."""
    return page.split(b"\n", 2)[1]
