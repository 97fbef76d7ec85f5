"""The desk of many entries in Chromium, from its folder: what comes before the index, and that nothing is missed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator import files
from generator.build import searching
from generator.build.desk_drafts import desk_draft
from generator.build.project import Project, read_project
from generator.desk import desk
from generator.desk.parts import FIRST
from generator.site.shape import Shape

ROOT = Path(__file__).resolve().parents[2]
REMEMBER = """addEventListener("load", () => {
  window.before = [...document.scripts].map((script) => script.getAttribute("src"));
});"""
"""Which scripts there are when the page is loaded."""
BUDGET = 285_000
"""Bytes of everything that comes before the index, not compressed."""
COUNT = 2 * FIRST
LAST = f"entry-{COUNT - 1}"
WORDS = {"en": "Parcel", "hr": "Paket"}


def folder_of(project: Path, into: Path) -> Path:
    read, problems = read_project(project)
    assert read, problems
    drafts = [desk_draft(read, draft) for draft in read.drafts]
    tree, _ = desk(
        read.library, read.addresses, drafts, read.brand, indexes(read, into), read.wordings, today=date(2026, 11, 22)
    )
    files.write(tree, into / "desk")
    return into / "desk"


def indexes(project: Project, into: Path) -> dict[str, dict[str, bytes]]:
    return searching.of_project(project, Shape(library=project.library, addresses=project.addresses), into / "search")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("project")
    written = {
        "mkdocs.yml": "site_name: Zrno\nsite_url: https://faq.zrno.example/\n",
        "faq/faq.yml": "name: Zrno\nlanguages: [en, hr]\n",
        "faq/all/_topic.yml": "title: {en: All, hr: Sve}\n",
    } | {
        f"faq/all/entry-{n}.{code}.md": f"---\nquestion: {word} {n}?\nshort: {word} {n}.\n---\n{word} {n} body.\n"
        for n in range(COUNT)
        for code, word in WORDS.items()
        if (n, code) != (COUNT - 1, "hr")
    }
    files.write({path: text.encode() for path, text in written.items()}, project)
    return folder_of(project, tmp_path_factory.mktemp("built"))


Opener = Callable[..., Page]


@pytest.fixture
def opened(chromium: Browser, folder: Path) -> Iterator[Opener]:
    contexts, faults = [], []

    def start(hash_: str = "", *, came: list[str] | None = None) -> Page:
        context = chromium.new_context(locale="en-GB", viewport={"width": 1280, "height": 800})
        contexts.append(context)
        page = context.new_page()
        page.add_init_script(REMEMBER)
        page.set_default_timeout(5000)
        page.on("pageerror", lambda error: faults.append(str(error)))
        if came is not None:
            page.on("request", lambda call: came.append(Path(call.url.partition("?")[0]).name))
        page.goto(f"{folder.as_uri()}/index.html{hash_}")
        return page

    yield start
    for context in contexts:
        context.close()
    assert not faults


def test_the_page_begins_with_one_language_and_the_first_entries(opened: Opener) -> None:
    came: list[str] = []
    page = opened(came=came)
    before = page.evaluate("window.before")
    expect(page.locator("#count")).to_have_text(f"{COUNT} answers")
    expect(page.locator("#results .result")).to_have_count(FIRST)
    assert sorted(before) == [
        "data.js",
        "data/bodies.en.0.js",
        "data/phrases.en.js",
        "data/replies.en.js",
        "data/texts.en.first.js",
        "desk.js",
    ]
    page.wait_for_function("document.querySelector('script[src=\"search.en.js\"]') !== null")
    assert "texts.en.rest.js" in came


def test_an_address_leads_to_an_entry_that_is_not_among_the_first(opened: Opener) -> None:
    page = opened(f"#answers/{LAST}")
    expect(page.locator("#answer h2")).to_have_text(f"Parcel {COUNT - 1}?")
    expect(page.locator("#answer .body")).to_have_text(f"Parcel {COUNT - 1} body.")


def test_whoever_types_at_once_finds_what_is_not_among_the_first(opened: Opener) -> None:
    page = opened(f"?q=parcel+{COUNT - 2}")
    expect(page.locator("#results .result").first.locator(".question")).to_have_text(f"Parcel {COUNT - 2}?")
    page.locator("select.customer:visible").select_option("hr")
    expect(page.locator("#answer h2")).to_have_text(f"Paket {COUNT - 2}?")
    expect(page.locator("#answer .body")).to_have_text(f"Paket {COUNT - 2} body.")


def test_what_is_not_translated_is_shown_in_the_source_language(opened: Opener) -> None:
    page = opened(f"#answers/{LAST}")
    page.locator("select.customer:visible").select_option("hr")
    expect(page.locator("#answer .fallback")).to_be_visible()
    expect(page.locator("#answer .body")).to_have_text(f"Parcel {COUNT - 1} body.")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder_of(ROOT, tmp_path_factory.mktemp("demo"))


@pytest.mark.parametrize("language", ["en", "sr"])
def test_the_demos_page_is_small_before_its_index(chromium: Browser, built: Path, language: str) -> None:
    context = chromium.new_context(locale=language, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.add_init_script(REMEMBER)
    page.goto(f"{built.as_uri()}/index.html")
    scripts = set(page.evaluate("window.before"))
    context.close()
    assert f"data/texts.{language}.first.js" in scripts
    fonts = [str(path.relative_to(built)) for path in built.glob("fonts/*.woff2")]
    assert sum((built / name).stat().st_size for name in {*scripts, *fonts, "index.html", "desk.css"}) < BUDGET
