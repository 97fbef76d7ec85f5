"""`data/languages/<code>.yml`: everything a language needs, phrases included."""

from __future__ import annotations

from typing import Literal

from generator.content.schema.base import Id, Text, Written

Room = Literal["site", "desk", "cards", "posts"]
PluralCategory = Literal["zero", "one", "two", "few", "many", "other"]


class LanguageFile(Written):
    """One language."""

    name: Text
    tag: Text
    locale: Text
    theme: Text
    script: Literal["Latn", "Cyrl", "Arab", "Hebr", "Jpan", "Thai", "Grek"]
    direction: Literal["ltr", "rtl"] = "ltr"
    units: dict[Id, dict[PluralCategory, Text]] = {}
    typography: dict[Id, Text] = {}
    phrases: dict[Room, dict[Id, Text | dict[PluralCategory, Text]]]
