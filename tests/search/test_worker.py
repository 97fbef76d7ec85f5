"""The worker in Chromium, under a policy that allows only the site itself: what it loads, and when it answers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from generator.search import Document, Heading, Index, Searcher, Tables, build, encode, worker_script

SITE = "https://faq.example/"
PAGE = "<!doctype html><title>FAQ</title>"
POLICY = {"Content-Security-Policy": "default-src 'self'"}
START = """() => {
  self.said = [];
  self.worker = new Worker("/assets/search.js");
  worker.onmessage = ({ data }) => said.push(data);
  worker.onerror = ({ message }) => said.push({ type: "error", message });
  worker.postMessage({ type: "load", base: location.origin + "/search/" });
}"""
FIND = """([number, words, limit]) => new Promise((resolve) => {
  worker.postMessage({ type: "find", number, words, limit });
  const wait = setInterval(() => {
    const answers = said.filter((message) => message.number === number);
    if (answers.some(({ complete }) => complete) || said.some(({ type }) => type !== "hits" && type !== "ready")) {
      clearInterval(wait);
      resolve(answers);
    }
  }, 5);
})"""


class Site:
    """A page with the worker; `files` may change while it is open."""

    def __init__(self, chromium: Any, files: Mapping[str, bytes]) -> None:
        self.files, self.asked = dict(files), []
        self.context = chromium.new_context()
        self.context.route("**/*", self._answer)
        self.page = self.context.new_page()
        self.page.set_default_timeout(10_000)
        self.page.goto(SITE)
        self.page.evaluate(START)

    def find(self, words: str, *, number: int = 1, limit: int = 5) -> list[Any]:
        """All answers to a query, the last one being complete."""
        answers: list[Any] = self.page.evaluate(FIND, [number, words, limit])
        return answers

    def said(self, kind: str) -> bool:
        """Wait for a message."""
        self.page.wait_for_function("kind => said.some(({ type }) => type === kind)", arg=kind)
        return True

    def _answer(self, route: Any) -> None:
        path = route.request.url.removeprefix(SITE)
        self.asked.append(path)
        name = path.removeprefix("search/")
        if path == "":
            route.fulfill(body=PAGE, content_type="text/html", headers=POLICY)
        elif path == "assets/search.js":
            route.fulfill(body=worker_script(), content_type="text/javascript", headers=POLICY)
        elif name in self.files:
            route.fulfill(body=self.files[name], content_type="application/json")
        else:
            route.fulfill(status=404)


@pytest.fixture
def index(tables: Mapping[str, Tables]) -> Index:
    subjects = ["Dostava", "Lozinka", "Kartica", "Povrat", "Račun", "Paket"]
    return build(
        [
            Document(
                id=f"a{n}",
                title=f"{subjects[n % 6]} {subjects[n // 6 % 6]} {n}",
                short=f"Kratko {n}.",
                text=f"Odgovor o {subjects[n % 5].lower()} i riječ{'abcdefgh'[n % 8] * 3}.",
                headings=(Heading(anchor="dio", title="Rok isporuke"),) if n % 7 == 0 else (),
            )
            for n in range(240)
        ],
        tables["hr"],
    )


@pytest.fixture
def site(chromium: Any) -> Iterator[Callable[..., Site]]:
    opened = []

    def open_site(files: Mapping[str, bytes]) -> Site:
        opened.append(Site(chromium, files))
        return opened[-1]

    yield open_site
    for one in opened:
        one.context.close()


def expected(index: Index, query: str) -> list[tuple[str, str, int]]:
    return [
        (
            index.documents[hit.document].id,
            "" if hit.heading is None else index.headings[hit.heading][1].anchor,
            hit.score,
        )
        for hit in Searcher(index).search(query, 5)
    ]


def told(answer: Mapping[str, Any]) -> list[tuple[str, str, int]]:
    return [(hit["id"], hit["anchor"], hit["score"]) for hit in answer["hits"]]


QUERIES = ["dostava paket", "lozinke", "rok isporuke", "riječaaa", "odgovor povrat", "karitca", "nemazzz", "dosta"]


@pytest.mark.parametrize("inline", [10**9, -1])
def test_answers_are_those_of_the_command_line(site: Callable[..., Site], index: Index, inline: int) -> None:
    opened = site(encode(index, language="hr", inline=inline))
    for number, query in enumerate(QUERIES):
        answers = opened.find(query, number=number)
        assert [answer["complete"] for answer in answers] == [False] * (len(answers) - 1) + [True]
        assert told(answers[-1]) == expected(index, query)
        assert all(hit["short"] == f"Kratko {hit['id'][1:]}." for hit in answers[-1]["hits"])
        assert answers[-1]["words"] == query


def test_titles_come_before_short_answers(site: Callable[..., Site], index: Index) -> None:
    opened = site(encode(index))
    assert opened.said("ready")
    assert opened.asked == ["", "assets/search.js", "search/index.json", *(f for f in opened.asked if "words" in f)]
    first, last = opened.find("dostava")
    assert told(first) == told(last)
    assert {hit["short"] for hit in first["hits"]} == {""}


def test_nothing_is_loaded_twice(site: Callable[..., Site], index: Index) -> None:
    opened = site(encode(index, inline=-1))
    for number, query in enumerate(QUERIES * 2):
        opened.find(query, number=number)
    assert len(opened.asked) == len(set(opened.asked))


def test_a_large_index_is_loaded_in_parts(site: Callable[..., Site], index: Index) -> None:
    opened = site(encode(index, inline=-1))
    opened.find("riječaaa")
    kinds = [path.removeprefix("search/").split(".")[0] for path in opened.asked]
    assert kinds[2:5] == ["index", "words", "vocabulary"]
    assert kinds.index("answers") > kinds.index("vocabulary")


def test_only_the_newest_query_is_answered(site: Callable[..., Site], index: Index) -> None:
    opened = site(encode(index))
    typed = "['d', 'do', 'dos', 'dost'].forEach((words, number) => worker.postMessage({ type: 'find', number, words }))"
    opened.page.evaluate(typed)
    assert opened.find("dostava", number=9)
    assert {message.get("number") for message in opened.page.evaluate("said")} == {None, 9}


def test_a_page_may_bring_the_words_itself(site: Callable[..., Site], index: Index) -> None:
    files = encode(index)
    name = json.loads(files["index.json"])["words"]
    opened = site(files)
    opened.page.evaluate(
        "([name, words]) => worker.postMessage({ type: 'load', base: location.origin + '/search/', name, words })",
        [name, json.loads(files[name])],
    )
    (*_, answer) = opened.find("dostava")
    assert told(answer) == expected(index, "dostava")


def test_without_an_index_it_says_so(site: Callable[..., Site]) -> None:
    assert site({}).said("failed")


def test_an_index_of_another_version_is_not_read(site: Callable[..., Site]) -> None:
    assert site({"index.json": b'{"v":2,"words":"w.json"}', "w.json": b'{"v":2}'}).said("failed")


def test_when_a_newer_index_is_published_it_is_read(site: Callable[..., Site], index: Index) -> None:
    opened = site(encode(index))
    opened.find("dostava", limit=1)  # the first file of cards, but not the second
    newer = build([*index.documents[1:], Document(id="new", title="Dostava", short="Novo.")], index.tables)
    opened.files = encode(newer)
    (*_, answer) = opened.find("kartica 236", number=2)
    assert told(answer) == expected(newer, "kartica 236")


def test_what_does_not_come_is_done_without(site: Callable[..., Site], index: Index) -> None:
    files = encode(index)
    opened = site({name: content for name, content in files.items() if not name.startswith("cards")})
    (*_, answer) = opened.find("dostava")
    assert told(answer) == expected(index, "dostava")
    opened.files = files
    (*_, answer) = opened.find("dostava", number=2)
    assert answer["hits"][0]["short"]
