"""Headings, links and HTML of an answer, each with its place, and nothing of what is code."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.markup import headings, links, oddities, position

# Headings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A {#a}\n\n### B\n\n###### C {#c-1}", [("a", 0), ("", 10), ("c-1", 17)]),
        ("## A ## {#a}  ", [("a", 0)]),
        ("   ## A {#a}", [("a", 0)]),
        ("    ## Code", []),
        ("##No space", []),
        ("####### Seven", []),
        ("Text # no", []),
        ("Text\n## A {#a}", [("a", 5)]),
        ("## A {#a} {#b}", [("b", 0)]),
        ("## A {#1}", [("", 0)]),
        ("## A {#a} b", [("", 0)]),
        ("```\n# A\n```\n## B {#b}", [("b", 12)]),
        ("", []),
    ],
)
def test_headings_with_their_ids(text: str, expected: list[tuple[str, int]]) -> None:
    assert list(headings(text)) == expected


# Links


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](b)", ["b"]),
        ("[a](entry:x#y) and [b](page:contact)", ["entry:x#y", "page:contact"]),
        ("[a](https://e.example/x_(y))", ["https://e.example/x_(y)"]),
        ("[a](<b>)", ["b"]),
        ('[a](b "Title")', ["b"]),
        ("[a](b 'Title')", ["b"]),
        ("[a]( b )", ["b"]),
        ("[a](\nb\n)", ["b"]),
        ("[a]()", [""]),
        ("![a](b.png)", ["b.png"]),
        ("[![a](b.png)](c)", ["b.png", "c"]),
        ("[a]: entry:x", ["entry:x"]),
        ("[a][b]\n\n[b]: <entry:x> 'Title'", ["entry:x"]),
        ("`[a](b)`", []),
        ("~~~\n[a](b)\n[c]: d\n~~~", []),
        ("a [b] (c)", []),
        ("", []),
    ],
)
def test_links_lead_somewhere(text: str, expected: list[str]) -> None:
    assert [link.target for link in links(text)] == expected


def test_pictures_are_told_from_links() -> None:
    assert [(link.target, link.picture) for link in links("![a](b.png) [c](d) [![e](f.png)](g)")] == [
        ("b.png", True),
        ("d", False),
        ("f.png", True),
        ("g", False),
    ]


def test_places_are_lines_from_0_and_columns_from_1() -> None:
    text = "One\nč [a](b)"
    assert [position(text, link.offset) for link in links(text)] == [(1, 5)]
    assert position(text, 0) == (0, 1)


# What is not Markdown


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<script>", "the HTML '<script>'"),
        ("</div>", "the HTML '</div>'"),
        ("<img src=x onerror=y>", "the HTML '<img src=x onerror=y>'"),
        ("<br onclick=x>", "the HTML '<br onclick=x>'"),
        ("<!-- a -->", "the HTML '<!--'"),
        ("<?php ?>", "the HTML '<?'"),
        ("<!DOCTYPE html>", "the HTML '<!'"),
        ("a{: .x}", "the attribute list '{: .x}'"),
        ("a{.x}", "the attribute list '{.x}'"),
        ("a{onclick=x}", "the attribute list '{onclick=x}'"),
        ("## A {#a .x}", "the attribute list '{#a .x}'"),
    ],
)
def test_html_and_attribute_lists_are_found(text: str, what: str) -> None:
    assert list(oddities(f"Text\n{text}")) == [(1, text.index(what.split("'")[1][:2]) + 1, what)]


@pytest.mark.parametrize(
    "text",
    [
        "1 < 2 > 0",
        "a <b",
        "H<sub>2</sub>O",
        "a<br>b<br />",
        "<kbd>Ctrl</kbd>",
        "<https://e.example/>",
        "<a@b.example>",
        "<mailto:a@b.example>",
        "`<script>`",
        "```\n<div>\n```",
        "## A {#a}",
        "{a} {1}",
        "{ a, b }",
        "x <= y",
        "{{ name }}",
    ],
)
def test_what_is_harmless_is_not_reported(text: str) -> None:
    assert list(oddities(text)) == []


@given(st.text(alphabet="[]()<>!#{}:.=\"'` \n/ab", max_size=60))
def test_any_text_has_its_findings_inside(text: str) -> None:
    lines = text.split("\n")
    for line, column in [position(text, link.offset) for link in links(text)] + [o[:2] for o in oddities(text)]:
        assert 0 <= line < len(lines)
        assert 1 <= column <= len(lines[line])
    for _id, offset in headings(text):
        assert offset == 0 or text[offset - 1] == "\n"


@pytest.mark.parametrize(
    "piece",
    [
        "](",
        "](a ",
        '](a "',
        "](a'b ",
        "](a(b)",
        "[a",
        "[![",
        "# ",
        " #",
        "<a",
        "<a@",
        "<!",
        "{",
        "{#",
        "{:",
        "{a",
        "{.a",
        " ",
        "`",
        "` ``",
        "(",
        '](" ',
    ],
)
def test_no_text_takes_long(piece: str) -> None:
    start = time.process_time()
    for text in (piece * (100_000 // len(piece)), "](" + piece * (100_000 // len(piece)), "# " + piece * 50_000 + "x"):
        list(headings(text))
        list(links(text))
        list(oddities(text))
    assert time.process_time() - start < 5
