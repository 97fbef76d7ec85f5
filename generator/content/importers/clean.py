"""Text without characters that nobody sees: they break searches, fake words and confuse editors."""

from __future__ import annotations

import re
from typing import Final

from generator.text import nfc

_LINE_ENDS: Final = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Joiners (U+200C, U+200D) and the marks U+200E and U+200F stay: emoji, Persian and Hebrew are misspelt without.
_INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b\u202a-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f]"
)
_HALF: Final = re.compile("[\ud800-\udfff]")
_REPLACEMENT: Final = "\ufffd"


def clean(text: str) -> tuple[str, frozenset[str]]:
    """Text in NFC with LF line ends, and the names (`U+200B`) of what was removed or replaced."""
    text = _LINE_ENDS.sub("\n", text)
    removed = {f"U+{ord(c):04X}" for c in {*_INVISIBLE.findall(text), *_HALF.findall(text)}}
    if removed:
        text = _HALF.sub(_REPLACEMENT, _INVISIBLE.sub("", text))
    return nfc(text), frozenset(removed)


def one_line(text: str) -> str:
    """Runs of white space as one space, none at the ends."""
    return " ".join(text.split())
