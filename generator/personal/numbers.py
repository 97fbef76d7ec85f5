"""Numbers that lead to one person, told from prices, dates, times, sizes and norms, which many ask about."""

from __future__ import annotations

import re
from typing import Final

from generator.personal.checksums import is_personal
from generator.personal.mask import MASK, NEXT

_MONEY: Final = (
    r"(?:[€$£]|(?:eur\w*|evr\w*|евр\w*|kn|kun[aeu]\w*|rsd|рсд|din|dinar\w*|дин|динар\w*|k[čc]|czk|korun\w*|лв|лев\w*|bgn"
    r"|usd|gbp|pounds?|dollars?|chf|huf|pln)\b)"
)
_UNIT: Final = (
    r"(?:%|(?:[mkµ]?g|[mcd]?l|[mck]?m[²³23]?|mah|k?wh?|lm|iu|ij|shu|inch\w*|ft|mj|kom\w*|ks|pcs|kcal|btu|[kmg]?hz|(?-i:[KV])"
    r"|г|кг|мг|л|мл|м|см|мм|км|ком\w*)(?!\w))"
)
"""In capitals what else is a preposition."""
_DAY, _MONTH = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
_HOUR: Final = r"(?:[01]?\d|2[0-4])[.:][0-5]\d"
_YEAR: Final = r"20[23]\d"
"""Of our years: older ones are those of a birth."""
_DATE: Final = "(?:{})".format(
    "|".join(
        (
            *(rf"{_DAY}{dot} ?{_MONTH}{dot} ?(?:{_YEAR}|2[4-9])" for dot in (r"\.", "/", "-")),
            rf"{_MONTH}/{_DAY}/{_YEAR}",
            rf"{_YEAR}-{_MONTH}-{_DAY}",
        )
    )
)
_AMOUNT: Final = r"[1-9](?:\d{0,2}(?:[ .,'’]\d{3}|(?<=\d)\d{1,4})|(?:[ .,'’]\d{3}){2})(?:[.,]\d\d?)?"
"""At most seven figures."""
_ORDINARY: Final = "|".join(
    (
        rf"{_DATE}(?:\.?\s?[–-]\s?{_DATE}|\.?,?\s{_HOUR})?",
        rf"{_DAY}\. ?{_MONTH}\.?\s?[–-]\s?(?:{_DATE}|{_DAY}\. ?{_MONTH})\.?",
        rf"{_HOUR}\s?[–—-]\s?{_HOUR}",
        r"20[1-3]\d\s?[/–-]\s?(?:20)?[1-3]\d",  # a season
        r"24/7/365",
        rf"(?:[€$£]|\b(?:eur|usd|gbp|rsd)\b)\s?{_AMOUNT}",
        r"[1-9]\d{0,2}(?:(?:\.\d{3}){1,2},\d\d|(?:,\d{3}){1,2}\.\d\d)",  # money, whatever its name
        rf"(?:{_AMOUNT}\s?[–-]\s?)?{_AMOUNT}(?:,-)?\s?(?:{_MONEY}|{_UNIT})",
        rf"[1-9]\d{{0,2}}(?:(?:/[1-9]\d{{0,2}}){{1,3}}|\s?[–-]\s?[1-9]\d{{0,3}})\s?{_UNIT}",
        r"\d{1,4}(?:\s?[x×]\s?\d{1,4}){1,2}",
        r"(?:3[2-9]|[4-9]\d)(?:/[1-9]\d?){1,2}|1\d\d(?:/1\d\d){1,2}",  # sizes, which no day begins with
        r"npk\s?\d{1,2}(?:[-–:+ ]\d{1,2}){2}",
        r"(?-i:ISO|DIN|EN|IEC|RAL|ČSN|HRN)(?:[ -](?:EN|ISO))*[ -]?[1-9]\d{2,4}(?:-\d{1,2})?(?::(?:19|20)\d\d)?",
        r"e\d{3}[a-i]?",  # what is in food
        rf"[^\W\d_]\d{{1,2}} \d{{2,4}}\s?{_UNIT}",  # vitamins
    )
)
_BETWEEN: Final = r"[\s()./\\_·•‐‑‒–—―−*~|-]"
_KEPT: Final = rf"(?P<kept>(?<![\w+])(?:{_ORDINARY})(?!\w)(?!\.?\s?{_BETWEEN}?\s?\d))"
_LONG: Final = rf"\+?\(?\d(?:{_BETWEEN}*\d){{4,}}"
"""Phone, card, account, order, tax number: five figures in a row and more."""
_MIXED: Final = r"[ .-]?(?=[a-z]*\d)[a-z0-9]"
_IBAN: Final = rf"\b[a-z]{{2}}\d\d[ .-]?[a-z0-9]{{4}}(?:{_MIXED}{{4}}){{1,6}}(?:{_MIXED}{{1,4}})?\b"
_WORD_OF_NUMBER: Final = r"nr|num|br|č|št|бр|nummer|number|broj\w*|čísl\w*|cisl\w*|števil\w*|stevil\w*|номер\w*|број\w*"
_NUMBERS: Final = re.compile(
    rf"{_KEPT}"
    rf"|{_IBAN}"
    r"|\b(?-i:[A-Z]{2}) ?\d{3} ?\d{3} ?\d{3} ?(?-i:[A-Z]{2})\b"  # parcels of every post
    r"|\b[a-z]{2} ?\d\d ?\d\d ?\d\d ?[a-d]\b"  # insurance in Britain
    rf"|#\s*(?:{_LONG}|[\w/-]*\d[\w/-]*)"  # the number of an order, as people write it
    rf"|\b(?:no[.:]|(?:{_WORD_OF_NUMBER})\b[.:]?)\s*(?:{_LONG}|[\w/-]*\d{{3,}}[\w/-]*)"
    rf"|\b(?:pin|cvv2?|cvc2?){NEXT}{{0,3}}\d{{3,4}}\b"
    r"|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b"
    r"|(?:[*•·]{2,}|\bx{4,})[ -]?\d{2,4}\b"  # the end of a card
    r"|\b(?:ref|reference|booking(?: code)?|pnr)\b[.:#\s]{0,3}(?=[\w-]*\d)[\w-]{4,}"
    r"|\b[a-z]{2,5}_(?=\w*\d)\w{6,}"  # ord_5f3b2c1d9a
    r"|(?<![\w-])(?=[\w-]*\d)[\w-]{20,}"  # tokens
    r"|\b(?=(?:[^\W\d_]*\d){3})(?=\d*[^\W\d_])[^\W_]{8,40}\b"  # 7f3a9c21, the number of a parcel
    r"|\b[^\W\d_]{1,5}[-/]?\d{3,}(?:[-/]?\w*\d\w*)*"  # ZR-2026-0012, HR123456789
    rf"|{_LONG}",
    re.IGNORECASE,
)
_OF: Final = (
    r"(?:order|invoice|ticket|case|customer|client|account|reference|parcel|tracking|pin|cvv|cvc|oib|jmbg|emšo|pib|ssn|pps"
    r"|егн|јмбг|пиб|narudžb\w*|narudzb\w*|porudžbin\w*|porudzbin\w*|naročil\w*|narocil\w*|(?:pred)?račun\w*|racun\w*"
    r"|faktur\w*|pošiljk\w*|posiljk\w*|objednáv\w*|objednav\w*|zakázk\w*|zásilk\w*|zasilk\w*|balík\w*|paket\w*"
    r"|preuzimanj\w*|převzetí|vyzvednutí|prevzem\w*|преузимањ\w*|получаван\w*"
    r"|поръчк\w*|пратк\w*|наруџб\w*|поруџбин\w*|рачун\w*|фактур\w*|пошиљк\w*|пакет\w*"
    r"|bestell\w*|rechnung\w*|auftrag\w*|kunden\w*|sendung\w*)"
)
"""What says that a number is one of an order, an account, a person: shorter numbers behind it count too."""
_NUMBER_OF: Final = re.compile(
    rf"\b({_OF})(?:"
    rf"{NEXT}{{0,3}}(?:(?:is|je|је|е|id|no|{_WORD_OF_NUMBER})\b{NEXT}{{0,3}})+(?={_LONG}|[\w/-]*\d{{3}})"
    rf"|:\s?(?={_LONG}|[\w/-]*\d{{3}})"
    rf"|\s(?!(?:{_ORDINARY})(?!\w))(?={_LONG}|[\w/-]*\d{{4}})"
    rf")(?:{_LONG}|[\w/-]*\d[\w/-]*)",
    re.IGNORECASE,
)
_BORN: Final = re.compile(
    r"\b(born|ro[đd]en[ai]?|rojen[ai]?|narozen[aí]?|рођен[аи]?|роден[аи]?|geboren)\b"
    rf"(?:{NEXT}{{1,3}}\w+){{0,3}}?{NEXT}{{1,3}}\d{{4}}\b",
    re.IGNORECASE,
)
_SECRET: Final = re.compile(
    r"\b((?:passwor[dt]|lozink\w*|hesl\w|gesl\w|парола|лозинк\w*)(?:\s(?:is|mi|je|ми|е|је|ist))*[\s:=]{1,2})(?=\S*\d)\S+",
    re.IGNORECASE,
)
_FIGURE: Final = re.compile(r"\d")
_PARTED: Final = re.compile(r"(?<![\d:,;])\d+([:,;])\d+(?:\1\d+)+(?!\1?\d)")
"""By what parts no phone: what stands around must not count as figures of it."""
_FIGURES: Final = re.compile(rf"{_KEPT}|(?<!\d)\d(?:{NEXT}{{0,3}}\d){{7,18}}(?!\d)", re.IGNORECASE)


def masked(line: str) -> str:
    """Without them."""
    if not _FIGURE.search(line):
        return line
    line = _PARTED.sub(_unless_harmless, line)
    line = _BORN.sub(rf"\1 {MASK}", _SECRET.sub(rf"\1{MASK}", line))
    line = _NUMBER_OF.sub(rf"\1 {MASK}", line)
    line = _NUMBERS.sub(lambda found: found[0] if found["kept"] else MASK, line)
    return _FIGURES.sub(lambda found: found[0] if found["kept"] else _unless_harmless(found), line)


def _unless_harmless(found: re.Match[str]) -> str:
    return MASK if is_personal(found[0]) else found[0]
