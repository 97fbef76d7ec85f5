"""Answering people at the desk of the demo, in Chromium, as an agent does: by keyboard, in many languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator import files
from generator.build import searching, voicing
from generator.build.project import read_project
from generator.desk import desk
from generator.site.shape import Shape
from generator.social import measure
from tests.browser.conftest import COPYING
from tests.browser.test_accessibility import violations
from tests.browser.test_desk import best, customer, pasted, served

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 26)
SITE = "https://faq.zrno.example/"
AS_TYPED = (
    ("can i pay cash when it arives", "en", "payment-methods"),
    ("how to cancle my ordr", "hr", "change-order"),
    ("parcel not recieved yet", "en", "delivery-time"),
    ("pls give my mony back", "sl", "refund-time"),
    ("not happy i want to retrun it", "en", "return-goods"),
    ("do u deliver in slovenia", "sr-Latn", "delivery-countries"),
    ("whats the shiping cost", "en", "free-delivery"),
    ("my plants came brokn", "cs", "damaged-plants"),
    ("when will seedlings be avialable", "bg", "seedling-season"),
    ("need a invoice for my compny", "en", "company-invoice"),
)
"""What people ask shops, and how they write it, about what this shop sells: words, customer's language, answer."""

Opener = Callable[..., Page]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the demo's desk."""
    project, problems = read_project(ROOT)
    assert project, problems
    shape = Shape(library=project.library, addresses=project.addresses)
    indexes = searching.of_project(project, shape, tmp_path_factory.mktemp("search"))
    tree, _ = desk(
        project.library,
        project.addresses,
        [],
        project.brand,
        indexes,
        project.wordings,
        today=TODAY,
        voices=voicing.voices(project),
        networks=project.networks,
    )
    folder = tmp_path_factory.mktemp("desk")
    files.write(tree, folder, durable=False)
    return folder


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    with served(built) as base:
        yield base


@pytest.fixture
def opened(chromium: Browser, address: str) -> Iterator[Opener]:
    """Opens the desk; afterwards nothing may have failed."""
    contexts, faults = [], []

    def start(hash_: str = "", *, width: int = 1280, dark: bool = False) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, locale="en-GB", color_scheme="dark" if dark else "light"
        )
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        context.add_init_script(COPYING)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(8000)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.goto(f"{address}index.html{hash_}")
        return page

    yield start
    for context in contexts:
        context.close()
    assert not faults


def letter(page: Page) -> Locator:
    """The reply as it will be copied."""
    return page.locator(".composer:visible .letter")


def ask(page: Page, typed: str) -> None:
    """Writes a question as soon as the page is ready for it."""
    page.keyboard.press("/")
    page.keyboard.insert_text(typed)


def test_ten_questions_as_people_type_them_are_answered_with_two_keys_each(opened: Opener) -> None:
    page = opened()
    wrong = []
    for typed, code, id_ in AS_TYPED:
        customer(page, code)
        ask(page, typed)
        expect(page.locator("#count")).to_contain_text("answer")
        found = best(page).get_attribute("data-id")
        if found != id_:
            wrong.append((typed, code, found))
            continue
        page.keyboard.press("Shift+Enter")
        expect(page.locator("#toast")).to_contain_text("Reply copied")
        home = SITE if code == "en" else f"{SITE}{code}/"
        assert f"{home}q/{id_}/" in pasted(page)
    assert wrong == []


def test_a_misspelled_question_is_answered_by_name_in_another_language_without_a_mouse(opened: Opener) -> None:
    page = opened()
    expect(page.locator("#query")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.type("Hrv")
    expect(page.locator("select.customer:visible")).to_have_value("hr")
    ask(page, "koliko trjae dosatva")
    expect(best(page).locator(".question")).to_have_text("Koliko traje dostava?")
    page.keyboard.press("Alt+n")
    page.keyboard.type("ivan")
    expect(letter(page)).to_have_value(re.compile("Ivane"))
    shown = letter(page).input_value()
    page.keyboard.press("Enter")
    expect(page.locator("#toast")).to_contain_text("Reply copied: Koliko traje dostava?")
    assert pasted(page) == shown
    assert "Paket stiže za" in shown
    assert f": {SITE}hr/q/delivery-time/\n" in shown
    assert not set("{}[]") & set(shown)


def test_every_copy_has_a_key_and_is_announced(opened: Opener) -> None:
    page = opened()
    ask(page, "delivery time")
    for keys, said, begins in (
        ("Enter", "Link copied: How long does delivery take?", f"{SITE}q/delivery-time/"),
        ("Control+Enter", "Short answer with link copied: How long does delivery take?", "Parcels arrive in"),
        ("Shift+Enter", "Reply copied: How long does delivery take?", ""),
    ):
        page.locator("#query").press(keys)
        expect(page.locator("#toast")).to_have_text(said)
        expect(page.locator("#toast")).to_have_attribute("aria-live", "polite")
        assert pasted(page).startswith(begins)
    page.fill("#query", "tracking follow parcel")
    expect(best(page).locator(".heading")).to_have_text("Follow your parcel")
    page.locator("#query").press("Enter")
    assert pasted(page) == f"{SITE}q/delivery-time/#tracking"


def test_digits_choose_a_phrasing_and_no_reply_is_like_the_last(opened: Opener) -> None:
    page = opened("#answers/delivery-time")
    first = letter(page).input_value()
    page.keyboard.press("/")
    page.keyboard.press("Alt+3")
    expect(page.locator("#toast")).to_have_text("Phrasing 3 of 9")
    expect(page.locator("#query")).to_have_value("")
    expect(page.locator(".phrasings [aria-pressed=true]")).to_have_text("3")
    third = letter(page).input_value()
    assert third != first
    page.locator("#query").press("Shift+Enter")
    assert pasted(page) == third
    expect(page.locator(".phrasings [aria-pressed=true]")).to_have_text("1")
    texts = []
    for digit in "123456789":
        page.locator("#answer h2").focus()
        page.keyboard.press(digit)
        expect(page.locator(".phrasings [aria-pressed=true]")).to_have_text(digit)
        texts.append(letter(page).input_value())
    assert len({third, *texts}) == 10
    page.fill("#answer [name=name]", "")
    page.keyboard.type("2")  # typed, not chosen
    expect(page.locator(".phrasings [aria-pressed=true]")).to_have_text("9")


def test_the_whole_answer_gives_way_to_the_short_one_where_the_network_has_no_room(opened: Opener) -> None:
    page = opened("#answers/delivery-time")
    where = page.locator("#answer [name=network]")
    expect(where.locator("option")).to_have_text(
        ["Elsewhere, without a limit", "Facebook", "Instagram", "LinkedIn", "WhatsApp", "X"]
    )
    page.get_by_label("Short answer").focus()
    page.keyboard.press("ArrowRight")
    expect(letter(page)).to_have_value(re.compile("Follow your parcel"))
    where.select_option("x")
    short = letter(page).input_value()
    assert "Follow your parcel" not in short
    length = measure(short, "x_weighted")
    assert length <= 280
    expect(page.locator(".counter:visible")).to_have_text(f"X · Characters: {length} of 280 · shortened to fit")
    page.get_by_label("Private message").check(force=True)
    expect(letter(page)).to_have_value(re.compile("Follow your parcel"))
    page.fill("#answer [name=name]", "Mia")
    page.fill("#answer [name=agent]", "M. K.")
    page.reload()
    expect(where).to_have_value("x")
    expect(page.get_by_label("Full answer")).to_be_checked()
    expect(page.get_by_label("Private message")).to_be_checked()
    expect(page.locator("#answer [name=agent]")).to_have_value("M. K.")
    expect(page.locator("#answer [name=name]")).to_have_value("")
    assert "Mia" not in page.evaluate("JSON.stringify(localStorage)")


def test_in_public_nothing_personal_is_asked_for(opened: Opener) -> None:
    page = opened("#answers/change-order")
    hint = page.locator("#answer .notice.private")
    expect(hint).to_have_text("Move to a private message: this needs personal data.")
    expect(letter(page)).to_have_value(re.compile("private message"))
    page.get_by_label("Private message").check(force=True)
    expect(hint).to_be_hidden()
    assert "private message" not in letter(page).input_value()
    page.get_by_label("Public reply").check(force=True)
    letter(page).fill("What is your phone number?")
    expect(hint).to_be_visible()
    page.evaluate("location.hash = '#answers/sowing-calendar'")
    expect(hint).to_be_hidden()


def test_words_changed_by_hand_stay_and_are_checked_until_the_reply_is_put_together_again(opened: Opener) -> None:
    page = opened("#answers/delivery-time")
    before = letter(page).input_value()
    expect(page.locator("#answer .voice")).to_be_hidden()
    letter(page).fill(f"{before}\nIt comes soon.")
    expect(page.locator("#answer .voice li").first).to_contain_text("“soon”")
    page.fill("#answer [name=name]", "Ana")
    expect(letter(page)).to_have_value(f"{before}\nIt comes soon.")
    expect(page.locator(".phrasings")).to_be_hidden()
    letter(page).press("Shift+Enter")
    assert pasted(page) == f"{before}\nIt comes soon."
    page.get_by_role("button", name="Put together again").press("Enter")
    expect(letter(page)).to_have_value(re.compile(r"Ana[,!]"))
    expect(page.locator("#answer .voice")).to_be_hidden()


def test_the_next_customer_is_never_called_by_the_last_ones_name(opened: Opener) -> None:
    page = opened()
    ask(page, "delivery time")
    expect(best(page)).to_have_attribute("data-id", "delivery-time")
    page.keyboard.press("Alt+n")
    page.keyboard.type("Petar")
    page.keyboard.press("Escape")
    expect(page.locator("#query")).to_be_focused()
    page.keyboard.press("Shift+Enter")
    assert "Petar" in pasted(page)
    ask(page, "refund")
    expect(best(page)).to_have_attribute("data-id", "refund-time")
    expect(page.locator("#answer [name=name]")).to_have_value("")
    assert "Petar" not in letter(page).input_value()


def test_a_name_whose_vocative_nobody_knows_is_left_out_and_said_to_be(opened: Opener) -> None:
    page = opened("#answers/delivery-time")
    customer(page, "hr")
    page.fill("#answer [name=name]", "Kevin")
    expect(page.locator("#answer .unknown")).to_be_visible()
    assert "Kevin" not in letter(page).input_value()
    page.fill("#answer [name=name]", "Luka")
    expect(page.locator("#answer .unknown")).to_be_hidden()
    expect(letter(page)).to_have_value(re.compile("Luka"))


def test_a_service_reply_is_filled_in_and_copied_by_keyboard(opened: Opener) -> None:
    page = opened("#replies/order-status")
    customer(page, "hr")
    expect(page.get_by_label("Private message")).to_be_checked()
    expect(page.get_by_label("Public reply")).to_be_disabled()
    page.locator("#reply [name=name]").focus()
    for typed in ("Jovana\t", "ZR-1042\t", "11052026\t\t", "https://carrier.example/1"):  # a date has a button, too
        page.keyboard.type(typed.rstrip())
        for _ in range(typed.count("\t")):
            page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#toast")).to_contain_text("Reply copied")
    copied = pasted(page)
    for said in ("ZR-1042", "5. studenoga 2026.", "https://carrier.example/1"):
        assert said in copied
    page.locator("#reply .clear").press("Enter")
    expect(page.locator("#reply [name=name]")).to_be_focused()
    expect(page.locator("#reply [name=order]")).to_have_value("")


def test_a_service_reply_promises_by_opening_hours_and_is_never_copied_with_a_gap(opened: Opener) -> None:
    page = opened()
    page.clock.set_fixed_time(datetime(2026, 11, 27, 15, 50, tzinfo=ZoneInfo("Europe/Zagreb")))
    page.evaluate("location.hash = '#replies/lost-enquiry'")
    customer(page, "sl")
    page.locator("#reply .copy-reply").press("Enter")
    expect(page.locator("#reply .missing")).to_contain_text("Date")
    expect(page.locator("#reply [name=date]")).to_be_focused()
    expect(letter(page)).to_have_value(re.compile("‹Date›"))
    page.fill("#reply [name=date]", "2026-11-05")
    expect(letter(page)).to_have_value(re.compile("5. novembra 2026"))
    letter(page).fill("Odgovorimo kmalu.")
    expect(page.locator("#reply .voice li").first).to_be_visible()
    page.get_by_role("button", name="Put together again").click()
    page.locator("#reply [name=date]").press("Enter")
    assert "jutri do 09:05" in pasted(page)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_reply_has_no_barriers_on_any_screen(opened: Opener, axe: str, *, dark: bool) -> None:
    page = opened("#answers/change-order", width=360 if dark else 1280, dark=dark)
    page.fill("#answer [name=name]", "Đ")
    page.locator("#answer [name=network]").select_option("x")
    assert violations(page, axe) == []
    letter(page).fill("ODMAH! " * 60)
    expect(page.locator(".counter.over")).to_be_visible()
    assert violations(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth") == (360 if dark else 1280)
    page.evaluate("location.hash = '#replies/lost-enquiry'")
    page.locator("#reply .copy-reply").press("Enter")
    assert violations(page, axe) == []
