"""Search in Chromium over a slow network, ours beside Material's and Pagefind's on the same entries: bytes and times.

    python benchmarks/search.py [--entries 1000 10000] [--engines ours material pagefind] [--rounds 3] [--work FOLDER]

Entries are Czech (czech.py). The network carries 1.6 Mbit/s, shared by all connections, and waits 150 ms before every
response; local times are without both. Engines take turns, each visit in a fresh browser; figures are medians.

- before: what a search has loaded on a page where nobody touches it.
- first result: the visitor goes to the box as soon as the page is loaded and types two words; bytes are compressed, and
  are all that the search loads until then. Script that is part of every page is not counted.
- at rest: all that it has loaded for that query when nothing more comes.
- next: a query that was not asked yet, till its first result, and bytes that come for it, till nothing more comes.
- repeat: one that was asked. right: the first result was the entry asked for.

Sites are kept below FOLDER and used again: remove those that changed. Pagefind needs npx.

Targets: first result within 0.9 s at 1,000 entries and within 1.5 s at 10,000, the next within 20 ms, at most 110 kB at
1,000.
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
from typing import NamedTuple

import search_sites
from czech import Entry, entries
from playwright.sync_api import Browser, Page, sync_playwright
from throttled import LOCAL, SLOW, Link, Sent, Speed, served

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
QUERIES = 8
PATIENCE = 60_000
QUIET = 1.0
"""Seconds without a response after which a page has loaded all that it wants."""
ASK = """([button, box, result, words, patience]) => new Promise((resolve) => {
  const input = document.querySelector(box), start = performance.now();
  if (button && !input.checkVisibility()) document.querySelector(button).click();
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


HEAD = """\
                    untouched    first result   at rest   first result      next query, slow   repeat right
entries engine      req       kB   req       kB      kB   slow s local s     ms slowest     kB      ms"""


class Engine(NamedTuple):
    """A search: how its site is made, and where its parts are on a page."""

    build: Callable[[Path, Sequence[Entry]], None]
    button: str
    """Opens the box, where there is none."""
    box: str
    result: str
    parts: re.Pattern[str]
    """Addresses of all that it loads."""

    def open(self, page: Page, address: str) -> None:
        """The page with the box, loaded."""
        page.goto(address, wait_until="load")

    def ask(self, page: Page, words: str) -> tuple[float, str]:
        """Type words into the box and wait for a result: milliseconds, measured in the page, and the first's text."""
        milliseconds, text = page.evaluate(ASK, [self.button, self.box, self.result, words, PATIENCE])
        return milliseconds, text

    def ask_anew(self, page: Page, words: str) -> tuple[float, str]:
        """Empty the box, wait till its results are gone, and ask."""
        page.evaluate(CLEAR, [self.box, self.result])
        return self.ask(page, words)


ENGINES = {
    "ours": Engine(
        search_sites.ours,
        ".md-header [data-aa-search]",
        "dialog.aa-box input",
        "dialog.aa-box [role=option]",
        re.compile(r"/search/|/assets/search\."),
    ),
    "material": Engine(
        search_sites.material,
        "",
        "[data-md-component=search-query]",
        ".md-search-result__item",
        re.compile("/search/|/workers/|/lunr/"),
    ),
    "pagefind": Engine(search_sites.pagefind, "", "#box", "#results li", re.compile("/pagefind/")),
}


class Query(NamedTuple):
    """Words, and the title of the entry whose words they are."""

    words: str
    title: str


class Visit(NamedTuple):
    """What one visitor saw, or the median of several: responses, kB, milliseconds."""

    requests: float
    size: float
    at_rest: float
    """kB."""
    first: float
    next: float
    slowest: float
    next_size: float
    repeated: float
    right: float


def main() -> None:
    """Print the table."""
    options = arguments()
    print(HEAD)
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
    """Every engine in turn, several times; a row for each, and how many times ours it is."""
    visits: dict[tuple[str, Speed], list[Visit]] = {}
    for speed in (LOCAL, SLOW):
        for _ in range(rounds):
            for name, folder in sites.items():
                visits.setdefault((name, speed), []).append(visit(chromium, ENGINES[name], folder, speed, asked))
    base = None
    for name, folder in sites.items():
        slow, local = middle(visits[name, SLOW]), middle(visits[name, LOCAL])
        requests, size = untouched(chromium, ENGINES[name], folder)
        print(
            f"{count:>7} {name:<10}{requests:>5}{size:>9.1f}{slow.requests:>6.0f}{slow.size:>9.1f}{slow.at_rest:>8.1f}"
            f"{slow.first / 1000:>9.2f}{local.first / 1000:>8.2f}{slow.next:>7.0f}{slow.slowest:>8.0f}"
            f"{slow.next_size:>7.1f}{slow.repeated:>8.1f}{slow.right:>4.0f}/{len(asked)}",
            flush=True,
        )
        if base:
            times = [(getattr(slow, field) / (getattr(base, field) or 1), field) for field in ("size", "first", "next")]
            print(f"{'':>8}  times ours: " + ", ".join(f"{field} {ratio:.1f}" for ratio, field in times))
        base = slow if name == "ours" else base


def middle(visits: Sequence[Visit]) -> Visit:
    """Of each figure on its own."""
    return Visit(*(statistics.median(values) for values in zip(*visits, strict=True)))


def visit(chromium: Browser, engine: Engine, folder: Path, speed: Speed, asked: Sequence[Query]) -> Visit:
    """Somebody who comes to search, at once, and then searches on."""
    link = Link(folder, speed)
    with served(link) as address:
        page = chromium.new_page()
        engine.open(page, address)
        first, shown = engine.ask(page, asked[0].words)
        loaded = of_search(link, engine)
        at_rest = rest(link, engine)
        others = [engine.ask_anew(page, query.words) for query in asked[1:]]
        last = rest(link, engine)
        repeated = [engine.ask_anew(page, query.words)[0] for query in asked]
        page.close()
    following = [milliseconds for milliseconds, _ in others]
    answers = [shown, *(text for _, text in others)]
    return Visit(
        requests=len(loaded),
        size=kilo(loaded),
        at_rest=kilo(at_rest),
        first=first,
        next=statistics.median(following),
        slowest=max(following),
        next_size=(kilo(last) - kilo(at_rest)) / len(following),
        repeated=statistics.median(repeated),
        right=sum(query.title in text for query, text in zip(asked, answers, strict=True)),
    )


def untouched(chromium: Browser, engine: Engine, folder: Path) -> tuple[int, float]:
    """How many requests of a search, and kB, a page causes on its own."""
    link = Link(folder, LOCAL)
    with served(link) as address:
        page = chromium.new_page()
        engine.open(page, address)
        sent = rest(link, engine)
        page.close()
    return len(sent), kilo(sent)


def rest(link: Link, engine: Engine) -> list[Sent]:
    """All that a search has loaded when nothing more comes."""
    seen = -1
    while seen < len(link.sent):
        seen = len(link.sent)
        time.sleep(QUIET)
    return of_search(link, engine)


def of_search(link: Link, engine: Engine) -> list[Sent]:
    """What a search has loaded by now."""
    return [sent for sent in link.sent if engine.parts.search(sent.path)]


def kilo(sent: Sequence[Sent]) -> float:
    """The size of responses in kB."""
    return sum(response.size for response in sent) / 1000


if __name__ == "__main__":
    main()
