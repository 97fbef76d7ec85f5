"""The desk as a marketer uses it, in Chromium: posts as networks show them, what to correct, coverage, downloads."""

from __future__ import annotations

import csv
import functools
import io
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from generator import files
from generator.build.coverage import coverage
from generator.build.desk_drafts import desk_draft
from generator.build.desk_exports import WEEKS, downloads
from generator.build.desk_health import tasks
from generator.build.desk_recalls import desk_recalls
from generator.build.project import read_project
from generator.desk import DeskPicture, Marketing, desk
from generator.site.shape import CardImage

TODAY = date(2026, 11, 26)
THREAD = "x-en.parcel.1"
CARD = CardImage(file="en/parcel-qa-wide.png", width=1200, height=630, alt="Where is my parcel?")
PAGES = tuple(
    DeskPicture(file=f"cards/{number}.png", alt=f"Page {number}", width=1080, height=1350) for number in (1, 2, 3)
)
Opener = Callable[..., Page]


@pytest.fixture(scope="module")
def built(posting: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The desk of the small FAQ, with its downloads; one post has three pages."""
    project, _ = read_project(posting)
    assert project
    drafts = [desk_draft(project, draft, previews={("parcel", "en"): CARD}) for draft in project.drafts]
    drafts = [replace(one, pictures=PAGES) if one.id == "facebook-hr.exchange.1" else one for one in drafts]
    folder = tmp_path_factory.mktemp("desk")
    made = downloads(project, {}, folder / "kept", TODAY)
    marketing = Marketing(
        recalls=desk_recalls(project),
        coverage=coverage(project),
        health=tasks(project, TODAY),
        unused=["old_price"],
        exports=made.exports,
        weeks=WEEKS,
    )
    tree, problems = desk(
        project.library,
        project.addresses,
        drafts,
        project.brand,
        {},
        project.wordings,
        today=TODAY,
        marketing=marketing,
    )
    assert not problems
    files.gather(made.files, tree, folder / "desk")
    return folder / "desk"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Tests print nothing while they pass."""


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(built))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def opened(chromium: Any, address: str) -> Iterator[Opener]:
    """Opens a view of the desk; pictures are not there, and nothing else may fail."""
    contexts, faults = [], []

    def start(
        hash_: str, *, width: int = 1280, locale: str = "en-GB", scheme: str = "light", base: str = address
    ) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": 800}, locale=locale, color_scheme=scheme)
        contexts.append(context)
        page: Page = context.new_page()
        page.set_default_timeout(8000)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda said: faults.append(said.text) if "Refused" in said.text else None)
        page.goto(f"{base}index.html{hash_}")
        return page

    yield start
    for context in contexts:
        context.close()
    assert faults == []


def post(page: Page, id_: str) -> Locator:
    return page.locator(f'[id="post-{id_}"]')


class TestPreviews:
    def test_the_fold_is_drawn_where_the_network_cuts_and_read_aloud(self, opened: Opener) -> None:
        page = opened("#calendar/2026-12/linkedin-en.exchange.1")
        text = post(page, "linkedin-en.exchange.1").locator(".text").first
        fold = text.get_by_role("separator", name="LinkedIn Page shows about this much; the rest is seen after “more”.")
        expect(fold).to_be_visible()
        assert fold.evaluate("each => getComputedStyle(each, '::after').content") == '"… more"'
        seen = fold.evaluate("each => each.previousSibling.textContent")
        assert 100 < len(seen) <= 140
        assert seen.endswith("days, ")
        draft = page.evaluate("ANSWER_AHEAD.drafts.find(({ id }) => id === 'linkedin-en.exchange.1').text")
        assert text.text_content() == draft  # selecting it copies the text alone

    def test_what_nothing_cuts_has_no_fold(self, opened: Opener) -> None:
        page = opened("#calendar/2026-12/x-en.exchange.1")
        expect(post(page, "x-en.exchange.1").locator(".counter")).to_have_text("Characters: 110 of 280")
        expect(post(page, "x-en.exchange.1").locator(".unit")).to_contain_text("a link 23")
        expect(post(page, "x-en.exchange.1").locator(".fold")).to_have_count(0)

    def test_a_thread_is_numbered_and_counted_part_by_part_and_its_link_has_a_preview(self, opened: Opener) -> None:
        parts = post(opened(f"#calendar/2026-12/{THREAD}"), THREAD).locator(".part")
        assert parts.locator(".number").all_inner_texts() == ["Post 1 of 2", "Post 2 of 2"]
        assert parts.locator(".counter").all_inner_texts() == ["Characters: 69 of 280", "Characters: 46 of 280"]
        card = parts.nth(1).locator(".card")
        assert card.locator("figcaption > span").all_text_contents() == [
            "Link preview:",
            "faq.example.org",
            "Where is my parcel?",
            "Follow the link in our e-mail.",
        ]
        expect(card.locator("img")).to_have_attribute("src", "cards/en/parcel-qa-wide.png")
        expect(parts.nth(0).locator(".card")).to_have_count(0)

    def test_pages_say_which_of_how_many_they_are(self, opened: Opener) -> None:
        pages = post(opened("#calendar/list", locale="hr-HR"), "facebook-hr.exchange.1").locator(".pictures li")
        assert pages.locator(".page").all_inner_texts() == ["1 od 3", "2 od 3", "3 od 3"]
        assert pages.locator(".alt").all_inner_texts() == ["Page 1", "Page 2", "Page 3"]

    def test_why_it_stands_there_is_told_in_the_readers_language(self, opened: Opener) -> None:
        page = opened("#calendar/list", locale="hr-HR")
        why = post(page, "linkedin-en.parcel.1").locator(".why .text")
        expect(why).to_have_text("na redu je druga tema, ne „Povrati”, ovdje još nije objavljeno")
        page.select_option("#interface", "en")
        expect(why).to_have_text("another topic than “Returns, refunds” is due, never posted here")


def test_what_a_person_changed_is_shown_word_by_word_by_keyboard(opened: Opener) -> None:
    page = opened(f"#calendar/2026-12/{THREAD}")
    edits = post(page, THREAD).locator(".edits")
    button = edits.get_by_role("button", name="Show changes")
    button.focus()
    page.keyboard.press("Enter")
    expect(edits.get_by_role("button", name="Hide changes")).to_have_attribute("aria-expanded", "true")
    expect(edits.locator("del").first).to_have_text("deleted: Follow")
    expect(edits.locator("ins").first).to_have_text("inserted: Open")
    page.keyboard.press("Enter")
    expect(edits.locator(".changes")).to_be_hidden()
    expect(post(page, "x-en.exchange.1").locator(".edits")).to_be_hidden()  # nobody touched it


def test_posts_that_are_not_true_any_more_are_listed_with_what_to_do(opened: Opener) -> None:
    page = opened("#recall")
    tab = page.get_by_role("link", name="To correct")
    expect(tab).to_contain_text("4")
    expect(page.locator("#recall > .count")).to_have_text("4 posts to correct")
    out = page.locator("#recall .out .post")
    expect(out).to_have_count(1)
    expect(out.locator("del")).to_have_text("14\N{NO-BREAK SPACE}days")
    expect(out.locator("ins")).to_have_text("30\N{NO-BREAK SPACE}days")
    expect(out.locator(".do")).to_contain_text("Correct the post.")
    expect(out.get_by_role("link", name="See the post")).to_have_attribute("href", "https://linkedin.example/posts/1")
    out.get_by_role("button", name="Copy correction").click()
    expect(page.locator("#toast")).to_have_text("Correction copied: LinkedIn Page")
    waiting = page.locator("#recall .waiting .post")
    expect(waiting).to_have_count(3)
    expect(waiting.first.locator(".do")).to_contain_text("“faq plan” brings it up to date.")
    expect(waiting.first.locator(".correction")).to_be_hidden()
    page.goto(page.url.replace("#recall", "#calendar/2026-12/x-en.refund.1"))
    post(page, "x-en.refund.1").get_by_role("link", name="To correct").click()
    expect(out).to_be_visible()


def test_coverage_is_sorted_by_keyboard_and_leads_to_answers_and_posts(opened: Opener) -> None:
    page = opened("#coverage")
    answers = page.locator("#coverage .answers")
    expect(page.locator("#coverage .topics tbody tr")).to_have_count(2)
    languages = page.locator("#coverage .languages tbody tr")
    assert languages.filter(has_text="Hrvatski").locator("td").all_inner_texts() == ["1", "0", "1", "1", "0"]
    rows = answers.locator("tbody tr")
    expect(rows).to_have_count(4)
    expect(rows.filter(has_text="Can I exchange it?").locator("td").all()[1]).to_have_text("1 planned")
    expect(rows.filter(has_text="Where is my parcel?").locator("td").all()[1]).to_have_text("not translated")
    head = answers.get_by_role("button", name="Posts in all")
    head.focus()
    page.keyboard.press("Enter")
    expect(answers.locator("[aria-sort]")).to_have_attribute("aria-sort", "descending")
    expect(head).to_be_focused()
    assert rows.locator("td:last-child").all_inner_texts() == ["3", "2", "2", "1"]
    page.keyboard.press("Enter")
    assert rows.locator("td:last-child").all_inner_texts() == ["1", "2", "2", "3"]
    page.locator("#coverage .topics").get_by_role("link", name="Delivery").click()
    expect(rows).to_have_count(2)
    page.check("#coverage-silent")
    expect(page.locator("#coverage .tables .count")).to_have_text("0 answers")
    page.uncheck("#coverage-silent")
    health = page.locator("#health tbody tr")
    expect(health.filter(has_text="How long does delivery take?")).to_contain_text(
        ["never reviewed", "nobody looks after it", "translation missing: Hrvatski"]
    )
    expect(health.filter(has_text="Can I exchange it?")).to_have_count(0)
    expect(page.locator("#health .unused")).to_have_text("Facts that no text uses: old_price")
    rows.filter(has_text="Where is my parcel?").get_by_role("link", name="2 planned").click()
    expect(post(page, THREAD)).to_be_in_viewport()


@pytest.mark.parametrize("kind", ["server", "folder"])
def test_an_export_is_downloaded_and_is_what_the_tool_takes(opened: Opener, built: Path, kind: str) -> None:
    page = opened("#exports", **({"base": f"{built.as_uri()}/"} if kind == "folder" else {}))
    buffer = page.locator("#export-buffer")
    expect(buffer.locator(".verified")).to_have_text("format verified at second hand")
    expect(buffer.locator(".count")).to_have_text("1 post")
    with page.expect_download() as download:
        buffer.get_by_role("link", name="x-en.csv").click()
    assert download.value.suggested_filename == "x-en.csv"
    content = Path(download.value.path()).read_bytes().decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(content, newline=""))
    assert row["Text"].startswith("Often asked: Can I exchange it?")
    assert row["Posting Time"] == "2026-12-04 12:00"


def test_each_export_says_what_it_is_for_and_what_was_left_out(opened: Opener) -> None:
    page = opened("#exports")
    buffer = page.locator("#export-buffer")
    buffer.get_by_text("What to do with it").click()
    expect(buffer.locator(".uses .text").first).to_contain_text("Upload one file per channel")
    buffer.locator(".told summary").click()
    expect(buffer.locator(".told li").first).to_contain_text("this draft says what its entry does not say any more")
    expect(page.locator("#export-zip .command")).to_contain_text("faq export zip")
    expect(page.locator("#export-bluesky .nothing")).to_contain_text("Nothing to export")
    expect(page.locator(".for-answers .export")).to_have_count(6)


@pytest.mark.parametrize(("scheme", "width", "locale"), [("light", 360, "hr-HR"), ("dark", 1100, "en-GB")])
def test_every_view_is_accessible_and_fits(opened: Opener, axe: str, scheme: str, width: int, locale: str) -> None:
    page = opened(f"#calendar/2026-12/{THREAD}", scheme=scheme, width=width, locale=locale)
    page.evaluate(axe)
    post(page, THREAD).locator(".edits button").click()
    for view in ("calendar", "recall", "coverage", "exports"):
        page.locator(f'.tabs a[data-view="{view}"]').click()
        expect(page.locator(f"#{view}")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), view
        found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
        told = [(one["id"], [node["html"][:200] for node in one["nodes"]][:3]) for one in found["violations"]]
        assert told == [], view
