"""Pages at addresses that are nobody's any more: they lead on or say what became of it, whatever somebody wrote."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from html import unescape
from typing import Any

import pytest
import yaml

from generator.brand import Brand
from generator.content.library import Library, Withdrawal
from generator.files import Tree
from generator.links.former import Destination, Former, Stub
from generator.links.target import Target
from generator.problems import Problem
from generator.site import former_pages
from generator.site import theme as themes
from generator.site.shape import Shape
from generator.site.theme import Theme

Stubs = Callable[..., tuple[Tree, list[Problem]]]
TIME = Target("entry", "time")


def to(target: Target, lang: str, address: str) -> Destination:
    return Destination(target, lang, address)


@pytest.fixture
def stubs(shape: Shape, theme: Theme, brand: Brand) -> Stubs:
    def make(former: Mapping[str, Stub], template: str = "") -> tuple[Tree, list[Problem]]:
        led = dataclasses.replace(shape, former=Former(stubs=former))
        return former_pages.stubs(led, template or theme.files["stub.html"], themes.assets(theme, brand))

    return make


def test_a_site_without_former_addresses_has_no_such_file(stubs: Stubs) -> None:
    assert stubs({}) == ({}, [])


def test_a_former_address_leads_on_with_script_and_without(stubs: Stubs) -> None:
    anchors = {"old": to(TIME, "hr", "hr/q/time/#tracking")}
    tree, problems = stubs({"hr/q/when/": Stub(lang="hr", to=to(TIME, "hr", "hr/q/time/"), anchors=anchors)})
    assert problems == []
    page = tree["hr/q/when/index.html"].decode()
    assert '<html lang="hr" dir="ltr">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert '<link rel="canonical" href="https://faq.example.org/help/hr/q/time/">' in page
    assert '<noscript><meta http-equiv="refresh" content="0; url=../time/"></noscript>' in page
    assert '<a href="../time/">Koliko traje?</a>' in page
    assert 'data-to="../time/"' in page
    found = re.search(r'data-anchors="([^"]+)"', page)
    assert found
    assert json.loads(unescape(found[1])) == {"old": "../time/#tracking"}
    assert not re.search(r"<script(?! src=\"[./]*assets/)|\son\w+=|https://(?!faq\.example\.org/)", page)


def test_hosts_that_redirect_by_themselves_get_a_line_an_address(stubs: Stubs) -> None:
    tree, _ = stubs(
        {
            "q/when/": Stub(lang="en", to=to(TIME, "en", "q/time/")),
            "hr/": Stub(lang="hr", to=to(Target("page", "index"), "en", "")),
            "q/fee/": Stub(lang="en", to=to(TIME, "en", "q/time/#tracking")),
        }
    )
    assert tree["_redirects"].decode() == (
        "/help/hr/ /help/ 301\n/help/q/fee/ /help/q/time/#tracking 301\n/help/q/when/ /help/q/time/ 301\n"
    )


def test_a_hostile_question_stays_text(stubs: Stubs) -> None:
    tree, _ = stubs({"q/old/": Stub(lang="en", to=to(Target("entry", "attack"), "en", "q/attack/"))})
    page = tree["q/old/index.html"].decode()
    assert "<script>alert" not in page
    assert "{{ 7*7 }}" in page


@pytest.mark.parametrize("template", ["{{ nothing }}", "{% if %}", "{{ ''.__class__.__mro__ }}"])
def test_a_template_of_a_projects_own_that_cannot_be_filled_is_told(template: str, stubs: Stubs) -> None:
    tree, problems = stubs({"q/when/": Stub(lang="en", to=to(TIME, "en", "q/time/"))}, template)
    assert tree == {}
    assert [(p.code, p.place.path) for p in problems] == [("AA120", "faq/_data/theme/stub.html")]


def notice(shape: Shape, lang: str, former: Former | None = None, **values: Any) -> dict[str, Any]:
    """The front matter of a notice."""
    options: dict[str, Any] = {"kind": "entry", "name": "cash", "on": date(2026, 3, 1), "why": {"en": "Cards only."}}
    gone = Withdrawal(**(options | values))
    settings: Library = dataclasses.replace(shape.library, withdrawn={(gone.kind, gone.name): gone})
    made = dataclasses.replace(shape, library=settings, former=former or Former())
    data: dict[str, Any] = yaml.safe_load(former_pages.withdrawn_page(made, gone, lang).decode().split("---\n")[1])
    return data


def test_a_notice_says_what_it_was_why_and_since_when(shape: Shape) -> None:
    made = notice(shape, "hr", question={"en": "Cash?", "hr": "Gotovina?"}, why={"en": "No.", "hr": "Ne više."})
    assert (made["heading"], made["why"]) == ("Gotovina?", "Ne više.")
    assert "1. ožujka 2026." in made["notes"][0]
    assert made["noindex"] is True
    assert made["search"] == {"exclude": True}
    assert {row["url"] for row in made["languages"]} == {""}, "no language of it is offered to search engines"


def test_words_in_another_language_are_marked(shape: Shape) -> None:
    made = notice(shape, "hr", question={"en": "Cash?"})
    assert (made["why"], made["why_lang"], made["heading_lang"]) == ("Cards only.", "en", "en")
    made = notice(shape, "sr-Latn", question={"sr": "Готовина?"}, why={"sr": "Не."})
    assert (made["heading"], made["why"], made["why_lang"]) == ("Gotovina?", "Ne.", "")


def test_a_notice_without_its_question_still_has_a_heading(shape: Shape) -> None:
    assert notice(shape, "en")["heading"] == notice(shape, "en")["label"]


def test_a_hostile_reason_is_carried_as_text(shape: Shape, hostile: str) -> None:
    made = notice(shape, "en", why={"en": hostile}, question={"en": hostile})
    assert (made["why"], made["heading"]) == (hostile, hostile)
    assert "<" not in made["title"]


def test_what_is_closest_is_linked_by_its_present_name(shape: Shape) -> None:
    assert notice(shape, "hr")["closest"] is None
    assert notice(shape, "hr", see="time#tracking")["closest"] == {
        "href": "../time/#tracking",
        "title": "Koliko traje?",
    }
    assert notice(shape, "hr", see="cost")["closest"] == {"href": "../cost/", "title": "How much?", "lang": "en"}
    renamed = Former(stubs={"hr/q/when/": Stub(lang="hr", to=to(TIME, "hr", "hr/q/time/"))})
    assert notice(shape, "hr", renamed, see="when")["closest"] == {"href": "../time/", "title": "Koliko traje?"}


def test_a_notice_is_a_page_in_every_language(shape: Shape, make: Callable[..., Any]) -> None:
    gone = Withdrawal(kind="topic", name="cash", on=date(2026, 3, 1), why={"en": "No."})
    library = dataclasses.replace(shape.library, withdrawn={("topic", "cash"): gone})
    trees, _ = make(dataclasses.replace(shape, library=library))
    assert all("docs/t/cash/index.md" in tree for tree in trees.values())


def test_former_headings_are_parted_into_those_of_the_page_and_those_of_others(shape: Shape) -> None:
    marks = {
        "hr/q/time/": {"a": to(TIME, "hr", "hr/q/time/#tracking"), "b": to(Target("entry", "cost"), "hr", "hr/q/cost/")}
    }
    led = dataclasses.replace(shape, former=Former(marks=marks))
    inside = former_pages.inside(led, "hr/q/time/")
    assert inside == {"a": "tracking"}
    assert former_pages.moved(led, "hr/q/time/", "hr", inside) == [
        {"id": "b", "href": "../cost/", "title": "How much?", "lang": "en"}
    ]


def test_a_heading_carries_its_former_ids() -> None:
    body = "```\n## A {#a}\n```\n\n## A {#a}\n\n## B {#b}\n"
    made = former_pages.with_former_ids(body, {"old": "a", "older": "a", "gone": "nothing"})
    assert made == body.replace("\n\n## A {#a}", "\n\n## A {#a\ue000old\ue000older}")
    assert former_pages.with_former_ids(body, {}) == body


def test_an_address_of_another_site_is_a_file_or_a_folder_or_a_line_for_servers(stubs: Stubs) -> None:
    lead = to(TIME, "en", "q/time/")
    tree, _ = stubs(
        {
            path: Stub(lang="en", to=lead, from_elsewhere=True)
            for path in ("faq/12.html", "hc/č/", "index.php?action=artikel&id=5")
        }
    )
    assert sorted(tree) == ["_queries", "_redirects", "faq/12.html", "hc/č/index.html"]
    assert '<a href="../q/time/">' in tree["faq/12.html"].decode()
    assert tree["_redirects"].decode().splitlines() == [
        "/help/faq/12.html /help/q/time/ 301",
        "/help/hc/%C4%8D /help/q/time/ 301",
        "/help/hc/%C4%8D/ /help/q/time/ 301",
    ]
    assert tree["_queries"].decode() == '"/help/index.php?action=artikel&id=5" /help/q/time/;\n'
