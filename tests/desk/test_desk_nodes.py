"""Answers as lists of known elements: nothing else of their HTML reaches the desk."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.desk.nodes import nodes


def link(target: str) -> dict[str, str]:
    return {"href": target} if target.startswith("https:") else {}


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One <strong>two</strong></p>", [["p", {}, "One ", ["strong", {}, "two"]]]),
        ("<h2 id='x'>Cost</h2>", [["h4", {"anchor": "x"}, "Cost"]]),
        ("<h3>Cost</h3><p id='x'>4</p>", [["h5", {}, "Cost"], ["p", {}, "4"]]),
        ('<ol start="3" onclick="x()"><li>a</li></ol>', [["ol", {"start": "3"}, ["li", {}, "a"]]]),
        ('<a href="https://x.example/" onclick="x()">a</a>', [["a", {"href": "https://x.example/"}, "a"]]),
        ('<a href="javascript:x()">a</a>', [["a", {}, "a"]]),
        ("a<br>b", ["a", ["br", {}], "b"]),
        ('<img src="https://x.example/a.png" alt="A leaf" onerror="x()">', ["A leaf"]),
        ("<script>x()</script><style>p{}</style><p>a</p>", [["p", {}, "a"]]),
        ("<svg><script>x()</script>b</svg>c", ["c"]),
        ("<video>words</video>", ["words"]),
        ("<p>a</li></div></p>b", [["p", {}, "a"], "b"]),
        ("&lt;b&gt;", ["<b>"]),
    ],
)
def test_known_elements_stay_and_others_leave_their_words(html: str, expected: list[object]) -> None:
    assert nodes(html, link) == expected


def test_endless_nesting_keeps_its_words_and_loses_its_depth() -> None:
    written = json.dumps(nodes("<blockquote>" * 5000 + "deep", link))
    assert '"deep"' in written
    assert written.count("blockquote") == 20


@given(
    st.text()
    | st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<script>", "</script>", "<svg>", "</svg>", "<a href=x>", "</a>", "<", "a", "<!--", "-->"]
        )
    ).map("".join)
)
def test_any_text_is_read_without_complaint(html: str) -> None:
    json.dumps(nodes(html, link))
