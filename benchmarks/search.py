"""Search in Chromium over a slow network, ours beside Material's and Pagefind's on the same entries: bytes and times.

    python benchmarks/search.py [--entries 1000 10000] [--engines ours material pagefind] [--rounds 3] [--work FOLDER]

Entries are Czech (czech.py). The network carries 1.6 Mbit/s, shared by all connections, and waits 150 ms before every
response; local times are without both. Engines take turns, each visit in a fresh browser; figures are medians.

- before: what a search has loaded on a page where nobody touches it.
- first result: the visitor goes to the box as soon as the page is loaded and types two words; bytes are compressed, and
  are all that the search loads until then. Script that is part of every page is not counted.
- next: a query that was not asked yet. repeat: one that was. right: the entry asked for came first.

Sites are kept below FOLDER and used again. Pagefind needs npx. Targets: first result within 0.9 s at 1,000 entries and
within 1.5 s at 10,000, the next within 20 ms, at most 110 kB at 1,000.
"""

from __future__ import annotations

import argparse
import re
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import search_sites
from czech import Entry, entries
from playwright.sync_api import Browser, Page, sync_playwright
from throttled import LOCAL, SLOW, Link, Speed, served

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
QUERIES = 8
PATIENCE = 60_000
QUIET = 1.0
"""Seconds without a response after which a page has loaded all that it wants."""
ASK = """([box, result, words, patience]) => new Promise((resolve) => {
  const input = document.querySelector(box), start = performance.now();
  const text = () => document.querySelector(result)?.textContent.trim() ?? "";
  const end = (found) => { observer.disconnect(); resolve([performance.now() - start, found]); };
  const observer = new MutationObserver(() => text() && end(text()));
  observer.observe(document.body, {subtree: true, childList: true, characterData: true, attributes: true});
  setTimeout(end, patience, "");
  input.focus();
  input.value = words;
  for (const type of ["input", "keyup"]) input.dispatchEvent(new Event(type, {bubbles: true}));
})"""
CLEAR = """([box, result]) => new Promise((resolve) => {
  const input = document.querySelector(box);
  input.value = "";
  for (const type of ["input", "keyup"]) input.dispatchEvent(new Event(type, {bubbles: true}));
  const wait = () => document.querySelector(result) ? setTimeout(wait, 5) : resolve();
  wait();
})"""


class Engine(NamedTuple):
    """A search: how its site is made, and where its parts are on a page."""

    build: Callable[[Path, Sequence[Entry]], None]
    box: str
    result: str
    parts: re.Pattern[str]
    """Addresses of all that it loads."""

    def open(self, page: Page, address: str) -> None:
        """The page with the box, loaded."""
        page.goto(address, wait_until="load")

    def ask(self, page: Page, words: str) -> tuple[float, str]:
        """Type words into the box and wait for a result: milliseconds, measured in the page, and the first's text."""
        milliseconds, text = page.evaluate(ASK, [self.box, self.result, words, PATIENCE])
        return milliseconds, text

    def clear(self, page: Page) -> None:
        """Empty the box and wait till its results are gone."""
        page.evaluate(CLEAR, [self.box, self.result])


ENGINES = {
    "material": Engine(
        search_sites.material,
        "[data-md-component=search-query]",
        ".md-search-result__item",
        re.compile("/search/|/workers/|/lunr/"),
    ),
    "pagefind": Engine(search_sites.pagefind, "#box", "#results li", re.compile("/pagefind/")),
}


class Query(NamedTuple):
    """Words, and the title of the entry whose words they are."""

    words: str
    title: str


class Visit(NamedTuple):
    """What one visitor saw."""

    requests: int
    size: int
    first: float
    following: list[float]
    repeated: float
    right: int


def main() -> None:
    """Print the table."""
    options = arguments()
    print(f"{'':<18}{'before':>14}{'first result':>26}{'':>9}{'next':>15}{'repeat':>9}{'right':>7}")
    print(
        f"{'entries engine':<18}{'req':>5}{'kB':>9}{'req':>7}{'kB':>9}{'slow s':>10}{'local s':>9}"
        f"{'slow ms':>9}{'max':>6}{'ms':>9}{'':>7}"
    )
    with workplace(options.work) as work, browser() as chromium:
        for count in options.entries:
            corpus = list(entries(count))
            sites = {name: site(work / str(count) / name, ENGINES[name], corpus) for name in options.engines}
            compare(chromium, sites, queries(corpus), options.rounds, count)


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--engines", nargs="+", choices=ENGINES, default=list(ENGINES))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--work", type=Path)
    return parser.parse_args()


@contextmanager
def workplace(folder: Path | None) -> Iterator[Path]:
    """The folder that sites are kept in, or one that goes."""
    if folder:
        yield folder
    else:
        with tempfile.TemporaryDirectory() as name:
            yield Path(name)


@contextmanager
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    with sync_playwright() as drivers:
        chromium = drivers.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


def site(folder: Path, engine: Engine, corpus: Sequence[Entry]) -> Path:
    """The built site of an engine, from last time or made now."""
    if not (folder / "done").exists():
        shutil.rmtree(folder, ignore_errors=True)
        engine.build(folder, corpus)
        (folder / "done").touch()
    return folder / "site"


def queries(corpus: Sequence[Entry]) -> list[Query]:
    """The two longest words of some titles, far from each other, which share no word."""
    found: list[Query] = []
    seen: set[str] = set()
    step = len(corpus) // (QUERIES * 2)
    for entry in corpus[step // 2 :: step]:
        words = sorted(re.findall(r"\w{5,}", entry.title), key=len)[-2:]
        if len(words) == 2 and not seen & set(words) and len(found) < QUERIES:
            seen |= set(words)
            found.append(Query(" ".join(words), entry.title))
    return found


def compare(chromium: Browser, sites: dict[str, Path], asked: Sequence[Query], rounds: int, count: int) -> None:
    """Every engine in turn, several times; a row for each."""
    visits: dict[str, dict[Speed, list[Visit]]] = {name: {SLOW: [], LOCAL: []} for name in sites}
    for speed in (LOCAL, SLOW):
        for _ in range(rounds):
            for name, folder in sites.items():
                visits[name][speed].append(visit(chromium, ENGINES[name], folder, speed, asked))
    for name, folder in sites.items():
        slow, local = visits[name][SLOW], visits[name][LOCAL]
        requests, size = untouched(chromium, ENGINES[name], folder)
        following = [milliseconds for seen in slow for milliseconds in seen.following]
        print(
            f"{count:>6} {name:<11}{requests:>5}{size / 1000:>9.1f}"
            f"{median(v.requests for v in slow):>7.0f}{median(v.size for v in slow) / 1000:>9.1f}"
            f"{median(v.first for v in slow) / 1000:>10.2f}{median(v.first for v in local) / 1000:>9.2f}"
            f"{median(following):>9.0f}{max(following):>6.0f}{median(v.repeated for v in slow):>9.1f}"
            f"{median(v.right for v in slow):>4.0f}/{len(asked)}",
            flush=True,
        )


def median(values: Any) -> float:  # noqa: ANN401 - any numbers
    """The middle one."""
    return float(statistics.median(values))


def visit(chromium: Browser, engine: Engine, folder: Path, speed: Speed, asked: Sequence[Query]) -> Visit:
    """Somebody who comes to search, at once, and then searches on."""
    link = Link(folder, speed)
    with served(link) as address:
        page = chromium.new_page()
        engine.open(page, address)
        first, shown = engine.ask(page, asked[0].words)
        loaded = [sent for sent in link.sent if engine.parts.search(sent.path)]
        right, following = int(asked[0].title in shown), []
        for query in asked[1:]:
            engine.clear(page)
            milliseconds, shown = engine.ask(page, query.words)
            following.append(milliseconds)
            right += query.title in shown
        engine.clear(page)
        repeated, _ = engine.ask(page, asked[0].words)
        page.close()
    return Visit(len(loaded), sum(sent.size for sent in loaded), first, following, repeated, right)


def untouched(chromium: Browser, engine: Engine, folder: Path) -> tuple[int, int]:
    """How many requests of a search, and bytes, a page causes on its own."""
    link = Link(folder, LOCAL)
    with served(link) as address:
        page = chromium.new_page()
        engine.open(page, address)
        seen = -1
        while seen < len(link.sent):
            seen = len(link.sent)
            time.sleep(QUIET)
        page.close()
    sizes = [sent.size for sent in link.sent if engine.parts.search(sent.path)]
    return len(sizes), sum(sizes)


if __name__ == "__main__":
    main()
