"""Facts: one typed value, printed as each language writes it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.data import read_all
from generator.content.facts import KINDS, Fact, figure, read_facts
from generator.content.languages import site_languages
from generator.content.organisation import Settings
from generator.content.schema.languages import LanguageFile
from generator.content.source import Source, read_yaml
from generator.language import Language
from generator.problems import Problem

CODES = ("en", "hr", "sr", "sl", "cs", "bg")
_ = "\N{NO-BREAK SPACE}"


def languages() -> dict[str, Language]:
    files, problems = read_all(LanguageFile, "languages")
    settings = Settings(name="A", languages=CODES, url="https://faq.example.org/")
    found, more = site_languages(files, settings, {})
    assert problems == more == []
    return found


LANGUAGES = languages()


def facts(text: str) -> tuple[dict[str, Fact], list[Problem]]:
    source, problems = read_yaml(text, "faq/facts.yml")
    assert problems == []
    return read_facts(source)


def printed(written: str, code: str, market: str = "") -> str:
    found, problems = facts(f"x: {written}\n")
    assert problems == []
    return str(found["x"].printed(LANGUAGES[code], market))


# en, hr, sr, sr-Latn, sl, cs, bg; `_` stands for a no-break space
PRINTED = {
    "{days: 1}": "1_day|1_dan|1_дан|1_dan|1_dan|1_den|1_ден",
    "{days: 2}": "2_days|2_dana|2_дана|2_dana|2_dneva|2_dny|2_дни",
    "{days: 3}": "3_days|3_dana|3_дана|3_dana|3_dni|3_dny|3_дни",
    "{days: 5}": "5_days|5_dana|5_дана|5_dana|5_dni|5_dnů|5_дни",
    "{days: 14}": "14_days|14_dana|14_дана|14_dana|14_dni|14_dnů|14_дни",
    "{days: 21}": "21_days|21_dan|21_дан|21_dan|21_dni|21_dnů|21_дни",
    "{days: 1.5}": "1.5_days|1,5_dana|1,5_дана|1,5_dana|1,5_dni|1,5_dne|1,5_дни",
    "{days: [2, 3]}": "2–3_days|2–3_dana|2–3_дана|2–3_dana|2–3_dni|2–3_dny|2–3_дни",
    "{days: [5, 7]}": "5–7_days|5–7_dana|5–7_дана|5–7_dana|5–7_dni|5–7_dnů|5–7_дни",
    "{workdays: 1}": "1_working day|1_radni dan|1_радни дан|1_radni dan|1_delovni dan|1_pracovní den|1_работен ден",
    "{workdays: 5}": "5_working days|5_radnih dana|5_радних дана|5_radnih dana|5_delovnih dni"
    "|5_pracovních dnů|5_работни дни",
    "{workdays: [1, 2]}": "1–2_working days|1–2_radna dana|1–2_радна дана|1–2_radna dana"
    "|1–2_delovna dneva|1–2_pracovní dny"
    "|1–2_работни дни",
    "{hours: 1}": "1_hour|1_sat|1_сат|1_sat|1_ura|1_hodina|1_час",
    "{hours: 2}": "2_hours|2_sata|2_сата|2_sata|2_uri|2_hodiny|2_часа",
    "{hours: 48}": "48_hours|48_sati|48_сати|48_sati|48_ur|48_hodin|48_часа",
    "{money: 50 EUR}": "€50|50_€|50_€|50_€|50_€|50_€|50_€",
    "{money: 3.9 EUR}": "€3.90|3,90_€|3,90_€|3,90_€|3,90_€|3,90_€|3,90_€",
    "{money: 1234.50 EUR}": "€1,234.50|1.234,50_€|1.234,50_€|1.234,50_€|1.234,50_€|1_234,50_€|1_234,50_€",
    "{money: 1200 CZK}": "CZK1,200|1.200_CZK|1.200_CZK|1.200_CZK|1.200_CZK|1_200_Kč|1_200_CZK",
    "{money: 6000 RSD}": "RSD6,000|6.000_RSD|6.000_RSD|6.000_RSD|6.000_RSD|6_000_RSD|6_000_RSD",
    "{date: 05-15}": "15_May|15._svibnja|15._мај|15._maj|15._maj|15._května|15_май",
    "{date: 2027-05-15}": "15_May 2027|15._svibnja 2027.|15._мај 2027.|15._maj 2027.|15._maj 2027|15._května 2027"
    "|15_май 2027\u202fг.",
    "{date: 02-29}": "29_February|29._veljače|29._фебруар|29._februar|29._februar|29._února|29_февруари",
    '{time: "14:00"}': "14:00|14:00|14:00|14:00|14:00|14:00|14:00",
    '{time: "09:05"}': "09:05|09:05|09:05|09:05|09:05|9:05|9:05",
    "{range: [18, 25], unit: °C}": "18–25_°C|18–25_°C|18–25_°C|18–25_°C|18–25_°C|18–25_°C|18–25_°C",
    "{range: [-5, 0.5]}": "-5–0.5|-5–0,5|-5–0,5|-5–0,5|-5–0,5|-5–0,5|-5–0,5",
    "{range: [1000, 350000]}": "1,000–350,000|1.000–350.000|1.000–350.000|1.000–350.000|1.000–350.000|1_000–350_000"
    "|1_000–350_000",
    "{plain: GLS}": "GLS|GLS|GLS|GLS|GLS|GLS|GLS",
    "{plain: Поштар}": "Поштар|Поштар|Поштар|Poštar|Поштар|Поштар|Поштар",
}


@pytest.mark.parametrize(("written", "expected"), PRINTED.items())
def test_a_fact_reads_in_each_language_as_people_write_there(written: str, expected: str) -> None:
    said = {code: printed(written, code) for code in LANGUAGES}
    assert said == dict(zip(LANGUAGES, expected.replace("_", _).split("|"), strict=True))


def test_every_type_is_shown_above() -> None:
    assert {written[1:].split(":")[0] for written in PRINTED} == set(KINDS)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("{days: 14}", "14"),
        ("{workdays: [2, 3]}", "2–3"),
        ("{money: 3.90 EUR}", "3,90"),
        ("{money: 1200 EUR}", "1.200"),
        ("{date: 05-15}", "15"),
        ("{range: [18, 25], unit: °C}", "18–25"),
        ('{time: "14:00"}', "14:00"),
        ("{plain: GLS}", "GLS"),
    ],
)
def test_the_number_alone(written: str, number: str) -> None:
    found, _problems = facts(f"x: {written}\n")
    assert found["x"].printed(LANGUAGES["hr"]).number == number


def test_a_market_or_language_may_have_a_value_of_its_own() -> None:
    written = "{money: 4 EUR, CZ: 150 CZK, sr: 900 RSD, sr-Latn: 901 RSD, bg: 7 EUR}"
    assert printed(written, "hr", "HR") == f"4{_}€"
    assert printed(written, "cs", "CZ") == f"150{_}Kč"
    assert printed(written, "cs") == f"4{_}€"
    assert printed(written, "sr", "RS") == f"900{_}RSD"
    assert printed(written, "sr-Latn", "RS") == f"901{_}RSD"
    assert printed("{days: 1, sr: 2, RS: 3}", "sr-Latn", "RS") == f"2{_}dana"
    assert printed("{days: 1, sr: 2, RS: 3}", "hr", "RS") == f"3{_}dana"


def test_a_serbian_faq_in_latin_letters_has_latin_facts() -> None:
    files, _problems = read_all(LanguageFile, "languages")
    settings = Settings(name="A", languages=("sr",), url="https://faq.example.org/")
    only = site_languages(files, settings, {"sr": ["Koliko traje dostava?"]})[0]
    assert list(only) == ["sr"]
    found, _problems = facts("a: {hours: 48}\nb: {workdays: 2}\nc: {date: 05-15}\n")
    assert [str(fact.printed(only["sr"])) for fact in found.values()] == [f"48{_}sati", f"2{_}radna dana", f"15.{_}maj"]


@pytest.mark.parametrize(
    "written",
    [
        "14",
        "{}",
        "[14]",
        "{day: 14}",
        "{days: 1, hours: 2}",
        "{days: many}",
        "{days: [1, 2, 3]}",
        "{days: []}",
        "{days: [3, 2]}",
        "{days: [2, 2]}",
        "{days: NaN}",
        "{days: Infinity}",
        "{days: 1e99}",
        "{days: {a: b}}",
        "{money: 50}",
        "{money: EUR 50}",
        "{money: '50,00 EUR'}",
        "{money: 1.200 EUR}",
        "{money: 5 EURO}",
        "{money: 5 ABC}",
        "{money: -5 EUR}",
        "{money: [1 EUR, 2 EUR]}",
        "{date: 15.5.}",
        "{date: 02-30}",
        "{date: 2027-02-29}",
        "{date: 5-15}",
        "{time: '24:00'}",
        "{time: 2 pm}",
        "{time: '9:00'}",
        "{range: 18}",
        "{range: [18]}",
        "{range: [a, b]}",
        "{plain: ''}",
        "{plain: [a]}",
        "{days: 14, unit: °C}",
        "{days: 14, Croatia: 15}",
        "{days: 14, HR: many}",
        "{range: [1, 2], unit: [a]}",
    ],
)
def test_what_is_no_fact_is_said_where_it_stands_and_left_out(written: str) -> None:
    found, problems = facts(f"good: {{days: 1}}\nx: {written}\nalso_good: {{days: 2}}\n")
    assert list(found) == ["good", "also_good"]
    assert problems
    assert {(p.code, p.place.line) for p in problems} == {("AA020", 2)}


def test_a_fact_may_say_what_it_was_before() -> None:
    found, problems = facts("x: {days: 14, CZ: 10, HR: 7, changed: {on: 2026-11-20, days: 30, CZ: 20}}\n")
    assert problems == []
    before = found["x"].before
    assert (found["x"].changed, before is not None) == (date(2026, 11, 20), True)
    assert before
    assert [before.printed(LANGUAGES["en"], market).number for market in ("", "CZ", "HR")] == ["30", "20", "7"]


@pytest.mark.parametrize(
    "changed",
    [
        "30",
        "[2026-11-20, 30]",
        "{days: 30}",
        "{on: 2026-11-20}",
        "{on: 11-20, days: 30}",
        "{on: 2026-02-30, days: 30}",
        "{on: 2026-11-20, days: many}",
        "{on: 2026-11-20, hours: 30}",
        "{on: 2026-11-20, SI: 30}",
    ],
)
def test_a_past_that_cannot_be_is_said_and_the_fact_is_kept(changed: str) -> None:
    found, problems = facts(f"x: {{days: 14, CZ: 10, changed: {changed}}}\n")
    assert {(p.code, p.place.line) for p in problems} == {("AA020", 1)}
    assert found["x"].before is None


@pytest.mark.parametrize("name", ["Return", "return-window", "1st", "рок", "a b", "_x", "''"])
def test_names_of_facts_can_stand_in_texts(name: str) -> None:
    found, problems = facts(f"{name}: {{days: 1}}\n")
    assert (found, [p.code for p in problems]) == ({}, ["AA020"])


@given(st.decimals(0, 10**9, places=2), st.sampled_from(list(LANGUAGES)))
def test_money_is_never_rounded(amount: object, code: str) -> None:
    digits = "".join(c for c in printed(f"{{money: {amount} EUR}}", code) if c.isdigit())
    assert digits in {str(amount).replace(".", ""), str(amount).removesuffix(".00")}


@given(st.text(max_size=20), st.text(max_size=20) | st.lists(st.text(max_size=5), max_size=3))
def test_any_value_is_a_fact_or_a_problem(key: str, value: object) -> None:
    for kind in KINDS:
        found, problems = read_facts(Source(path="f", data={"x": {kind: value, key: value}}))
        assert bool(found) != bool(problems)
        for fact in found.values():
            assert all(str(fact.printed(language)) for language in LANGUAGES.values())


@pytest.mark.parametrize(
    ("written", "code", "parts"),
    [
        ("{workdays: [2, 3]}", "hr", ("2–3", "radna dana")),
        ("{days: 14}", "sl", ("14", "dni")),
        ("{hours: 48}", "bg", ("48", "часа")),
        ("{money: 50 EUR}", "en", ("€50", "")),
        ("{money: 1200 CZK}", "cs", (f"1{_}200{_}Kč", "")),
        ("{range: [18, 25], unit: °C}", "hr", (f"18–25{_}°C", "")),
        ("{range: [100000, 350000], unit: SHU}", "en", ("100,000–350,000", "SHU")),
        ("{date: 05-15}", "en", None),
        ('{time: "14:00"}', "en", None),
        ("{plain: 3 things}", "en", None),
    ],
)
def test_an_amount_is_a_number_and_the_words_behind_it(written: str, code: str, parts: tuple[str, str] | None) -> None:
    found, _problems = facts(f"x: {written}\n")
    assert figure(found["x"], found["x"].printed(LANGUAGES[code])) == parts
