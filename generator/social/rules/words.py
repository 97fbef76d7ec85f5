"""A post's words in one form, apart from its addresses, hashtags, emoji and numbers of parts."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import TypeAlias

import regex

from generator.social.draft import Draft, readable
from generator.text import nfc, sentences

Tokens: TypeAlias = tuple[str, ...]
"""Words in small letters, signs that change what is said (`%`, `€`, `?`, a minus), nothing else."""

_TOKEN = regex.compile(
    r"(?:(?<!\w)[-−](?=\d))?[\p{L}\p{M}\p{N}]+(?:[.,:'’/-][\p{L}\p{M}\p{N}]+)*|[%‰€$£°<>≤≥±+=?]",
)
_DOMAINS = "com|org|net|eu|info|biz|io|app|shop|store|dev|example|test|hr|rs|si|cz|sk|bg|ba|me|mk|de|at|it|hu|uk|us"
_ADDRESS = re.compile(
    rf"https?://[^\s<>\"“”„«»]+|(?<![\w@./-])(?:[\w-]+\.)+(?:{_DOMAINS})(?![\w.-]{0, 64}@)\b(?:/[^\s<>\"“”„«»]*)?",
    re.IGNORECASE,
)
# Several rules ask for the words of one draft, one rule after the other.
_AFTER_ADDRESS = ".,;:!?…)]}'*_"
HASHTAG = re.compile(r"(?<![\w&/#])#\w*[^\W\d_]\w*")
EMOJI = regex.compile(
    r"\p{RI}\p{RI}|[0-9#*]\uFE0F?\u20E3"
    r"|(?:(?![©®™↔-↪‼⁉])\p{Extended_Pictographic}|[©®™↔-↪‼⁉]\uFE0F)\uFE0F?\p{EMod}?"
    r"(?:\u200D\p{Extended_Pictographic}\uFE0F?\p{EMod}?)*"
)
MARK = regex.compile(r"^\s*(?:[•·▪▫◦‣✓✔☐☑✅➜→–—-]\uFE0F?|\d{1,2}[.)]|\p{L}[.)]|\d\uFE0F?\u20E3)\s+")
"""What stands before an item of a list: `• `, `1. `, `A) `."""
_ENDED = re.compile(r"[.!?…:»”\"“)]\s*$")
_SENTENCE_ENDED = re.compile(r"[.!?…:][»”\"“)]*\s*$")


@functools.lru_cache(maxsize=4096)
def tokens(text: str) -> Tokens:
    """The words of a text as they are compared: `„Da!” ` and `da` are the same, `Da?` is not."""
    return tuple(_TOKEN.findall(nfc(text).casefold()))


def units(text: str) -> Iterator[Tokens]:
    """Sentences of a plain text and items of its lists, without the marks before them."""
    for line in text.split("\n"):
        for sentence in sentences(MARK.sub("", line)):
            found = tokens(EMOJI.sub("", sentence))
            if found:
                yield found


def runs(said: Tokens, size: int) -> Iterator[Tokens]:
    """Every so many words in a row."""
    return (said[at : at + size] for at in range(len(said) - size + 1))


def addresses(text: str) -> list[str]:
    """Addresses of a text in order, with `https://` or without; what ends the sentence does not belong to them."""
    return [found[0].rstrip(_AFTER_ADDRESS) for found in _ADDRESS.finditer(text)]


@functools.lru_cache(maxsize=64)
def without_addresses(text: str) -> str:
    """The text with every address left out."""
    return _ADDRESS.sub(lambda found: found[0][len(found[0].rstrip(_AFTER_ADDRESS)) :], text)


def posts(draft: Draft) -> list[str]:
    """The posts of a thread without their numbers; most drafts are one post."""
    return [_uncounted(part, len(draft.parts)) for part in draft.parts]


def joined(draft: Draft) -> str:
    """The posts of a thread as one text; a sentence that runs on into the next post is whole again."""
    text, *others = posts(draft)
    for part in others:
        text += ("\n\n" if _ENDED.search(text) or MARK.match(part) else " ") + part
    return text


def pictured(draft: Draft) -> str:
    """What the pictures of a carousel say; a sentence that runs on into the next one is whole again."""
    text = ""
    for slide in draft.slides:
        runs_on = text and not slide.title and not _SENTENCE_ENDED.search(text) and not MARK.match(slide.text)
        text += (" " if runs_on else "\n") + slide.said
    return "\n".join((text.strip(), *(slide.alt for slide in draft.slides)))


def prose(draft: Draft) -> str:
    """What the post says: no addresses, no hashtags, no `2/3` of a thread."""
    return HASHTAG.sub("", without_addresses(joined(draft)).replace(readable(draft.link), ""))


def _uncounted(part: str, number: int) -> str:
    """A post of a thread without its number: `2/3` or `(2/3)` at either end."""
    if number == 1:
        return part
    counter = rf"[(\[]?\d{{1,2}}/{number}[)\]]?"
    return re.sub(rf"^\s*{counter}\s*[:.]?\s*|(?<!\s)\s*{counter}\s*$", "", part)
