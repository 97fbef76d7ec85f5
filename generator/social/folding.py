"""Where a network cuts a post, so that the rest is read only by who asks for more."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

from generator.social.counting import count, graphemes
from generator.social.network import Network

_WORD_BEGINS = re.compile(r"(?<=\s)(?=\S)")
_NEAR = 30
"""Characters: a cut goes back to where its word begins, unless that is further away than a word is long."""


def fold(text: str, network: Network) -> int:
    """How many characters of a text people see at once, in the network's own unit; all of them where it is not cut.

    No network publishes where exactly it cuts, and none cuts words on purpose: the word at the fold is not seen.
    """
    if count(text, network) <= network.fold:
        return len(text)
    ends = list(accumulate(map(len, graphemes(text))))
    seen = bisect_right(ends, network.fold, key=lambda end: count(text[:end], network))
    cut = ends[seen - 1] if seen else 0
    begins = [found.start() for found in _WORD_BEGINS.finditer(text, max(cut - _NEAR, 0), min(cut + 1, len(text)))]
    return begins[-1] if begins else cut
