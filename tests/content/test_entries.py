"""From files to entries: facts filled in, what holds for all languages shared, Serbian in both scripts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from generator.content.meta import Meta, Season
from generator.content.post_words import PostWords, Quiz

if TYPE_CHECKING:
    from tests.conftest import Maker

FILES = {
    "faq/faq.yml": "name: Example\nlanguages: [en, sr]\nmarkets: {RS: {languages: [sr], timezone: Europe/Belgrade}}\n"
    "teams: {support: {name: {en: Care, sr: Служба}}}\n",
    "faq/facts.yml": "time: {workdays: 2, RS: 5}\n",
    "faq/delivery/_topic.yml": "title: {en: Delivery, sr: Достава}\n",
    "faq/delivery/delivery-time.en.md": """---
question: How long do {{ time }} take?
short: "{{ time }}, 7 at most."
also_asked: ["Is it {{ time.number }}?", no]
owner: support
reviewed: 2026-11-01
review_every: 90 days
season: 11-15..12-24
tags: [delivery]
aliases: [shipping]
replaces: [freight]
moved: {more: '#more-42', abroad: cost#abroad}
order: 3
posts:
  tip: Wait {{ time }}.
  myth: {fact: "{{ time }}", myth: A year, why: Because}
  did_you_know: It is {{ time }}.
  quiz: {question: How long?, options: ["{{ time }}", A year], right: 1, why: "So {{ time }}."}
  checklist: ["{{ time }}", Tea]
  skip: true
  hours: true
note: "{{ not a fact }}"
---

Up to {{ time }} and 1,200.50 EUR [here](https://a.example/99) `{{ time }}`.

## More {#more-42}
""",
    "faq/delivery/delivery-time.sr.md": "---\nquestion: Колико траје {{ time }}?\n"
    "short: Љубазно за {{ time }}, највише 7.\n"
    "posts: {tip: Чекајте, changed: Ново, checklist: [Чај, Мир], myth: {fact: Да, myth: Не, why: Зато}}\n---\n"
    "До {{ time }} и 1.200,50 EUR. [ево](https://a.example/89)\n",
    "faq/replies/received.en.md": "---\ntitle: Received\nwhen: At once\nfields: {name: text}\n---\n"
    "{{name}}: {{ time }}.\n",
    "faq/replies/received.sr.md": "---\ntitle: Примљено\nwhen: Одмах\nfields: {name: text}\n---\n"
    "{{ name }}: {{ time }}.\n",
    "docs/about.en.md": "---\ntitle: About {{ time }}\ndescription: Us\n---\nWe {{ time }}\n",
    "docs/about.sr.md": "---\ntitle: О нама\ndescription: Ми\n---\nМи {{ time }}\n",
}
NBSP = "\N{NO-BREAK SPACE}"


def test_an_entry_in_all_its_languages(project: Maker) -> None:
    folder = project(FILES)
    assert folder.said() == []
    by_lang = folder.library().by_id["delivery-time"]
    assert list(by_lang) == ["en", "sr", "sr-Latn"]
    english, serbian, latin = by_lang.values()
    assert english.question == f"How long do 2{NBSP}working days take?"
    assert english.short == f"2{NBSP}working days, 7 at most."
    assert english.also_asked == ("Is it 2?", "no")
    assert english.body.splitlines()[0] == (
        f"Up to 2{NBSP}working days and 1,200.50 EUR [here](https://a.example/99) `2{NBSP}working days`."
    )
    assert english.tip == f"Wait 2{NBSP}working days."
    assert english.myth == (f"2{NBSP}working days", "A year", "Because")
    days = f"2{NBSP}working days"
    quiz = Quiz(question="How long?", options=(days, "A year"), right=1, why=f"So {days}.")
    assert english.posts == PostWords(did_you_know=f"It is {days}.", quiz=quiz, checklist=(days, "Tea"))
    assert english.facts == serbian.facts == {"time"}
    assert "{{ time }}" in " ".join(english.written)
    assert serbian.question == f"Колико траје 5{NBSP}радних дана?"
    assert latin.question == f"Koliko traje 5{NBSP}radnih dana?"
    assert latin.short == f"Ljubazno za 5{NBSP}radnih dana, najviše 7."
    assert latin.body == f"Do 5{NBSP}radnih dana i 1.200,50 EUR. [evo](https://a.example/89)"
    assert latin.posts == PostWords(changed="Novo", checklist=("Čaj", "Mir"))
    assert (latin.tip, latin.myth) == ("Čekajte", ("Da", "Ne", "Zato"))


def test_what_holds_for_all_languages_is_written_once(project: Maker) -> None:
    library = project(FILES).library()
    meta = Meta(
        owner="support",
        reviewed=date(2026, 11, 1),
        review_every=90,
        season=Season(start=(11, 15), end=(12, 24)),
        tags=("delivery",),
        aliases=("shipping",),
        replaces=("freight",),
        moved={"more": "#more-42", "abroad": "cost#abroad"},
        order=3,
        skip_posts=True,
        tells_hours=True,
        note="{{ not a fact }}",
    )
    assert [entry.meta for entry in library if entry.id == "delivery-time"] == [meta] * 3


def test_places_lead_to_where_the_words_were_written(project: Maker) -> None:
    english = project(FILES).library().by_id["delivery-time"]["en"]
    place = english.place("posts", "myth", "why")
    assert (place.path, place.line) == ("faq/delivery/delivery-time.en.md", 16)
    assert english.place("nothing").line == 2
    assert english.body_line == 25


def test_replies_keep_their_placeholders_and_pages_have_their_facts(project: Maker) -> None:
    library = project(FILES).library()
    assert [(r.lang, r.title, r.body) for r in library.replies] == [
        ("en", "Received", f"{{{{ name }}}}: 2{NBSP}working days."),
        ("sr", "Примљено", f"{{{{ name }}}}: 5{NBSP}радних дана."),
        ("sr-Latn", "Primljeno", f"{{{{ name }}}}: 5{NBSP}radnih dana."),
    ]
    pages = library.pages["about"]
    assert pages["en"].title == f"About 2{NBSP}working days"
    assert pages["sr-Latn"].body == f"Mi 5{NBSP}radnih dana"


def test_the_library_tells_how_facts_read(project: Maker) -> None:
    library = project(FILES).library()
    assert {code: facts["time"] for code, facts in library.printed.items()} == {
        "en": f"2{NBSP}working days",
        "sr": f"5{NBSP}радних дана",
        "sr-Latn": f"5{NBSP}radnih dana",
    }


def test_seasons_may_run_over_new_year() -> None:
    winter = Season(start=(11, 15), end=(1, 6))
    assert [winter.holds(date(2026, *day)) for day in ((11, 14), (11, 15), (12, 31), (1, 6), (1, 7))] == [
        False, True, True, True, False,
    ]  # fmt: skip
    spring = Season(start=(3, 1), end=(3, 1))
    assert spring.holds(date(2027, 3, 1))
    assert not spring.holds(date(2027, 3, 2))


def test_latin_serbian_keeps_code_and_addresses_and_takes_the_words_of_faq_yml(project: Maker) -> None:
    body = "Вајбером, `Вајбер`, [Каролина рипер](https://сајт.срб/љуто)\n\n```\nЉубав\n```\n"
    reply = "---\ntitle: Пошиљка\nwhen: Увек\nfields: {name: text}\n---\n{{ name }}, пишите на Гуглу `Ђ`.\n"
    library = project(
        {
            "faq/faq.yml": "name: A\nlanguages: [sr]\nlatin_words: {каролина рипер: Carolina Reaper}\n",
            "faq/delivery/delivery-time.sr.md": f"---\nquestion: Шта је Вајбер?\nshort: На Вајберу.\n---\n{body}",
            "faq/delivery/_topic.yml": "title: {sr: Вајбер}\n",
            "faq/replies/sent.sr.md": reply,
        }
    ).library()
    entry = library.by_id["delivery-time"]["sr-Latn"]
    assert (entry.question, entry.short) == ("Šta je Viber?", "Na Viberu.")
    assert entry.body == "Viberom, `Вајбер`, [Carolina Reaper](https://сајт.срб/љуто)\n\n```\nЉубав\n```"
    assert library.topic_title("delivery", "sr-Latn") == "Viber"
    assert [r.body for r in library.replies] == [
        "{{ name }}, пишите на Гуглу `Ђ`.",
        "{{ name }}, pišite na Google-u `Ђ`.",
    ]
