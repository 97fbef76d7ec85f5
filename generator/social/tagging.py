"""Which words of a post are hashtags: every network has its own idea of where a tag ends."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

import regex

from generator.social.counting import graphemes
from generator.social.network import Network

_SCHEME_URL = regex.compile(r"(?:https?://|www\.)\S+", regex.IGNORECASE)
_X_SPECIAL = "_\u200c\u200d\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003\u0f0b\u0f0c\u00b7"
"""Signs inside a tag on X beside letters and digits, from the middle dot of Catalan to marks of Hebrew and Japanese."""
_INVISIBLE = r"\u00ad\u2060\u200a\u200b\u200c\u200d\u20e2"


@dataclass(frozen=True, slots=True)
class Rule:
    """How a network finds hashtags; group 1 of the pattern is the tag without its sign."""

    pattern: regex.Pattern[str]
    strips_punctuation: bool = False


def _tag(signs: str, *, after: str = "") -> Rule:
    """A run of signs with a letter among them; behind a sign, '&' or '/' it is part of something else."""
    return Rule(regex.compile(rf"(?<![{signs}&/])[#＃]((?=[{signs}]*?\p{{L}})[{signs}]++){after}"))


RULES: Mapping[str, Rule] = {
    "words": _tag(r"\p{L}\p{M}\p{Nd}_"),
    # Emoji may stand right before; a joiner or variation mark behind them is no letter. (twitter-text)
    "x": Rule(
        regex.compile(
            rf"(?<![\p{{L}}\p{{Nd}}{_X_SPECIAL}&/])(?<!(?!\p{{Cf}}|[\ufe0e\ufe0f])\p{{M}})[#＃]"
            rf"((?=[\p{{Nd}}{_X_SPECIAL}]*[\p{{L}}\p{{M}}])(?![\ufe0f\u20e3])[\p{{L}}\p{{M}}\p{{Nd}}{_X_SPECIAL}]++)"
            r"(?![#＃]|://)"
        )
    ),
    # Letters and separators, the last of them no separator. (app/models/tag.rb)
    "mastodon": Rule(
        regex.compile(r"(?<![=/)\p{L}\p{Nd}])[#＃]((?=[\w·・\u200c]*[\p{L}·・\u200c])\w(?:[\w·・\u200c]*\w)?)")
    ),
    # No combining marks: another reason to write in NFC. (td/telegram/MessageEntity.cpp)
    "telegram": _tag(r"\p{L}\p{Nd}_·\u200c\u0d80-\u0dff", after=r"(?!#)"),
    # Anything up to a space that is not only digits and punctuation. (packages/api/src/rich-text)
    "bluesky": Rule(
        regex.compile(
            rf"(?<!\S)[#＃]((?!\ufe0f)[^\s{_INVISIBLE}]*[^\d\s\p{{P}}{_INVISIBLE}][^\s{_INVISIBLE}]*)",
        ),
        strips_punctuation=True,
    ),
    "none": Rule(regex.compile(r"(?!)")),
}
_TRAILING_PUNCTUATION = regex.compile(r"\p{P}+\Z")


def linked_hashtags(text: str, network: Network) -> tuple[str, ...]:
    """The tags that a network links in a text, without their sign, in order, doubles included.

    One that is longer than the network takes is none; what looks like a tag inside an address is part of it.
    """
    rule = RULES[network.hashtag_rule]
    normal = unicodedata.normalize("NFC", text)
    found = rule.pattern.findall(_SCHEME_URL.sub(" ", normal))
    if rule.strips_punctuation:
        found = [_TRAILING_PUNCTUATION.sub("", tag) for tag in found]
    most = network.hashtag_length_max
    return tuple(tag for tag in found if most is None or len(graphemes(tag)) <= most)


def is_hashtag(tag: str, network: Network) -> bool:
    """Whether a whole `#Tag` is one on the network: nothing of it would be cut off."""
    return linked_hashtags(tag, network) == (unicodedata.normalize("NFC", tag)[1:],)
