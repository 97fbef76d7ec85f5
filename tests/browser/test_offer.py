"""The language of a first visit is offered, never forced."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

Visit = Callable[..., Any]


@pytest.mark.parametrize(
    ("languages", "path", "offered"),
    [
        (["hr-HR", "hr", "en-US", "en"], "q/delivery-time/", "hr"),
        (["cs"], "", "cs"),
        (["de", "en"], "hr/q/delivery-time/", "en"),
        (["sl"], "hr/contact/", "sl"),
        (["bg"], "t/delivery/", "bg"),
        (["no language", "cs"], "q/delivery-time/", "cs"),
        (["sh"], "q/delivery-time/", "sr-Latn"),
        (["bs-BA"], "q/delivery-time/", "sr-Latn"),
        (["cnr"], "q/delivery-time/", "sr-Latn"),
        (["sr-ME"], "q/delivery-time/", "sr-Latn"),
        (["sr-RS"], "q/delivery-time/", "sr"),
        (["sr-Latn-RS"], "sr/q/delivery-time/", "sr-Latn"),
    ],
)
def test_the_first_language_of_the_reader_that_the_page_is_written_in_is_offered(
    visit: Visit, languages: Sequence[str], path: str, offered: str
) -> None:
    page = visit(path, languages=languages)
    bar = page.locator(".aa-offer")
    assert bar.get_attribute("lang") == offered
    assert bar.locator("a").get_attribute("hreflang") == offered


@pytest.mark.parametrize(
    ("languages", "path"),
    [
        (["en-US", "hr"], "q/delivery-time/"),
        (["hr"], "hr/q/delivery-time/"),
        (["de"], "q/delivery-time/"),
        ([], "q/delivery-time/"),
        (["sr-RS"], "sr-Latn/q/delivery-time/"),
        (["bs"], "hr/q/delivery-time/"),
        (["bs"], "sr-Latn/q/delivery-time/"),
        (["hr"], "q/f1-seeds/"),
        (["hr"], "404.html"),
    ],
    ids=[
        "the page's comes first",
        "the page's",
        "one we do not have",
        "none known",
        "Serbian is read in both scripts",
        "Bosnians read Croatian",
        "Bosnians read Serbian",
        "not translated",
        "no such page",
    ],
)
def test_who_reads_the_page_or_would_find_no_better_one_is_not_bothered(
    visit: Visit, languages: Sequence[str], path: str
) -> None:
    page = visit(path, languages=languages)
    assert page.locator(".aa-offer").count() == 0


def test_nobody_is_sent_anywhere_and_the_focus_stays(visit: Visit, address: str) -> None:
    page = visit("q/delivery-time/", languages=["hr"])
    page.wait_for_load_state("networkidle")
    assert page.url == f"{address}q/delivery-time/"
    assert page.evaluate("document.activeElement === document.body")


def test_it_is_said_in_the_readers_words_and_leads_to_the_same_page(visit: Visit, address: str) -> None:
    page = visit("q/delivery-time/", languages=["hr"])
    assert page.inner_text(".aa-offer p") == "Ova stranica postoji i na hrvatskom."
    page.click("text=Otvori na hrvatskom")
    assert page.url == f"{address}hr/q/delivery-time/"
    assert page.locator(".aa-offer").count() == 0


def test_closed_by_keyboard_it_does_not_come_back_and_no_cookie_remembers(visit: Visit, address: str) -> None:
    page = visit("q/delivery-time/", languages=["hr"])
    page.focus(".aa-offer a")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator(".aa-offer").count() == 0
    assert page.evaluate("document.activeElement.id") == "content"
    page.goto(f"{address}t/delivery/")
    page.wait_for_load_state("networkidle")
    assert page.locator(".aa-offer").count() == 0
    assert page.context.cookies() == []


def test_where_storing_is_forbidden_it_is_offered_again(visit: Visit) -> None:
    forbid = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
    page = visit("contact/", languages=["hr"], prepare=lambda page: page.add_init_script(forbid))
    page.click(".aa-offer button")
    assert page.locator(".aa-offer").count() == 0


def test_on_a_phone_the_answer_still_fits_the_first_screen(visit: Visit) -> None:
    page = visit("q/delivery-time/", languages=["hr"], width=360, height=740)
    box = page.locator(".aa-copy >> nth=0").bounding_box()
    assert page.is_visible(".aa-offer")
    assert box["y"] + box["height"] <= 740
