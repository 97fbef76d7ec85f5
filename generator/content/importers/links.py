"""Which link targets an imported answer may have."""

from __future__ import annotations

import html
import re
from typing import Final
from urllib.parse import quote

_ALLOWED: Final = frozenset({"http", "https", "mailto", "tel", "entry"})
_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)


def safe(target: str) -> bool:
    """Whether a target is relative or of a scheme that runs nothing; entities and blanks hide no `javascript:`."""
    bare = "".join(c for c in html.unescape(target) if c > " " and c.isprintable())
    scheme = _SCHEME.match(bare)
    return scheme is None or scheme[1].lower() in _ALLOWED


def destination(target: str) -> str:
    """A target as the part between the parentheses of a Markdown link."""
    letters = "".join(sorted(c for c in set(target) if c > "\x7f" and c.isalnum()))
    return quote(target.strip(), safe="%/:?#@!$&'*+,;=~[]-._" + letters)
