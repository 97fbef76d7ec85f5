"""The page for missing addresses, on a host that has one for all languages."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

Visit = Callable[..., Any]

FOUND = "[data-aa-found]:not([hidden])"


@pytest.fixture
def ask(visit: Visit, hosted: str) -> Callable[[str], Any]:
    """Open a missing address and wait for what the page suggests."""

    def open_page(path: str) -> Any:
        page = visit()
        page.goto(hosted + path)
        page.wait_for_load_state("networkidle")
        return page

    return open_page


def suggestions(page: Any) -> list[tuple[str, str, str]]:
    """Kind, address from the site's root, and words of each link."""
    return [
        tuple(row)
        for row in page.evaluate(
            "s => [...document.querySelectorAll(`${s} a`)].map(a =>"
            "[a.closest('[data-aa-found]').dataset.aaFound, a.pathname + a.hash, a.textContent])",
            FOUND,
        )
    ]


DELIVERY = ("mean", "/q/delivery-time/", "How long does delivery take?")


@pytest.mark.parametrize(
    "path",
    [
        "q/delivry-time/",
        "q/deliveyr-time",
        "q/Delivery-Time/",
        "q/delivery_time/",
        "delivery-time/",
        "delivery-time.html",
        "q/delivery-time).",
        "q/time-delivery/",
        "faq/q/deliverytime/",
        "q/delivery-time/old/",
        "q/delivery%20time/",
    ],
)
def test_a_slip_is_understood(ask: Callable[[str], Any], path: str) -> None:
    assert suggestions(ask(path))[0] == DELIVERY


def test_a_suggestion_works_and_keeps_the_place_within_the_page(ask: Callable[[str], Any], hosted: str) -> None:
    page = ask("q/delivry-time/#tracking")
    page.click(f"{FOUND} a")
    assert page.url == f"{hosted}q/delivery-time/#tracking"


def test_topics_and_pages_are_found_too(ask: Callable[[str], Any]) -> None:
    assert suggestions(ask("Delivery/"))[0] == ("mean", "/t/delivery/", "Delivery")
    assert suggestions(ask("kontact/"))[0] == ("mean", "/contact/", "Contact")


def test_a_former_id_leads_to_its_heir(ask: Callable[[str], Any]) -> None:
    assert suggestions(ask("Shipping_Time/")) == [("moved", "/q/delivery-time/", "How long does delivery take?")]


def test_a_withdrawn_id_leads_to_its_notice(ask: Callable[[str], Any]) -> None:
    page = ask("gift-wrapping")
    assert suggestions(page) == [("withdrawn", "/q/gift-wrapping/", "gift-wrapping")]
    assert "withdrawn" in page.inner_text(FOUND)


def test_of_an_unknown_address_the_words_are_ready_to_be_searched(ask: Callable[[str], Any], hosted: str) -> None:
    page = ask("q/parcel-pickup-machine-xyzzy-qqq/")
    assert suggestions(page) == [] or suggestions(page)[0][1] == "/q/parcel-pickup/"
    page = ask("q/delivery-kumquat/")
    assert suggestions(page) == []
    assert page.input_value("#aa-words") == "delivery kumquat"
    page.fill("#aa-words", "delivery")
    page.press("#aa-words", "Enter")
    page.wait_for_selector(".aa-hit:has-text('How long does delivery take?')")
    assert page.url.startswith(hosted)


def test_the_page_speaks_the_language_of_the_address(ask: Callable[[str], Any], hosted: str) -> None:
    page = ask("hr/q/delivry-time/?from=mail#tracking")
    assert page.get_attribute("html", "lang") == "hr"
    assert page.inner_text("h1") == "Ove stranice nema"
    assert suggestions(page)[0][1] == "/hr/q/delivery-time/#tracking"
    assert page.url == f"{hosted}hr/q/delivry-time/?from=mail#tracking"
    page = ask("SR-latn/delivery_time")
    assert page.get_attribute("html", "lang") == "sr-Latn"
    assert suggestions(page)[0][1] == "/sr-Latn/q/delivery-time/"


def test_an_unknown_address_of_a_language_is_searched_in_it(ask: Callable[[str], Any]) -> None:
    page = ask("hr/kumquat/")
    page.fill("#aa-words", "dostava")
    page.press("#aa-words", "Enter")
    page.wait_for_selector(".aa-hit:has-text('Koliko traje dostava?')")
    assert page.get_attribute("html", "lang") == "hr"


@pytest.mark.parametrize(
    "trick", ["//evil.example/x", "https://evil.example/x", "/\\evil.example", "javascript:alert(1)"]
)
def test_an_address_in_the_address_leads_nowhere_else(ask: Callable[[str], Any], hosted: str, trick: str) -> None:
    page = ask(f"hr/404.html?from={trick}")
    assert page.url.startswith(hosted)
    assert suggestions(page) == []


def test_hostile_words_stay_words(ask: Callable[[str], Any]) -> None:
    page = ask("q/%3Cimg%20src=x%20onerror=alert(1)%3E/")
    assert page.locator("#content img").count() == 0
    assert ask("q/%E0%A4%A/").inner_text("h1") == "This page isn’t here"


def test_every_link_of_the_page_leads_somewhere_from_any_depth(ask: Callable[[str], Any]) -> None:
    page = ask("hr/q/some/where/deep/kumquat/")
    links = page.evaluate("[...document.querySelectorAll('a[href]')].map(a => a.href.split('#')[0])")
    for link in set(links) - {page.url}:
        if link.startswith("http"):
            assert page.request.get(link).status == 200, link


@pytest.fixture
def without_script(chromium: Any) -> Iterator[Any]:
    context = chromium.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_without_javascript_there_are_words_topics_and_home(without_script: Any, hosted: str) -> None:
    page = without_script
    page.goto(f"{hosted}q/delivry-time/")
    assert page.inner_text("h1") == "This page isn’t here"
    assert not page.is_visible("[data-aa-find]")
    assert page.locator(FOUND).count() == 0
    page.click(".aa-links a:has-text('Delivery')")
    assert page.url == f"{hosted}t/delivery/"
