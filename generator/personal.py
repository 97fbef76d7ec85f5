"""Words of customers without what may name a person: addresses, accounts, and numbers of phones, orders and people.

Checksums find numbers however they are parted; all else is found by its form.
"""

from __future__ import annotations

import re
import unicodedata
from functools import reduce

MASK = "…"

_AT = r"at|et|na|kod|afna|majmun\w*|monkey|zavin[aá][cč]|afn[ao]|маймун\w*|мајмун\w*|ет|ат|кльомба"
_DOT = r"dot|to[cč]ka|ta[cč]ka|te[cč]ka|pika|точка|тачка"
_PATTERNS = (
    r"\b(?:https?://|www\.)\S+",  # links of parcels and accounts lead to one person
    r"\b[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}[/?]\S*",  # the same without https://
    r"(?<!\S)\S+\s*[\[({]\s*(?:at|@)\s*[\])}]\s*\S+(?:\s*[\[({]\s*(?:dot|\.)\s*[\])}]\s*\w+)*",  # ana (at) mail (dot) x
    rf"(?<!\S)[\w.+-]+\s+(?:{_AT})\s+[\w-]+(?:\s*\.\s*|\s+(?:{_DOT})\s+)[^\W\d_]{{2,}}\b",  # ana at mail dot example
    r"(?<!\S)[\w.+-]+\s+@\s+[\w-]+(?:\.[\w-]+)+",
    r"(?<!\S)\S*@\s*\S*",  # e-mail, and names on social networks
    r"\b[a-z]{2}\d{2}(?:[ .-]?[a-z0-9]{4}){2,7}(?:[ .-]?[a-z0-9]{1,4})?\b",  # IBAN
    r"[#№]\s*[\w-]*\d[\w-]*",  # the number of an order, as people write it
    r"\b(?:no|nr|num|br|č|št|бр)\b\.?\s*\d{3,}",
    r"\b[^\W\d_]{1,5}[-/]?\d{3,}(?:[-/]?\w*\d\w*)*",  # ZR-2026-0012, HR123456789
    r"\b(?=(?:[^\W\d_]*\d){3})(?=\d*[^\W\d_])[^\W_]{8,40}\b",  # 7f3a9c21: a token, a number of a parcel
    r"\+?\(?\d(?:[\s()./–_-]*\d){4,}",  # phone, card, order, tax number: five figures in a row and more
)
_PERSONAL = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _PATTERNS)
_NUMBER_OF = re.compile(
    r"""\b((?:order|invoice|ticket|case|customer|client|account|reference|pin|cvv|cvc|oib|jmbg|emšo|pib|егн|јмбг|пиб
    |narudžb\w*|porudžbin\w*|račun\w*|faktur\w*|naročil\w*|objednávk\w*|objednavk\w*|narudzb\w*|racun\w*|narocil\w*
    |поръчк\w*|наруџб\w*|поруџбин\w*|рачун\w*|фактур\w*)
    \W{0,3}(?:(?:is|je|je|е|number|id|no|nr|broj\w*|br|čísl\w*|cisl\w*|č|števil\w*|stevil\w*|št|номер\w*|број\w*|бр)\b\W{0,3})*)
    \d{3,}""",
    re.IGNORECASE | re.VERBOSE,
)
"""What says that a number is one of an order, an account, a person: shorter numbers behind it count too."""
_FIGURES = re.compile(r"(?<!\d)\d(?:[^\w]{0,3}\d){7,18}(?!\d)")
_MASKS = re.compile(rf"{MASK}(?:[\s,;:/-]*{MASK})+")


def masked(words: str) -> str:
    """On one line. Rather too much is masked than too little: what is left is kept, read and perhaps published."""
    plain = MASK.join(unicodedata.normalize("NFKC", part) for part in words.split(MASK))  # it would make dots of it
    visible = "".join(c for c in plain if unicodedata.category(c) != "Cf")
    line = " ".join("".join(c if c.isprintable() else " " for c in visible).split())
    line = reduce(lambda text, pattern: pattern.sub(MASK, text), _PERSONAL, line)
    line = _NUMBER_OF.sub(rf"\1{MASK}", line)
    line = _FIGURES.sub(lambda found: MASK if is_personal(found[0]) else found[0], line)
    return _MASKS.sub(MASK, line).strip()


def is_personal(number: str) -> bool:
    """Whether the figures of a text are the number of a card or of a person, by the checksums of their countries."""
    figures = [int(character) for character in number if character.isdecimal()]
    checks = {
        8: (_is_slovene_tax_number,),
        10: (_is_czech_birth_number, _is_bulgarian_birth_number),
        11: (_is_croatian_tax_number,),
        13: (_is_birth_number_of_yugoslavia, _is_card),
    }.get(len(figures), (_is_card,) if 13 <= len(figures) <= 19 else ())
    return any(check(figures) for check in checks)


def _is_card(figures: list[int]) -> bool:
    """Luhn."""
    return sum(n if at % 2 == 0 else n * 2 - 9 * (n > 4) for at, n in enumerate(reversed(figures))) % 10 == 0


def _is_croatian_tax_number(figures: list[int]) -> bool:
    """OIB: ISO 7064, MOD 11,10."""
    rest = 10
    for figure in figures[:-1]:
        rest = ((rest + figure) % 10 or 10) * 2 % 11
    return (11 - rest) % 10 == figures[-1]


def _is_birth_number_of_yugoslavia(figures: list[int]) -> bool:
    """JMBG and EMŠO."""
    return sum(n * weight for n, weight in zip(figures, (7, 6, 5, 4, 3, 2) * 2 + (1,), strict=True)) % 11 == 0


def _is_slovene_tax_number(figures: list[int]) -> bool:
    """Davčna številka."""
    return (11 - sum(n * weight for n, weight in zip(figures[:-1], range(8, 1, -1), strict=True)) % 11) % 10 == figures[
        -1
    ]


def _is_czech_birth_number(figures: list[int]) -> bool:
    """Rodné číslo of ten figures."""
    return int("".join(map(str, figures))) % 11 == 0


def _is_bulgarian_birth_number(figures: list[int]) -> bool:
    """EGN."""
    weights = (2, 4, 8, 5, 10, 9, 7, 3, 6)
    return sum(n * weight for n, weight in zip(figures[:-1], weights, strict=True)) % 11 % 10 == figures[-1]
