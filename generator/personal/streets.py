"""Streets with a number, where a word says that it is one: "ul. Rakovski 12", "address: 12 Baker Street"."""

from __future__ import annotations

from typing import Final

import regex

from generator.personal.mask import without

_NUMBER: Final = r"\d{1,4}(?:/\d{1,4})?(?:\s?\p{Ll}(?!\p{L}))?"
_WORDS: Final = r"(?:[\p{L}.'’-]+\s+){1,4}?"
_BEFORE: Final = (
    r"ul\.|ulic[aeiou]\w{0,2}|trg\w{0,3}|avenij[aeiu]|bulevar\w{0,2}|n[áa]m\.|n[áa]m[ěe]st[íi]|t[řr][íi]da"
    r"|ул\.|улиц[аеиу]\w{0,2}|бул\.|булевар\w{0,2}|трг\w{0,2}"
)
_BEHIND: Final = r"ulic[aeiou]|cest[aeiou]|улиц[аеиу]|stra(?:ß|ss)e"
_ENGLISH: Final = r"street|st\.|road|rd\.?|avenue|ave\.?|lane|drive|square"
_LABEL: Final = (
    r"adres[aeiu](?: dostave| za dostavu)?|dostavn[aio] adres[aeiu]|adresa doru[čc]en[íi]|naslov(?: za dostavo)?"
    r"|адрес[аеиу]?(?: за доставк?у?а?)?|(?:delivery |shipping |home )?address"
)
_STREETS: Final = tuple(
    regex.compile(pattern)
    for pattern in (
        rf"(?i:(?<!\w)(?:{_BEFORE}))\s+(?=(?:\p{{Ll}}+\s)?\p{{Lu}}){_WORDS}{_NUMBER}(?!\w)",
        rf"(?<!\p{{L}})\p{{Lu}}\p{{L}}+(?:\s\p{{L}}+){{0,2}}\s(?i:{_BEHIND})\s{_NUMBER}(?!\w)",
        rf"(?<!\w){_NUMBER}\s(?:\p{{Lu}}\p{{L}}+\s){{1,2}}(?i:{_ENGLISH})(?!\w)",
        rf"(?i:(?<!\w)(?:{_LABEL}))(?:\s(?i:is|je|е))?(?::\s?|\s)\K(?=\p{{Lu}}){_WORDS}{_NUMBER}(?!\w)",
    )
)


def masked(line: str) -> str:
    """Without them."""
    return without(line, _STREETS)
