"""Languages as data: names, phrases, plural forms, scripts, and what typography they ask for."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from babel import Locale

Phrase: TypeAlias = str | Mapping[str, str]
"""A text with `{placeholders}`, or one text for each CLDR plural category."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language as `data/languages/<code>.yml` describes it."""

    code: str
    """As file names and addresses have it: `hr`, `sr`, `sr-Latn`."""
    tag: str
    """BCP 47, for `lang` attributes: `sr-Latn` for a Serbian FAQ written in Latin, whatever its code."""
    locale: str
    """Babel's name: `sr_Latn`."""
    name: str
    """In its own words."""
    theme: str
    """Material's language partial."""
    script: str = "Latn"
    direction: str = "ltr"
    units: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Unit -> plural category -> word, for units that CLDR does not have (workday)."""
    phrases: Mapping[str, Mapping[str, Phrase]] = field(default_factory=dict)
    """Room (site, desk, cards, posts) -> key -> phrase."""
    typography: Mapping[str, str] = field(default_factory=dict)

    def say(self, room: str, key: str, /, count: float | None = None, **values: object) -> str:
        """The phrase with its placeholders filled; `count` chooses the plural form and fills {count}.

        Raises KeyError for a phrase that no data file has: a fault of ours, and a test looks for it.
        """
        phrase = self.phrases[room][key]
        if not isinstance(phrase, str):
            category = self.plural(count or 0)
            phrase = phrase.get(category) or phrase["other"]
        return phrase.format_map({"count": count, **values}) if "{" in phrase else phrase

    def name_of(self, other: Language) -> str:
        """Another language's name in the words of this one; its own name where CLDR knows none."""
        names: Mapping[str, str] = _locale(self.locale).languages
        return names.get(_locale(other.locale).language) or other.name

    def plural(self, number: float) -> str:
        """CLDR's plural category of a number."""
        return str(_locale(self.locale).plural_form(number))


@functools.cache
def _locale(name: str) -> Locale:
    return Locale.parse(name)


_LATIN: Mapping[int, str] = str.maketrans(
    dict(
        zip(
            "абвгдђежзијклмнопрстћуфхцчшАБВГДЂЕЖЗИЈКЛМНОПРСТЋУФХЦЧШ",
            "abvgdđežzijklmnoprstćufhcčšABVGDĐEŽZIJKLMNOPRSTĆUFHCČŠ",
            strict=True,
        )
    )
    | {"љ": "lj", "њ": "nj", "џ": "dž"}
)
_DIGRAPHS: Mapping[str, str] = {"Љ": "Lj", "Њ": "Nj", "Џ": "Dž"}
_DIGRAPH = re.compile("[ЉЊЏ]")


def latin(text: str) -> str:
    """Serbian Cyrillic in Latin letters; everything else stays as it is.

    A capital digraph follows its neighbours: Љубав -> Ljubav, ЉУБАВ -> LJUBAV (Pravopis, pt. 4).
    """
    if "Љ" in text or "Њ" in text or "Џ" in text:
        text = _DIGRAPH.sub(_digraph, text)
    return text.translate(_LATIN)


def _digraph(found: re.Match[str]) -> str:
    text, at = found.string, found.start()
    following, before = text[at + 1 : at + 2], text[at - 1 : at] if at else ""
    capitals = following.isupper() or (not following.isalpha() and before.isupper())
    pair = _DIGRAPHS[found[0]]
    return pair.upper() if capitals else pair


def in_latin(language: Language, *, code: str) -> Language:
    """The Latin sister of a language written in Cyrillic, every phrase transliterated."""

    def phrase(value: Phrase) -> Phrase:
        return latin(value) if isinstance(value, str) else {k: latin(v) for k, v in value.items()}

    return replace(
        language,
        code=code,
        tag=f"{language.tag}-Latn",
        locale=f"{language.locale}_Latn",
        name=latin(language.name) + " (latinica)",
        script="Latn",
        units={unit: {k: latin(v) for k, v in forms.items()} for unit, forms in language.units.items()},
        phrases={room: {k: phrase(v) for k, v in keys.items()} for room, keys in language.phrases.items()},
        typography={k: latin(v) for k, v in language.typography.items()},
    )


def pick(texts: Mapping[str, str], code: str, source: str) -> str:
    """A text written per language: in `code`, in Latin letters from its base, in the source language, or any."""
    if code in texts:
        return texts[code]
    base = code.partition("-")[0]
    if base in texts:
        return latin(texts[base]) if code.endswith("-Latn") else texts[base]
    return texts.get(source) or next(iter(texts.values()), "")


def is_cyrillic(text: str) -> bool:
    """Whether most letters of a text are Cyrillic."""
    cyrillic = sum("Ѐ" <= c <= "ԯ" for c in text)
    return cyrillic * 2 > sum(c.isalpha() for c in text)
