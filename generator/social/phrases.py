"""The phrases of posts: in the brand's tone, formal or informal, and another one at every turn."""

from __future__ import annotations

import functools
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from generator.language import Language

ROOM = "posts"
_KEY = re.compile(r"(?P<name>[a-z_]+?)(_(?P<tone>warm|formal|playful))?(_(?P<number>\d+))?(?P<informal>_informal)?")


class MissingPhraseError(LookupError):
    """A language file has no phrase of a name; `args[0]` is the name."""


@dataclass(frozen=True, slots=True)
class Voice:
    """How one post speaks."""

    language: Language
    tone: str
    informal: bool
    turn: int

    def say(self, name: str, *, bare: str = "", **values: str) -> str:
        """One of the phrases of a name, `<name>_<tone>_<number>`, or `<name>_<number>` where the tone has none.

        `<key>_informal` is the same phrase for readers who are spoken to informally. A `bare` text takes its turn too.
        """
        phrases = self.language.phrases[ROOM]
        keys = _keys(tuple(phrases), name, self.tone)
        chosen = self.turn % (len(keys) + bool(bare))
        if chosen == len(keys):
            return bare
        key = keys[chosen]
        return self.language.say(ROOM, f"{key}_informal" if self._has_informal(key) else key, None, **values)

    def _has_informal(self, key: str) -> bool:
        return self.informal and f"{key}_informal" in self.language.phrases[ROOM]


def turn(entry: str, n: int) -> int:
    """Whose turn it is: neighbours in a plan are different entries of one cycle, so the entry's name shifts it."""
    return n + zlib.crc32(entry.encode())


def parts(key: str) -> Mapping[str, str] | None:
    """Name, tone, number and `_informal` of a phrase's key, each empty where it has none."""
    found = _KEY.fullmatch(key)
    return {name: value or "" for name, value in found.groupdict().items()} if found else None


@functools.lru_cache(maxsize=512)
def _keys(all_keys: tuple[str, ...], name: str, tone: str) -> tuple[str, ...]:
    read = [(key, parts(key)) for key in all_keys]
    mine = [(key, part) for key, part in read if part and part["name"] == name and not part["informal"]]
    of_tone = [pair for pair in mine if pair[1]["tone"] == tone] or [pair for pair in mine if not pair[1]["tone"]]
    if not of_tone:
        raise MissingPhraseError(name)
    return tuple(key for key, _ in sorted(of_tone, key=lambda pair: int(pair[1]["number"] or 0)))
