"""What an agent should know now, in Chromium: who answers, which posts are about an answer, what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page, expect

from generator import files
from generator.build.project import read_project
from generator.desk import DeskDraft, desk

ZONE = ZoneInfo("Europe/Zagreb")


def entry(question: str, short: str) -> str:
    return f"---\nquestion: {question}\nshort: {short}\n---\nSo it is.\n"


PROJECT = {
    "mkdocs.yml": "site_name: Zrno\nsite_url: https://faq.zrno.example/\n",
    "faq/faq.yml": """\
name: Zrno
languages: [en, hr]
teams:
  care: {name: {en: Customer care, hr: Služba za kupce}, people: [Ana, Luka]}
  night: {name: {en: Night shift, hr: Noćna smjena}, people: [Iva]}
contact:
  timezone: Europe/Zagreb
  hours: {mon-fri: "08:00-16:00"}
  closed: [2026-12-24]
  out_of_hours: night
""",
    "faq/facts.yml": "return_window: {days: 14, changed: {on: 2026-11-20, days: 30}}\n",
    "faq/returns/_topic.yml": "title: {en: Returns, hr: Povrati}\nowner: care\n",
    "faq/returns/window.en.md": entry("How long may I return it?", "Within {{ return_window }}."),
    "faq/returns/window.hr.md": entry("Koliko traje povrat?", "Do {{ return_window }}."),
    "faq/returns/other.en.md": entry("Who pays?", "You do."),
}
POST = DeskDraft(
    id="a",
    channel="mastodon-hr",
    network="Mastodon",
    entry="window",
    language="hr",
    slot=datetime(2026, 12, 30, 9, 0, tzinfo=ZONE),
    text="Koliko?",
    length=7,
    limit=500,
    unit="graphemes",
    state="review",
    why="",
)
POSTS = [
    POST,
    replace(POST, id="b", slot=datetime(2026, 12, 3, 9, 0, tzinfo=ZONE)),
    replace(POST, id="c", slot=datetime(2026, 12, 1, 9, 0, tzinfo=ZONE), state="held"),
    replace(
        POST,
        id="d",
        slot=datetime(2026, 11, 27, 9, 0, tzinfo=ZONE),
        state="published",
        posted="https://mastodon.example/1",
    ),
]
MONDAY = datetime(2026, 11, 30, 10, 0, tzinfo=ZONE)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    project = tmp_path_factory.mktemp("project")
    files.write({path: text.encode() for path, text in PROJECT.items()}, project)
    read, problems = read_project(project)
    assert read, problems
    tree, _ = desk(read.library, read.addresses, POSTS, read.brand, {}, read.wordings, today=MONDAY.date())
    built = tmp_path_factory.mktemp("desk")
    files.write(tree, built)
    return f"{built.as_uri()}/index.html"


Opener = Callable[..., Page]


@pytest.fixture
def opened(chromium: Browser, address: str) -> Iterator[Opener]:
    contexts, faults = [], []

    def start(hash_: str = "", *, now: datetime = MONDAY, locale: str = "en-GB") -> Page:
        context = chromium.new_context(locale=locale, timezone_id="Europe/Zagreb")
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(5000)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.clock.set_fixed_time(now)
        page.goto(f"{address}{hash_}")
        return page

    yield start
    for context in contexts:
        context.close()
    assert not faults


@pytest.mark.parametrize(
    ("now", "locale", "told"),
    [
        ("2026-11-30T10:00", "en-GB", "Open until 16:00 today. Hand over to: Customer care: Ana, Luka"),
        ("2026-11-30T16:00", "en-GB", "Closed now. Opens: tomorrow, 08:00. Until then, ask: Night shift: Iva"),
        ("2026-11-30T07:59", "en-GB", "Closed now. Opens: today, 08:00. Until then, ask: Night shift: Iva"),
        ("2026-11-27T18:00", "hr", "Sada ne radimo. Otvaramo: ponedjeljak, 08:00. Dotad se javite: Noćna smjena: Iva"),
        ("2026-12-24T10:00", "en-GB", "Closed now. Opens: tomorrow, 08:00. Until then, ask: Night shift: Iva"),
        ("2028-01-03T10:00", "en-GB", ""),  # what was built does not know the holidays of that year
    ],
)
def test_who_answers_is_told_by_the_clock(opened: Opener, now: str, locale: str, told: str) -> None:
    page = opened("#answers/window", now=datetime.fromisoformat(now).replace(tzinfo=ZONE), locale=locale)
    expect(page.locator(".facts .now")).to_have_text(told)
    assert page.locator(".facts .now").is_visible() == bool(told)


def test_the_next_post_and_the_last_come_first_in_words(opened: Opener) -> None:
    page = opened("#answers/window")
    posts = page.locator(".planned li")
    expect(posts).to_have_count(4)
    assert posts.locator(".told-when").all_inner_texts() == ["Being posted: Thursday, in 3 days", "Posted 3 days ago"]
    expect(posts.nth(1).get_by_role("link").last).to_have_attribute("href", "https://mastodon.example/1")
    expect(posts.nth(2)).to_contain_text("1 December 2026")
    posts.first.get_by_role("link").click()
    expect(page.locator("#post-b")).to_be_visible()


def test_a_changed_fact_is_told_on_the_list_and_beside_the_answer(opened: Opener) -> None:
    page = opened("#answers/other")
    expect(page.locator("#answer .changed")).to_be_hidden()
    changes = page.locator("#changes")
    expect(changes).to_contain_text("Changed 10 days ago: 30 days → 14 days")
    changes.get_by_role("link", name="How long may I return it?").click()
    expect(page.locator("#answer .changed")).to_have_text("Changed 10 days ago: 30 days → 14 days")
    page.locator("select.customer:visible").select_option("hr")
    expect(page.locator("#answer .changed")).to_have_text("Changed 10 days ago: 30 dana → 14 dana")
    page.fill("#query", "money")
    expect(changes).to_be_hidden()


def test_a_change_is_told_for_thirty_days(opened: Opener) -> None:
    page = opened("#answers/window", now=datetime(2026, 12, 21, 10, 0, tzinfo=ZONE))
    expect(page.locator("#answer h2")).to_have_text("How long may I return it?")
    expect(page.locator("#answer .changed")).to_be_hidden()
    expect(page.locator("#changes")).to_be_hidden()
