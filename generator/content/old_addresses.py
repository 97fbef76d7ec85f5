"""Addresses that an answer had on another site: which of them can be kept, and what each is called here."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from generator.text import nfc

MAX_LENGTH: Final = 500
_DEEPEST: Final = 12
_SEGMENT: Final = re.compile(r"[^\W_][\w.~@+,=!'()-]{0,149}(?<!\.)")
"""No hidden file, nothing that means a place elsewhere, no character that a system forbids in names of files."""
_DEVICE: Final = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")
_QUERY: Final = re.compile(r"[\w%&=.,;:@/+~!$'()*-]{1,300}", re.ASCII)
_FILE: Final = re.compile(r"(?i).\.html?$")
_INDEX: Final = re.compile(r"(?i)index\.html?")


def key_of(written: str) -> str | None:
    """What an address is called in `faq/_links.tsv`, or None where it cannot be kept.

    `/faq/12.html` is `faq/12.html`; `/hc/articles/12-Where`, `/hc/articles/12-Where/` and `.../index.html` are
    `hc/articles/12-Where/`; `/index.php?id=5` is `index.php?id=5`. Escapes are resolved.
    """
    path, mark, query = written.partition("?")
    path = _unescaped(path)
    if (
        len(written) > MAX_LENGTH
        or not path.startswith("/")
        or "#" in written
        or (mark and not _QUERY.fullmatch(query))
    ):
        return None
    segments = path[1:].removesuffix("/").split("/")
    if not mark and _INDEX.fullmatch(segments[-1]):
        segments.pop()
    if segments in ([], [""]):
        return f"?{query}" if mark else None
    if len(segments) > _DEEPEST or not all(map(_is_safe, segments)):
        return None
    key = "/".join(segments)
    if mark:
        return f"{key}{'/' if path.endswith('/') else ''}?{query}"
    return key if _FILE.search(segments[-1]) else f"{key}/"


def _unescaped(path: str) -> str:
    """Empty where the escapes are no UTF-8."""
    try:
        return nfc(unquote(path, errors="strict"))
    except UnicodeDecodeError:
        return ""


def _is_safe(segment: str) -> bool:
    return _SEGMENT.fullmatch(segment) is not None and not _DEVICE.fullmatch(segment) and len(segment.encode()) <= 240


def is_key(text: str) -> bool:
    """Whether key_of gives this."""
    return key_of("/" + escaped(text)) == text


def escaped(key: str) -> str:
    """A key as it stands in requests."""
    path, mark, query = key.partition("?")
    return quote(path, safe="/~@+,=!'()") + mark + query


def has_query(key: str) -> bool:
    """Whether only a server that looks at queries can answer it."""
    return "?" in key


def of_url(url: str) -> str:
    """Path and query of an absolute address; empty where it names a part of a page, or the site itself."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.fragment:
        return ""
    address = parts.path + (f"?{parts.query}" if parts.query else "")
    return "" if address in {"", "/"} else address
