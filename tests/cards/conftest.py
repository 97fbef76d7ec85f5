"""The product's own template, tokens and languages, as every card is made from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import yaml

from generator.cards import Canvas, Item, Kind, Tokens, Words, design, tokens
from generator.cards.typeface import Typeface, typeface
from generator.content.data import PACKAGE, read_all, read_one
from generator.content.languages import site_languages
from generator.content.organisation import Settings
from generator.content.schema.cards import CanvasFile, CardFile, DesignFile, TokensFile
from generator.content.schema.languages import LanguageFile
from generator.language import Language
from generator.latin import latin

FONTS = Path(__file__).parents[2] / "faq" / "_data" / "fonts"
Having: TypeAlias = Callable[..., Words]
KindsWords: TypeAlias = Mapping[str, Mapping[str, Words]]


@pytest.fixture(scope="session")
def wide_typeface() -> Typeface:
    """The bundled families, and some Japanese, Thai and emoji, as a project brings them along."""
    found, problems = typeface(extra=FONTS.glob("*.ttf"))
    assert not problems
    return found


@pytest.fixture(scope="session")
def languages() -> Mapping[str, Language]:
    files, problems = read_all(LanguageFile, "languages")
    assert not problems
    found, problems = site_languages(files, Settings(name="A", languages=tuple(sorted(files)), url=""), {})
    assert not problems
    return found


@pytest.fixture(scope="session")
def templates() -> Mapping[str, Kind]:
    found, problems = read_all(CardFile, "cards")
    shared, more = read_one(DesignFile, PACKAGE / "design.yml")
    assert shared
    assert not problems + more
    return design.whole(found, shared)


@pytest.fixture(scope="session")
def canvases() -> Mapping[str, Canvas]:
    found, problems = read_all(CanvasFile, "canvases")
    assert not problems
    return {name: design.canvas(file) for name, file in found.items()}


@pytest.fixture(scope="session")
def template(templates: Mapping[str, Kind]) -> Kind:
    return templates["qa"]


@pytest.fixture(scope="session")
def defaults() -> TokensFile:
    found, problems = read_one(TokensFile, PACKAGE / "tokens.yml")
    assert found
    assert not problems
    return found


@pytest.fixture(scope="session")
def colors(defaults: TokensFile) -> Tokens:
    found, problems = tokens(defaults, {})
    assert not problems
    return found


@pytest.fixture(scope="session")
def having() -> Having:
    """The words with some roles said otherwise; a role of no text is left out."""

    def changed(words: Words, **texts: str | tuple[str, ...]) -> Words:
        roles = {role: (text,) if isinstance(text, str) else text for role, text in texts.items()}
        return replace(words, texts={role: said for role, said in {**words.texts, **roles}.items() if said})

    return changed


@pytest.fixture(scope="session")
def samples() -> Mapping[str, Words]:
    """One question and answer in every language, as long as real ones are."""
    return _SAMPLES


def _words(question: str, answer: str, topic: str, address: str, *highlights: str) -> Words:
    texts = {
        "question": question,
        "answer": answer,
        "topic": topic,
        "address": f"faq.zrno.example/{address}",
        "brand": "Zrno",
    }
    return Words(texts={role: (text,) for role, text in texts.items()}, highlights=highlights)


_SAMPLES = {
    "en": _words(
        "How hot is a Carolina Reaper?",
        "Very. Between 1.4 and 2.2 million Scoville units, about 300 times hotter than a jalapeño.",
        "Chili",
        "q/carolina-reaper",
        "2.2 million",
    ),
    "hr": _words(
        "Koliko košta dostava i kada stiže moja narudžba?",
        "Besplatna je za narudžbe iznad 40 €, a ispod toga košta 3,90 €. Paket stiže za 2–3 radna dana.",
        "Dostava",
        "hr/q/delivery-time",
        "40 €",
        "2–3 radna dana",
    ),
    "sr": _words(
        "Када стиже моја поруџбина и колико кошта достава у Србији?",
        "Пакет стиже за 2–3 радна дана. Достава је бесплатна за поруџбине преко 5.000 динара.",
        "Достава",
        "sr/q/delivery-time",
        "2–3 радна дана",
    ),
    "sl": _words(
        "Kako dolgo so semena kaljiva in kako naj jih shranjujem?",
        "Večina semen ostane kaljiva 2 do 3 leta. Hranite jih v suhem in temnem prostoru pri 10 °C.",
        "Semena",
        "sl/q/storing-seeds",
        "10 °C",
    ),
    "cs": _words(
        "Mohu vrátit osivo, které mi nevyklíčilo, i když je ze slevy?",
        "Ano, do 14 dnů od převzetí. Sáčky nám pošlete v původním obalu a peníze vrátíme do 3 dnů na účet.",
        "Vrácení zboží",
        "cs/q/return-seeds",
        "14 dnů",
        "3 dnů",
    ),
    "bg": _words(
        "Как да върна продукт, който не ми харесва, и кой плаща доставката?",
        "Попълнете заявка на сайта до 14 дни от получаването. Куриерът взима пратката до 2 работни дни.",
        "Връщане",
        "bg/q/returns",
        "14 дни",
    ),
}
_SAMPLES["sr-Latn"] = Words(
    texts={role: tuple(map(latin, candidates)) for role, candidates in _SAMPLES["sr"].texts.items()},
    highlights=tuple(map(latin, _SAMPLES["sr"].highlights)),
)


@pytest.fixture(scope="session")
def kinds_words() -> KindsWords:
    """`words.yml`: language -> kind -> what a card of it says."""
    return _all()


def _of_kind(language: Mapping[str, Any], kind: str) -> Words:
    common = {role: text for role, text in language["common"].items() if (kind, role) != ("cover", "address")}
    said = {**common, **language.get(kind, {})}
    items = said.pop("items", ())
    code = said.pop("code", "")
    return Words(
        texts={role: (str(text),) for role, text in said.items()},
        items=tuple(_item(item, str(n) if kind == "summary" else "") for n, item in enumerate(items, 1)),
        highlights=tuple(language["highlights"]),
        code=code,
    )


def _item(written: str | Mapping[str, str], number: str) -> Item:
    if isinstance(written, str):
        return Item(text=written, label=number)
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
    found = {code: {kind: _of_kind(language, kind) for kind in kinds} for code, language in written.items()}
    found["sr-Latn"] = {kind: _in_latin(words) for kind, words in found["sr"].items()}
    return found
