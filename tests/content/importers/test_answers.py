"""Markdown of others becomes a body of ours: no HTML, no templates, no attributes, no first-level headings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import text
from generator.content.importers.answers import literal, tidy
from generator.content.templates import fill
from generator.problems import Place


def filled(body: str) -> str:
    text_, used, problems = fill(body, {}, lambda: Place("x"))
    assert (used, problems) == (frozenset(), [])
    return text_


def rendered(body: str) -> str:
    return text.html(filled(body))


@pytest.mark.parametrize(
    ("answer", "body"),
    [
        ("a<br>b<br/>\nc", "a  \nb  \nc"),
        ("| a<br>b |", "| a b |"),
        ("<b>x</b> <i>y</i> m<sup>2</sup>", "**x** *y* m<sup>2</sup>"),
        ('<a href="https://a.test/?a=1&amp;b=2" target="_blank">x `y`</a>', "[x `y`](https://a.test/?a=1&b=2)"),
        ("<code>a &lt; b</code>", "`a < b`"),
        ("<p>One</p><ul><li>two</li></ul>", "One\n\n- two"),
        ("# One\n\nTwo\n===\n\n### Three {#three}", "## One\n\n## Two\n\n### Three {#three}"),
        ("#hashtag", "\\#hashtag"),
        ("`<b>` and\n```\n# <br> \n```", "`<b>` and\n```\n# <br> \n```"),
        ("<https://a.test> and me@a.test", "<https://a.test> and me@a.test"),
        ("\n\n    code\n", "    code"),
    ],
)
def test_simple_html_and_headings_become_ours(answer: str, body: str) -> None:
    assert tidy(answer) == (body, [])


@pytest.mark.parametrize(
    ("answer", "body", "note"),
    [
        ("a <u>b</u>", "a <u>b</u>", "<u> (the site shows it as text)"),
        ("<b>open", "<b>open", "<b> (the site shows it as text)"),
        ("a<script>alert(1)</script>", "a", "<script> and what is in it"),
        ("a <!-- for us --> b", "a  b", "a comment"),
        ("[x](javascript:alert(1)) y", "x y", "a link to 'javascript:alert(1)' (its text is kept)"),
        ("[a [b]](java&#x73;cript:x)", "[a [b]](#)", "a link to 'java&#x73;cript:x' (its text is kept)"),
        ("[x]\n\n[x]: vbscript:y", "[x]\n\n[x]: #", "a link to 'vbscript:y' (its text is kept)"),
        ("<a href='javascript:y'>x</a>", "x", "a link to 'javascript:y' (its text is kept)"),
        ("a{: onclick=x}", "a", "the attributes {: onclick=x}"),
        (
            "![m](https://a.test/m.png)",
            "![m](https://a.test/m.png)",
            "a picture from another server is still linked: https://a.test/m.png",
        ),
    ],
)
def test_other_html_and_links_are_noted(answer: str, body: str, note: str) -> None:
    assert tidy(answer)[0] == body
    assert note in tidy(answer)[1]


@pytest.mark.parametrize(
    ("answer", "html"),
    [
        ("## {{ onclick=x }}", "<h2>{{ onclick=x }}</h2>"),
        ("*a*{ onclick=x }", "<p><em>a</em>{ onclick=x }</p>"),
        ("a\n{ onclick=x }", "<p>a\n{ onclick=x }</p>"),
        ("{% raw %}{{{%", "<p>{% raw %}{{{%</p>"),
        ("{name}", "<p>{name}</p>"),
        ("## a {#id}", '<h2 id="id">a</h2>'),
    ],
)
def test_braces_are_text_to_templates_and_to_markdown(answer: str, html: str) -> None:
    assert rendered(tidy(answer)[0]) == html


def test_braces_in_code_come_out_as_they_were() -> None:
    assert "<code>{{ name }}</code>" in rendered(tidy("`{{ name }}`")[0])


def test_relative_links_are_completed_with_the_answers_address() -> None:
    answer = '[a](/x "t") [b](y) [c](#z) [d](entry:e) <a href="/f">g</a> `[h](/i)`\n\n[r]: ../s'
    body, notes = tidy(answer, base="https://a.test/docs/faq/")
    first, _, second = body.partition("\n\n")
    assert first == (
        '[a](https://a.test/x "t") [b](https://a.test/docs/faq/y) [c](#z) [d](entry:e) [g](https://a.test/f) `[h](/i)`'
    )
    assert (second, notes) == ("[r]: https://a.test/docs/s", [])


@given(st.text(alphabet="{%}#'a \n`", max_size=30))
def test_literal_text_survives_a_template(words: str) -> None:
    assert filled(literal(words)) == words
