"""Questions that a page shows to open, or as a list of terms, are read with what they stand under."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from generator.content.importers.imported import Imported
from generator.content.importers.web_page import read


def entries(page: str) -> list[Imported]:
    return read(page, "faq.html", "en")[0]


def pairs(page: str) -> list[tuple[str, str, str]]:
    return [(row.category, row.question, row.answer) for row in entries(page)]


def said(page: str) -> list[str]:
    return [f"{problem.place} {problem.code} {problem.message}" for problem in read(page, "faq.html", "en")[1]]


def test_details_are_questions_under_their_heading() -> None:
    page = """<h1>Help</h1>
<h2 id="parcels">Parcels &amp; post</h2>
<details id="time" data-order="2" open><summary>How <b>long</b>?</summary><p class="short">Two &lt; three.</p>
<p>Two <em>days</em>.</p><h3 id="why">Why?</h3><p>So.</p></details>
<details><summary id="cost">How much?</summary>Nothing.</details>"""
    time, cost = entries(page)
    assert (time.id, time.order, time.category, time.category_id) == ("time", 2, "Parcels & post", "parcels")
    assert (time.question, time.short) == ("How long?", "Two < three.")
    assert time.answer == "Two *days*.\n\n### Why? {#why}\n\nSo."
    assert (cost.id, cost.question, cost.answer, str(cost.place)) == ("cost", "How much?", "Nothing.", "faq.html:5:1")


def test_terms_are_questions_and_further_terms_are_other_ways_to_ask() -> None:
    page = (
        "<h2>Pay</h2><dl><dt id=card>By card?<dt>With Visa?<dd>Yes.<dd>Any.<dt>Cash?</dt><dd><ul><li>No</ul></dd></dl>"
        "<p>x</p><h3>Send</h3><dl><div><dt>Where?</dt><dd>Here.</dd></div></dl>"
    )
    assert pairs(page) == [
        ("Pay", "By card?", "Yes.\n\nAny."),
        ("Pay", "Cash?", "- No"),
        ("Send", "Where?", "Here."),
    ]
    assert entries(page)[0].also_asked == ("With Visa?",)
    assert entries(page)[0].id == "card"


def test_details_that_hold_only_details_are_a_category() -> None:
    page = """<details id=pay><summary>Paying</summary>
  <details><summary>By card?</summary>Yes.<details><summary>Which?</summary>All.</details></details>
  <details><summary>Cash?</summary>No.</details>
</details>"""
    assert pairs(page) == [("Paying", "By card?", "Yes.\n\nWhich?\n\nAll."), ("Paying", "Cash?", "No.")]
    assert entries(page)[0].category_id == "pay"


def test_scripts_and_styles_are_no_words() -> None:
    page = "<h2>A<script>x</script></h2><details><summary>B<style>b{}</style></summary>C<script>d</script></details>"
    assert pairs(page) == [("A", "B", "C")]


def test_data_for_machines_comes_first() -> None:
    question = '{"@type": "FAQPage", "mainEntity": {"name": "A?", "acceptedAnswer": {"text": "B"}}}'
    page = f"<script type='application/ld+json'>{question}</script><details><summary>C</summary>D</details>"
    assert [(row.question, row.answer) for row in entries(page)] == [("A?", "B")]


def test_what_is_lacking_is_told() -> None:
    page = "<details><summary>A?</summary> </details>\n<details>b</details>\n<dl><dt>C?</dt></dl>"
    assert said(page) == [
        "faq.html:1:1 AA603 not imported: 'A?' has no answer",
        "faq.html:2:1 AA603 not imported: '' has no question",
        "faq.html:3:1 AA603 not imported: 'C?' has no answer",
    ]


def test_nesting_without_end_takes_no_time() -> None:
    begun = time.process_time()
    entries("<details><summary>x" * 4_000)
    entries("<dl><dt>x<dd>" * 4_000)
    entries("<table><tr><td>" * 4_000 + "<details><summary>x</summary>" + "<table><tr><td>x" * 4_000)
    assert time.process_time() - begun < 3


WITHIN = st.sampled_from(["summary", "dl", "dt", "dd", "h2", "script", "table", "tr", "td", "ul", "li", "details"])
TAGS = st.one_of(
    WITHIN.map(lambda tag: f"<{tag}>"), WITHIN.map(lambda tag: f"</{tag}>"), st.sampled_from(["x", "<!--", "<![x"])
)


@given(st.lists(TAGS, max_size=12))
def test_any_page_is_read(parts: list[str]) -> None:
    found, problems = read("".join(parts), "faq.html", "en")
    assert found or problems
