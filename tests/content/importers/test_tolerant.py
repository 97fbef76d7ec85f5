"""Pages that nobody ends are read whole, and in time that grows with their length."""

from __future__ import annotations

import pytest

from generator.content.importers.from_html import to_markdown
from generator.content.importers.plain import to_plain
from generator.content.importers.web_page import read


@pytest.mark.parametrize("piece", ["<!--", "<!", "<![", "<?", "</", "</a", "<a b=", '<a b="'])
def test_what_never_ends_is_looked_at_once(piece: str) -> None:
    text = "a" + piece * (200_000 // len(piece))
    assert to_plain(text).startswith("a")
    assert to_markdown(text)[0].startswith("a")
    assert read(text, "page.html", "en")[0] == []


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("10 < 20", "10 < 20"),
        ("a <b", "a <b"),
        ('See <a href="x>our <i>page</i>', "See our page"),
        ("See <a href=x our <i>page</i> <b", "See page <b"),
        ("a <!-- b", "a"),
        ("a &amp", "a &"),
        ("a<script>b", "a"),
    ],
)
def test_the_text_behind_a_tag_without_an_end_is_kept(html: str, text: str) -> None:
    assert to_plain(html) == text


def test_a_menu_that_many_buttons_open_is_read_once() -> None:
    page = "<button aria-controls=m>B</button>" * 10_000 + "<div id=m>" + "<a href=x>l</a>" * 10_000 + "</div>"
    assert read(page, "page.html", "en")[0] == []
