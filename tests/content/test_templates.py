"""Facts in texts: names are filled, everything else is refused where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.facts import Printed
from generator.content.templates import fill
from generator.problems import Place

VALUES: dict[str, object] = {
    "delivery_time": Printed("2 days", "2"),
    "return_window": Printed("14 days", "14"),
    "lang": Printed("hr", "hr"),
    "market": Printed("HR", "HR"),
}


def filled(text: str, **values: object) -> str:
    result, _, problems = fill(text, VALUES | values, lambda: Place("a.md", 3, 5))
    assert problems == []
    return result


def said(text: str, keep: frozenset[str] = frozenset()) -> list[str]:
    found = fill(text, VALUES, lambda: Place("a.md", 3, 5), keep=keep)[2]
    return [f"{p.place.line}:{p.place.column} {p.code} {p.message}" + (f" ({p.hint})" if p.hint else "") for p in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In {{ delivery_time }}.", "In 2 days."),
        ("{{delivery_time}}{{  return_window  }}", "2 days14 days"),
        ("{{\ndelivery_time\n}}", "2 days"),
        ("{{ delivery_time.number }} d", "2 d"),
        ("{{ delivery_time | upper }}", "2 DAYS"),
        ("{{ 'hallo' | capitalize }}", "Hallo"),
        ("{% if market == 'HR' %}Zagreb{% else %}Prag{% endif %}", "Zagreb"),
        ("{% if market in ['CZ', 'SK'] %}Praha{% endif %}.", "."),
        ("{{ 'a' if return_window and not False else 'b' }}", "a"),
    ],
)
def test_what_texts_may_say(text: str, expected: str) -> None:
    result, used, problems = fill(
        text, VALUES | {"market": "HR"} if "market" in text else VALUES, lambda: Place("a.md")
    )
    assert (result, problems) == (expected, [])
    assert used <= VALUES.keys()


def test_used_names_are_told() -> None:
    assert fill("{{ delivery_time }} {{ return_window.number }}", VALUES, lambda: Place("a"))[1] == {
        "delivery_time",
        "return_window",
    }
    assert fill("{% if lang %}{{ delivery_time }}{% endif %}", VALUES, lambda: Place("a"))[1] == {
        "lang",
        "delivery_time",
    }
    assert fill("{{ delivery_time + 1 }}", VALUES, lambda: Place("a"))[1] == {"delivery_time"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Plain.",
        "## Cost {#cost}",
        "{#cost}",
        "{single}",
        "}} {",
        "{: .class}",
        "100 % sure",
        "a {# b #} c",
        "{ { x } }",
    ],
)
def test_texts_without_expressions_stay(text: str) -> None:
    assert filled(text) == text


@pytest.mark.parametrize(
    ("text", "expected"), [("{{ '{{' }} name }}", "{{ name }}"), ("{{ '{%' }}", "{%"), ('{{ "{{" }}', "{{")]
)
def test_braces_can_be_printed(text: str, expected: str) -> None:
    assert filled(text) == expected


def test_unknown_names_are_told_with_their_place_and_the_nearest_name() -> None:
    text = "In {{ delivery_time }} or {{ delivry_time }},\nat most {{ longest }}\n\n  {{ return_window.days }}"
    assert said(text) == [
        "3:31 AA030 no fact is called 'delivry_time' (did you mean 'delivery_time'?)",
        "4:9 AA030 no fact is called 'longest' (facts stand in faq/facts.yml)",
        "6:3 AA030 'return_window.days' is not known: a fact has only '.number' besides itself",
    ]


def test_unknown_names_in_conditions_are_told_all_at_once() -> None:
    text = "The delivry is\n{% if delivry %}fast{% endif %}, {{ longest }}, {{ delivery_time }}."
    assert said(text) == [
        "4:7 AA030 no fact is called 'delivry' (did you mean 'delivery_time'?)",
        "4:37 AA030 no fact is called 'longest' (facts stand in faq/facts.yml)",
    ]


REFUSED = {
    "attribute": "{{ delivery_time.__class__ }}",
    "attribute of a text": "{{ lang.number.__class__.__mro__ }}",
    "attribute by a filter": "{{ delivery_time | attr('__class__') }}",
    "item": "{{ delivery_time['number'] }}",
    "call": "{{ delivery_time.number.upper() }}",
    "global": "{{ range(9) }}",
    "cycler": "{{ cycler.__init__.__globals__ }}",
    "self": "{{ self }}",
    "self within": "{{ self.__init__ }}",
    "addition": "{{ 1 + 1 }}",
    "product": "{{ 'a' * 999999999 }}",
    "power": "{{ 9 ** 999999 }}",
    "negation": "{{ -delivery_time }}",
    "joining": "{{ 'a' ~ 'b' }}",
    "other filter": "{{ delivery_time | tojson }}",
    "format": "{{ '%s' | format(delivery_time) }}",
    "argument of a filter": "{{ delivery_time | upper(1) }}",
    "mapping": "{{ {'a': 1} }}",
    "test": "{{ delivery_time is defined }}",
    "loop": "{% for n in delivery_time %}{{ n }}{% endfor %}",
    "include": "{% include '/etc/passwd' %}",
    "import": "{% import 'os' as os %}",
    "extends": "{% extends 'base.html' %}",
    "assignment": "{% set a = 1 %}",
    "macro": "{% macro a() %}{% endmacro %}",
    "block": "{% block a %}{% endblock %}",
    "with": "{% with a = 1 %}{% endwith %}",
    "filter block": "{% filter upper %}a{% endfilter %}",
    "unknown statement": "{% do %}",
    "statement not closed": "a {% if lang",
    "if not closed": "{% if lang %}a",
    "endif too much": "{% endif %}",
    "expression not closed": "a {{ delivery_time",
    "nothing": "{{ }}",
    "two names": "{{ delivery_time return_window }}",
    "brackets": "{{ " + "[" * 300 + "]" * 300 + " }}",
    "many brackets": "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "many nots": "{{ " + "not " * 5000 + "lang }}",
    "many ands": "{{ " + " and ".join(["lang"] * 5000) + " }}",
    "many ifs": "{% if lang %}" * 200 + "{% endif %}" * 200,
    "huge number": "{{ 1" + "0" * 5000 + " }}",
    "infinite number": "{{ 1e999 }}",
    "control escape": "{{ '\\x00' }}",
    "invisible escape": "{{ '\\u202e' }}",
    "text and member": "{{ 'a' in delivery_time }}",
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED.keys())
def test_what_texts_may_not_say(text: str) -> None:
    result, _, problems = fill(f"Before.\n{text}", VALUES, lambda: Place("a.md", 3, 5))
    assert problems
    assert {p.code for p in problems} <= {"AA030", "AA031"}
    assert all(p.place.path == "a.md" and 3 <= p.place.line <= 4 for p in problems)
    assert all(len(p.message) < 300 for p in problems)
    assert "<" not in result


def test_a_brace_that_is_never_closed_is_shown_how_to_be_printed() -> None:
    assert said("Dear {{ name") == ["3:10 AA031 '{{' without '}}' (close it, or write {{ '{{' }} to print it)"]


def test_placeholders_of_replies_are_kept_and_facts_filled() -> None:
    keep = frozenset({"name", "delivery_time"})
    text = "Dear {{name}}, it takes {{ return_window }} or {{ delivery_time }}."
    result, used, problems = fill(text, VALUES, lambda: Place("a"), keep=keep)
    assert result == "Dear {{ name }}, it takes 14 days or {{ delivery_time }}."
    assert (used, problems) == ({"return_window"}, [])
    result, used, problems = fill("{% if lang %}{{ name }}{% endif %}", VALUES, lambda: Place("a"), keep=keep)
    assert (result, used, problems) == ("{{ name }}", {"lang"}, [])


def test_a_placeholder_may_be_called_like_a_fact() -> None:
    assert fill("{{ lang }}", VALUES, lambda: Place("a"), keep=frozenset({"lang"}))[:2] == ("{{ lang }}", frozenset())


def test_values_are_not_templates() -> None:
    assert filled("{{ x }}", x=Printed("{{ delivery_time }} {% if %}", "1")) == "{{ delivery_time }} {% if %}"


def test_the_place_is_only_asked_for_when_needed() -> None:
    def never() -> Place:
        raise AssertionError

    assert fill("In {{ delivery_time }}.", VALUES, never)[0] == "In 2 days."


@given(st.text(max_size=100).filter(lambda text: "{{" not in text and "{%" not in text))
def test_text_without_expressions_is_unchanged(text: str) -> None:
    assert fill(text, VALUES, lambda: Place("a")) == (text, frozenset(), [])


@given(st.text(alphabet="{}%#'\" \nlangif=.|([-~:\\é", max_size=40))
def test_any_template_is_a_text_and_located_problems(text: str) -> None:
    result, used, problems = fill(text, VALUES, lambda: Place("a.md", 1, 1))
    assert isinstance(result, str)
    assert used <= VALUES.keys()
    assert all(1 <= p.place.line <= text.count("\n") + 1 for p in problems)


def test_many_braces_do_not_take_long() -> None:
    assert len(said("{{" * 200_000)) == 1
    assert len(said("{{ x }}\n" * 2_000)) == 2_000
