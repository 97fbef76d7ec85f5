"""One docs tree, every engine: the same pages, anchors and words for machines, whichever program made them."""

import dataclasses
import json
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from generator.content.library import Entry, Library
from generator.files import Tree, read_tree
from generator.problems import Problem
from generator.site.engine import WHOLE, run
from generator.site.engines import ENGINES
from generator.site.shape import Shape

Make = Callable[..., tuple[dict[str, Tree], list[Problem]]]
Run = Callable[[str, dict[str, Tree]], Path]

EVERY = [
    pytest.param(name, marks=pytest.mark.skipif(not one.installed, reason=f"{name} is not installed; {one.remedy}"))
    for name, one in ENGINES.items()
]
OTHERS = [one for one in EVERY if one.values != ("mkdocs",)]
RICH = {
    "en": "## Price list {#prices}\n\n| Size | EUR |\n|---|--:|\n| S | 4 |\n\n"
    '!!! note "Mind *this*"\n    Inside.\n\n'
    "```html\n<b onclick='x()'>{{ 7*7 }}</b> {#not-an-id}\n```\n\n"
    "### Sub *heading* `x` {#sub}\n\nA<br>b, H<sub>2</sub>O, <kbd>Ctrl</kbd>, <script>alert(3)</script>, `<i>`.\n\n"
    "1. one\n2. two\n    - [back](#prices) and [mail](mailto:a@example.org) and [evil](javascript:alert(1))\n\n"
    "## Twice\n\n## Twice\n",
    "sr": "## Ценовник {#prices}\n\n| Величина | EUR |\n|---|--:|\n| С | 4 |\n\n"
    "## Наслов без ознаке\n\n## Други наслов\n\nВиди [цене](#prices) „и“ <i>не</i>.\n",
}


@pytest.fixture(scope="module")
def rich(shape: Shape) -> Shape:
    """The small FAQ in English and Serbian, with an entry that uses all that answers can."""
    small = shape.library
    settings = dataclasses.replace(small.settings, languages=("en", "sr"))
    entries = [e for e in small if e.lang in RICH]
    entries += [
        Entry(
            id="rich", lang=lang, topic="delivery", question=f"{lang}: 5 < 6 & “so”?", body=body, path=f"faq/d/r.{lang}"
        )
        for lang, body in RICH.items()
    ]
    pages = [page for by_lang in small.pages.values() for page in by_lang.values()]
    languages = {code: small.languages[code] for code in RICH}
    library = Library.of(entries, settings=settings, languages=languages, topics=small.topics.values(), pages=pages)
    return dataclasses.replace(shape, library=library)


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Run:
    def run_engine(engine: str, made: dict[str, Tree]) -> Path:
        folder = tmp_path_factory.mktemp(engine)
        assert run(made, folder, engine) == []
        return folder

    return run_engine


@pytest.fixture(scope="module")
def by_mkdocs(rich: Shape, make: Make, build: Run) -> dict[str, "Page"]:
    return pages(build("mkdocs", make(rich)[0]))


@pytest.mark.parametrize("engine", OTHERS)
def test_every_engine_makes_the_same_site(
    engine: str, by_mkdocs: dict[str, "Page"], rich: Shape, make: Make, build: Run
) -> None:
    made = pages(build(engine, make(rich)[0]))
    assert sorted(made) == sorted(by_mkdocs)
    for name, page in made.items():
        for what, found in page.facts().items():
            assert found == by_mkdocs[name].facts()[what], name


@pytest.mark.parametrize("engine", EVERY)
def test_every_engine_can_be_given_only_what_changed(engine: str, rich: Shape, make: Make, tmp_path: Path) -> None:
    before = {"en": make(rich)[0]["en"]}
    assert run(before, tmp_path / "kept", engine) == []
    page = "docs/q/cost/index.md"
    after = {"en": {**before["en"], page: before["en"][page].replace(b"It costs", b"Now it costs")}}
    said: list[str] = []
    assert run(after, tmp_path / "kept", engine, said.append) == []
    assert any("changed: q/cost/index.md" in text and "carried over" in text for text in said)
    assert run(after, tmp_path / "anew", engine) == []
    assert read_tree(tmp_path / "kept" / "en" / WHOLE) == read_tree(tmp_path / "anew" / "en" / WHOLE)


@pytest.mark.parametrize("engine", OTHERS)
def test_every_engine_names_the_file_people_wrote(engine: str, rich: Shape, make: Make, tmp_path: Path) -> None:
    """Texts differ, places do not."""
    broken = dataclasses.replace(
        rich.library.by_id["cost"]["en"], body="Text.\n\nSee [this](missing.md) and [that](#gone).", body_line=6
    )
    settings = dataclasses.replace(rich.library.settings, languages=("en",))
    languages = {"en": rich.library.languages["en"]}
    told = Library.of([broken], settings=settings, languages=languages, topics=rich.library.topics.values())
    problems = run(make(dataclasses.replace(rich, library=told))[0], tmp_path, engine)
    assert {(p.code, str(p.place)) for p in problems} == {("AA120", "faq/delivery/cost.en.md:6:1")}
    assert ["missing.md" in problems[0].message, "gone" in problems[1].message] == [True, True]


@pytest.mark.parametrize("engine", OTHERS)
def test_every_engine_that_stops_is_quoted(engine: str, rich: Shape, make: Make, tmp_path: Path) -> None:
    made, _ = make(rich, overrides={"main.html": b"{% broken"})
    (problem,) = run({"en": made["en"]}, tmp_path, engine)
    assert (problem.code, str(problem.place)) == ("AA121", "mkdocs.yml:1:1")
    assert "broken" in problem.message
    assert "Traceback" not in problem.message


class Page(HTMLParser):
    """What of a page must not depend on the engine."""

    def __init__(self, address: str, content: bytes) -> None:
        super().__init__()
        self.address = address
        self.lang: str | None = None
        self.head: list[tuple[Any, ...]] = []
        self.content: list[tuple[Any, ...]] = []
        """Everything within our part of the page: tags with attributes, and words."""
        self.menu: list[tuple[str | None, ...]] = []
        self.machines: list[Any] = []
        self._depth = 0
        self._text_of = ""
        self.feed(content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # `/help/.` and `/help/` are one address.
        attributes = {k: urljoin(self.address, v or "") if k in {"href", "src", "action"} else v for k, v in attrs}
        rel = attributes.get("rel")
        policy = "http-equiv" in attributes  # the hashes of each theme's own scripts
        if tag == "html":
            self.lang = attributes["lang"]
        elif (tag == "meta" and attributes.get("name") != "generator" and not policy) or rel in {
            "canonical",
            "alternate ",
            "icon",
        }:
            self.head.append((tag, *sorted(attributes.items())))
        elif "md-select__link" in (attributes.get("class") or ""):
            self.menu.append((attributes["href"], attributes["lang"], attributes.get("aria-current")))
        if attributes.get("id") == "content" or self._depth:
            self._depth += tag not in {"br", "img", "hr", "input"}
            self.content.append((tag, *sorted(attributes.items())))
        self._text_of = "json" if attributes.get("type") == "application/ld+json" else tag

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the parser's signature
        self._depth = max(0, self._depth - 1)
        self._text_of = ""

    def handle_data(self, data: str) -> None:
        if self._text_of == "json":
            self.machines.append(json.loads(data))
        elif self._text_of == "title" and not self._depth:  # an icon may have a title too
            self.head.append(("title", data))
        elif self._depth and data.split():
            self.content.append(("", " ".join(data.split())))

    def facts(self) -> Mapping[str, Any]:
        return {
            "lang": self.lang,
            "head": self.head,
            "machines": self.machines,
            "menu": self.menu,
            "content": self.content,
        }


def pages(folder: Path) -> dict[str, Page]:
    """`en/q/time/index.html` -> the page."""
    return {
        f"{site.parent.name}/{name}": Page(f"https://x.example/{name}", content)
        for site in sorted(folder.glob(f"*/{WHOLE}"))
        for name, content in read_tree(site).items()
        if name.endswith(".html")
    }
