"""Rules for the language of a post: the entry's own, in its own letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from generator.problems import Severity
from generator.social.rules import words
from generator.social.rules.base import Complaint, Post, Rule

_WORD = regex.compile(r"[\p{L}\p{M}]+")
_HUMP = regex.compile(r"\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{Lu}")
_CYRILLIC = regex.compile(r"\p{Cyrillic}")
_LATIN = regex.compile(r"\p{Latin}")
_ALIKE = regex.compile(r"[aceopxyijsABCEHIJKMOPSTX]+")
"""Latin letters that look like Cyrillic ones."""


def script(post: Post) -> Iterator[Complaint]:
    """D17: Latin languages have no Cyrillic letter, Cyrillic ones no Latin letter that only looks right."""
    text = words.HASHTAG.sub(_apart, f"{words.without_addresses(post.draft.text)}\n{post.card}")
    if post.language.script not in {"Latn", "Cyrl"}:
        return
    wrong = dict.fromkeys((_cyrillic_words if post.language.script == "Latn" else _look_alikes)(text))
    own = _own_words(post) if wrong else ()
    for word in wrong:
        severity = Severity.WARNING if word in own else None
        shown = " ".join(f"{sign} (Cyrillic)" if _CYRILLIC.match(sign) else sign for sign in word[:12])
        name = post.language.name
        message = f"a word is not in the letters of {name}: '{word[:40]}'"
        yield Complaint(message, f"its letters: {shown}", severity, at=word)


def _own_words(post: Post) -> set[str]:
    """Words that the entry writes so, also where they begin a hashtag."""
    title = post.world.library.topic_title(post.entry.topic, post.language.code)
    own = set(_WORD.findall(f"{post.facts.text}\n{title}"))
    return own | {word[:1].upper() + word[1:] for word in own}


def _apart(hashtag: re.Match[str]) -> str:
    """`#ScratchДобавки` as words: a brand keeps its letters there as it does elsewhere."""
    return " ".join(_HUMP.findall(hashtag[0]))


def _cyrillic_words(text: str) -> Iterator[str]:
    return (word for word in _WORD.findall(text) if _CYRILLIC.search(word))


def _look_alikes(text: str) -> Iterator[str]:
    """Words of both scripts, and single Latin letters that are words in Cyrillic: `a`, `c`, `o`."""
    for found in _WORD.finditer(text):
        word = found[0]
        both = bool(_LATIN.search(word)) and bool(_CYRILLIC.search(word))
        beside = text[found.start() - 1 : found.start()] + text[found.end() : found.end() + 1]
        alone = len(word) == 1 and word.islower() and not beside.strip()
        if both or (alone and _ALIKE.fullmatch(word)):
            yield word


RULES: tuple[Rule[Post], ...] = (Rule("D17", "AA370", Severity.ERROR, script),)
