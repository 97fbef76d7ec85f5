"""Languages as data: names, phrases, plural forms, scripts, and what typography they ask for."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from generator.latin import LETTER_BY_LETTER, Spelling, latin

if TYPE_CHECKING:
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
    alphabet: tuple[str, ...] = ()
    """Its letters in order, those of several characters too (`lj`); empty where nobody wrote them."""
    latin_alphabet: tuple[str, ...] = ()
    """Of the same language in Latin letters, which go in another order than their Cyrillic sisters."""
    units: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Unit -> plural category -> word, for units that CLDR does not have (workday)."""
    phrases: Mapping[str, Mapping[str, Phrase]] = field(default_factory=dict)
    """Room (site, desk, cards, sheet, posts) -> key -> phrase."""
    typography: Mapping[str, str] = field(default_factory=dict)
    spelling: Spelling = LETTER_BY_LETTER
    """What its Latin letters spell in their own way."""

    def say(self, room: str, key: str, /, count: float | None = None, **values: object) -> str:
        """The phrase with its placeholders filled; `count` chooses the plural form and fills {count}.

        Raises KeyError for a phrase that no data file has: a fault of ours, and a test looks for it.
        """
        phrase = self.phrases[room][key]
        if not isinstance(phrase, str):
            category = self.plural(count or 0)
            phrase = phrase.get(category) or phrase["other"]
        return phrase.format_map({"count": count, **values}) if "{" in phrase else phrase

    def in_latin(self, text: str) -> str:
        """A text of this language in Latin letters."""
        return latin(text, self.spelling)

    def name_of(self, other: Language) -> str:
        """Another language's name in the words of this one; its own name where CLDR knows none."""
        names: Mapping[str, str] = _locale(self.locale).languages
        return names.get(_locale(other.locale).language) or other.name

    def plural(self, number: float) -> str:
        """CLDR's plural category of a number."""
        return str(_locale(self.locale).plural_form(number))


@functools.cache
def _locale(name: str) -> Locale:
    from babel import Locale  # noqa: PLC0415 - takes long, and who draws cards asks nothing of it

    return Locale.parse(name)


def in_latin(language: Language, *, code: str) -> Language:
    """The Latin sister of a language written in Cyrillic, every phrase transliterated."""
    made = language.in_latin

    def phrase(value: Phrase) -> Phrase:
        return made(value) if isinstance(value, str) else {k: made(v) for k, v in value.items()}

    return replace(
        language,
        code=code,
        tag=f"{language.tag}-Latn",
        locale=f"{language.locale}_Latn",
        name=made(language.name) + " (latinica)",
        script="Latn",
        alphabet=language.latin_alphabet,
        units={unit: {k: made(v) for k, v in forms.items()} for unit, forms in language.units.items()},
        phrases={room: {k: phrase(v) for k, v in keys.items()} for room, keys in language.phrases.items()},
        typography={k: made(v) for k, v in language.typography.items()},
    )


@functools.cache
def with_territory(locale: str) -> str:
    """A locale with the country it is mostly used in, as Open Graph wants it: hr -> hr_HR, sr_Latn -> sr_RS."""
    from babel.core import get_global  # noqa: PLC0415 - as above

    parsed = _locale(locale)
    likely = get_global("likely_subtags").get(parsed.language)
    country = parsed.territory or (_locale(likely).territory if likely else None)
    return f"{parsed.language}_{country}" if country else parsed.language


def pick(texts: Mapping[str, str], code: str, source: str, to_latin: Callable[[str], str] = latin) -> str:
    """A text written per language: in `code`, in Latin letters from its base, in the source language, or any."""
    if code in texts:
        return texts[code]
    base = code.partition("-")[0]
    if base in texts:
        return to_latin(texts[base]) if code.endswith("-Latn") else texts[base]
    return texts.get(source) or next(iter(texts.values()), "")


def is_cyrillic(text: str) -> bool:
    """Whether most letters of a text are Cyrillic."""
    cyrillic = sum("Ѐ" <= c <= "ԯ" for c in text)
    return cyrillic * 2 > sum(c.isalpha() for c in text)
