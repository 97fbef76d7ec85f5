"""Planning on the desk of `faq serve` in Chromium: views, filters, moving, rewording, deciding about many."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from generator import files
from generator.build.desk_drafts import desk_draft
from generator.build.project import Project, read_project
from generator.desk import desk
from generator.serving.web import server
from generator.serving.workspace import Workspace

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 26)
ID = "x-en.delivery-time.1"
"""On Tuesday, 8 December, at 9:00."""
POST = f'[id="post-{ID}"]'
OVERFLOWS = "document.documentElement.scrollWidth > innerWidth"
AXE = "axe.run(document, {resultTypes: ['violations']})"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> SimpleNamespace:
    """The demo with its desk, without a search; one time of X is free, since its post is held."""
    root = tmp_path_factory.mktemp("planning") / "project"
    for part in ("faq", "docs"):
        shutil.copytree(ROOT / part, root / part)
    shutil.copy(ROOT / "mkdocs.yml", root)
    held = root / "faq/_drafts/x-en/return-goods.1.md"
    held.write_bytes(held.read_bytes().replace(b"state: draft", b"state: held"))
    project, _ = read_project(root)
    assert project
    drafts = [desk_draft(project, draft) for draft in project.drafts]
    tree, _ = desk(project.library, project.addresses, drafts, project.brand, {}, project.wordings, today=TODAY)
    none = {f"search.{code}.js": b"" for code in project.library.languages}
    files.write({**tree, **none}, root / "build/desk")
    return SimpleNamespace(root=root, project=project)


class Desk:
    """A browser at the desk of a copy of the folder."""

    def __init__(self, root: Path, page: Page, address: str) -> None:
        self.root, self.page, self.address = root, page, address
        self.before = files.read_tree(root / "faq")

    def open(self, place: str) -> Page:
        self.page.goto(f"{self.address}#calendar/{place}")
        self.page.locator(".slip[draggable=true], .post .decide:not([hidden])").first.wait_for(state="attached")
        return self.page

    def file(self, id_: str = ID) -> Path:
        channel, _, name = id_.partition(".")
        return self.root / f"faq/_drafts/{channel}/{name}.md"

    def text(self, id_: str = ID) -> str:
        return self.file(id_).read_text("utf-8")

    def was(self, id_: str = ID) -> str:
        return self.before[str(self.file(id_).relative_to(self.root / "faq"))].decode()

    def changed(self) -> list[str]:
        """Files that are not as they were, besides the ledger."""
        now = files.read_tree(self.root / "faq")
        return sorted(
            p for p in now.keys() | self.before.keys() if now.get(p) != self.before.get(p) and "_posts" not in p
        )

    def says(self, text: str) -> None:
        expect(self.page.locator("#toast")).to_contain_text(text, timeout=20_000)


def is_fault(said: Any) -> bool:
    """Answers like 409 are shown to people; the browser notes them all the same."""
    return said.type == "error" and "status of 4" not in said.text


@pytest.fixture(scope="module")
def context(chromium: Any) -> Iterator[Any]:
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    yield context
    context.close()


@pytest.fixture
def planner(built: SimpleNamespace, tmp_path: Path, context: Any) -> Iterator[Desk]:
    root = shutil.copytree(built.root, tmp_path / "project")
    workspace = Workspace(root, lambda: TODAY)
    project: Project = built.project
    workspace.take(project)
    web = server(root, 0, workspace)
    threading.Thread(target=web.serve_forever, daemon=True).start()
    page = context.new_page()
    page.set_default_timeout(8000)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if is_fault(said) else None)
    yield Desk(root, page, f"http://127.0.0.1:{web.server_port}/desk/")
    page.close()
    web.shutdown()
    web.server_close()
    assert faults == []


def slip(page: Page, id_: str = ID) -> Locator:
    return page.locator(f'.slip[data-id="{id_}"]')


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_a_month_is_walked_through_and_a_post_is_approved_by_keyboard_alone(planner: Desk) -> None:
    page = planner.open("2026-12")
    page.locator('[data-day="2026-12-01"]').focus()
    press(page, "ArrowDown", "ArrowRight", "ArrowLeft")
    expect(page.locator('[data-day="2026-12-08"]')).to_be_focused()
    press(page, "Enter", "ArrowDown")
    expect(slip(page)).to_be_focused()
    press(page, "Enter")
    expect(page.locator(f"{POST} a.question")).to_be_focused()
    expect(page).to_have_url(f"{planner.address}#calendar/2026-12/{ID}")
    page.locator(POST).get_by_role("button", name="Approve").focus()
    press(page, "Enter")
    planner.says("Saved: X · 09:00 · Approved")
    expect(slip(page)).to_have_attribute("data-state", "approved")
    expect(page.locator(f"{POST} .undo")).to_be_focused()
    assert planner.changed() == [f"_drafts/x-en/{planner.file().name}"]
    assert planner.text() == planner.was().replace("state: draft", "state: approved")
    press(page, "Escape")
    expect(slip(page)).to_be_focused()
    press(page, "Escape", "PageDown")
    expect(page.locator("#month")).to_have_text("January 2027")
    expect(page.locator('[data-day="2027-01-08"]')).to_be_focused()


def test_views_have_addresses_and_the_last_one_and_its_filters_are_remembered(planner: Desk) -> None:
    page = planner.open("2026-12")
    page.locator('[data-day="2026-12-08"]').focus()
    press(page, "v")
    expect(page).to_have_url(f"{planner.address}#calendar/week/2026-12-07")
    expect(page.locator("#month")).to_have_text("7 – 13 December 2026")
    expect(page.locator('[data-day="2026-12-08"]')).to_be_focused()
    press(page, "v")
    expect(page).to_have_url(f"{planner.address}#calendar/list/2026-12")
    page.select_option("#channel", "x-en")
    expect(page.locator("#post-count")).to_have_text("9 posts")
    expect(page.locator('#post-state option[value="held"]')).to_have_text("On hold (1)")
    page.select_option("#post-state", "held")
    expect(page.locator(".post")).to_have_count(1)
    page.select_option("#post-topic", "orders")
    page.goto("about:blank")
    page.goto(f"{planner.address}#calendar")
    expect(page.locator("#calendar")).to_have_attribute("data-view", "list")
    expect(page.locator("#post-topic")).to_have_value("orders")
    page.goto(f"{planner.address}#calendar/list/2026-12/{ID}")  # a link to a post that the filters would hide
    expect(page.locator(f"{POST} a.question")).to_be_focused()
    expect(page.locator("#all-posts")).to_be_hidden()
    page.select_option("#post-topic", "orders")
    page.get_by_role("button", name="Show all posts").click()
    expect(page.locator("#post-topic")).to_have_value("")
    page.get_by_role("button", name="Month", exact=True).click()


def test_a_post_is_moved_by_keys_to_a_time_that_is_free_and_others_say_why_not(planner: Desk) -> None:
    page = planner.open("2026-12")
    slip(page).focus()
    press(page, "m")
    dialog = page.locator("#moving")
    row = dialog.locator(".time-row", has_text="11 December")
    expect(row.locator("input")).to_be_enabled()
    taken = dialog.locator(".time-row", has_text="15 December")
    expect(taken.locator(".why")).to_have_text("another post has this time")
    expect(taken.locator("input")).to_be_disabled()
    expect(dialog.locator("input:checked")).to_be_focused()
    press(page, "ArrowDown", "Enter")
    planner.says("Moved: X → Friday 11 December, 12:00")
    expect(slip(page)).to_be_focused()
    assert planner.text() == planner.was().replace("slot: 2026-12-08 09:00", "slot: 2026-12-11 12:00")
    page.locator("#last").get_by_role("button", name="Undo").press("Enter")
    planner.says("Undone: 1 post")
    assert planner.changed() == []


def test_a_post_is_dragged_onto_a_free_day_and_no_other(planner: Desk) -> None:
    page = planner.open("2026-12")
    slip(page).drag_to(page.locator('[data-day="2026-12-09"]'))
    planner.says("Not moved: the channel has no posting time then")
    assert planner.changed() == []
    slip(page).drag_to(page.locator('[data-day="2026-12-11"]'))
    planner.says("Moved: X → Friday 11 December, 12:00")
    expect(page.locator('[data-day="2026-12-11"]').locator(f'[data-id="{ID}"]')).to_be_visible()
    assert planner.text() == planner.was().replace("slot: 2026-12-08 09:00", "slot: 2026-12-11 12:00")
    assert planner.changed() == [f"_drafts/x-en/{planner.file().name}"]


def test_words_are_changed_counted_and_taken_back_by_keyboard(planner: Desk) -> None:
    page = planner.open(f"2026-12/{ID}")
    page.locator(POST).get_by_role("button", name="Change text").press("Enter")
    area = page.get_by_label("Text of the post")
    expect(area).to_be_focused()
    area.fill("TODO " * 60)
    expect(page.locator(".reword-form .counter")).to_have_text("Characters: 299 of 280 · too long")
    expect(page.locator(".reword-form .told")).to_contain_text("placeholder (TODO) (AA324)")
    assert planner.changed() == []
    area.fill(planner.was().split("---\n")[2].strip() + "\n\nUntil Sunday.")
    press(page, "Control+Enter")
    planner.says("Saved: X · 09:00 · Draft")
    assert planner.text() == planner.was().rstrip() + "\n\nUntil Sunday.\n"
    expect(page.locator(f"{POST} .told")).to_contain_text("Until Sunday")  # the rules' word: it is not in the entry
    expect(page.locator(f"{POST} .undo")).to_be_focused()
    press(page, "Enter")
    planner.says("Undone")
    assert planner.changed() == []


def test_what_somebody_else_wrote_while_i_typed_is_shown_and_neither_text_is_lost(planner: Desk) -> None:
    page = planner.open(f"2026-12/{ID}")
    page.locator(POST).get_by_role("button", name="Change text").click()
    page.get_by_label("Text of the post").fill("My words.")
    outside = planner.text().replace("How long", "HOW LONG")
    planner.file().write_text(outside, "utf-8")
    press(page, "Control+Enter")
    planner.says("Somebody else has changed this post. Your words are still here")
    assert planner.text() == outside
    expect(page.get_by_label("Text of the post")).to_have_value("My words.")
    expect(page.locator(".present:visible .text").first).to_contain_text("HOW LONG")
    page.get_by_role("button", name="Save", exact=True).click()  # after a look at both
    planner.says("Saved")
    assert planner.text().endswith("---\n\nMy words.\n")


def test_the_words_of_a_carousels_pictures_are_changed(planner: Desk) -> None:
    id_ = "carousel-hr.delivery-time.1"
    page = planner.open(f"week/2026-12-14/{id_}")
    page.locator(f'[id="post-{id_}"]').get_by_role("button", name="Change text").click()
    page.get_by_label("Picture 2 · Alt text").fill("Drugi korak")
    page.get_by_role("button", name="Save", exact=True).click()
    planner.says("Saved")
    assert planner.text(id_).count("alt: Drugi korak") == 1
    assert planner.changed() == ["_drafts/carousel-hr/delivery-time.1.md"]


def test_a_post_goes_through_its_life_and_each_step_is_in_the_file(planner: Desk) -> None:
    page = planner.open(f"2026-12/{ID}")
    button = page.locator(POST).get_by_role
    button("button", name="Pin the time", exact=True).click()
    expect(button("button", name="Unpin the time")).to_be_focused()
    assert "pinned: true" in planner.text()
    button("button", name="Undo").click()
    planner.says("Undone")
    for name, state in (("Send to review", "review"), ("Approve", "approved"), ("Mark as published", "published")):
        button("button", name=name).click()
        if state == "published":
            page.get_by_label("Address of the post").fill("https://x.example/1")
            press(page, "Enter")
        expect(page.locator(f"{POST} .state")).to_have_attribute("data-state", state)
        assert f"state: {state}\n" in planner.text()
    assert "posted: https://x.example/1\n" in planner.text()
    expect(button("button", name="Move to…")).to_be_hidden()
    button("button", name="Retire").click()
    expect(page.locator(f"{POST} .state")).to_have_attribute("data-state", "retired")
    for state in ("published", "approved", "review", "draft"):
        button("button", name="Undo").click()
        expect(page.locator(f"{POST} .state")).to_have_attribute("data-state", state)
    assert planner.changed() == []


def test_many_are_approved_at_once_each_guarded_and_what_came_of_it_is_told(planner: Desk) -> None:
    other, bad = "facebook-sr.seed-storage.1", "instagram-hr.delivery-time.1"
    planner.file(bad).write_text(planner.text(bad).replace("---\n\n", "---\n\nTODO ", 1), "utf-8")
    page = planner.open("week/2026-12-07")
    outside = planner.text(other) + "\nOutside.\n"
    planner.file(other).write_text(outside, "utf-8")
    page.get_by_role("button", name="Select all shown").press("Enter")
    expect(page.locator("#many .how-many")).to_have_text("Selected: 14")
    slip(page).focus()
    press(page, "x")
    expect(page.locator("#many .how-many")).to_have_text("Selected: 13")
    page.locator("#many").get_by_role("button", name="Approve").press("Enter")
    last = page.locator("#last")
    told = "10 approved, 1 changed by somebody else, 2 refused"
    expect(last.locator(".text")).to_have_text(told, timeout=30_000)  # thirteen edits, each of them on the disk
    assert planner.text(other) == outside
    assert "state: draft" in planner.text()  # taken out of the selection
    expect(last.locator("li", has_text="Instagram")).to_contain_text("placeholder (TODO)")
    approved = [path for path in planner.changed() if "state: approved" in (planner.root / "faq" / path).read_text()]
    assert len(approved) == 10
    expect(last.get_by_role("button", name="Undo")).to_be_focused()
    press(page, "Enter")
    planner.says("Undone: 10 posts")
    assert len(planner.changed()) == 2  # the two that were changed outside


@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 1280)])
def test_every_view_is_accessible_and_fits(planner: Desk, axe: str, scheme: Any, width: int) -> None:
    planner.page.set_viewport_size({"width": width, "height": 900})
    planner.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")

    def look(where: str) -> None:
        assert not page.evaluate(OVERFLOWS), where
        found = page.evaluate(AXE)
        assert [(v["id"], v["nodes"][0]["html"][:120]) for v in found["violations"]] == [], where

    page = planner.open("2026-12")
    page.select_option("#channel", "x-en")
    page.evaluate(axe)
    for place in ("2026-12", "list/2026-12", "week/2026-12-07", f"week/2026-12-07/{ID}"):
        page.evaluate("place => { location.hash = `#calendar/${place}`; }", place)
        page.locator("#calendar .slip:visible, #calendar .post:visible").first.wait_for()
        look(place)
    page.locator(POST).get_by_role("button", name="Change text").click()
    look("rewording")
    page.locator(POST).get_by_role("button", name="Move to…").click()
    page.locator(".time-row").first.wait_for()
    look("moving")


def test_a_month_on_a_phone_is_short_and_an_opened_post_takes_the_page(built: SimpleNamespace, chromium: Any) -> None:
    page = chromium.new_page(viewport={"width": 360, "height": 800})
    page.goto(f"{(built.root / 'build/desk/index.html').as_uri()}#calendar/2026-12")
    page.get_by_role("button", name="8 December, 4 posts").click()
    expect(page.locator("#day-2026-12-08")).to_be_focused()
    slip(page).click()
    expect(page.locator(f"{POST} .copy-post")).to_be_visible()
    assert page.locator(".post").count() == 1
    page.locator("#close-post").click()
    expect(slip(page)).to_be_focused()
    page.close()


def test_a_desk_from_a_folder_only_reads(built: SimpleNamespace, chromium: Any) -> None:
    page = chromium.new_page()
    page.goto(f"{(built.root / 'build/desk/index.html').as_uri()}#calendar/week/2026-12-07/{ID}")
    expect(page.locator(f"{POST} .copy-post")).to_be_visible()
    assert page.locator(".decide:visible, .pick:visible, #many:visible, [draggable=true]").count() == 0
    page.locator(POST).locator("a.question").focus()
    page.keyboard.press("m")
    assert page.locator("dialog:visible").count() == 0
    page.close()
