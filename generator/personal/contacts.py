"""E-mail addresses, links and names on networks, as people write and as they spell them out."""

from __future__ import annotations

import re
from functools import reduce
from typing import Final

from generator.personal.mask import MASK

_AT: Final = (
    r"[ae]t[- ]znak|afn[ao]|majmun\w*|monkey|kukica|zavin[aá][cč]|ät"  # the sign's name, and nothing else
    r"|маймун\w*|мајмун\w*|кльомба"
)
_NEAR: Final = r"at|et|na|на|ет|ат"
"""The same, but words of every day, too: more must follow."""
_DOT: Final = r"dot|punkt|to[cč]ka|ta[cč]ka|te[cč]ka|pika|точка|тачка"
_LOCAL: Final = r"(?<![^\s(\[{<,;:])[\w.+%-]+"
_HOST: Final = r"[\w-]+(?:\.[\w-]+)*"
_OPEN, _CLOSE = r"\s*[\[({<]\s*", r"\s*[\])}>]\s*"
_END: Final = r"[^\W\d_]{2,}\b"
_DOTS: Final = rf"(?:{_OPEN}(?:{_DOT}|\.){_CLOSE}|\s+(?:{_DOT}|\.)\s+)"
_SAID: Final = rf"(?:{_OPEN}(?:{_DOT}|\.){_CLOSE}|\s+(?:{_DOT})\s+)"
_LOWER: Final = r"(?:(?:\.[\w-]+)*\.|\s\.\s)(?-i:[a-zа-я]{2,12})\b"
_NETWORKS: Final = (
    r"instagram\w*|insta|ig|facebook\w*|fejsbuk\w*|fb|tiktok|telegram|viber|skype|whatsapp|twitter|discord|snap(?:chat)?|threads|linkedin|messenger|signal"
    r"|инстаграм\w*|фејсбук\w*|фейсбук\w*|телеграм|вайбер|вибер|тикток|скайп|скајп"
)
_PATTERNS: Final = (
    r"(?:\"[^\"]{1,60}\"|\b\w+(?:\s\w+)?)\s*<\S*@\S*>",  # the name that a mail program writes before an address
    r"\b(?:https?://|www\.)\S+",  # links of parcels and accounts lead to one person
    r"(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}(?:/|\?\w)\S*",  # the same without https://
    rf"{_LOCAL}(?:{_SAID}[\w-]+){{1,9}}\s+(?:{_AT}|{_NEAR})\s+[\w-]+(?:{_SAID}[\w-]+)+",  # a dot b at mail dot example
    rf"{_LOCAL}{_OPEN}(?:{_AT}|{_NEAR}|@){_CLOSE}{_HOST}(?:{_DOTS}{_END})*",  # ana (at) mail (dot) example
    rf"{_LOCAL}\s+(?:{_AT})\s+[\w-]+(?:(?:\.|{_DOTS}){_END})+",  # ana zavináč mail tečka example
    rf"{_LOCAL}\s+(?:{_NEAR})\s+[\w-]+(?:(?:{_SAID}{_END})+|{_LOWER})",  # not: na put. Sad
    rf"{_LOCAL}\s+@\s+{_HOST}",
    rf"{_LOCAL}\s+@[\w-]+\s+\.\s*{_END}",
    r"(?<!\S)\S+[(*_<{\[-](?:at|et|a)[)*_>}\]-][\w-]{1,63}(?:\.[\w-]+)*\.[a-z]{2,}\b",  # ana-at-mail.example
    r"(?<!\S)\S*@\s*\S*",  # e-mail, and names on social networks
    r"(?<!\S)\S*%40\S*",
    r"(?<!\S)/?u/\w+",  # on Reddit
    r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?!\.?\d)",  # of a computer
    r"(?<![\w:])(?:[0-9a-f]{1,4}::?){3,7}[0-9a-f]{0,4}(?![\w:])",
)
_CONTACTS: Final = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _PATTERNS)
_NAMED: Final = re.compile(
    rf"""(\b(?:{_NETWORKS})\b[\s:=]{{1,3}}(?:(?:is|je|e|е|profil\w*|nick\w*|name|ime|профил\w*)\b[\s:=]{{1,3}}){{0,2}})
    (?:live:)?(?:[^\W_]+(?:[._]+[^\W_]+)+|[^\W\d_]+\d+\w*)""",
    re.IGNORECASE | re.VERBOSE,
)
"""Only what no word looks like: `ana.horvat`, `ana_h`, `ana90`."""


def masked(line: str) -> str:
    """Without them."""
    line = reduce(lambda text, pattern: pattern.sub(MASK, text), _CONTACTS, line)
    return _NAMED.sub(rf"\1{MASK}", line)
