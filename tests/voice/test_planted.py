"""Sentences that somebody wrote with a fault in each are found; look-alikes without one are not."""

from __future__ import annotations

import re

import pytest

from tests.voice.conftest import LANGUAGES, VOICES, planted

WRITTEN = ("robot", "promise", "vague", "blame", "past", "order", "next_step")
CASES = [(code, rule) for code in LANGUAGES for rule in WRITTEN]
LINKS = {
    "en": (
        "For the price list {}.",
        "{} to see the terms.",
        "You can read more if you {}.",
        "The form opens if you {}.",
    ),
    "hr": ("Za cjenik {}.", "{} za uvjete.", "Za više podataka {}.", "Obrazac se otvara ovdje: {}."),
    "sr": ("За ценовник {}.", "{} за услове.", "За више података {}.", "Образац се отвара овде: {}."),
    "sl": ("Za cenik {}.", "{} za pogoje.", "Za več podatkov {}.", "Obrazec se odpre tukaj: {}."),
    "cs": ("Pro ceník {}.", "{} a uvidíte podmínky.", "Pro více údajů {}.", "Formulář se otevře zde: {}."),
    "bg": ("За ценоразписа {}.", "{} за условията.", "За повече данни {}.", "Формулярът се отваря тук: {}."),
}


def rules(code: str, text: str, kind: str = "opening") -> set[str]:
    return {found.rule for found in VOICES[code].check(text, kind)}  # type: ignore[arg-type]


@pytest.mark.parametrize(("code", "rule"), CASES, ids=[f"{code} {rule}" for code, rule in CASES])
def test_nineteen_of_twenty_faults_are_found(code: str, rule: str) -> None:
    sentences = planted(code)[rule]
    missed = [one for one in sentences if rule not in rules(code, one, "reply" if rule == "next_step" else "opening")]
    assert len(sentences) >= 20
    assert len(missed) <= len(sentences) * 0.05, missed


@pytest.mark.parametrize("code", LANGUAGES)
def test_look_alikes_are_let_through(code: str) -> None:
    harmless = planted(code)["harmless"]
    assert len(harmless) >= 20
    assert [(one, found) for one in harmless if (found := rules(code, one))] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_capitals_and_exclamation_marks_are_found(code: str) -> None:
    harmless = planted(code)["harmless"]
    capitals = [re.sub(r"[^\W\d_]{5,}", lambda found: found[0].upper(), one, count=1) for one in harmless]
    capitals = [text for text, one in zip(capitals, harmless, strict=True) if text != one]
    assert len(capitals) >= 20
    for text in (*capitals, *(f"{one[:-1]}!!" for one in harmless), *(f"{one[:-1]}! Da!" for one in harmless)):
        assert "shouting" in rules(code, text), text


@pytest.mark.parametrize("code", LANGUAGES)
def test_long_sentences_are_found(code: str) -> None:
    harmless = [re.sub(r"[.?]", "", one) for one in planted(code)["harmless"]]
    for n, one in enumerate(harmless):
        text = ", ".join((one, *(harmless[(n + step) % len(harmless)] for step in range(1, 7))))
        assert "length" in rules(code, f"{text}."), text


@pytest.mark.parametrize("code", LANGUAGES)
def test_links_that_say_nothing_are_found(code: str) -> None:
    phrases = VOICES[code].limits.empty_links
    texts = [template.format(phrase) for template in LINKS[code.partition("-")[0]] for phrase in phrases]
    assert len(texts) >= 20
    assert [text for text in texts if "links" not in rules(code, text)] == []


@pytest.mark.parametrize("code", ["hr", "sr-Latn", "sl", "cs"])
def test_what_is_typed_without_diacritics_is_found_too(code: str) -> None:
    folds = str.maketrans("čćžšđáéíóúůýěřňťďľČĆŽŠĐÁÉÍÓÚŮÝĚŘŇŤĎ", "cczsdaeiouuyerntdlCCZSDAEIOUUYERNTD")
    sentences = [(rule, one.translate(folds)) for rule in WRITTEN[:5] for one in planted(code)[rule]]
    missed = [one for rule, one in sentences if rule not in rules(code, one)]
    assert len(missed) <= len(sentences) * 0.05, missed
