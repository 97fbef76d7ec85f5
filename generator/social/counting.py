"""How long a text is, counted as each network counts it."""

from __future__ import annotations

import functools
import pkgutil
import sys
import unicodedata
from collections.abc import Callable, Mapping
from types import ModuleType
from typing import Any, TypeAlias

import regex

from generator.social.network import Network

Counter: TypeAlias = Callable[[str, int], int]
"""A text and what a link counts, to a length."""

_LINK = 23
_MOST_DOTS = 64
"""In an address; looking for one among many more takes the library minutes."""
_SPACED_WORD = regex.compile(r"[ \n\t]?[^ \n\t]+|[ \n\t]")
_GRAPHEME = regex.compile(r"\X")
_EMOJI = regex.compile(r"[\p{Extended_Pictographic}\p{Regional_Indicator}\uFE0F\u20E3]")
_FEDIVERSE_URL = regex.compile(
    r"""(?<![\w@#/.])https?://[\w.-]+\.\w[\w-]*(?::\d+)?(?:[/?#][^\s<>"{}^`]*)?""", regex.IGNORECASE
)
_TRAILING = "!*'();:,.?…\"”“»"
_FEDIVERSE_MENTION = regex.compile(r"(?<![\w/])(@\w[\w.-]*)@[\w.-]+\.\w[\w-]*")


def count(text: str, network: Network) -> int:
    """The length of a text in the network's own unit."""
    return measure(text, network.unit, network.url_weight)


def count_alt(text: str, network: Network) -> int:
    """The length of a picture's description as the network counts it."""
    return measure(text, network.alt_unit)


def measure(text: str, unit: str, link: int | None = None) -> int:
    """The length in a unit. Posts are written in NFC, whatever a keyboard made, so that is what is counted."""
    return COUNTERS[unit](unicodedata.normalize("NFC", text), link or _LINK)


def fits(text: str, network: Network, *, picture: bool = True) -> bool:
    """Whether the network takes a text of this length; a second limit in bytes counts too."""
    if count(text, network) > network.room(picture=picture):
        return False
    return network.max_text_bytes is None or measure(text, "bytes") <= network.max_text_bytes


def graphemes(text: str) -> list[str]:
    """User-perceived characters (UAX 29)."""
    return list(_GRAPHEME.findall(text))


def _x_weighted(text: str, link: int) -> int:
    """X counts letters of most scripts 1, Chinese or emoji 2, every link 23 (twitter-text, configuration 3).

    No link or emoji reaches across a space, so words are counted one by one, and each only once. All but the first
    keep the space before them: what stands before an address decides whether it is one.
    """
    return sum(_x_word(word, link) for word in _SPACED_WORD.findall(text))


@functools.lru_cache(maxsize=65_536)
def _x_word(word: str, link: int) -> int:
    parse, options = _twitter_text()
    if word.count(".") > _MOST_DOTS:
        word = word.replace(".", "-")
    return int(parse(word, {**options, "transformed_url_length": link}).weightedLength)


def _fediverse(text: str, link: int) -> int:
    """Mastodon's servers count graphemes, a link with its scheme 23, `@user@domain` as `@user`.

    (app/validators/status_length_validator.rb. Its composer also shortens bare domains; the server decides.)
    """
    without_links = _FEDIVERSE_URL.sub(lambda found: "x" * link + _after_link(found[0]), text)
    return len(graphemes(_FEDIVERSE_MENTION.sub(r"\1", without_links)))


def _after_link(url: str) -> str:
    """The punctuation behind a link, which is not part of it."""
    return url[len(url.rstrip(_TRAILING)) :]


def _threads(text: str, _link: int) -> int:
    """Threads counts a character 1, but an emoji as many as it has UTF-8 bytes.

    Which signs are emoji is not published: every pictograph counts as one, so that no post comes out too long.
    """
    return sum(len(g.encode()) if _EMOJI.search(g) else 1 for g in graphemes(text))


COUNTERS: Mapping[str, Counter] = {
    "x_weighted": _x_weighted,
    "graphemes": lambda text, _: len(graphemes(text)),
    "mastodon": _fediverse,
    "threads": _threads,
    "codepoints": lambda text, _: len(text),
    "utf16": lambda text, _: len(text.encode("utf-16-le")) // 2,
    "bytes": lambda text, _: len(text.encode()),
}


@functools.cache
def _twitter_text() -> tuple[Callable[[str, Mapping[str, object]], Any], Mapping[str, object]]:
    """X's parser and its current configuration, loaded when first needed: it compiles thousands of emoji.

    The library reads its emoji list through pkg_resources, which new Pythons and setuptools do not bring and
    old ones warn about. It needs one function of it, and gets that one.
    """
    before = sys.modules.get("pkg_resources")
    stand_in = ModuleType("pkg_resources")
    stand_in.resource_string = _resource_string  # type: ignore[attr-defined]
    sys.modules["pkg_resources"] = stand_in
    try:
        from twitter_text import parse_tweet  # noqa: PLC0415 - see above
        from twitter_text.config import config  # noqa: PLC0415
    finally:
        if before is None:
            del sys.modules["pkg_resources"]
        else:
            sys.modules["pkg_resources"] = before
    return parse_tweet, config["defaults"]


def _resource_string(module: str, name: str) -> bytes:
    """A file beside a module, as pkg_resources gives it."""
    content = pkgutil.get_data(module.rpartition(".")[0], name)
    if content is None:
        raise FileNotFoundError(name)
    return content
