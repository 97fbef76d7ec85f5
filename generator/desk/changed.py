"""Which words somebody changed: what was generated and what stands there now, side by side in pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

_WORD = re.compile(r"\s*(?:[\w'’]+|[^\w\s])|\s+")
"""With the white space before it, so that words which change in a row are one change."""


def pieces(before: str, after: str) -> list[list[str]]:
    """`["=", same]`, `["-", taken out]` and `["+", put in]`, in the order in which they are read."""
    return list(_pieces(_WORD.findall(before), _WORD.findall(after)))


def _pieces(old: list[str], new: list[str]) -> Iterator[list[str]]:
    for kind, start, end, here, there in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield ["=", "".join(old[start:end])]
            continue
        if start < end:
            yield ["-", "".join(old[start:end])]
        if here < there:
            yield ["+", "".join(new[here:there])]
