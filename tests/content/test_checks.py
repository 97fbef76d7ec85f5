"""Mistakes that show when files are seen together; tests/problems/ has each of them with its place.

Here stands what must not be reported: a false alarm teaches people to ignore the true ones.
"""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

import pytest

from generator.content import checks, link_checks, review_checks
from generator.content.library import Entry, Library, Page, Topic
from generator.content.meta import Meta
from generator.content.organisation import Settings, Team
from generator.language import Language
from generator.problems import Place

if TYPE_CHECKING:
    from tests.conftest import Maker

CLEAN = {
    "faq/faq.yml": (
        "name: Example\nlanguages: [en, sr, hr]\nhome: [delivery-time]\nteams:\n"
        "  support: {name: {en: Care, sr: Служба, hr: Služba}}\n"
    ),
    "faq/facts.yml": "delivery_time: {workdays: 2, RS: 5}\nprice: {money: 1200.50 EUR}\n",
    "faq/delivery/_topic.yml": "title: {en: Delivery, sr: Достава, hr: Dostava}\nowner: support\n",
    "faq/delivery/delivery-time.en.md": """---
question: How long does delivery take?
short: It takes {{ delivery_time }}, for 1,200.50 EUR too.
owner: support
aliases: [shipping-time]
---
## Abroad {#abroad}

Up to 10,000 g in 3.5 h, see [the costs](entry:delivery-cost#by-weight), [ours](#abroad), [all](topic:delivery)
or [ask](page:contact).
""",
    "faq/delivery/delivery-time.hr.md": """---
question: Koliko traje dostava?
short: Traje {{ delivery_time }}, i za 1.200,50 EUR.
---
## Inozemstvo {#abroad}

Do 10.000 g za 3,5 h, vidi [troškove](entry:delivery-cost#by-weight) i 24 sata dnevno.
""",
    "faq/delivery/delivery-time.sr.md": """---
question: Колико траје достава?
short: Траје {{ delivery_time }}, и за 1.200,50 EUR.
---
## Иностранство {#abroad}

До 10 000 г за 3,5 h, види [трошкове](entry:delivery-cost#by-weight).
""",
    "faq/delivery/delivery-cost.en.md": """---
question: What does delivery cost?
short: "{{ price }}."
---
## By weight {#by-weight}

{{ price.number }} EUR.
""",
    "faq/delivery/delivery-cost.hr.md": (
        "---\nquestion: Koliko stoji?\nshort: '{{ price }}.'\n---\n## Po težini {#by-weight}\n"
    ),
    "faq/delivery/delivery-cost.sr.md": (
        "---\nquestion: Колико кошта?\nshort: '{{ price }}.'\n---\n## По тежини {#by-weight}\n"
    ),
    "docs/about.en.md": "---\ntitle: About\ndescription: Us.\n---\nSee [delivery](entry:delivery-time#abroad).\n",
    "docs/about.sr.md": "---\ntitle: О нама\ndescription: Ми.\n---\nВиди [доставу](entry:delivery-time#abroad).\n",
}


def test_a_clean_project_has_no_problem(project: Maker) -> None:
    assert project(CLEAN).said() == []


def test_every_rule_is_in_use_and_says_what_it_is() -> None:
    rules = {
        function
        for module in (checks, link_checks, review_checks)
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if not name.startswith("_") and function.__module__ == module.__name__ and name != "check"
    }
    assert rules == set(checks.CHECKS)
    assert all(rule.__doc__ for rule in rules)


def test_the_latin_sister_does_not_repeat_the_problems_of_the_cyrillic_entry(project: Maker) -> None:
    broken = (
        CLEAN["faq/delivery/delivery-time.sr.md"].replace("entry:delivery-cost", "entry:nothing") + "\n## Још\n\n<b>"
    )
    folder = project(CLEAN | {"faq/delivery/delivery-time.sr.md": broken})
    assert [line.split(" ", 2)[2] for line in folder.said()] == [
        "AA108 no entry has the id 'nothing'",
        "AA106 this heading has no id, so links to it would break when it is reworded",
        "AA116 the HTML '<b>' is shown as text",
    ]


def test_a_project_in_one_language_misses_no_translation(project: Maker) -> None:
    assert project().said() == []


# Single rules on libraries made by hand


def library(*entries: Entry, **settings: object) -> Library:
    options = {"name": "A", "languages": ("en",), "url": "https://a.example/"} | settings
    made = Settings(**options)  # type: ignore[arg-type]
    languages = {code: Language(code=code, tag=code, locale=code, name=code, theme=code) for code in made.languages}
    topic = Topic(id="t", titles=dict.fromkeys(made.languages, "T"))
    return Library.of(entries, settings=made, languages=languages, topics=[topic])


def entry(id_: str = "a", lang: str = "en", **values: object) -> Entry:
    options = {"question": "Q?", "short": "A.", "topic": "t", "path": f"faq/t/{id_}.{lang}.md"} | values
    return Entry(id=id_, lang=lang, **options)  # type: ignore[arg-type]


def codes(found: Library) -> list[str]:
    return sorted(problem.code for problem in checks.check(found))


def test_sound_entries_have_no_problem() -> None:
    assert codes(library(entry("a"), entry("b"))) == []
    assert codes(library()) == []


@pytest.mark.parametrize(("one", "other", "expected"), [("a", "b", []), ("a", "A", ["AA101"]), ("a", "a", ["AA101"])])
def test_ids_are_unique_whatever_their_capitals(one: str, other: str, expected: list[str]) -> None:
    assert codes(library(entry(one, path="1"), entry(other, path="2"))) == expected


@pytest.mark.parametrize(("one", "other", "expected"), [("a", "a", []), ("a", "b", ["AA111"]), ("a", "", ["AA111"])])
def test_a_translation_uses_the_facts_of_its_source(one: str, other: str, expected: list[str]) -> None:
    both = library(entry(facts=frozenset(one)), entry(lang="hr", facts=frozenset(other)), languages=("en", "hr"))
    assert codes(both) == expected


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("entry:a", []),
        ("entry:b", ["AA108"]),
        ("entry:a#x", []),
        ("entry:a#y", ["AA108"]),
        ("entry:", ["AA108"]),
        ("entry:gone", []),
        ("#x", []),
        ("#y", ["AA108"]),
        ("topic:t", []),
        ("topic:u", ["AA108"]),
        ("page:index", []),
        ("page:contact", []),
        ("page:jobs", ["AA108"]),
        ("page:lost", []),
        ("https://a.example", []),
        ("HTTPS://a.example", []),
        ("http://a.example", []),
        ("mailto:a@b.example", []),
        ("tel:+385", []),
        ("javascript:alert`1`", ["AA109"]),
        ("JavaScript:x", ["AA109"]),
        ("data:text/html,x", ["AA109"]),
        ("vbscript:x", ["AA109"]),
        ("//a.example", ["AA109"]),
        ("/q/a/", ["AA109"]),
        ("b.md", ["AA109"]),
        ("ftp://a.example", ["AA109"]),
        ("", ["AA109"]),
    ],
)
def test_where_links_may_lead(link: str, expected: list[str]) -> None:
    found = library(entry(body=f"## X {{#x}}\n\n[a]({link})"))
    found = Library.of(
        found.entries,
        settings=found.settings,
        languages=found.languages,
        topics=found.topics.values(),
        unreadable=frozenset({"gone", "page:lost"}),
    )
    assert codes(found) == expected


def test_a_link_into_a_missing_translation_is_looked_up_in_the_source() -> None:
    body = "[a](entry:b#x)"
    both = library(entry("a"), entry("b", body="## X {#x}"), entry("a", "hr", body=body), languages=("en", "hr"))
    assert codes(both) == ["AA105"]


@pytest.mark.parametrize(
    ("question", "words", "expected"),
    [("How long?", "Two days.", ["AA105"]), ("How long?", "Dva dana.", []), ("PayPal?", "Two days.", [])],
    ids=["the same", "other words", "one word may be the same"],
)
def test_a_translation_that_nobody_began_is_none(question: str, words: str, expected: list[str]) -> None:
    english = entry("a", question=question, written=(question, "", "Two days."))
    croatian = entry("a", "hr", question=question, written=(question, "", words))
    assert codes(library(english, croatian, languages=("en", "hr"))) == expected


def test_a_picture_leads_to_no_other_server() -> None:
    for target, expected in {
        "/a.png": [],
        "a.png": [],
        "https://b.example/a.png": ["AA117"],
        "//b.example/a": ["AA117"],
    }.items():
        assert codes(library(entry(body=f"![a]({target})"))) == expected
    assert codes(library(entry(body="[![a](/a.png)](javascript:x)"))) == ["AA109"]


def test_owners_are_teams() -> None:
    teams = {"support": Team(id="support", names={})}
    assert codes(library(entry(meta=Meta(owner="support")), teams=teams)) == []
    assert codes(library(entry(meta=Meta(owner="sales")), teams=teams)) == ["AA110"]


@pytest.mark.parametrize(
    ("short", "body", "expected"), [("A.", "", []), ("A.", "B", []), ("", "B", ["AA113"]), ("", " \n", ["AA114"])]
)
def test_an_answer_is_needed(short: str, body: str, expected: list[str]) -> None:
    assert codes(library(entry(short=short, body=body))) == expected


def test_facts_are_used_somewhere() -> None:
    for text in (entry(facts=frozenset({"x"})), None):
        page = Page(name="p", lang="en", title="", description="", body="", path="p", facts=frozenset({"x"}))
        found = library(entry() if text is None else text)
        for pages, unreadable, expected in (
            ([], set(), [] if text else ["AA112"]),
            ([page], set(), []),
            ([], {"b"}, []),
        ):
            whole = Library.of(
                found.entries,
                settings=found.settings,
                languages=found.languages,
                topics=found.topics.values(),
                pages=pages,
                facts={"x": Place("faq/facts.yml", 1)},
                unreadable=frozenset(unreadable),
            )
            assert codes(whole) == expected


def test_home_names_questions() -> None:
    assert codes(library(entry("a"), home=("a",))) == []
    assert codes(library(entry("a"), home=("a", "b"))) == ["AA108"]
