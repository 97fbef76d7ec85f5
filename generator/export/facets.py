"""Which stretches of a post Bluesky shows as links and tags, in bytes of UTF-8, by the rules of its own app.

(atproto, packages/api/src/rich-text/detection.ts.) Mentions are left as plain text: they need an account's DID, which
only a server knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import regex

from generator.social.domains import is_domain
from generator.social.link_text import typed

Facet: TypeAlias = dict[str, Any]
_Found: TypeAlias = tuple[int, int, dict[str, str]]
"""Start and end in characters, and the feature."""

_URL = regex.compile(
    r"(?:^|(?<=[\s(]))(?:https?://\S+|(?P<domain>[a-z][a-z0-9]*(?:\.[a-z0-9]+)+)\S*)", regex.IGNORECASE
)
_NOT_IN_TAGS = r"\s\u00AD\u2060\u200A\u200B\u200C\u200D\u20E2"
_TAG = regex.compile(rf"(?:^|(?<=\s))[#＃]((?!\uFE0F)[^{_NOT_IN_TAGS}]*[^\d\p{{P}}{_NOT_IN_TAGS}]+[^{_NOT_IN_TAGS}]*)")
_CASHTAG = regex.compile(r"(?:^|(?<=[\s(]))\$([a-z][a-z0-9]{0,4})(?=[\s.,;:!?)\"'\u2019]|$)", regex.IGNORECASE)
_CLOSING = regex.compile(r"\p{P}+$")
_LONGEST_TAG = 64


def facets(text: str, link: str) -> list[Facet]:
    """The facets of a post, from its beginning on; the readable form of `link` leads to `link` itself."""
    before = _offsets(text)
    found = sorted([*_links(text, link), *_tags(text), *_cashtags(text)], key=lambda one: one[:2])
    return [
        {"index": {"byteStart": before[start], "byteEnd": before[end]}, "features": [feature]}
        for start, end, feature in found
    ]


def _offsets(text: str) -> list[int]:
    """How many bytes stand before each character, and before the end."""
    sizes = [0]
    for character in text:
        sizes.append(sizes[-1] + len(character.encode("utf-8", "surrogatepass")))
    return sizes


def _links(text: str, link: str) -> Iterator[_Found]:
    own = {match.start(): match.end() for match in typed(link).finditer(text)}
    yield from ((start, end, _link(link)) for start, end in own.items())
    for match in _URL.finditer(text):
        shown = _without_closing(match[0])
        if match.start() in own or (match["domain"] and not is_domain(match["domain"])):
            continue
        yield match.start(), match.start() + len(shown), _link(f"https://{shown}" if match["domain"] else shown)


def _without_closing(shown: str) -> str:
    """A link without the sentence's own punctuation behind it."""
    if shown[-1] in ".,;:!?":
        shown = shown[:-1]
    return shown[:-1] if shown.endswith(")") and "(" not in shown else shown


def _link(uri: str) -> dict[str, str]:
    return {"$type": "app.bsky.richtext.facet#link", "uri": uri}


def _tags(text: str) -> Iterator[_Found]:
    for match in _TAG.finditer(text):
        tag = _CLOSING.sub("", match[1].strip())
        if tag and _utf16(tag) <= _LONGEST_TAG:
            yield match.start(), match.start() + 1 + len(tag), {"$type": "app.bsky.richtext.facet#tag", "tag": tag}


def _cashtags(text: str) -> Iterator[_Found]:
    for match in _CASHTAG.finditer(text):
        tag = f"${match[1].upper()}"
        yield match.start(), match.end(), {"$type": "app.bsky.richtext.facet#tag", "tag": tag}


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
