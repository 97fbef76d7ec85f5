"""The desk of `faq serve` in Chromium: what is clicked is in the files, and nobody's edit is lost."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from generator import files
from generator.build import searching
from generator.build.desk_drafts import desk_draft
from generator.build.project import read_project
from generator.desk import desk
from generator.serving.web import server
from generator.serving.workspace import Workspace
from generator.site.shape import Shape

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 26)
ID = "x-en.gift-order.1"
POST = f'[id="post-{ID}"]'


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo with its desk."""
    root = tmp_path_factory.mktemp("served") / "project"
    for part in ("faq", "docs"):
        shutil.copytree(ROOT / part, root / part)
    shutil.copy(ROOT / "mkdocs.yml", root)
    project, _ = read_project(root)
    assert project
    drafts = [desk_draft(project, draft) for draft in project.drafts]
    shape = Shape(library=project.library, addresses=project.addresses)
    indexes = searching.of_project(project, shape, root / "build/search")
    tree, _ = desk(project.library, project.addresses, drafts, project.brand, indexes, project.wordings, today=TODAY)
    files.write(tree, root / "build/desk")
    return root


def is_fault(said: Any) -> bool:
    """Answers like 409 are shown to people; the browser notes them all the same."""
    return said.type == "error" and "status of 4" not in said.text


@pytest.fixture
def served(built: Path, tmp_path: Path, chromium: Any) -> Iterator[SimpleNamespace]:
    root = shutil.copytree(built, tmp_path / "project")
    workspace = Workspace(root, lambda: TODAY)
    project, _ = read_project(root)
    assert project
    workspace.take(project)
    web = server(root, 0, workspace)
    threading.Thread(target=web.serve_forever, daemon=True).start()
    context = chromium.new_context(viewport={"width": 1100, "height": 900}, locale="en-GB")
    page = context.new_page()
    page.set_default_timeout(8000)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if is_fault(said) else None)
    address = f"http://127.0.0.1:{web.server_port}/desk/"
    yield SimpleNamespace(root=root, page=page, address=address, file=root / "faq/_drafts/x-en/gift-order.1.md")
    context.close()
    web.shutdown()
    web.server_close()
    assert faults == []


def opened(served: SimpleNamespace) -> Page:
    page: Page = served.page
    page.goto(f"{served.address}#calendar/2026-12/{ID}")
    expect(page.locator(f"{POST} .decide")).to_be_visible()
    return page


def test_approving_by_keyboard_changes_the_file_and_undoing_restores_it(served: SimpleNamespace) -> None:
    before = served.file.read_bytes()
    page = opened(served)
    page.locator(POST).get_by_role("button", name="Approve").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#toast")).to_have_text("Saved: X · 09:00 · Approved")
    expect(page.locator(f"{POST} .state")).to_have_text("Approved")
    assert served.file.read_bytes() == before.replace(b"state: draft", b"state: approved")
    expect(page.locator(f"{POST} .undo")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#toast")).to_have_text("Undone: X · 09:00 · Draft")
    assert served.file.read_bytes() == before


def test_holding_shows_at_once_and_after_a_reload_before_anything_is_built(served: SimpleNamespace) -> None:
    page = opened(served)
    page.locator(POST).get_by_role("button", name="Hold").click()
    expect(page.locator(f"{POST} .state")).to_have_text("On hold")
    page.reload()
    expect(page.locator(f"{POST} .state")).to_have_text("On hold")
    expect(page.locator(POST).get_by_role("button", name="Approve")).to_be_hidden()  # held is not approved in one step


def test_what_somebody_else_wrote_meanwhile_is_shown_and_kept(served: SimpleNamespace) -> None:
    page = opened(served)
    outside = served.file.read_bytes().replace(b"Our tip", b"Their tip")
    served.file.write_bytes(outside)
    page.locator(POST).get_by_role("button", name="Approve").click()
    expect(page.locator("#toast")).to_contain_text("Somebody else has changed this post")
    expect(page.locator(f"{POST} .text").first).to_contain_text("Their tip")
    assert served.file.read_bytes() == outside
    page.locator(POST).get_by_role("button", name="Approve").click()
    expect(page.locator(f"{POST} .state")).to_have_text("Approved")


def test_what_no_export_would_take_is_not_approved_and_says_why(served: SimpleNamespace) -> None:
    served.file.write_bytes(served.file.read_bytes().replace(b"Our tip", b"TODO"))
    page = opened(served)
    page.locator(POST).get_by_role("button", name="Approve").click()
    expect(page.locator(f"{POST} .told")).to_contain_text("placeholder (TODO) (AA324)")
    expect(page.locator("#toast")).to_contain_text("Not saved: ")
    expect(page.locator(f"{POST} .state")).to_have_text("Draft")


def test_a_customers_words_are_flagged_without_what_is_personal(served: SimpleNamespace) -> None:
    page: Page = served.page
    page.goto(served.address)
    page.fill("#query", "when will my delivery come ana@example.com")
    page.locator("#results .result").first.wait_for()
    page.locator("#answer .flag").click()
    expect(page.locator("#toast")).to_have_text("Noted for the editors: when will my delivery come …")
    line = (served.root / "faq/_flags.csv").read_text("utf-8").splitlines()[1]
    assert line.startswith("2026-11-26,")
    assert line.endswith(",en,when will my delivery come …")


def test_a_desk_from_a_folder_only_reads(built: Path, chromium: Any) -> None:
    page = chromium.new_page()
    page.goto(f"{(built / 'build/desk/index.html').as_uri()}?q=delivery#calendar/2026-12/{ID}")
    expect(page.locator(f"{POST} .copy-post")).to_be_visible()
    assert page.locator(".decide:visible, .flag:visible").count() == 0
    page.close()


@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 1100)])
def test_the_buttons_are_accessible(served: SimpleNamespace, axe: str, scheme: Any, width: int) -> None:
    served.page.set_viewport_size({"width": width, "height": 900})
    served.page.emulate_media(color_scheme=scheme)
    page = opened(served)
    page.locator(POST).get_by_role("button", name="Approve").click()
    expect(page.locator(f"{POST} .undo")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    assert [violation["id"] for violation in found["violations"]] == []
