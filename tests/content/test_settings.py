"""faq.yml and the site's address as settings; tests/problems/schema.md has what cannot be in them."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from generator.content.organisation import (
    BrandFile,
    Branding,
    Market,
    PostChannel,
    Search,
    ServiceChannel,
    Settings,
    Team,
)
from generator.problems import Place

if TYPE_CHECKING:
    from tests.conftest import Maker

FULL = """name: Zrno
tagline: {en: Seeds, hr: Sjeme}
languages: [en, hr, sr]
engine: properdocs
markets:
  HR: {languages: [hr], timezone: Europe/Zagreb}
  BA: {languages: [hr, sr], timezone: Europe/Sarajevo}
brand: {colors: {light: {accent: "#b3261e"}}, logo: img/logo.svg}
voice: {tone: formal, address: {hr: informal}}
home: [delivery-time]
teams:
  support: {name: {en: Care}, people: [Ana, M. K.], backup: drivers}
  drivers: {name: {en: Drivers}}
contact:
  timezone: Europe/London
  hours: {mon-tue: "08:00-12:00, 14:00-18:00", sun: "09:00-10:00"}
  email: help@example.org
  phone: "+385 42 000 000"
  channels:
    - {name: E-mail, address: help@example.org, url: "mailto:help@example.org", team: support, reply_minutes: 120}
posts:
  - {id: x-en, network: x, language: en, market: BA, slots: ["fri 12:00", "tue 09:00", "tue 09:00"],
     quiet: "21:00-08:00, 12:30-13:00", cadence: {per_day: 1, per_week: 3, hours_between: 6}, cooldown: 30 days,
     cycles: 4, blocked: [2026-12-24..2027-01-02, 2026-08-05], holidays: BA}
  - {id: x-hr, network: x, language: hr, slots: []}
  - {id: x-sr, network: x, language: sr-Latn, timezone: UTC, slots: []}
search:
  report: https://ask.example/searches
  synonyms: {hr: [[poveznica, link, url], [cijena, trošak]]}
"""


def test_all_of_the_settings(project: Maker) -> None:
    settings = (
        project({"faq/faq.yml": FULL, "mkdocs.yml": "site_url: https://faq.example.org/help\n"}).library().settings
    )
    day = ((time(8), time(12)), (time(14), time(18)))
    assert settings == Settings(
        name="Zrno",
        tagline={"en": "Seeds", "hr": "Sjeme"},
        languages=("en", "hr", "sr"),
        url="https://faq.example.org/help/",
        engine="properdocs",
        markets=(
            Market(code="HR", languages=("hr",), timezone="Europe/Zagreb"),
            Market(code="BA", languages=("hr", "sr"), timezone="Europe/Sarajevo"),
        ),
        branding=Branding(colors={"light": {"accent": "#b3261e"}}, logo=BrandFile(path="img/logo.svg")),
        tone="formal",
        address={"hr": "informal"},
        home=("delivery-time",),
        teams={
            "support": Team(id="support", names={"en": "Care"}, people=("Ana", "M. K."), backup="drivers"),
            "drivers": Team(id="drivers", names={"en": "Drivers"}),
        },
        timezone="Europe/London",
        hours={0: day, 1: day, 6: ((time(9), time(10)),)},
        email="help@example.org",
        feedback="help@example.org",
        search=Search(
            report="https://ask.example/searches",
            synonyms={"hr": (("poveznica", "link", "url"), ("cijena", "trošak"))},
        ),
        phone="+385 42 000 000",
        service=(
            ServiceChannel(
                name="E-mail", address="help@example.org", url="mailto:help@example.org",
                team="support", reply_minutes=120,
            ),
        ),
        posts=(
            PostChannel(
                id="x-en", network="x", language="en", timezone="Europe/Sarajevo",
                slots=((1, time(9)), (4, time(12))), place=Place("faq/faq.yml", 22, 5),
                quiet=((time(21), time(8)), (time(12, 30), time(13))), per_day=1, per_week=3, hours_between=6,
                cooldown=30, cycles=4, holidays="BA",
                blocked=((date(2026, 8, 5), date(2026, 8, 5)), (date(2026, 12, 24), date(2027, 1, 2))),
            ),
            PostChannel(
                id="x-hr", network="x", language="hr", timezone="Europe/Zagreb",
                slots=(), place=Place("faq/faq.yml", 25, 5),
            ),
            PostChannel(
                id="x-sr", network="x", language="sr-Latn", timezone="UTC", slots=(), place=Place("faq/faq.yml", 26, 5)
            ),
        ),
    )  # fmt: skip
    assert settings.source == "en"
    assert [market.code if (market := settings.market(code)) else "" for code in ("hr", "sr", "en")] == ["HR", "BA", ""]


def test_few_settings_are_enough(project: Maker) -> None:
    settings = project({"faq/faq.yml": "name: A\nlanguages: [en]\n"}).library().settings
    assert settings == Settings(name="A", languages=("en",), url="https://faq.example.org/")


@pytest.mark.parametrize(
    "line",
    [
        "site_url: ''",
        "site_url: faq.example.org",
        "site_url: [a]",
        "site_url: javascript:x",
        "site_url: 'http://['",
        "site_url: https://",
        "site_url: https://a.example:99999/",
        "site_url: https://a.example/?page=1",
        "site_url: https://a.example/our faq/",
        "site_name: A",
        "",
    ],
)
def test_a_site_needs_an_address(line: str, project: Maker) -> None:
    (said,) = project({"mkdocs.yml": f"{line}\n"}).said()
    assert said.endswith("error AA013 'site_url' must be an address with https://")


@pytest.mark.parametrize(
    "more", ["theme: {name: material}", "plugins: [search]", "extra: !ENV [A, b]", "x: !!python/name:a.b"]
)
def test_other_lines_of_mkdocs_yml_are_its_own(more: str, project: Maker) -> None:
    assert project({"mkdocs.yml": f"site_url: http://localhost:8000\n{more}\n"}).said() == []


def test_an_address_for_a_language_that_nobody_reads_is_told_with_those_there_are(project: Maker) -> None:
    folder = project(
        {"faq/faq.yml": "name: Zrno\nlanguages: [en, sr]\nvoice: {address: {sr-Latn: informal, cs: formal}}\n"}
    )
    _, problems = folder.load()

    assert [(p.code, p.message, p.hint) for p in problems if p.place.path == "faq/faq.yml"] == [
        ("AA110", "'cs' is not in 'languages'", "its languages are en, sr; write {en: …}")
    ]
