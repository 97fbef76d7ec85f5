"""Quotation marks, dashes and dots, language by language."""

from __future__ import annotations

import pytest

from generator.content.schema.proof import ProofFile
from generator.proof import check
from tests.proof.conftest import STYLES


def said(text: str, lang: str, code: str) -> list[str]:
    return [text[one.start : one.end] for one in check(text, STYLES[lang]) if one.code == code]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", 'He said “yes” and ‘no’; it’s the ’90s, a 5" pot'),
        ("hr", "Odaberite „Poklon” ili »Dar«, ‚unutra’; d’Artagnan"),
        ("sr", "Изаберите „Поклон” или „Поклон“"),
        ("sl", "Izberite »Darilo« ali „Darilo“"),
        ("cs", "Zvolte „Dárek“ a ‚uvnitř‘"),
        ("bg", "Изберете „Подарък“ или «Подарък»"),
        ("cs", 'Kód `"a"` a [odkaz](https://a.example/"b")'),
    ],
)
def test_marks_of_the_language_are_fine(lang: str, text: str) -> None:
    assert said(text, lang, "AA182") == []


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("en", 'He said "yes".', ['"yes"']),
        ("hr", "Odaberite “Poklon”.", ["“Poklon”"]),
        ("hr", "Odaberite „Poklon“.", ["„Poklon“"]),
        ("cs", "Zvolte „Dárek”.", ["„Dárek”"]),
        ("bg", 'Изберете "Подарък" и „Друг“.', ['"Подарък"']),
        ("sl", "Izberite „Darilo.", ["„"]),
        ("sr", "Изаберите **“Поклон”** сад", ["“Поклон”"]),
    ],
)
def test_marks_of_other_languages_are_found(lang: str, text: str, found: list[str]) -> None:
    assert said(text, lang, "AA182") == found


def test_a_project_may_allow_straight_marks() -> None:
    from dataclasses import replace  # noqa: PLC0415 - here only

    style = replace(STYLES["en"], file=ProofFile(quotes=('" "', "“ ”")))
    assert [one.code for one in check('He said "yes" and "no".', style)] == []
    assert [one.code for one in check("He said «yes».", style)] == ["AA182"]


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("hr", "Traje 10-15 dana", ["-"]),
        ("en", "in 1.5-2.5 hours", ["-"]),
        ("cs", "v letech 2026-27", ["-"]),
        ("bg", "2-3 дни", []),
        ("en", "EN 71-3, 2026-11-05, +385 42 100-200, ZR-10-20, 24-7, 01-05", []),
        ("hr", "{{ from }}-{{ to }} dana", ["-"]),
        ("hr", "Da - ali ne", ["-"]),
        ("en", "yes -- but no", ["--"]),
        ("en", "yes--but", ["--"]),
        ("en", "yes—but, and `a -- b`, use --fix here", []),
        ("hr", "Da — ali ne", ["—"]),
        ("sr", "Да — али не", []),
        ("sl", "Da– ali ne", ["–"]),
        ("sl", "Od –5 do 10–15 °C, vlak Ljubljana–Zagreb", []),
        ("en", "- one\n- two\n\n---\n\n| a | b |\n|---|---|\n| c | d |", []),
    ],
)
def test_dashes(lang: str, text: str, found: list[str]) -> None:
    assert said(text, lang, "AA183") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("Wait...", ["..."]), ("Wait…", []), ("Wait….", ["…."]), ("Oops..", [".."]), ("../a and a.b", [])],
)
def test_dots(text: str, found: list[str]) -> None:
    assert said(text, "en", "AA185") == found
