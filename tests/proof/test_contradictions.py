"""Amounts that contradict the demo's facts are found, in other words and in place of a fact; the demo has none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from generator.build.consistency import spoken
from generator.problems import Place, Problem
from generator.proof.amounts import amounts, measures
from generator.proof.contradictions import Spoken, contradictions
from generator.proof.passages import Facts, Passage
from generator.proof.passages import sentences as sentences_of
from generator.search.analysis import Analyser
from generator.search.tables import Tables
from tests.proof.conftest import FILES

if TYPE_CHECKING:
    from generator.build.proofing import Rules
    from generator.content.library import Library


def read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((Path(__file__).parent / f"{name}.yml").read_text(encoding="utf-8"))
    return found


def sentences(name: str) -> dict[str, list[tuple[str, str, str]]]:
    """By language: the fact, the entry they are written into, the sentence."""
    return {
        lang: [(fact, "", text) for fact, texts in rows.items() for text in texts] if isinstance(rows, dict) else rows
        for lang, rows in read(name).items()
    }


USE = re.compile(r"\{\{\s*(\w+)\s*\}\}")
UNITS = {"EUR": ("€", "eur"), "CZK": ("Kč",)}


@pytest.fixture(scope="module")
def languages(demo: Library, rules: Rules) -> dict[str, Spoken]:
    return spoken(demo, FILES, rules.tables, rules.units)


def passage(text: str, name: str, subject: str = "") -> Passage:
    return Passage(key=(name,), text=text, subject=subject, place=lambda start, _: Place(name, 1, start + 1))


def told(one: Spoken, planted: dict[str, tuple[str, str]]) -> dict[str, Problem]:
    """What is said of sentences written into entries; of the demo's own nothing is (`test_planted.py`)."""
    more = tuple(passage(text, name, subject) for name, (subject, text) in planted.items())
    said = contradictions({"": one._replace(passages=(*one.passages, *more))})
    return {problem.place.path: problem for problem in said if problem.place.path in planted}


def asked(demo: Library, lang: str, entry: str) -> str:
    return demo.by_id[entry][lang].question


def apart(rows: list[Any], batches: int) -> Iterator[list[tuple[int, Any]]]:
    """A few at a time: a library with dozens of errors is another library."""
    numbered = list(enumerate(rows))
    yield from (found for n in range(batches) if (found := numbered[n::batches]))


@pytest.mark.parametrize(
    ("name", "least", "other"),
    [
        ("contradictions", 61, 1),
        ("contradictions_fresh", 59, 10),
        ("contradictions_held", 19, 1),
        ("contradictions_last", 30, 1),
        ("contradictions_more", 97, 18),
        ("contradictions_outside", 37, 3),
        ("contradictions_unseen", 34, 3),
    ],
)
def test_sentences_with_another_value_are_found_in_other_words(
    name: str, least: int, other: int, languages: dict[str, Spoken], demo: Library
) -> None:
    found, wrong = 0, []
    for lang, rows in sentences(name).items():
        for some in apart(rows, 6):
            planted = {f"{fact} {n}": (entry and asked(demo, lang, entry), text) for n, (fact, entry, text) in some}
            said = told(languages[lang], planted)
            found += sum(problem.code == "AA190" for problem in said.values())
            wrong += [one for one, problem in said.items() if f"'{one.split()[0]}'" not in problem.message]
    assert found >= least
    assert len(wrong) <= other  # which of two facts it is, is for people to say


@pytest.mark.parametrize(
    ("name", "doubtful", "sure"),
    [
        ("other_amounts", 7, 0),
        ("other_amounts_held", 6, 0),
        ("other_amounts_more", 6, 0),
        ("other_amounts_outside", 15, 1),
        ("other_amounts_unseen", 8, 1),
    ],
)
def test_of_other_amounts_hardly_any_is_said_to_contradict(
    name: str, doubtful: int, sure: int, languages: dict[str, Spoken], demo: Library
) -> None:
    """These are as near to the facts as people write: in the demo itself nothing is told."""
    said: list[Problem] = []
    for lang, rows in read(name).items():
        for some in apart(rows, 4):
            planted = {f"{n}": (asked(demo, lang, entry), text) for n, (entry, text) in some}
            said += told(languages[lang], planted).values()
    assert len(said) <= doubtful
    assert sum(" may " not in problem.message for problem in said) <= sure


def two_more(digits: re.Match[str]) -> str:
    return f"{int(digits[0]) + 2}".zfill(len(digits[0]))


def test_amounts_in_the_place_of_a_fact_are_found(languages: dict[str, Spoken]) -> None:
    """Every fifth text of each language, its first fact replaced by another amount."""
    planted = found = 0
    for lang, one in languages.items():
        changed = {}
        for n, old in enumerate(one.passages):
            use = USE.search(old.text)
            if use and n % 5 == 0 and use[1] in one.facts.amounts and old.is_true:
                text = re.sub(r"\d+", two_more, one.facts.shown[use[1]])
                changed[n] = replace(old, text=old.text.replace(use[0], text))
        spoilt = one._replace(passages=tuple(changed.get(n, old) for n, old in enumerate(one.passages)))
        places = {problem.place.path for problem in contradictions({**languages, lang: spoilt})}
        planted += len(changed)
        found += sum(one.place(0, 1).path in places for one in changed.values())
    assert planted >= 50
    assert found == planted


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "within 14 days", ("time", 336)),
        ("en", "a 48-hour window", ("time", 48)),
        ("en", "two to 3 business days", ("workdays", 3)),
        ("en", "three or four working days", ("workdays", 3, 4)),
        ("cs", "2 nebo 3 dny", ("time", 48, 72)),
        ("en", "from €1,200.50 on", ("EUR", "1200.5")),
        ("en", "by 2 p.m.", ("clock", 14, 0)),
        ("en", "until 14:30", ("clock", 14, 30)),
        ("en", "on 5 May", ("date", 5, 5)),
        ("hr", "u roku od 30 dana", ("time", 720)),
        ("hr", "2–3 radna dana", ("workdays", 2, 3)),
        ("cs", "do 2 týdnů", ("time", 336)),
        ("cs", "1 200 Kč", ("CZK", 1200)),
        ("sl", "v 24 urah", ("time", 24)),
        ("sr", "1 до 2 радна дана", ("workdays", 1, 2)),
        ("bg", "18 до 25 °C", ("°C", 18, 25)),
        ("en", "two to six years", ("time", 17520, 52560)),
        ("en", "twelve months", ("time", 8760)),
        ("en", "within a fortnight", ("time", 336)),
        ("hr", "u roku od godinu dana", ("time", 8760)),
        ("sr", "једног радног дана", ("workdays", 1)),
        ("sl", "v treh tednih", ("time", 504)),
        ("en", "within a week of delivery", ("time", 168)),
        ("en", "order by noon", ("clock", 12, 0)),
        ("hr", "do 16 sati", ("clock", 16, 0)),
        ("sl", "do 12. ure", ("clock", 12, 0)),
        ("cs", "v 9 hodin", ("clock", 9, 0)),
        ("en", "on the third day, twice a day", None),
        ("en", "in 2009 in Rome, see RFC 1234, 2 cups", None),
    ],
)
def test_amounts_are_compared_in_one_form(lang: str, text: str, expected: tuple[str, ...] | None) -> None:
    known = measures(FILES[lang], ["°C"], UNITS, {"sr": "sr_Cyrl"}.get(lang, lang))
    found = [(one.measure, *one.values) for one in amounts(text, known)]
    assert found == ([(expected[0], *map(Decimal, expected[1:]))] if expected else [])


@pytest.mark.parametrize(
    "text", ["1 111 " * 20_000, "5 days " * 20_000, "1-" * 50_000, "€" * 50_000, "5 May " * 9_000, "two to " * 20_000]
)
def test_no_text_takes_long(text: str) -> None:
    assert len(amounts(text, measures(FILES["en"], ["°C"], UNITS, "en"))) <= 50


def made(*texts: str, before: str = "") -> list[str]:
    """What is said of texts beside `You can return goods within {{ window }} of delivery.`, which are 14 days."""
    known = measures(FILES["en"], (), UNITS, "en")
    facts = Facts(
        shown={"window": "14 days"},
        amounts={"window": amounts("14 days", known)[0]},
        before={"window": amounts(before, known)[0]} if before else {},
    )
    every = ["You can return goods within {{ window }} of delivery.", *texts]
    passages = tuple(passage(text, f"{n}.md", "How do I return goods?") for n, text in enumerate(every))
    spoken_ = Spoken(
        passages, facts, known, Analyser(Tables(stop=("you", "can", "of", "a", "is", "the", "we", "within", "about")))
    )
    return [f"{one.place.path} {one.code} {one.message}" for one in contradictions({"en": spoken_})]


def test_the_same_value_is_told_too() -> None:
    assert made("Return goods within two weeks or 14 days of delivery.") == [
        "1.md AA191 “two weeks” is the fact 'window', written out",
        "1.md AA191 “14 days” is the fact 'window', written out",
    ]


def test_what_a_fact_was_is_named() -> None:
    said = made("You return goods within 30 days of delivery.", before="30 days")
    assert said == ["1.md AA190 “30 days” is what the fact 'window' was; now it is 14 days"]


def test_another_amount_beside_the_fact_is_another() -> None:
    assert made("Return goods within {{ window }} of delivery, at Christmas within 30 days of delivery.") == []


def test_other_things_that_last_are_let_through() -> None:
    assert made("A voucher is good for 30 days.", "We answer letters of customers within 3 days.") == []


def test_a_time_before_something_is_hardly_a_time_for_it() -> None:
    said = made("Customers ring 30 days after delivery.", "Customers ring 30 days before delivery.")
    assert [one.split()[0] for one in said] == ["1.md"]


def test_times_that_are_no_limit_are_let_through() -> None:
    data = FILES["en"]
    assert {"every", "another"} <= set(data.loose)
    assert "about" in data.about
    said = made("Goods travel within 30 days.", "Goods travel every 30 days.", "Goods travel another 30 days.")
    assert [one.split()[0] for one in said] == ["1.md"]


def test_words_that_any_amount_has_tell_of_no_fact() -> None:
    assert "cost" in FILES["en"].measuring.split()
    assert made("It takes and costs most, usually, 30 days.") == []


def test_the_mark_of_a_list_is_no_day() -> None:
    found = list(sentences_of([passage("1. Květináče zalijte.", "a")], measures(FILES["cs"], (), UNITS, "cs")))
    assert found == []


def test_what_all_languages_say_is_told_by_their_mean() -> None:
    """In one language a sentence may have a fact's words by chance."""
    known = measures(FILES["en"], (), UNITS, "en")
    facts = Facts(shown={"window": "14 days"}, amounts={"window": amounts("14 days", known)[0]})
    use = passage("You can return goods within {{ window }} of delivery.", "0.md")
    near = passage("You can return goods within 30 days of delivery.", "1.md")
    far = passage("Tall sturdy plants overtake pale lanky ones almost anywhere in 30 days.", "1.md")

    def said(*texts: Passage) -> int:
        stop = Tables(stop=("you", "can", "of", "within", "in"))
        return len(
            list(
                contradictions(
                    {f"{n}": Spoken((use, one), facts, known, Analyser(stop)) for n, one in enumerate(texts)}
                )
            )
        )

    assert said(near) == 1
    assert said(near, near) == 2
    assert said(near, far, far, far, far) == 0


def test_without_facts_the_same_words_have_one_amount() -> None:
    said = made("A gift voucher is valid for 12 months.", "A gift voucher is valid for 6 months!")
    assert said == ["2.md AA190 “6 months” is “12 months” in 1.md:1, in the same words"]
