"""Fifty faults of each kind, planted into the demo's texts, are found; the demo itself has none.

Each kind is a way to spoil a text at one of its words. The words are spread evenly over all texts and languages, and
are the same in every run.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
import regex
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal

from generator.build.proofing import Reader, Rules, of_text, proofread
from generator.build.written import Written
from generator.content.library import Library
from generator.content.source import decode
from generator.proof import Side, figures, seen, targets

FAULTS = 50
FOUND = 0.95
CYRILLIC = {"sr", "bg"}
OTHER = dict(zip("aeopcxyAEOPCTKMBH", "аеорсхуАЕОРСТКМВН", strict=True))
LATIN = {cyrillic: latin for latin, cyrillic in OTHER.items()}
UNSEEN = "\u200b\u00ad\u2060\ufeff\u200e\u2003"
QUOTES = {
    "en": ('"{}"', "„{}“", "«{}»"),
    "hr": ('"{}"', "“{}”", "„{}“", "„{}"),
    "sr": ('"{}"', "“{}”", "«{}»", "„{}"),
    "sl": ('"{}"', "“{}”", "„{}”", "„{}"),
    "cs": ('"{}"', "“{}”", "„{}”", "„{}"),
    "bg": ('"{}"', "“{}”", "„{}”", "„{}"),
}
RANGES = ("3-5", "10-15", "1-2,5", "2026-27")
GLUED = {
    "sr": ("5кг", "20°C", "50€", "3м", "250дин."),
    "bg": ("5кг", "20°C", "50€", "3м", "7лв."),
    "en": ("5kg", "20°C", "10cm", "20 %", "50 €"),
}
SPACED = ("5kg", "20°C", "50€", "1200Kč", "15%")
WORD = regex.compile(r"(?<=[ ])[\p{L}]{5,}(?=[ ])")
Spoil = Callable[[str, str, int], str | None]


def words(text: Written) -> Iterator[tuple[int, int]]:
    """Words between blanks in what is read, where they were written."""
    shown = seen(text.text, markdown=text.markdown)
    for found in WORD.finditer(shown.text):
        start, end = shown.span(*found.span())
        if text.text[start:end] == found[0] and text.text[start - 1] == " " and text.text[end] == " ":
            yield start, end


def alike(word: str, lang: str, number: int) -> str | None:
    table = LATIN if lang in CYRILLIC else OTHER
    at = [n for n, letter in enumerate(word) if letter in table]
    if not at:
        return None
    place = at[number % len(at)]
    return word[:place] + table[word[place]] + word[place + 1 :]


def unseen(word: str, _lang: str, number: int) -> str:
    place = 1 + number % (len(word) - 1)
    return word[:place] + UNSEEN[number % len(UNSEEN)] + word[place:]


def quoted(word: str, lang: str, number: int) -> str:
    return QUOTES[lang][number % len(QUOTES[lang])].format(word)


def dash(word: str, lang: str, number: int) -> str:
    kinds = [f"{word} -", f"{word} --", f"{word}--{word}", f"- {word}", RANGES[number % len(RANGES)]]
    if lang == "bg":  # where ranges may have a hyphen
        kinds.pop()
    return kinds[number % len(kinds)]


def unit(_word: str, lang: str, number: int) -> str | None:
    kinds = GLUED.get(lang, SPACED)
    found = kinds[number % len(kinds)]
    return None if lang == "cs" and "%" in found else found


def dots(word: str, _lang: str, number: int) -> str:
    return word + ("...", "....", "..", "….")[number % 4]


def blank(word: str, _lang: str, number: int) -> str:
    return word + (" ", "\u00a0", " ,", " ;", " .")[number % 5]


KINDS: dict[str, tuple[str, Spoil]] = {
    "letters of another script": ("AA180", alike),
    "characters that nobody sees": ("AA181", unseen),
    "quotation marks": ("AA182", quoted),
    "dashes": ("AA183", dash),
    "units": ("AA184", unit),
    "dots": ("AA185", dots),
    "blanks": ("AA186", blank),
}


def spoilt(texts: list[Written], spoil: Spoil) -> list[tuple[Written, int]]:
    """Fifty texts with one fault each, and where it begins."""
    places = [(text, start, end) for text in texts for start, end in words(text)]
    found: list[tuple[Written, int]] = []
    step = len(places) // (2 * FAULTS)
    for number in range(2 * FAULTS):
        text, start, end = places[number * step]
        word = spoil(text.text[start:end], text.lang, number)
        if word is not None and len(found) < FAULTS:
            found.append((replace(text, text=text.text[:start] + word + text.text[end:], place=text.place), start))
    assert len(found) == FAULTS
    return found


def test_the_demo_has_no_fault(demo: Library, rules: Rules) -> None:
    assert [str(problem) for problem in proofread(demo, rules)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_faults_are_found(kind: str, texts: list[Written], by_lang: dict[str, Reader]) -> None:
    code, spoil = KINDS[kind]
    planted = spoilt(texts, spoil)
    missed = [
        (text.lang, text.text[max(0, start - 20) : start + 30])
        for text, start in planted
        if code not in {problem.code for problem in of_text(text, by_lang[text.lang])}
    ]
    assert {text.lang for text, _ in planted} == {"en", "hr", "sr", "sl", "cs", "bg"}
    assert len(missed) <= FAULTS * (1 - FOUND), missed


def test_letters_apart_from_their_marks_are_found(texts: list[Written]) -> None:
    marked = re.compile(r"[čžšćěňř]")
    planted = [text.text for text in texts if marked.search(text.text)][:FAULTS]
    assert len(planted) == FAULTS
    for text in planted:
        apart = marked.sub(lambda found: unicodedata.normalize("NFD", found[0]), text, count=1)
        assert "AA014" in {problem.code for problem in decode(apart.encode(), "a.md")[1]}


FORMS = {
    "en": ("packet", "sachet"),
    "hr": ("paket", "pošiljka"),
    "sr": ("поруџбине", "наруџбине"),
    "sl": ("sadike", "presadke"),
    "cs": ("objednávky", "zakázky"),
    "bg": ("пратката", "колета"),
}
"""A word of the glossary as it stands in the demo, and one that had better not stand there in the same case."""


def test_other_words_for_one_thing_are_found(texts: list[Written], by_lang: dict[str, Reader]) -> None:
    planted, missed = 0, []
    for lang, (right, wrong) in FORMS.items():
        found = [text for text in texts if text.lang == lang and re.search(rf"\b{right}\b", text.text)]
        for text in found[:10]:
            planted += 1
            other = replace(text, text=re.sub(rf"\b{right}\b", wrong, text.text, count=1))
            if "AA187" not in {problem.code for problem in of_text(other, by_lang[lang])}:
                missed.append(other.text)
    assert planted >= FAULTS
    assert len(missed) <= planted * (1 - FOUND), missed


def pairs(demo: Library, by_lang: dict[str, Reader]) -> Iterator[tuple[Side, Side]]:
    """Every entry of the demo and each of its translations."""
    for entries in demo.by_id.values():
        sides = {
            code: Side(
                parts=entry.written,
                lang=code,
                locale=by_lang[code].language.locale,
                file=by_lang[code].style.file,
                path=entry.path,
            )
            for code, entry in entries.items()
            if code in by_lang
        }
        yield from ((sides["en"], side) for code, side in sides.items() if code != "en")


def said(side: Side, more: str) -> Side:
    return replace(side, parts=(*side.parts, more))


def number(side: Side, value: int) -> str:
    return f"({format_decimal(value, locale=side.locale)})"


def day(side: Side, value: int) -> str:
    return f"({format_date(date(2027, value % 12 + 1, value % 9 + 1), 'long', locale=side.locale)})"


def price(side: Side, value: int) -> str:
    return f"({format_currency(value + 0.9, ('EUR', 'USD')[value % 2], locale=side.locale)})"


@pytest.mark.parametrize("written", [number, day, price])
@pytest.mark.parametrize(("step", "faults"), [(0, 0), (1, FAULTS)])
def test_figures_of_translations_are_compared(
    written: Callable[[Side, int], str],
    step: int,
    faults: int,
    demo: Library,
    by_lang: dict[str, Reader],
    rules: Rules,
) -> None:
    """The same figure in the form of each language is fine, another one is not."""
    found = 0
    every = list(pairs(demo, by_lang))
    for n, (source, translation) in enumerate(every[:: len(every) // FAULTS][:FAULTS]):
        value = 1131 + 7 * n
        first, second = said(source, written(source, value)), said(translation, written(translation, value + step))
        found += any(one.code == "AA111" for one in figures(first, second, rules.units))
    assert (found == 0) if not faults else (found >= faults * FOUND)


def test_links_of_translations_are_compared(demo: Library, by_lang: dict[str, Reader]) -> None:
    link = re.compile(r"\]\((?:entry|page|topic):[^)]*\)")
    planted = [(one, other) for one, other in pairs(demo, by_lang) if link.search(other.parts[2])][:FAULTS]
    assert len(planted) == FAULTS
    for source, other in planted:
        question, short, body = other.parts
        assert list(targets(source, other)) == []
        for spoilt_body in (link.sub("](entry:another)", body, count=1), link.sub("]", body)):
            assert any(
                one.code == "AA188" for one in targets(source, replace(other, parts=(question, short, spoilt_body)))
            )
