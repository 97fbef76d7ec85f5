"""The desk's report of what customers asked, in Chromium from a folder: with a log that was kept, and without."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from generator import files
from generator.build.project import read_project
from generator.desk import Marketing, desk

COUNTS = "entry,month,count\nparcel,2026-10,2\nparcel,2026-11,9\nrefund,2026-11,4\n"
KEPT = """\
questions: 27
answered: 15
from: 2026-09
to: 2026-11
answers: 8
linked: 3
gaps:
- name: Do you <b>ship</b> to islands?
  count: 9
  months: {2026-09: 1, 2026-11: 6}
  growth: 1.5
  topic: delivery
  nearest: [delivery-time, parcel]
  examples: ["Do you <b>ship</b> to islands?", islands delivery]
  languages: {en: 9}
- {name: 'Продајете ли поклоне?', count: 3}
also_asked:
  parcel: {en: [track "my" order, lost in the post]}
"""


@pytest.fixture(scope="module")
def desks(posting: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Addresses of the desk with the log, and of one without."""
    root = tmp_path_factory.mktemp("asked")
    tree = {path: content for path, content in files.read_tree(posting).items() if not path.startswith("build/")}
    files.write({**tree, "faq/_demand.csv": COUNTS.encode(), "faq/_demand.yml": KEPT.encode()}, root)
    project, _ = read_project(root)
    assert project
    kept = Marketing(kept=project.asked, demand=project.demand)
    made = {}
    for name, marketing in (("with", kept), ("without", Marketing())):
        library, addresses = project.library, project.addresses
        built, problems = desk(
            library, addresses, [], project.brand, {}, project.wordings, today=date(2026, 11, 26), marketing=marketing
        )
        assert problems == []
        files.write(built, root / name)
        made[name] = (root / name / "index.html").as_uri()
    return made


def test_what_is_asked_is_told_and_can_be_acted_on(desks: dict[str, str], chromium: Any, axe: str) -> None:
    page = chromium.new_page(viewport={"width": 360, "height": 800}, locale="en-GB", color_scheme="dark")
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(desks["with"])
    page.get_by_role("link", name="Asked").click()
    view = page.locator("#asked")
    expect(view.locator(".totals")).to_contain_text("15 of 27 (56%)")
    expect(view.locator(".totals")).to_contain_text("Sept 2026 – Nov 2026")
    expect(view.locator(".totals")).to_contain_text("3 of 8 (38%)")

    first, second = view.locator(".gaps .asked-for").all()
    expect(first.locator("h3")).to_have_text("Do you <b>ship</b> to islands?")
    expect(first.locator(".marks")).to_have_text("9 questions rising: +150%")
    expect(first.locator(".months li")).to_have_text(["Sept 2026 1", "Oct 2026 0", "Nov 2026 6"])
    widths = first.locator("rect").evaluate_all("all => all.map((one) => Math.round(one.getAttribute('width')))")
    assert widths == [17, 0, 100]
    expect(first.locator(".topic")).to_have_text("Topic Delivery")
    expect(first.get_by_role("link")).to_have_text(["How long does delivery take?", "Where is my parcel?"])
    expect(first.locator("code")).to_have_text("faq new --from-gap 1")
    first.get_by_role("button", name="Copy command").click()
    expect(page.locator("#toast")).to_have_text("Command copied: faq new --from-gap 1")
    expect(second.locator(".marks")).to_have_text("3 questions")
    expect(second.locator(".months")).to_be_hidden()

    page.evaluate("copy = (text) => { window.copied = text; }")
    view.get_by_role("button", name="Copy words").click()
    assert page.evaluate("copied") == '  - "track \\"my\\" order"\n  - "lost in the post"\n'
    expect(view.locator(".most tbody tr")).to_have_text(
        ["Where is my parcel?11November", "When do I get my money back?4"]
    )
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []

    page.select_option("#interface", "hr")
    expect(view.locator(".totals")).to_contain_text("15 od 27")
    view.locator(".gaps").get_by_role("link", name="Where is my parcel?").click()
    expect(page.locator("#answers h2")).to_have_text("Where is my parcel?")
    page.close()
    assert faults == []


def test_without_a_log_there_is_no_tab_and_its_address_tells_how_to_keep_one(
    desks: dict[str, str], chromium: Any
) -> None:
    page = chromium.new_page(locale="en-GB")
    page.goto(f"{desks['without']}#asked")
    expect(page.locator("#asked .empty")).to_be_visible()
    expect(page.locator("#asked .report")).to_be_hidden()
    expect(page.locator('[data-view="asked"]')).to_be_hidden()
    page.close()
