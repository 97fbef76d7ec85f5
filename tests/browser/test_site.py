"""What customers see and do, in Chromium."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

Visit = Callable[..., Any]

PHONE = {"width": 360, "height": 740}
LANGUAGES = ("en", "hr", "sr", "sr-Latn", "sl", "cs", "bg")


@pytest.fixture(params=LANGUAGES)
def home(request: pytest.FixtureRequest, demo: SimpleNamespace) -> str:
    """Where a language lives: `hr/`."""
    assert set(LANGUAGES) == set(demo.library.languages)
    return str(demo.shape.addresses.home(request.param))


def some_pages(demo: SimpleNamespace, home: str) -> list[str]:
    """Home, contact, and a topic with tables and its entries, where the language has them."""
    wanted = ("", "contact/", "t/delivery/", "q/delivery-countries/", "q/chili-heat/", "404.html")
    return [home + page for page in wanted if f"{home}{page}index.html" in demo.files or page == "404.html"]


def test_from_home_to_an_answer_and_into_another_language(visit: Visit, address: str) -> None:
    page = visit()
    page.click(".aa-topics a:has-text('Delivery')")
    page.click("text=How long does delivery take?")
    assert page.url == f"{address}q/delivery-time/"
    page.hover(".md-select button")
    page.click(".md-select__link[hreflang=hr]")
    assert page.url == f"{address}hr/q/delivery-time/"
    assert page.get_attribute("html", "lang") == "hr"
    page.hover(".md-select button")
    page.click(".md-select__link[hreflang=sr-Latn]")
    assert page.url == f"{address}sr-Latn/q/delivery-time/"


def test_copy_link_gives_the_permanent_address_by_keyboard(visit: Visit) -> None:
    page = visit("hr/q/delivery-time/")
    page.focus(".aa-copy")
    page.keyboard.press("Enter")
    page.wait_for_selector(".md-dialog--active")
    assert page.evaluate("navigator.clipboard.readText()") == "https://faq.zrno.example/hr/q/delivery-time/"
    assert page.inner_text(".md-dialog__inner") == "Poveznica je kopirana"


def test_copy_link_is_large_enough_for_a_thumb(visit: Visit) -> None:
    box = visit("q/delivery-time/", **PHONE).locator(".aa-copy").bounding_box()
    assert box["height"] >= 44


def test_a_heading_gives_its_permanent_address(visit: Visit) -> None:
    page = visit("q/delivery-time/")
    page.hover("#tracking")
    page.click("#tracking .headerlink")
    assert page.evaluate("navigator.clipboard.readText()") == "https://faq.zrno.example/q/delivery-time/#tracking"


def test_on_a_phone_question_short_answer_and_link_fit_the_first_screen(
    visit: Visit, demo: SimpleNamespace, home: str, address: str
) -> None:
    code = home.rstrip("/") or "en"
    entries = sorted(demo.library.in_language(code), key=lambda e: len(e.question) * 2 + len(e.short))[-3:]
    page = visit(home, **PHONE)
    for entry in entries:
        page.goto(f"{address}{home}q/{entry.id}/")
        box = page.locator(".aa-copy").bounding_box()
        assert box["y"] + box["height"] <= PHONE["height"], entry.path


def test_no_page_scrolls_sideways_on_a_phone(visit: Visit, demo: SimpleNamespace, home: str, address: str) -> None:
    page = visit(home, **PHONE)
    for path in some_pages(demo, home):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], path


def test_no_other_host_is_asked_and_no_cookie_is_set(
    visit: Visit, demo: SimpleNamespace, home: str, address: str
) -> None:
    page = visit(home)
    for path in some_pages(demo, home):
        page.goto(address + path)
    page.keyboard.press("/")
    page.keyboard.type("a")
    page.wait_for_timeout(300)
    assert [url for url in page.requests if not url.startswith((address, "data:", "blob:"))] == []
    assert page.context.cookies() == []


def test_every_page_of_every_language_says_its_language(demo: SimpleNamespace) -> None:
    pages = [name for name in demo.files if name.endswith(".html")]
    assert len(pages) > 100
    for name in pages:
        first = name.partition("/")[0]
        expected = first if first in LANGUAGES else "en"
        assert f'<html lang="{expected}"'.encode() in demo.files[name], name


@pytest.mark.parametrize(
    ("home_", "word", "found"),
    [("sl/", "dostava", "Kako dolgo traja dostava?"), ("", "delivery", "How long does delivery take?")],
)
def test_search_starts_and_finds(visit: Visit, home_: str, word: str, found: str) -> None:
    page = visit(home_, **PHONE)
    page.click("[data-aa-search]")
    page.keyboard.type(word)
    page.wait_for_selector(f".md-search-result__article:has-text('{found}')")


def test_the_first_tab_leads_past_the_header(visit: Visit) -> None:
    page = visit("q/delivery-time/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.aa-skip')")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_colours_follow_the_system_and_a_choice_holds_in_every_language(visit: Visit, address: str) -> None:
    page = visit("", dark=True)
    assert page.get_attribute("body", "data-md-color-scheme") == "slate"
    page.click("form[data-md-component=palette] label:not([hidden])")
    assert page.get_attribute("body", "data-md-color-scheme") == "default"
    page.goto(f"{address}hr/contact/")
    assert page.get_attribute("body", "data-md-color-scheme") == "default"
