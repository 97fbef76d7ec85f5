"""Pages that say in no standard way which questions they have are read by what people see, or can open."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.importers.imported import Imported
from generator.content.importers.reading import read

MICRODATA = """<h2>Booking</h2><div itemscope itemtype="https://schema.org/FAQPage">
<section itemscope itemprop="mainEntity" itemtype="https://schema.org/Question" id="cancel"><h3 itemprop="name">Can I
cancel?</h3><div itemscope itemprop="acceptedAnswer" itemtype="https://schema.org/Answer">
<div itemprop="text"><p>Yes, <b>always</b>.</p></div></div></section>
<div property="mainEntity" typeof="Question"><span property="name">And change?</span>
<div property="acceptedAnswer" typeof="schema:Answer"><p property="schema:text">No.</p></div></div></div>"""
BOOTSTRAP = """<nav><button aria-expanded="false" aria-controls="menu">Menu?</button><div id="menu">Home</div></nav>
<h2 id="pay">Paying</h2><div class="accordion">
<h3 id="headingOne"><button data-bs-toggle="collapse" data-bs-target="#collapseOne">By card?</button></h3>
<div id="collapseOne"><div class="body">Yes, see <a href="#collapseTwo">cash</a>.</div></div>
<h3><button aria-expanded="false" aria-controls="collapseTwo">In cash?<i></i></button></h3>
<div id="collapseTwo" hidden><h4>Why?</h4><p>No.</div></div>"""
SIBLINGS = """<div class="q" role="button" aria-expanded="false">Pay later?</div><div><p>Yes.</p></div>
<div class="head"><h3><a href="javascript:" aria-expanded="true">A fee?</a></h3><svg><title>arrow</title></svg></div>
<div>None.</div>"""
GROUPS = """<button role="tab" aria-controls="t1">Parcels</button><button role="tab" aria-controls="t2">Imprint</button>
<div id="t1"><button aria-controls="a">Where?</button><div id="a">Here.</div></div><div id="t2">We.</div>"""
HEADINGS = """<header><h2>Ready to buy?</h2></header><h1>Help</h1><p>Hello</p><h2 id="post">Post</h2>
<section id="time"><h3>How <em>long</em>?</h3><p>A day.<h4>Islands</h4><p>Two.</section>
<section><h3>How much ?</h3><ul><li>5 €</ul></section><h3>Good to know</h3><p>x</p><h2>Returns</h2>
<h3>May I?</h3><p>Yes.</p><footer><h3>Any questions?</h3>call</footer>"""
BOLD = """<div><p><strong>Kako vrnem?</strong><br>Tako.</p><p>In <b>zakaj?</b> Ker.</p>
<p><b>Kdaj?</b></p><p>Jutri.</p></div><div>Imprint</div>"""
CALLED = """<div class="faq-item"><div class="faq-question"><span>Tell me more</span></div>
<div class="faq-answer">So.</div></div>
<div class="faq-item"><div class="faq-question">And?</div><div class="faq-answer">Thus.</div></div>"""


def entries(page: str, name: str = "faq.html") -> list[Imported]:
    return read(page.encode(), name, lang="en", languages=("en", "hr", "sr-Latn"))[0]


def said(page: str) -> list[str]:
    return [problem.message for problem in read(page.encode(), "faq.html", lang="en")[1]]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (MICRODATA, [("Booking", "Can I cancel?", "Yes, **always**."), ("Booking", "And change?", "No.")]),
        (
            BOOTSTRAP,
            [("Paying", "By card?", "Yes, see [cash](#in-cash)."), ("Paying", "In cash?", "#### Why?\n\nNo.")],
        ),
        (SIBLINGS, [("", "Pay later?", "Yes."), ("", "A fee?", "None.")]),
        (GROUPS, [("Parcels", "Where?", "Here.")]),
        (
            HEADINGS,
            [
                ("Post", "How long?", "A day.\n\n#### Islands\n\nTwo."),
                ("Post", "How much ?", "- 5 €"),
                ("Returns", "May I?", "Yes."),
            ],
        ),
        (BOLD, [("", "Kako vrnem?", "Tako.\n\nIn **zakaj?** Ker."), ("", "Kdaj?", "Jutri.")]),
        (CALLED, [("", "Tell me more", "So."), ("", "And?", "Thus.")]),
    ],
    ids=["microdata and RDFa", "Bootstrap", "siblings", "tabs", "headings", "bold lines", "classes"],
)
def test_a_page_is_read_as_people_see_it(page: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(row.category, row.question, row.answer) for row in entries(page)] == expected


def test_headings_that_ask_nothing_are_told() -> None:
    assert said(HEADINGS) == ["not taken over: the heading 'Good to know', which asks nothing"]


def test_what_opens_is_read_where_there_is_more_of_it_than_of_details() -> None:
    assert [row.question for row in entries(f"<dl><dt>Tel.<dd>1</dl>{BOOTSTRAP}")] == ["By card?", "In cash?"]


def test_ids_that_say_something_are_kept_and_those_that_programs_count_are_not() -> None:
    assert [row.id for row in entries(MICRODATA)] == ["cancel", "and-change"]
    assert [row.id for row in entries(HEADINGS)] == ["time", "how-much", "may-i"]
    assert [row.id for row in entries(BOOTSTRAP)] == ["by-card", "in-cash"]
    page = (
        "<details id=faq-question-3><summary>A?</summary>a</details><details id=refund><summary>B?</summary>b</details>"
    )
    assert [row.id for row in entries(page)] == ["a", "refund"]


def test_a_page_is_in_the_language_that_it_says_if_the_project_has_it_and_nobody_said_another() -> None:
    assert {row.lang for row in entries(f'<!doctype html><html class=x lang="hr-HR">{CALLED}')} == {"hr"}
    assert {row.lang for row in entries(f"<html lang=sr_Latn>{CALLED}")} == {"sr-Latn"}
    assert {row.lang for row in entries(f"<html lang=de>{CALLED}")} == {"en"}
    assert {row.lang for row in entries(f"<html lang=en>{CALLED}", "faq.hr.html")} == {"hr"}
    assert {row.lang for row in read(f"<html lang=hr>{CALLED}".encode(), "faq.html", lang="en")[0]} == {"en"}


def test_a_page_that_says_its_address_tells_where_relative_links_lead() -> None:
    page = (
        f'<link rel="stylesheet" href="https://x.test/a.css"><link rel=canonical href="https://a.test/help">{MICRODATA}'
    )
    assert [row.source_url for row in entries(page)] == ["https://a.test/help#cancel", "https://a.test/help"]


@pytest.mark.parametrize(
    "page",
    [
        "<div class=question>" * 2_000,
        "<button aria-controls=x>Why?</button>" * 2_000 + "<div id=x>" + "<b>No</b>" * 2_000,
        "<div>" + "<button aria-expanded>Why?</button><i></i>" * 2_000,
        "<h2>Why?</h2><p>So" * 2_000,
        "<h2><p><b>Why?" * 2_000,
        "<div itemtype=Question>" * 2_000,
        "<link " * 2_000 + "<html " * 2_000,
    ],
)
def test_a_hostile_page_takes_no_more_time_than_its_length(page: str) -> None:
    start = time.process_time()
    read(page.encode(), "faq.html", lang="en")
    assert time.process_time() - start < 6


TAGS = [
    "<h2>",
    "</h2>",
    "<b>",
    "<p>",
    "<div id=a>",
    "</div>",
    "<button aria-controls=a>",
    "</button>",
    "Why?",
    "x",
    "<!--",
]


@given(st.lists(st.sampled_from([*TAGS, "<details>", "<summary>", "<dl>", "<dt>", "<dd>", "<div itemtype=Question>"])))
def test_no_page_breaks_the_reader(parts: list[str]) -> None:
    read("".join(parts).encode(), "faq.html", lang="en")
