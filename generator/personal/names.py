"""Names where somebody says that it is one; names that stand among words like any other are not found."""

from __future__ import annotations

from typing import Final

import regex

from generator.personal.mask import NEXT, without

_NAME: Final = r"(?:(?:von|van|de|der|da|di)\s+){0,2}\p{Lu}(?:[\p{L}'’]+(?:-\p{Lu}[\p{L}'’]+)?|\p{L}{0,3}\.)"
"""Also an initial, or what somebody has studied: `Ing.`"""
_NAMES: Final = rf"{_NAME}(?:\s+{_NAME}){{0,2}}"
_FULL: Final = r"\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\b"
_CALLED: Final = (
    r"zovem se|зовем се|казвам се|jmenuj[iu] se|imenujem se|pi[sš]em se|ich hei(?:ß|ss)e"  # a name follows, in any case
)
_IS: Final = (
    r"my name(?: is|['’]?s)|['’]s name is|ime mi je|moje ime(?: i prezime| in priimek)? je|(?:moje|mé|me) jm[ée]no je"
    r"|име ми је|моје име(?: и презиме)? је|името ми е|моето име е|mein name ist"
)
"""What follows may be a name, or what is wrong with it: only capitals are taken for one."""
_AM: Final = (
    r"i am|i['’]m|this is|it['’]?s|j[aá] (?:sam|jsem)|jsem|jaz sem|(?<=^|[.,:;!?–-] |[(])sem|(?-i:Sem)|ја сам|аз съм"
    r"|ich bin|hier (?:ist|spricht)"
    r"|pi[sš]e v[aá]m|p[ií][sš]e v[aá]m|vol[aá] v[aá]m|kli[cč]e vas|zove vas|пише вам|зове вас|пише ви|обажда се"
    r"|ovd?je|ovde|tukaj|tady|овде|тук е"
    r"|kupac|kupec|kupkinja|zákazník|zákaznice|купац|клиент\w?|customer|buyer|kund(?:e|in)"
    r"|ordered by|naručeno na|naro[cč]eno na|objednáno na|поручено на|поръчано на"
    r"|se zove|se jmenuje|се зове|се казва|vlasnik računa|account holder"
    r"|in the name of|auf den namen|na (?:ime|jm[eé]no)|на (?:име|името на)"
)
"""Only a first and a second name: one capital may be a nation, and "sem" is "but for", too."""
_LABEL: Final = (
    r"name|full name|ime(?: i prezime| in priimek)?|jm[eé]no(?: a p[rř][ií]jmen[ií])?|име(?: и (?:презиме|фамилия))?"
    r"|recipient|primatelj|primalac|prejemnik|příjemce|прималац|получател|fb|facebook|instagram|ig|linkedin"
)
_SURNAME: Final = r"(?:sur|last |family )name|prezime|priimek|p[rř][ií]jmen[ií]|презиме|фамилия"
_HERE: Final = r"here|ovd?je|tukaj|tady|овде|тук"
_TITLE: Final = (
    r"ga(?=\.)|(?<!\d\s?)g(?=\.)|mrs?|ms|miss|herrn?|frau|gospod(?:a|e|u|in[aeu]?)|gospo[đd][aeiou]|gosp[aeo]|g[đd]a|pan[aeiíu]?|slečn[aouy]"
    r"|господин\w*|госпо[жђ]\w*|г-н|г-жа"
)
_REGARDS: Final = (
    r"best wishes|(?:kind |best |warm )?regards|yours (?:sincerely|truly|faithfully)|sincerely"
    r"|(?:lijep |lep |srdačan |srdačen )?pozdrav(?: od)?|lp|s poštovanjem|s spoštovanjem|s pozdravem|s úctou"
    r"|(?:леп |срдачан )?поздрав|с?а? ?поштовањем|поштовање|поздрави|с уважение"
    r"|mit freundlichen grüßen|(?:viele|liebe|beste|schöne) grüße|mfg|lg"
)
_THANKS: Final = r"thanks|thank you|hvala(?: lepa| lijepa)?|хвала|děkuji|díky|благодаря|danke|cheers"
_PATTERNS: Final = (
    rf"(?i:\b(?:{_CALLED}){NEXT}{{1,3}})\K(?:\p{{L}}\.|[\p{{L}}'’-]+)(?:\s+{_NAME}){{0,2}}",
    rf"(?i:\b(?:{_IS}){NEXT}{{1,3}})\K{_NAMES}",
    rf"(?i:\b(?:{_AM})\s)\K{_FULL}",
    rf"(?i:\b(?:{_LABEL}):\s?)\K{_FULL}",
    rf"(?i:\b(?:{_SURNAME}):\s?)\K{_NAME}",
    rf"(?:^|(?<=[.!?,]\s)){_FULL}(?=\s(?:{_HERE})\b)",
    rf"(?<=[?!.]\s?[–—-]\s?){_NAMES}(?=\W*$)",
    rf"(?i:\b(?:{_TITLE})\.?\s)\K{_NAMES}",
    rf"(?i:\b(?:{_REGARDS}){NEXT}{{1,3}})\K{_NAME}(?:\s+{_NAME}){{1,2}}",
    rf"(?<=\w\W{{1,3}})(?i:\b(?:{_REGARDS})\s?[,.!–-]\s?)\K\p{{L}}[\p{{L}}'’-]+(?:\s\p{{L}}[\p{{L}}'’-]+)?(?=\W*$)",
    rf"(?i:\b(?:{_REGARDS}|{_THANKS}|(?:best|yours)(?=,)){NEXT}{{1,3}})\K{_NAMES}(?=\W*$)",
)
_SIGNATURES: Final = (
    _PATTERNS[-1],
    rf"^(?<!\A){_FULL}(?=\W*$|,[^\n]{{0,40}}$)",
    rf"^(?<!\A){_NAMES}(?=\W*\Z)",
)
_WITH_NAMES: Final = tuple(regex.compile(pattern) for pattern in _PATTERNS)
_SIGNED: Final = tuple(regex.compile(pattern, regex.MULTILINE) for pattern in _SIGNATURES)


def unsigned(lines: str) -> str:
    """Without the names that end lines under a greeting, or are whole lines below the first."""
    return without(lines, _SIGNED)


def masked(line: str) -> str:
    """Without them."""
    return without(line, _WITH_NAMES)
