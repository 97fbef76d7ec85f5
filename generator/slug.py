"""ASCII names made of words in our languages: `Koliko traje dostava?` -> `koliko-traje-dostava`."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from generator.latin import latin

MAX_SLUG: Final = 60

_LETTERS: Final = str.maketrans(
    # Bulgaria's law on transliteration (2009), article 3; then letters of its neighbours
    dict(zip("абвгдезийклмнопрстуфхъь", "abvgdeziyklmnoprstufhay", strict=True))
    | {"ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sht", "ю": "yu", "я": "ya"}
    | {"ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "d", "џ": "dz"}
    | {"ы": "y", "э": "e", "ё": "yo", "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ѓ": "g", "ќ": "k", "ѕ": "dz"}
    # Latin letters that are no base letter with a mark
    | {"đ": "d", "ð": "d", "ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"}
)


def slug(text: str, lang: str) -> str:
    """`Koliko traje dostava?` -> `koliko-traje-dostava`: ASCII, whole words, at most 60 characters; may be empty."""
    text = latin(text) if lang.partition("-")[0] == "sr" else text
    text = unicodedata.normalize("NFC", text.lower()).translate(_LETTERS)
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", re.sub(r"(?<=[a-z])'(?=[a-z])", "", ascii_text)).strip("-")
    if len(words) <= MAX_SLUG:
        return words
    cut = words[:MAX_SLUG]
    return cut if words[MAX_SLUG] == "-" else cut.rpartition("-")[0] or cut
