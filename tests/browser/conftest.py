"""The demo site built once, served on a free port, and Debian's Chromium to look at it."""

import dataclasses
import fcntl
import functools
import importlib.resources
import json
import os
import pickle
import shutil
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from generator import brand
from generator.build import linking, searching
from generator.build.linking import Repair
from generator.content.load import load
from generator.content.organisation import Search
from generator.files import apply, read_tree, write
from generator.links import Addresses, titles
from generator.links.former import former as former_addresses
from generator.links.live import Live
from generator.links.lock import Key, Row
from generator.links.parting import merge, split
from generator.links.reconcile import reconcile
from generator.links.repair import rename, retire, withdraw
from generator.links.target import Target, parse_target
from generator.problems import as_text, has_errors
from generator.search import read_tables
from generator.site import hours
from generator.site import theme as themes
from generator.site.assemble import assemble
from generator.site.dates import Dates
from generator.site.engine import WHOLE, run
from generator.site.extras import extras
from generator.site.former_pages import stubs
from generator.site.pages import trees
from generator.site.shape import Shape

Visit = Callable[..., Any]

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 25)
UNTRANSLATED = "f1-seeds"
"""An entry whose translations are left out, so that every language has a page in the words of another."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Tests print nothing while they pass."""


class Host(_Quiet):
    """As static hosts do: one page, at the root, for every missing address."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        content = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)


@contextmanager
def served(folder: Path, kind: type[SimpleHTTPRequestHandler] = _Quiet) -> Iterator[str]:
    handler = functools.partial(kind, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def aged(root: Path) -> tuple[Live, dict[Key, Row]]:
    """A project after what happens to an FAQ in some years, published three times: its links, and the lock."""
    live = now(root)
    lock = reconcile(live, {}, date(2024, 1, 1))
    repaired(root, lambda live, texts: rename(live, texts, name("seed-storage"), name("storing-seeds")))
    repaired(root, lambda live, texts: rename(live, texts, name("topic:returns"), name("topic:refunds")))
    lock = reconcile(now(root), lock, date(2025, 1, 1))
    for change in CHANGES:
        repaired(root, change)
    for path in (root / "faq/seeds").glob("germination-temperature.*.md"):
        path.rename(root / "faq/seedlings" / path.name)
    live = now(root)
    return live, reconcile(live, lock, date(2026, 1, 1))


CHANGES: tuple[Repair, ...] = (
    lambda live, texts: rename(live, texts, name("storing-seeds"), name("keeping-seeds")),
    lambda live, texts: rename(live, texts, name("gift-order#when-to-order"), name("gift-order#deadline")),
    lambda live, texts: retire(live, texts, name("chili-burn"), name("chili-heat")),
    lambda live, texts: withdraw(
        live,
        texts,
        name("chili-overwinter"),
        "We no longer write them.",
        see=name("chili-sowing"),
        today="2026-01-01",
    ),
    lambda live, texts: split(live, texts, name("payment-methods"), name("bank-transfer"), ["bank-transfer"]),
    lambda live, texts: merge(live, texts, name("planting-out"), name("harden-off")),
)


def name(text: str) -> Target:
    found = parse_target(text)
    assert found
    return found


def now(root: Path) -> Live:
    library, problems = load(root)
    assert library is not None, as_text(problems)
    assert not has_errors(problems), as_text(problems)
    return Live(library=library, addresses=Addresses(base=library.settings.url, source=library.settings.source))


def repaired(root: Path, change: Repair) -> None:
    changes, problems = linking.repair(root, change)
    assert problems == [], as_text(problems)
    apply(changes, root, Path("retired"))


def searched(shape: Shape) -> dict[str, bytes]:
    """The index of each language, at the address where the search looks for it."""
    live = Live(library=shape.library, addresses=shape.addresses)
    tables, _ = read_tables(shape.library.languages)
    return searching.files(shape, live, titles.names(live, {}), tables)


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> tuple[Path, Any]:
    """A folder that `make` fills, and what it returns: made by the worker that needs it first, for all of them."""
    base = factory.getbasetemp()
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, returned = base / name, base / f"{name}.pickle"
    with (base / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not returned.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            returned.write_bytes(pickle.dumps(make(folder)))
    return folder, pickle.loads(returned.read_bytes())  # noqa: S301 - written by this run of the tests


def build_demo(folder: Path) -> dict[str, object]:
    for part in ("faq", "docs"):
        shutil.copytree(ROOT / part, folder / "project" / part)
    shutil.copy(ROOT / "mkdocs.yml", folder / "project")
    for translation in (folder / "project/faq").glob(f"*/{UNTRANSLATED}.*.md"):
        translation.unlink() if not translation.name.endswith(".en.md") else None
    live, lock = aged(folder / "project")
    library, addresses = live.library, live.addresses
    dates = Dates(since={(entry.id, entry.lang): date(2026, 11, 1) for entry in library})
    shape = Shape(library=library, addresses=addresses, dates=dates, former=former_addresses(live, lock))
    theme, _ = themes.read()
    look, _ = brand.read(folder / "project", library)
    made, _ = trees(shape, look, theme)
    failed = run(made, folder / "pages", "mkdocs")
    assert failed == [], as_text(failed)
    former = {"shipping-time": "delivery-time", "when-delivered": "delivery-time"}
    extra = {**extras(shape, former=former, withdrawn={"gift-wrapping"}), hours.FILE: hours.hours(library, TODAY)}
    extra |= searched(shape)
    extra |= stubs(shape, theme.files["stub.html"], themes.assets(theme, look))[0]
    assemble(shape, folder / "pages", folder / "site", cards={}, extra=extra)
    return {"library": library, "shape": shape, "brand": look, "theme": theme}


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> SimpleNamespace:
    """The demo FAQ's site: `folder`, `library`, `files` (path -> bytes), `shape`, and what it was made with."""
    folder, made_with = once(tmp_path_factory, "demo", build_demo)
    return SimpleNamespace(folder=folder / "site", files=read_tree(folder / "site"), **made_with)


@pytest.fixture(scope="session")
def address(demo: SimpleNamespace) -> Iterator[str]:
    with served(demo.folder) as base:
        yield base


def english_index(demo: SimpleNamespace) -> dict[str, bytes]:
    """The files of the English search."""
    return {name: content for name, content in demo.files.items() if name.startswith("search/")}


@pytest.fixture(scope="session")
def forms(demo: SimpleNamespace, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The English site where feedback and searches without an answer go to addresses of its own, without e-mail."""
    settings = dataclasses.replace(
        demo.library.settings,
        email="",
        feedback="https://forms.example/faq",
        search=Search(report="https://ask.example/searches"),
    )
    library = dataclasses.replace(demo.library, settings=settings)
    made, _ = trees(dataclasses.replace(demo.shape, library=library), demo.brand, demo.theme)

    def build(folder: Path) -> None:
        assert run({"en": made["en"]}, folder, "mkdocs") == []
        write(english_index(demo), folder / "en" / WHOLE)

    folder, _ = once(tmp_path_factory, "forms", build)
    with served(folder / "en" / WHOLE) as base:
        yield base


@pytest.fixture(scope="session")
def hosted(demo: SimpleNamespace) -> Iterator[str]:
    """The demo on a host with a page for missing addresses."""
    with served(demo.folder, Host) as base:
        yield base


@pytest.fixture(scope="session")
def axe() -> str:
    package = pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
    return (importlib.resources.files(package) / "axe.min.js").read_text(encoding="utf-8")


COPYING = """
if (navigator.clipboard) {
  const write = navigator.clipboard.writeText.bind(navigator.clipboard);
  navigator.clipboard.writeText = (text) => (window.copying = write(text));
}
"""
"""A script for pages: a test that reads the clipboard first waits for `window.copying`, or it reads what was there."""


@pytest.fixture
def visit(chromium: Any, address: str) -> Iterator[Visit]:
    """Open a page of the site: `visit("hr/", width=360, dark=True)`, as somebody who reads `languages`.

    Every request of it is in `page.requests`, every error of the console in `page.errors`: those of the policy too.
    `prepare(page)` is called before the page is opened; other keywords are Playwright's for a new context.
    """
    contexts = []

    def open_page(
        path: str = "",
        *,
        width: int = 1280,
        height: int = 900,
        dark: bool = False,
        languages: Sequence[str] = ("en",),
        prepare: Callable[[Any], None] = lambda page: None,  # noqa: ARG005 - nothing by default
        **options: Any,
    ) -> Any:
        scheme = "dark" if dark else "light"
        options = {"reduced_motion": "reduce"} | options  # colours are measured when they have come
        context = chromium.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, **options)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        context.add_init_script(COPYING)
        contexts.append(context)
        listed = json.dumps(list(languages))
        context.add_init_script(f"Object.defineProperty(navigator, 'languages', {{get: () => {listed}}})")
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.requests, page.errors = [], []
        page.on("request", lambda request: page.requests.append(request.url))
        page.on("console", lambda message: message.type == "error" and page.errors.append(message.text))
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        prepare(page)
        page.goto(address + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
