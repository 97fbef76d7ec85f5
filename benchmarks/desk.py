"""The desk of a large FAQ in Chromium, opened from its folder: bytes before the index, first search, later searches.

    python benchmarks/desk.py [--entries 2000] [--rounds 7] [--work FOLDER]

Entries have the words of czech.py in every language of ours, Serbian and Bulgarian in Cyrillic. Figures are medians of
visits in fresh browsers: kB, and milliseconds of the page's main thread from a key to the results on the page.

- page: bytes that come until the page is loaded, not compressed; index: what the search loads after that.
- shown: work until the list and an answer are there.
- at rest: the first search after the page has been left alone for a moment; later: further ones, and the slowest.
- at once: a search as soon as the page is loaded: what its main thread works till the results, and its longest task.

Targets: less than 300 kB before the index, and 50 ms for the first search at 2,000 entries in 7 languages.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import czech
import projects
import search
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page

from generator import files
from generator.build import searching, voicing
from generator.build.project import read_project
from generator.desk import desk as make_desk
from generator.site.shape import Shape

TODAY = date(2026, 11, 22)
LATIN = "abcčdďeěéfghijklmnňoópqrřsštťuúůvwxyýzžáíABCČDEFGHIJKLMNOPRŘSŠTUÚVZŽ"
CYRILLIC = "абцчдђеееефгхијклмнњоопкрржсштћуууввксиизжаиАБЦЧДЕФГХИЈКЛМНОПРРСШТУУВЗЖ"
IN_CYRILLIC = str.maketrans(dict(zip(LATIN, CYRILLIC, strict=False)))
LONG_TASKS = """
window.longest = 0;
const seen = (list) => list.getEntries().forEach(({ duration }) => { window.longest = Math.max(longest, duration); });
new PerformanceObserver(seen).observe({ type: "longtask" });
"""
TYPE = """(words) => new Promise((resolve) => {
  const box = document.querySelector("#query"), results = document.querySelector("#results"), start = performance.now();
  const isFound = () => results.querySelector("mark");
  const end = () => { observer.disconnect(); resolve(performance.now() - start); };
  const observer = new MutationObserver(() => isFound() && end());
  results.replaceChildren();
  box.value = words;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  document.body.offsetHeight; // laid out
  if (isFound()) return end();
  observer.observe(results, { subtree: true, childList: true });
})"""
LOADED = "loaded"
REST = 1500
"""Milliseconds."""


class Visit(NamedTuple):
    """What one agent met."""

    page: float
    index: float
    shown: float
    at_rest: float
    later: float
    slowest: float


class Hurried(NamedTuple):
    """What one met who typed at once: work, its longest task, and milliseconds till the results."""

    worked: float
    longest: float
    waited: float


def main() -> None:
    """Print the figures."""
    options = arguments()
    with search.workplace(options.work) as work, search.browser() as chromium:
        folder = built(work / str(options.entries), options.entries)
        asked = [query.words for query in search.queries(list(czech.entries(options.entries)))]
        for language in ("en", "sr"):
            orders = [asked[n % len(asked) :] + asked[: n % len(asked)] for n in range(options.rounds)]
            told(f"{language} at rest", [visit(chromium, folder, language, words) for words in orders])
            told(f"{language} at once", [at_once(chromium, folder, language, words[0]) for words in orders])


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--work", type=Path)
    return parser.parse_args()


def told(name: str, visits: Sequence[Visit] | Sequence[Hurried]) -> None:
    """A line of medians."""
    figures = (f"{field} {statistics.median(getattr(one, field) for one in visits):.1f}" for field in visits[0]._fields)
    print(f"{name:<12} {'  '.join(figures)}", flush=True)


def built(folder: Path, count: int) -> Path:
    """The desk's folder, from last time or made now."""
    if not (folder / "done").exists():
        shutil.rmtree(folder, ignore_errors=True)
        make(folder / "project", count)
        read, problems = read_project(folder / "project")
        if read is None:
            raise RuntimeError(problems)
        shape = Shape(library=read.library, addresses=read.addresses)
        indexes = searching.of_project(read, shape, folder / "search")
        voices = voicing.voices(read)
        tree, _ = make_desk(
            read.library, read.addresses, [], read.brand, indexes, read.wordings, today=TODAY, voices=voices
        )
        files.write(tree, folder / "desk")
        (folder / "done").touch()
    return folder / "desk"


def make(root: Path, count: int) -> None:
    """A project whose entries have the same words in every language."""
    projects.make(root, 0, projects.LANGUAGES)
    for n, entry in enumerate(czech.entries(count)):
        first, *others = entry.paragraphs
        parts = [first, *(f"## {text.partition('. ')[0]} {{#part-{at}}}\n\n{text}" for at, text in enumerate(others))]
        for lang in projects.LANGUAGES:
            words = [entry.title, entry.short, *parts]
            title, short, *body = [text.translate(IN_CYRILLIC) if lang in {"sr", "bg"} else text for text in words]
            body = [text.replace("{#парт-", "{#part-") for text in body]
            text = "\n\n".join([f"---\nquestion: {title!r}\nshort: {short!r}\n---", *body, ""])
            projects.file(root, n, lang).write_text(text, encoding="utf-8")


class Desk(NamedTuple):
    """The desk in a browser, and what of it came."""

    page: Page
    context: BrowserContext
    metrics: CDPSession
    came: list[str]
    """Addresses in order, and `LOADED` where the page was loaded."""

    def size(self, names: Sequence[str]) -> float:
        """Of files."""
        paths = {Path(unquote(urlsplit(name).path)) for name in names if name.startswith("file:")}
        return sum(path.stat().st_size for path in paths) / 1000

    @property
    def worked(self) -> float:
        """Milliseconds of the main thread's own work so far, whatever else the machine does."""
        values = {each["name"]: each["value"] for each in self.metrics.send("Performance.getMetrics")["metrics"]}
        return 1000 * float(values["TaskDuration"])

    def ask(self, words: str) -> tuple[float, float]:
        """Types words: milliseconds worked, and passed."""
        before = self.worked
        passed = float(self.page.evaluate(TYPE, words))
        return self.worked - before, passed


def opened(chromium: Browser, folder: Path, language: str) -> Desk:
    """The desk, loaded."""
    context = chromium.new_context(locale=language, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    metrics = context.new_cdp_session(page)
    metrics.send("Performance.enable", {"timeDomain": "threadTicks"})
    came: list[str] = []
    page.on("request", lambda call: came.append(call.url))
    page.on("load", lambda _: came.append(LOADED))
    page.add_init_script(LONG_TASKS)
    page.goto((folder / "index.html").as_uri(), wait_until="load")
    return Desk(page, context, metrics, came)


def visit(chromium: Browser, folder: Path, language: str, asked: Sequence[str]) -> Visit:
    """Somebody who reads a moment before searching, and then searches on."""
    desk = opened(chromium, folder, language)
    shown = desk.worked
    desk.page.wait_for_timeout(REST)
    loaded = desk.came.index(LOADED)
    page, index = desk.size(desk.came[:loaded]), desk.size(desk.came[loaded:])
    times = [desk.ask(of(language, words))[0] for words in asked]
    desk.context.close()
    return Visit(page, index, shown, times[0], statistics.median(times[1:]), max(times[1:]))


def at_once(chromium: Browser, folder: Path, language: str, words: str) -> Hurried:
    """Somebody who searches as soon as the list is shown."""
    desk = opened(chromium, folder, language)
    worked, waited = desk.ask(of(language, words))
    longest = desk.page.evaluate("window.longest")
    desk.context.close()
    return Hurried(worked, longest, waited)


def of(language: str, words: str) -> str:
    """As they are written in it."""
    return words.translate(IN_CYRILLIC) if language == "sr" else words


if __name__ == "__main__":
    main()
