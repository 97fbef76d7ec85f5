"""Words of customers without what may name a person: addresses, accounts, numbers of phones, orders and people, names.

contacts.py    e-mail addresses, links, names on networks
numbers.py     phones, accounts, orders, tokens; and the prices, dates and sizes that are none of them
checksums.py   numbers of cards and persons, however they are parted
names.py       names after "my name is" and "kind regards"
streets.py     streets with the number of a house
"""

from __future__ import annotations

import re
import unicodedata

from generator.personal import contacts, names, numbers, streets
from generator.personal.checksums import is_personal
from generator.personal.mask import MASK

__all__ = ["MASK", "is_personal", "masked"]

_ON_FIGURES = re.compile(r"(?<=\d)[\u0300-\u036f\u20d0-\u20f0\ufe00-\ufe0f]+")
"""Marks that make a figure look otherwise, as keycaps do."""
_MASKS = re.compile(rf"{MASK}(?:[\s,;:/-]*{MASK})+")


def masked(words: str) -> str:
    """On one line. Rather too much is masked than too little: what is left is kept, read and perhaps published."""
    line = " ".join(names.unsigned(_plain(words)).split("\n"))
    line = names.masked(numbers.masked(streets.masked(contacts.masked(line))))
    return _MASKS.sub(MASK, line).strip()


def _plain(words: str) -> str:
    """In ordinary letters and figures, without what nobody sees; no line is empty."""
    parts = words.replace("№", "#").split(MASK)  # it would make dots of a mask, and "No" of №
    plain = MASK.join(unicodedata.normalize("NFKC", part) for part in parts)
    visible = "".join(c for c in plain if unicodedata.category(c) != "Cf")
    lines = ("".join(c if c.isprintable() else " " for c in line).split() for line in visible.splitlines())
    return _ON_FIGURES.sub("", "\n".join(" ".join(line) for line in lines if line))
