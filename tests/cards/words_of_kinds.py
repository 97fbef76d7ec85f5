"""`words.yml` as the words of cards: language -> kind -> words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from generator.cards import Item, Words
from generator.latin import latin


def _words(language: Mapping[str, Any], kind: str) -> Words:
    said = {**language["common"], **language.get(kind, {})}
    items = said.pop("items", ())
    code = said.pop("code", "")
    return Words(
        texts={role: (str(text),) for role, text in said.items()},
        items=tuple(map(_item, items)),
        highlights=tuple(language["highlights"]),
        code=code,
    )


def _item(written: str | Mapping[str, str]) -> Item:
    if isinstance(written, str):
        return Item(text=written)
    ((label, text),) = written.items()
    return Item(text=text, label=label)


def _in_latin(words: Words) -> Words:
    return replace(
        words,
        texts={role: tuple(map(latin, candidates)) for role, candidates in words.texts.items()},
        items=tuple(Item(text=latin(item.text), label=latin(item.label)) for item in words.items),
        highlights=tuple(map(latin, words.highlights)),
    )


def _all() -> dict[str, dict[str, Words]]:
    written = yaml.safe_load((Path(__file__).parent / "words.yml").read_text(encoding="utf-8"))
    kinds = ["question", *(kind for kind in written["en"] if kind not in {"common", "highlights"})]
    found = {code: {kind: _words(language, kind) for kind in kinds} for code, language in written.items()}
    found["sr-Latn"] = {kind: _in_latin(words) for kind, words in found["sr"].items()}
    return found


WORDS = _all()
KINDS = tuple(WORDS["en"])
