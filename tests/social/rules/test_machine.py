"""What the generator writes itself breaks no rule: its own cases everywhere, real FAQs where they lie beside us."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import time
from typing import TYPE_CHECKING

import pytest

from generator.content.library import Entry, Library
from generator.content.meta import Meta, Season
from generator.content.post_words import PostWords, Quiz
from generator.problems import Severity
from generator.social import Draft, Limits, applicable, check_drafts, write
from generator.social import World as Rules
from generator.social.rules import FIT_RULES, PLAN_RULES, POST_RULES

if TYPE_CHECKING:
    from conftest import Judge

    from tests.social.conftest import World

TEXTS = {
    "en": ("How much is delivery?", "It costs €4.50 until 24 December 2026. Returns are free."),
    "hr": ("Koliko stoji dostava?", "Stoji 4,50 € do 24. prosinca 2026. Povrat je besplatan."),
    "sr": ("Колико кошта достава?", "Кошта 450 динара до 24. децембра 2026. Враћање је бесплатно."),
    "sl": ("Koliko stane dostava?", "Stane 4,50 € do 24. decembra 2026. Vračilo je brezplačno."),
    "cs": ("Kolik stojí doprava?", "Stojí 120 Kč do 24. prosince 2026. Vrácení je zdarma."),
    "bg": ("Колко струва доставката?", "Струва 6 лв. до 24 декември 2026 г. Връщането е безплатно."),
}


@pytest.mark.parametrize("lang", TEXTS)
def test_a_draft_of_a_good_entry_has_no_problem(judge: Callable[..., Judge], lang: str) -> None:
    question, short = TEXTS[lang]
    asked = judge(Entry(id="cost", lang=lang, topic="delivery", question=question, short=short, body=short))

    for network in asked.world.nets:
        assert [str(problem) for problem in asked.problems(asked.draft(network))] == []


@pytest.mark.parametrize("name", ["scratch-faq", "bitcoin-faq"])
def test_drafts_of_a_real_faq_have_no_error(world: World, limits: Limits, name: str) -> None:
    library = world.real(name)
    drafts = [made for entry in library for made in _made(world, library, entry)]
    rules = Rules(library=library, networks=world.nets, limits=limits, templates=world.templates, drafts=drafts)

    problems = check_drafts(drafts, rules)
    at_one_time = {"AA514", "AA368"}  # all of these have one slot
    assert [str(p) for p in problems if p.severity is Severity.ERROR and p.code not in at_one_time] == []
    assert [str(p) for p in problems if p.code == "AA372"] == []


def _made(world: World, library: Library, entry: Entry) -> Iterator[Draft]:
    """In every format that the entry has the words for; each has a turn of its own."""
    for network in world.nets:
        for turn, kind in enumerate(applicable(entry, world.kit(library)), 1):
            made, _ = write(world.slot(entry, network, turn), world.kit(library), kind)
            if made:
                yield made.draft


RICH = {
    "en": ("Order before noon.", "It ships today.", "It ships tomorrow.", "We pack until two.", "Have 5 boxes ready."),
    "hr": ("Naručite prije podneva.", "Šaljemo danas.", "Šaljemo sutra.", "Pakiramo do dva.", "Pripremite 5 kutija."),
    "sr": ("Наручите пре поднева.", "Шаљемо данас.", "Шаљемо сутра.", "Пакујемо до два.", "Припремите 5 кутија."),
    "sl": (
        "Naročite pred poldnevom.",
        "Pošljemo danes.",
        "Pošljemo jutri.",
        "Pakiramo do dveh.",
        "Pripravite 5 škatel.",
    ),
    "cs": ("Objednejte do poledne.", "Pošleme dnes.", "Pošleme zítra.", "Balíme do dvou.", "Připravte si 5 krabic."),
    "bg": ("Поръчайте до обяд.", "Изпращаме днес.", "Изпращаме утре.", "Опаковаме до два.", "Пригответе 5 кутии."),
}
WORKDAYS = {day: ((time(8), time(16)),) for day in range(5)}


@pytest.mark.parametrize("tone", ["warm", "formal", "playful"])
@pytest.mark.parametrize("lang", RICH)
def test_every_format_says_only_what_the_entry_says(judge: Callable[..., Judge], lang: str, tone: str) -> None:
    tip, fact, myth, why, item = RICH[lang]
    question, short = TEXTS[lang]
    entry = Entry(
        id="cost",
        lang=lang,
        topic="delivery",
        question=question,
        short=short,
        body=f"1. {tip}\n2. {item}\n",
        tip=tip,
        myth=(fact, myth, why),
        posts=PostWords(
            did_you_know=why,
            changed=fact,
            checklist=(tip, item),
            quiz=Quiz(question=question, options=(fact, myth), right=1, why=why),
        ),
        meta=Meta(tells_hours=True, season=Season(start=(12, 1), end=(12, 31)), note="Ask Ana before you promise it."),
    )
    asked = judge(entry, hours=WORKDAYS, tone=tone, email="shop@zrno.hr", phone="+385 42 000 000")
    assert applicable(entry, asked.world.kit(asked.library)) == tuple(asked.world.formats)

    for made in _made(asked.world, asked.library, entry):
        said = [str(problem) for problem in asked.problems(made)]
        assert [line for line in said if " error " in line or "AA372" in line] == [], made.text


def test_every_rule_has_a_name_and_one_severity_of_its_own() -> None:
    rules = [*FIT_RULES, *POST_RULES, *PLAN_RULES]

    assert {rule.name for rule in rules} >= {f"D{n}" for n in range(1, 19)} | {f"P{n}" for n in range(1, 5)}
    for rule in rules:
        assert rule.find.__doc__, rule.name
        assert rule.code.startswith("AA")
        assert rule.severity in Severity


def test_languages_without_a_file_have_english_numbers_and_no_words(world: World, limits: Limits) -> None:
    english = world.library([]).languages["en"]
    cyrillic = world.library([]).languages["sr"]
    latin = world.library([]).languages["sr-Latn"]

    assert Limits().of(english).sentence_words == 25
    assert Limits().of(english).empty_links == ()
    assert limits.of(latin).sentence_words == limits.of(cyrillic).sentence_words == 22
    assert limits.of(latin).alt_beginnings[0] == "slika"
