"""What programs read in the built demo is what people see there."""

import json
import re
from collections.abc import Callable, Iterator
from html import unescape
from html.parser import HTMLParser
from types import SimpleNamespace
from typing import Any
from urllib.parse import urljoin

import pytest

Visit = Callable[..., Any]

VOID = {"br", "img", "input", "meta", "link", "hr", "source", "wbr", "path", "rect", "circle"}
CHROME = {
    *("aa-path", "aa-notice", "aa-outdated", "aa-moved", "aa-label", "headerlink"),
    *("aa-notes", "aa-printed", "aa-feedback", "aa-turn", "aa-related"),
}
"""Within an entry's page, what is no part of question and answer."""


class _Seen(HTMLParser):
    """The text of `#content` but for what surrounds question and answer; list items carry the marks browsers draw."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[tuple[str, bool, int]] = []
        self.counters: list[int | None] = []
        self.parts: list[str] = []
        self.steps: list[str] = []
        self.data: list[Any] = []
        self.attributes: list[dict[str, str | None]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.attributes.append({"tag": tag, **given})
        if tag in VOID:
            self.parts.append(" ")
            return
        classes = set((given.get("class") or "").split())
        shown = (self.stack and self.stack[-1][1]) or given.get("id") == "content"
        shown = bool(shown) and not classes & CHROME and tag not in {"button", "script", "svg", "style"}
        self.stack.append((tag, shown, 0))
        if tag in {"ul", "ol"}:
            self.counters.append(0 if tag == "ol" else None)
        elif tag == "li" and shown:
            number = self.counters[-1]
            self.counters[-1] = None if number is None else number + 1
            self.parts.append(" • " if number is None else f" {number + 1}. ")

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        while self.stack and self.stack.pop()[0] != tag:
            pass
        if tag in {"ul", "ol"}:
            self.counters.pop()
        if tag in {"p", "li", "td", "th", "tr", "h1", "h2", "h3", "h4", "div", "pre", "section", "ul", "ol"}:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if self.stack and self.stack[-1][0] == "script":
            if self.attributes[-1].get("type") == "application/ld+json":
                self.data.append(json.loads(data))
        elif self.stack and self.stack[-1][1]:
            self.parts.append(data)


def folded(text: str) -> str:
    return " ".join(text.replace("\N{WORD JOINER}", "").split())


@pytest.fixture(scope="module")
def shown(demo: SimpleNamespace) -> dict[str, _Seen]:
    """Pages with something to read: neither withdrawn, nor leading on, nor the one for missing addresses."""
    return {
        name: _Seen(content.decode())
        for name, content in demo.files.items()
        if name.endswith(".html") and b'content="noindex"' not in content
    }


def pages(shown: dict[str, _Seen], kind: str) -> Iterator[tuple[str, _Seen]]:
    for name, seen in shown.items():
        if re.fullmatch(rf"([\w-]+/)?{kind}/[\w-]+/index\.html", name):
            yield name, seen


def test_json_ld_says_what_every_entry_shows(demo: SimpleNamespace, shown: dict[str, _Seen]) -> None:
    count = 0
    for name, seen in pages(shown, "q"):
        (data,) = seen.data
        (question,) = data["mainEntity"]
        said = f"{question['name']} {question['acceptedAnswer']['text']}"
        assert folded(said) == folded("".join(seen.parts)), name
        count += 1
    assert count == len(demo.library.by_id) * len(demo.library.languages)


def test_json_ld_says_what_every_topic_shows(shown: dict[str, _Seen]) -> None:
    for name, seen in pages(shown, "t"):
        (data,) = seen.data
        read = folded("".join(seen.parts))
        for question in data["mainEntity"]:
            assert folded(f"{question['name']} {question['acceptedAnswer']['text']}") in read, name


def test_every_step_of_the_path_shown_is_a_step_said(demo: SimpleNamespace, shown: dict[str, _Seen]) -> None:
    for name, seen in pages(shown, "q"):
        path = re.search(r'<nav class="aa-path".*?</nav>', demo.files[name].decode(), re.DOTALL)
        assert path, name
        (data,) = seen.data
        said = [(step["item"], step["name"]) for step in data["breadcrumb"]["itemListElement"]]
        here = demo.shape.addresses.absolute(name.removesuffix("index.html"))
        links = re.findall(r'<a\b[^>]*href="([^"]+)"[^>]*>\s*(.*?)\s*</a>', path[0], re.DOTALL)
        steps = [(urljoin(here, unescape(href)), unescape(words)) for href, words in links]
        assert steps, name
        assert set(steps) <= set(said), name


def test_every_page_is_complete_for_previews(shown: dict[str, _Seen]) -> None:
    wanted = {"og:type", "og:site_name", "og:title", "og:description", "og:url", "og:locale"}
    for name, seen in shown.items():
        tags = seen.attributes
        given = {t["property"]: t["content"] for t in tags if t["tag"] == "meta" and t.get("property")}
        assert wanted <= {key for key, value in given.items() if value}, name
        assert re.fullmatch(r"[a-z]{2}_[A-Z]{2}", str(given["og:locale"])), name
        others = [t["content"] for t in tags if t.get("property") == "og:locale:alternate"]
        assert len(others) == len(set(others)), name
        assert bool(others) == ("f1-seeds" not in name), name  # the one without translations
        assert given["og:locale"] not in others, name


def test_every_page_links_to_its_markdown_and_to_the_feed_of_its_language(
    demo: SimpleNamespace, shown: dict[str, _Seen]
) -> None:
    base = demo.shape.addresses.base
    for name, seen in shown.items():
        tags = seen.attributes
        links = {str(t.get("type")): str(t["href"]).removeprefix(base) for t in tags if t["tag"] == "link"}
        assert links["application/atom+xml"] in demo.files, name
        assert links["application/atom+xml"] == re.sub(r"(q/|t/)?[\w-]+/index\.html$", "", name) + "feed.xml" or (
            name.count("/") < 2
        ), name
        assert links["text/markdown"] == name.replace("index.html", "index.md")
        assert links["text/markdown"] in demo.files


@pytest.mark.parametrize("path", ["", "hr/q/delivery-time/", "t/delivery/", "404.html"])
def test_the_theme_asks_for_no_sitemap(visit: Visit, path: str) -> None:
    page = visit(path)
    page.wait_for_timeout(300)
    assert [url for url in page.requests if "sitemap" in url] == []
