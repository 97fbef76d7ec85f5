"""Small tables of four languages, small indexes made from them, and the twin in Node."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.search import Document, Index, Searcher, Tables, build, page_script, read_tables

HERE = Path(__file__).parent
Twin = Callable[..., list[Any]]


def endings(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def small_tables() -> dict[str, Tables]:
    """Enough of each language to read by; `xx` has letters only."""
    letters = read_tables(["xx"])[0]["xx"].letters
    return {
        "xx": Tables(letters=letters),
        "hr": Tables(
            letters=letters,
            folds=(("dj", "d"),),
            suffixes=endings("a e i o u om ama ima ati iti am ila anje anja anju ovi ova"),
            passes=2,
            prefixes=("pre", "na", "po", "iz"),
            stop=("i", "u", "na", "kako", "što", "mogu", "se", "je"),
            synonyms=(
                ("lozinka", "zaporka", "tajna riječ"),
                ("dostava", "isporuka", "slanje"),
            ),
            related=(("kartica", "naplata"),),
        ),
        "bg": Tables(
            letters=letters,
            folds=(
                ("sht", "st"),
                ("sh", "s"),
                ("ch", "c"),
                ("zh", "z"),
                ("ts", "c"),
                ("y", "j"),
                ("w", "v"),
                ("ij$", "i"),
            ),
            suffixes=endings("a i o ta ata at to te ite"),
            stop=("как", "да", "на"),
        ),
        "sl": Tables(
            letters=letters,
            suffixes=endings("a e i o u em om ah am ami ega emu ih im ilo ila ilom iti anje anja"),
            keep=4,
            stop=("in", "ali", "kako"),
        ),
    }


@pytest.fixture(scope="session")
def tables() -> Mapping[str, Tables]:
    return small_tables()


@pytest.fixture
def croatian(tables: Mapping[str, Tables]) -> Callable[..., Index]:
    """An index of documents, or of `{title: answer}`."""

    def make(*documents: Document, **texts: str) -> Index:
        more = [Document(id=title, title=title.replace("_", " "), text=text) for title, text in texts.items()]
        return build([*documents, *more], tables["hr"])

    return make


@pytest.fixture
def found() -> Callable[[Index, str], list[str]]:
    """Ids in order, a heading's with its anchor."""

    def search(index: Index, query: str) -> list[str]:
        return [
            index.documents[hit.document].id
            + ("" if hit.heading is None else f"#{index.headings[hit.heading][1].anchor}")
            for hit in Searcher(index).search(query)
        ]

    return search


@pytest.fixture(scope="session")
def node() -> Twin:
    """Call functions of `twin.js` on the twin in Node: `node(["analyse", tables, texts], ...)` gives their results."""
    program = shutil.which("node")
    if program is None:
        pytest.skip("Node is not installed: the twin is not compared in it")
    script = page_script() + (HERE / "twin.js").read_text(encoding="utf-8")

    def run(*calls: list[Any]) -> list[Any]:
        done = subprocess.run(
            [program, str(HERE / "node.js")],
            input=json.dumps({"script": script, "calls": calls}),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        results: list[Any] = json.loads(done.stdout)
        return results

    return run


@pytest.fixture(scope="session")
def page(chromium: Any) -> Any:
    """An empty page that has the twin and `twin.js`."""
    found = chromium.new_page()
    found.add_script_tag(content=page_script() + (HERE / "twin.js").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="session", params=["node", "chromium"])
def twin(request: pytest.FixtureRequest) -> Twin:
    """The twin in Node, and in Chromium."""
    if request.param == "node":
        node: Twin = request.getfixturevalue("node")
        return node
    page = request.getfixturevalue("page")
    call = "calls => JSON.stringify(JSON.parse(calls).map(([name, ...rest]) => self[name](...rest)))"
    return lambda *calls: json.loads(page.evaluate(call, json.dumps(calls)))
