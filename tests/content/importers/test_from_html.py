"""HTML becomes Markdown that the site's engine turns into the same HTML, without what could do harm."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import text
from generator.content.importers.from_html import to_markdown


@pytest.mark.parametrize(
    "html",
    [
        "<p>One <strong>two</strong> <em>three</em> <code>f(x)</code></p>\n<p>Next<br />\nline</p>",
        '<p><a href="https://a.test/x%20y">go <strong>on</strong></a></p>',
        "<p>m<sup>2</sup> and H<sub>2</sub>O</p>",
        "<ul>\n<li>one<ul>\n<li>in<ol>\n<li>deep</li>\n</ol>\n</li>\n<li>in2</li>\n</ul>\n</li>\n<li>two</li>\n</ul>",
        "<h2>Head</h2>\n<p>text</p>\n<h3>Sub</h3>",
        "<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>",
        "<pre><code>a\n  b &lt; c\n</code></pre>",
        "<p>a*b_c &lt;b&gt; [x](y) 1. no # no &amp;lt; \\* `no` !</p>",
        "<p>1. no</p>\n<p># no</p>\n<p>- no</p>\n<p>_a_ snake_case</p>",
    ],
)
def test_html_survives_the_way_through_markdown(html: str) -> None:
    markdown, lost = to_markdown(html)
    assert lost == []
    assert text.html(markdown).replace("&gt;", ">") == html.replace("&gt;", ">")


@pytest.mark.parametrize(
    ("html", "markdown", "lost"),
    [
        ("a<script>x</script>b", "ab", "<script> and what is in it"),
        ("a<iframe src=x>y</iframe>", "a", "<iframe> x and what is in it"),
        ("<a href=' java&#115;cript:x'>go</a>", "go", "a link to 'javascript:x' (its text is kept)"),
        ("<a href='data:text/html,x'>go</a>", "go", "a link to 'data:text/html,x' (its text is kept)"),
        ("<table><tr><td><table></table></table>x", "x", "<table> and what is in it"),
        ("m<u>2</u>", "m2", "<u> (its text is kept)"),
        ("<img src=a.png alt='A map'>", "A map", "<img> a.png"),
    ],
)
def test_what_is_left_out_is_named(html: str, markdown: str, lost: str) -> None:
    assert to_markdown(html) == (markdown, [lost])


def test_h1_is_h2_because_the_question_is_the_first_level() -> None:
    assert to_markdown("<h1>A <br>b</h1>")[0] == "## A b"


def test_a_link_behind_an_exclamation_mark_is_no_picture() -> None:
    assert "<img" not in text.html(to_markdown("Hello!<a href='/x'>go</a>")[0])


def test_text_without_tags_keeps_its_lines_and_paragraphs() -> None:
    assert to_markdown("one\ntwo\n\nthree &amp; 3 < 4")[0] == "one  \ntwo\n\nthree & 3 &lt; 4"


def test_nesting_without_end_takes_no_time() -> None:
    assert to_markdown("<ul><li><b>" * 5_000 + "x")[0].strip(" -*").startswith("x")


@given(st.text(alphabet="ab1 .#*_`[]()<>&!-+=|~{}\\:;", max_size=40))
def test_any_text_reads_the_same_after_markdown(words: str) -> None:
    escaped = words.replace("&", "&amp;").replace("<", "&lt;")
    rendered = text.plain(to_markdown(f"<p>{escaped}</p>")[0].replace("{", "\\{"))
    assert re.sub(r"\s+", " ", rendered) == " ".join(words.split())


TABLE = (
    '<table>\n<thead>\n<tr>\n<th>A</th>\n<th style="text-align: right;">B</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n'
    '<td><strong>1</strong> | 2</td>\n<td style="text-align: right;"><code>x|y</code></td>\n</tr>\n</tbody>\n'
    "</table>"
)


@pytest.mark.parametrize(
    "html",
    [
        '<h2 id="a-b">Head</h2>\n<p>text</p>\n<hr />\n<p>more</p>',
        '<pre><code class="language-py">a = 1\n</code></pre>',
        TABLE,
    ],
)
def test_what_markdown_has_words_for_is_kept(html: str) -> None:
    markdown, lost = to_markdown(html)
    assert lost == []
    assert text.html(markdown) == html


@pytest.mark.parametrize(
    ("html", "markdown", "lost"),
    [
        ("<table><tr><td>a<td>b<tr><td>c</table>", "| a | b |\n| --- | --- |\n| c |", []),
        ("<table><tr><td>a</table><p>b", "| a |\n| --- |\n\nb", []),
        ("<ul><li>x<table><tr><td>a</li></table></ul>", "- x\n\n    | a |\n    | --- |", []),
        (
            "<table><caption>Prices</caption><tr><th colspan=2>a<tr><td><ul><li>b<li>c</ul></table>",
            "Prices\n\n| a |\n| --- |\n| - b - c |",
            [
                "<caption> (its text is kept)",
                "cells over several columns or rows",
                "paragraphs and lists within a table's cell (their text is kept)",
            ],
        ),
        ("<tr><td>no table</td></tr>", "no table", []),
        ('<h2 id="a">x</h2><h2 id="a">y</h2><h3 id="no way">z</h3>', "## x {#a}\n\n## y\n\n### z", []),
    ],
)
def test_tables_and_ids_of_pages_as_they_are_written(html: str, markdown: str, lost: list[str]) -> None:
    assert to_markdown(html) == (markdown, lost)
