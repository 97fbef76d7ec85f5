"""`data/languages/<code>.yml`: everything a language needs, phrases included."""

from __future__ import annotations

from typing import Literal

from generator.content.schema.base import CyrillicWord, Id, LatinWord, Text, Written

Room = Literal["site", "desk", "cards", "sheet", "posts"]
PluralCategory = Literal["zero", "one", "two", "few", "many", "other"]


class LatinSpelling(Written):
    """How a language written in Cyrillic spells some words in Latin letters."""

    words: dict[CyrillicWord, LatinWord] = {}
    endings: tuple[CyrillicWord, ...] = ()
    alphabet: str = ""


class LanguageFile(Written):
    """One language."""

    name: Text
    tag: Text
    locale: Text
    theme: Text
    script: Literal["Latn", "Cyrl", "Arab", "Hebr", "Jpan", "Thai", "Grek"]
    direction: Literal["ltr", "rtl"] = "ltr"
    alphabet: str = ""
    """Its letters in order, parted by blanks: `lj` is one of them in Croatian."""
    units: dict[Id, dict[PluralCategory, Text]] = {}
    typography: dict[Id, Text] = {}
    latin: LatinSpelling = LatinSpelling()
    phrases: dict[Room, dict[Id, Text | dict[PluralCategory, Text]]]
