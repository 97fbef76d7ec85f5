"""Words of customers without what may name a person: addresses, and figures as long as those of phones and orders."""

from __future__ import annotations

import re
import unicodedata
from functools import reduce

MASK = "…"

_PATTERNS = (
    r"\b(?:https?://|www\.)\S+",  # links of parcels and accounts lead to one person
    r"\S+\s*[\[({]\s*(?:at|@)\s*[\])}]\s*\S+(?:\s*[\[({]\s*(?:dot|\.)\s*[\])}]\s*\w+)*",  # ana (at) mail (dot) example
    r"[\w.+-]+\s+@\s+[\w-]+(?:\.[\w-]+)+",
    r"\S*@\S*",  # e-mail, and names on social networks
    r"\b[a-z]{2}\d{2}(?:[ -]?[a-z0-9]{4}){2,7}(?:[ -]?[a-z0-9]{1,4})?\b",  # IBAN
    r"[#№]\s*[\w-]*\d[\w-]*",  # the number of an order, as people write it
    r"\b(?:no|nr|num|br|č|št|бр)\b\.?\s*\d{3,}",
    r"\b[^\W\d_]{1,5}[-/]?\d{3,}(?:[-/]?\w*\d\w*)*",  # ZR-2026-0012, HR123456789
    r"\+?\(?\d(?:[\s()./-]*\d){4,}",  # phone, card, order: five figures in a row and more
)
_PERSONAL = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _PATTERNS)
_MASKS = re.compile(rf"{MASK}(?:[\s,;:/-]*{MASK})+")


def masked(words: str) -> str:
    """On one line. Rather too much is masked than too little: what is left is kept, read and perhaps published."""
    plain = MASK.join(unicodedata.normalize("NFKC", part) for part in words.split(MASK))  # it would make dots of it
    visible = "".join(c for c in plain if unicodedata.category(c) != "Cf")
    line = " ".join("".join(c if c.isprintable() else " " for c in visible).split())
    return _MASKS.sub(MASK, reduce(lambda text, pattern: pattern.sub(MASK, text), _PERSONAL, line)).strip()
